/** What becomes of the rows of a request when the endpoint has answered. */
import type { ReviewEvent, SyncProblem } from '../model/sync.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import { parked } from './batches.ts';
import type { Store } from './open.ts';
import { putSyncState, syncStateIn } from './syncState.ts';
import type { BatchRow } from './tables.ts';

/** What the endpoint said about each event of a batch; an event that stands in none of the lists is unknown and tried again. */
export interface Settlement {
  batch: BatchRow;
  accepted: { id: string; duplicate: boolean }[];
  rejected: { id: string; retryable: boolean; problem: SyncProblem }[];
  /** For the unknown ones, and for the status; null when all went well. */
  problem: SyncProblem | null;
  /** Epoch ms. */
  now: number;
  /** The back-off in ms after so many attempts. */
  delay: (attempts: number) => number;
}

/**
 * In one strict transaction: a receipt is written and the row deleted for each accepted event, a row refused for good is
 * parked in sight, all others wait for their next try; the batch ends. Whatever stopped before leaves everything as it was.
 */
export function settleBatch(store: Store, settlement: Settlement): Promise<void> {
  const { batch, accepted, rejected, problem, now, delay } = settlement;
  const { destinationId } = batch;
  return store.write(['outbox', 'batches', 'receipts', 'meta'], async (tx, sound) => {
    const outbox = tx.objectStore('outbox');
    const has = new Map(accepted.map(({ id, duplicate }) => [id, duplicate]));
    const refused = new Map(rejected.map((item) => [item.id, item]));
    const settleOne = async ({ id: eventId, review }: ReviewEvent): Promise<void> => {
      const key = `${destinationId}/${eventId}`;
      if (has.has(eventId)) {
        const status = has.get(eventId) ? ('duplicate' as const) : ('stored' as const);
        const receipt = { key, destinationId, eventId, reviewId: review.id, revision: review.revision, acknowledgedAt: now, status };
        await Promise.all([tx.objectStore('receipts').put(receipt), outbox.delete(key)]);
        return;
      }
      const row = sound('outbox', key, outboxRowSchema, await outbox.get(key));
      // Another sender may have it by now, in a request of its own.
      if (!row || row.batchId !== batch.id) return;
      const item = refused.get(eventId);
      if (item && !item.retryable) await outbox.put(parked(row, item.problem));
      else {
        const attempts = row.attempts + 1;
        const lastError = item?.problem ?? problem;
        await outbox.put({
          ...row,
          state: 'pending',
          leasedUntil: null,
          batchId: null,
          attempts,
          notBefore: now + delay(attempts),
          lastError,
        });
      }
    };
    await Promise.all(batch.events.map(settleOne));
    await tx.objectStore('batches').delete(batch.id);
    const state = await syncStateIn(tx, sound, destinationId);
    await putSyncState(tx, destinationId, {
      ...state,
      attempts: 0,
      notBefore: 0,
      halted: false,
      lastSentAt: accepted.length > 0 ? now : state.lastSentAt,
      lastProblem: problem ?? rejected.at(-1)?.problem ?? null,
    });
  });
}
