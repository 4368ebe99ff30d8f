/** What waits for a destination, or was refused by it, as things to export. */
import type { ComparedAnswers } from '../model/preference.ts';
import type { ReviewedAnswer } from '../model/reviewed.ts';
import { answerSchema } from '../schema/answer.ts';
import { reviewSchema } from '../schema/review.ts';
import { newestCompared } from './compared.ts';
import type { Reading, Sound, Store } from './open.ts';
import { reviewedOf } from './reviewed.ts';

/** Outbox rows read in one transaction. */
const page = 50;

/**
 * Each review and preference of which something has not arrived at a destination, as it is now, once. What was withdrawn or erased says nothing any
 * more and is left out. What is saved or sent while it runs may or may not be in it.
 */
export async function* unsent(store: Store, destinationId: string): AsyncGenerator<ReviewedAnswer | ComparedAnswers> {
  let before: string | null = null;
  for (let after = `${destinationId}/`; ;) {
    // Keys go by event, so that what waits of one review stands together.
    const range = IDBKeyRange.bound(after, `${destinationId}/\uffff`, true);
    const { found, last, newest } = await store.read(['outbox', 'reviews', 'preferences', 'answers'], async (tx, sound) => {
      const rows = await tx.objectStore('outbox').getAll(range, page);
      const ids = new Set(rows.flatMap(({ reviewId, erased }) => (erased || reviewId === before ? [] : [reviewId])));
      const items = await Promise.all([...ids].map((id) => itemOf(tx, sound, id)));
      return { found: items, last: rows.at(-1)?.key ?? null, newest: rows.at(-1)?.reviewId ?? null };
    });
    for (const item of found) if (item) yield item;
    if (last === null) return;
    [after, before] = [last, newest];
  }
}

async function itemOf(tx: Reading, sound: Sound, id: string): Promise<ReviewedAnswer | ComparedAnswers | null> {
  const records = await tx.objectStore('reviews').getAll(IDBKeyRange.bound([id], [id, []]));
  const answerId = records.at(-1)?.answerId;
  if (answerId === undefined) {
    const compared = await newestCompared(tx, sound, id);
    return compared?.preference.status === 'final' ? compared : null;
  }
  const answer = sound('answers', answerId, answerSchema, await tx.objectStore('answers').get(answerId));
  const revisions = records.flatMap((record) => sound('reviews', [record.id, record.revision], reviewSchema, record) ?? []);
  return answer && reviewedOf(answer, revisions);
}
