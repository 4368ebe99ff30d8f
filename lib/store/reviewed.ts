/** Everything that was reviewed, for an export: read a few at a time, never held whole. */
import type { Answer } from '../model/answer.ts';
import type { Review } from '../model/review.ts';
import type { ReviewedAnswer, ReviewFilter } from '../model/reviewed.ts';
import { withoutOthers } from '../review/meet.ts';
import { answerSchema } from '../schema/answer.ts';
import { reviewSchema } from '../schema/review.ts';
import { asked } from './asked.ts';
import type { Store } from './open.ts';

/** Answers read in one transaction. */
const page = 50;

/**
 * Answers with a final review, in the order in which they were captured. A filter applies to the review that counts.
 * What is saved while it runs may or may not be in it.
 */
export async function* reviewedAnswers(store: Store, filter: ReviewFilter = {}): AsyncGenerator<ReviewedAnswer> {
  const wanted = asked(filter);
  for (let after: [string, string] | null = null; ;) {
    const from: [string, string] | null = after;
    const { found, last, more } = await store.read(['answers', 'reviews'], async (tx, sound) => {
      const range = from ? IDBKeyRange.lowerBound(from, true) : null;
      const records = await tx.objectStore('answers').index('byCaptured').getAll(range, page);
      const reviews = await Promise.all(
        records.map(({ id }) =>
          tx
            .objectStore('reviews')
            .index('byAnswer')
            .getAll(IDBKeyRange.bound([id], [id, []])),
        ),
      );
      const found = records.map((record, index) => ({
        answer: sound('answers', record.id, answerSchema, record),
        revisions: (reviews[index] ?? []).flatMap((review) => sound('reviews', [review.id, review.revision], reviewSchema, review) ?? []),
      }));
      const end = records.at(-1);
      return { found, last: end ? ([end.capturedAt, end.id] as [string, string]) : null, more: records.length === page };
    });
    for (const { answer, revisions } of found) {
      const reviewed = answer && reviewedOf(answer, revisions);
      if (reviewed && wanted(reviewed)) yield reviewed;
    }
    if (!more) return;
    after = last;
  }
}

/** An answer with the newest of all revisions about it, which stand as their index has them: oldest revision first. Null: none is final. */
export function reviewedOf(answer: Answer, revisions: Review[]): ReviewedAnswer | null {
  const newest = new Map<string, Review>();
  for (const review of revisions) newest.set(review.id, withoutOthers(review));
  const reviews = [...newest.values()]
    .filter(({ status }) => status === 'final')
    .sort((one, other) => (one.updatedAt < other.updatedAt ? -1 : 1));
  const counts = reviews.at(-1);
  return counts ? { answer, reviews, counts } : null;
}
