/** Reading reviews: for pages that show an answer, for one review. */
import type { Answer } from '../model/answer.ts';
import type { ComparedAnswers } from '../model/preference.ts';
import type { Review } from '../model/review.ts';
import { answerSchema } from '../schema/answer.ts';
import { reviewSchema } from '../schema/review.ts';
import { comparisonsOf } from './compared.ts';
import { deliveryOf, type Delivery } from './delivery.ts';
import type { Reading, Sound, Store } from './open.ts';
import { ownerIn, pastOf } from './own.ts';
import { headSchema } from './rows.ts';

/** One review with everything that was said before, for its own page. */
export interface ReviewDetail {
  answer: Answer;
  /** Oldest first; those that can be read. */
  revisions: Review[];
  draft: Review | null;
  /** What is said about this answer beside others. */
  comparisons: ComparedAnswers[];
  delivery: Delivery[];
}

/**
 * One's own reviews of answers in view, by the ids that were asked for: the draft, or the newest revision (a withdrawn one says
 * nothing any more). Answers are found by their id or by another id under which they were seen at this origin.
 */
export function findReviews(store: Store, origin: string, sightings: { id: string }[]): Promise<Record<string, Review>> {
  return store.read(['answers', 'reviews', 'drafts', 'meta'], async (tx, sound) => {
    const owner = await ownerIn(tx, sound);
    const found = await Promise.all(
      sightings.map(async ({ id }) => {
        const own = await reviewOf(tx, sound, id, owner);
        if (own) return [id, own] as const;
        const twin = await tx.objectStore('answers').index('byAlias').get(id);
        const review = twin?.origin === origin ? await reviewOf(tx, sound, twin.id, owner) : null;
        return review && ([id, review] as const);
      }),
    );
    return Object.fromEntries(found.filter((entry) => entry !== null));
  });
}

async function reviewOf(tx: Reading, sound: Sound, answerId: string, owner: string | null): Promise<Review | null> {
  const draft = sound('drafts', answerId, reviewSchema, await tx.objectStore('drafts').get(answerId));
  return draft ?? (await pastOf(tx, sound, answerId, owner)).newest;
}

async function revisionsOf(tx: Reading, sound: Sound, reviewId: string): Promise<Review[]> {
  const records = await tx.objectStore('reviews').getAll(IDBKeyRange.bound([reviewId], [reviewId, []]));
  return records.flatMap((record) => sound('reviews', [record.id, record.revision], reviewSchema, record) ?? []);
}

/** One review by its id; null: unknown, no review, or its answer cannot be read. */
export function readReview(store: Store, reviewId: string): Promise<ReviewDetail | null> {
  return store.read(['heads', 'answers', 'reviews', 'preferences', 'drafts', 'outbox', 'receipts', 'meta'], async (tx, sound) => {
    const [record, delivery] = await Promise.all([tx.objectStore('heads').get(reviewId), deliveryOf(tx, sound, reviewId)]);
    const head = sound('heads', reviewId, headSchema, record);
    if (!head || head.verdict === 'compared') return null;
    const { answerId } = head;
    const [answer, revisions, draftRecord, comparisons] = await Promise.all([
      tx.objectStore('answers').get(answerId),
      revisionsOf(tx, sound, reviewId),
      tx.objectStore('drafts').get(answerId),
      comparisonsOf(tx, sound, answerId),
    ]);
    const draft = sound('drafts', answerId, reviewSchema, draftRecord);
    const about = sound('answers', answerId, answerSchema, answer);
    return (
      about && {
        answer: about,
        revisions,
        // There is one draft an answer, and it may go on another review of it.
        draft: draft?.id === reviewId ? draft : null,
        comparisons,
        delivery,
      }
    );
  });
}
