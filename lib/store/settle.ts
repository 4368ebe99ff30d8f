/** What becomes of the rows of a request when the endpoint has answered. */
import type { Countersignature } from '../model/audit.ts';
import type { Sent } from '../model/sent.ts';
import { recordOf, type SyncEvent, type SyncProblem } from '../model/sync.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import { parked } from './batches.ts';
import type { Store, Writing } from './open.ts';
import { endOf, note, recordTables } from './record.ts';
import { receiptsNoted } from './noted.ts';
import { putSent } from './sent.ts';
import { putSyncState, syncStateIn } from './syncState.ts';
import type { BatchRow } from './tables.ts';

/** What the endpoint said about each event of a batch; an event that stands in none of the lists is unknown and tried again. */
export interface Settlement {
  batch: BatchRow;
  accepted: { id: string; duplicate: boolean }[];
  rejected: { id: string; retryable: boolean; problem: SyncProblem }[];
  /** The endpoint's word on the record, where it countersigns. */
  receipt: Countersignature | null;
  /** For the unknown ones, and for the status; null when all went well. */
  problem: SyncProblem | null;
  /** The request, to be looked at; null: none was made. */
  sent: Sent | null;
  /** Epoch ms. */
  now: number;
  /** The back-off in ms after so many attempts. */
  delay: (attempts: number) => number;
}

/**
 * In one strict transaction: a receipt is written and the row deleted for each accepted event, a row refused for good is
 * parked in sight, all others wait for their next try; the record says so; the batch ends. Whatever stopped before leaves everything as it was.
 */
export function settleBatch(store: Store, settlement: Settlement): Promise<void> {
  const { batch, accepted, rejected, problem, sent, now, delay } = settlement;
  const { destinationId } = batch;
  return store.write(['outbox', 'batches', 'receipts', 'reviews', 'preferences', ...recordTables], async (tx, sound) => {
    const outbox = tx.objectStore('outbox');
    // Erasing ends each request that holds any of it: what is in one that stands here still is here too, and need not be looked for.
    const isWhole = (await tx.objectStore('batches').getKey(batch.id)) !== undefined;
    const has = new Map(accepted.map(({ id, duplicate }) => [id, duplicate]));
    const refused = new Map(rejected.map((item) => [item.id, item]));
    const settleOne = async (event: SyncEvent): Promise<void> => {
      const { id: eventId } = event;
      const key = `${destinationId}/${eventId}`;
      if (has.has(eventId)) {
        const status = has.get(eventId) ? ('duplicate' as const) : ('stored' as const);
        const { id: reviewId, revision } = recordOf(event);
        const receipt = { key, destinationId, eventId, reviewId, revision, acknowledgedAt: now, status };
        const gone = outbox.delete(key);
        // What was erased while it was on its way leaves no trace but the word that it is to be forgotten, which waits already.
        const table = 'review' in event ? 'reviews' : 'preferences';
        if ('erased' in event || isWhole || (await stands(tx, table, [reviewId, revision]))) await tx.objectStore('receipts').put(receipt);
        await gone;
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
    const [end, state] = await Promise.all([endOf(tx, sound), syncStateIn(tx, sound, destinationId), ...batch.events.map(settleOne)]);
    // A batch that another sender settled is noted by that one.
    await note(tx, sound, isWhole ? receiptsNoted(settlement) : [], now, Promise.resolve(end));
    await tx.objectStore('batches').delete(batch.id);
    await putSyncState(tx, destinationId, {
      // A request that ended meanwhile held something that was erased.
      ...(await putSent(tx, destinationId, state, isWhole ? sent : null)),
      attempts: 0,
      notBefore: 0,
      halted: false,
      lastSentAt: accepted.length > 0 ? now : state.lastSentAt,
      lastProblem: problem ?? rejected.at(-1)?.problem ?? null,
    });
  });
}

const stands = async (tx: Writing, table: 'reviews' | 'preferences', key: [string, number]): Promise<boolean> =>
  (await tx.objectStore(table).getKey(key)) !== undefined;
