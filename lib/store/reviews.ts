/** Reading reviews: for pages that show an answer, for lists, for one review, for counts. */
import type { Answer } from '../model/answer.ts';
import type { Review } from '../model/review.ts';
import type { OutboxState } from '../model/sync.ts';
import { reviewSchema } from '../schema/review.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import { findAnswer } from './answers.ts';
import type { Reading, Sound, Store } from './open.ts';
import { headSchema, receiptSchema } from './rows.ts';
import { settingsOf } from './settings.ts';

/** One review with everything that was said before, for its own page. */
export interface ReviewDetail {
  answer: Answer;
  /** Oldest first; those that can be read. */
  revisions: Review[];
  draft: Review | null;
  /** How far each revision has come on its way to the destination that is set; those that never had to leave are not listed. */
  delivery: { revision: number; state: OutboxState | 'stored' | 'duplicate' }[];
}

/**
 * The reviews of answers in view, by the ids that were asked for: the draft, or the newest revision (a withdrawn one says
 * nothing any more). Answers are found by their id or by another id under which they were seen at this origin.
 */
export function findReviews(store: Store, origin: string, sightings: { id: string }[]): Promise<Record<string, Review>> {
  return store.read(['answers', 'reviews', 'drafts'], async (tx, sound) => {
    const found = await Promise.all(
      sightings.map(async ({ id }) => {
        const own = await reviewOf(tx, sound, id);
        if (own) return [id, own] as const;
        const twin = await tx.objectStore('answers').index('byAlias').get(id);
        const review = twin?.origin === origin ? await reviewOf(tx, sound, twin.id) : null;
        return review && ([id, review] as const);
      }),
    );
    return Object.fromEntries(found.filter((entry) => entry !== null));
  });
}

async function reviewOf(tx: Reading, sound: Sound, answerId: string): Promise<Review | null> {
  const draft = sound('drafts', answerId, reviewSchema, await tx.objectStore('drafts').get(answerId));
  if (draft) return draft;
  return (await revisionsOf(tx, sound, answerId)).at(-1) ?? null;
}

async function revisionsOf(tx: Reading, sound: Sound, answerId: string): Promise<Review[]> {
  const records = await tx
    .objectStore('reviews')
    .index('byAnswer')
    .getAll(IDBKeyRange.bound([answerId], [answerId, []]));
  return records.flatMap((record) => sound('reviews', [record.id, record.revision], reviewSchema, record) ?? []);
}

/** One review by its id; null: unknown, or its answer cannot be read. */
export function readReview(store: Store, reviewId: string): Promise<ReviewDetail | null> {
  return store.read(['heads', 'answers', 'reviews', 'drafts', 'outbox', 'receipts', 'meta'], async (tx, sound) => {
    const head = sound('heads', reviewId, headSchema, await tx.objectStore('heads').get(reviewId));
    const answer = head && (await findAnswer(tx, sound, head.answerId));
    if (!answer) return null;
    const revisions = (await revisionsOf(tx, sound, answer.id)).filter(({ id }) => id === reviewId);
    const draft = sound('drafts', answer.id, reviewSchema, await tx.objectStore('drafts').get(answer.id));
    const destinationId = settingsOf(sound, await tx.objectStore('meta').get('settings'))?.destination?.id ?? null;
    const delivery: ReviewDetail['delivery'] = [];
    if (destinationId !== null) {
      for (const record of await tx.objectStore('receipts').index('byReview').getAll([destinationId, reviewId])) {
        const receipt = sound('receipts', record.key, receiptSchema, record);
        if (receipt) delivery.push({ revision: receipt.revision, state: receipt.status });
      }
      for (const record of await tx.objectStore('outbox').index('byReview').getAll([destinationId, reviewId])) {
        const row = sound('outbox', record.key, outboxRowSchema, record);
        if (row) delivery.push({ revision: row.revision, state: row.state });
      }
    }
    return { answer, revisions, draft, delivery };
  });
}

/** How many reviews there are. */
export function countReviews(store: Store): Promise<{ final: number; drafts: number; withdrawn: number }> {
  return store.read(['heads'], async (tx) => {
    const index = tx.objectStore('heads').index('byStatus');
    const [final, drafts, withdrawn] = await Promise.all([index.count('final'), index.count('draft'), index.count('withdrawn')]);
    return { final, drafts, withdrawn };
  });
}
