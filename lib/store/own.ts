/** What one reviewer said of an answer: others may have said something too, on this computer before or on theirs. */
import type { Review } from '../model/review.ts';
import { reviewSchema } from '../schema/review.ts';
import type { Reading, Sound } from './open.ts';
import { settingsOf } from './settings.ts';

/** What `pastOf` finds. */
export interface Past {
  /** The reviewer's newest revision that can be read. */
  newest: Review | null;
  /** The highest number that is taken by this reviewer, or by what cannot be read. */
  highest: number;
}

/** In a transaction over `reviews`. Without a reviewer whoever said something last counts. */
export async function pastOf(tx: Reading, sound: Sound, answerId: string, reviewerId: string | null): Promise<Past> {
  // Backwards: there may be hundreds, and each holds every flag of its time.
  let cursor = await tx
    .objectStore('reviews')
    .index('byAnswer')
    .openCursor(IDBKeyRange.bound([answerId], [answerId, []]), 'prev');
  let highest = 0;
  for (; cursor; cursor = await cursor.continue()) {
    const review = sound('reviews', [cursor.value.id, cursor.value.revision], reviewSchema, cursor.value);
    if (review && reviewerId !== null && review.reviewer.id !== reviewerId) continue;
    highest ||= cursor.value.revision;
    if (review) return { newest: review, highest };
  }
  return { newest: null, highest };
}

/** Whose database this is, in a transaction over `meta`; null: nobody has done anything yet. */
export const ownerIn = async (tx: Reading, sound: Sound): Promise<string | null> =>
  settingsOf(sound, await tx.objectStore('meta').get('settings'))?.reviewer.id ?? null;
