/** What of a review is searched: every text that a person or a model wrote. */
import type { Answer } from '../model/answer.ts';
import type { Preference } from '../model/preference.ts';
import type { Review } from '../model/review.ts';
import { answerSchema } from '../schema/answer.ts';
import { preferenceSchema } from '../schema/preference.ts';
import { reviewSchema } from '../schema/review.ts';
import type { Reading, Sound } from './open.ts';
import type { HeadRow } from './tables.ts';

/** What a transaction that reads texts has to be over. */
export const textTables = ['answers', 'reviews', 'preferences', 'drafts'] as const;

/** The texts of a review. */
export const reviewTexts = (answer: Answer | null, review: Review | null): string[] => [
  ...answerTexts(answer),
  ...(review
    ? [review.correction?.markdown ?? '', review.note, ...(review.tags ?? []), ...review.flags.map(({ note }) => note ?? '')]
    : []),
];

/** The texts of a preference. */
export const preferenceTexts = (answers: (Answer | null)[], preference: Preference | null): string[] => [
  ...answers.flatMap(answerTexts),
  preference?.reason ?? '',
];

const answerTexts = (answer: Answer | null): string[] =>
  answer ? [answer.title, answer.text, answer.markdown, ...answer.prompt.map(({ text }) => text)] : [];

/** The texts of what a row stands for; of what cannot be read, those of the rest. */
export async function textsOf(tx: Reading, sound: Sound, head: HeadRow): Promise<string[]> {
  const answerOf = async (id: string): Promise<Answer | null> =>
    sound('answers', id, answerSchema, await tx.objectStore('answers').get(id));
  const key: [string, number] = [head.id, head.revision];
  if (head.verdict === 'compared') {
    const preference = sound('preferences', key, preferenceSchema, await tx.objectStore('preferences').get(key));
    return preferenceTexts(await Promise.all((preference?.answerIds ?? [head.answerId]).map(answerOf)), preference);
  }
  const isDraft = head.status === 'draft';
  const [answer, record] = await Promise.all([
    answerOf(head.answerId),
    isDraft ? tx.objectStore('drafts').get(head.answerId) : tx.objectStore('reviews').get(key),
  ]);
  return reviewTexts(answer, isDraft ? sound('drafts', head.answerId, reviewSchema, record) : sound('reviews', key, reviewSchema, record));
}
