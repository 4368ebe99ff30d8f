/** The store `heads`: one row a review, from which lists and counts are read without opening an answer. */
import type { Answer } from '../model/answer.ts';
import type { Review } from '../model/review.ts';
import { verdictOf } from '../review/verdict.ts';
import type { HeadRow } from './tables.ts';

/** Characters of prompt and answer that a list shows at most. */
const excerptLength = 240;

/** The list row of a review. */
export function headOf(answer: Answer, review: Review, hasDraft: boolean): HeadRow {
  return {
    id: review.id,
    answerId: answer.id,
    revision: review.revision,
    status: review.status,
    hasDraft,
    verdict: verdictOf(review),
    flags: review.flags.map(({ category, severity }) => ({ category, severity })),
    reviewer: review.reviewer.name ?? '',
    origin: answer.origin,
    site: answer.site,
    title: answer.title,
    model: answer.model,
    prompt: excerpt(answer.prompt.findLast(({ role }) => role === 'user')?.text ?? null),
    excerpt: excerpt(answer.text) ?? '',
    updatedAt: review.updatedAt,
    order: -Date.parse(review.updatedAt),
  };
}

/** Cut for the eye only: the answer itself is always kept whole. */
const excerpt = (text: string | null): string | null => text && text.slice(0, excerptLength).toWellFormed();
