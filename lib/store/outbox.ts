/** The store `outbox`: which revisions of reviews and preferences wait for a destination. */
import type { OutboxRow } from '../model/sync.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import { destinationsIn } from './gone.ts';
import type { Reading, Sound, Store, Writing } from './open.ts';
import { receiptSchema, headSchema } from './rows.ts';
import { changeSyncState } from './syncState.ts';

/** The id of an event, stable over retries. */
export const eventIdOf = (review: { id: string; revision: number }): string => `${review.id}.${review.revision}`;

/**
 * Notes in the transaction of a change what has to leave because of it. `undoneTo` is the revision that the change
 * goes back to (0 = nothing is said any more), null for any other change. What was undone before it ever left does not leave.
 */
export async function enqueueChange(
  tx: Writing,
  sound: Sound,
  change: {
    record: { id: string; revision: number; answerId: string };
    destinationIds: string[];
    undoneTo: number | null;
    now: number;
    undoMs: number;
  },
): Promise<void> {
  const { record: changed, destinationIds, undoneTo, now, undoMs } = change;
  const { id: reviewId, revision, answerId } = changed;
  for (const destinationId of destinationIds) {
    if (undoneTo !== null && (await isThere(tx, sound, changed.id, destinationId, undoneTo))) continue;
    await enqueue(tx, destinationId, [{ reviewId, revision, answerId }], now + undoMs, now);
  }
}

/** Takes back what has not left; true where the destination then has or gets just the revision that was gone back to. */
async function isThere(tx: Writing, sound: Sound, reviewId: string, destinationId: string, revision: number): Promise<boolean> {
  const kept = await dropUnsent(tx, sound, reviewId, destinationId, revision);
  const receipts = await tx.objectStore('receipts').index('byReview').getAll([destinationId, reviewId]);
  const there = receipts.map((record) => sound('receipts', record.key, receiptSchema, record)?.revision ?? 0);
  return Math.max(0, ...kept, ...there) === revision;
}

/** Takes back rows above `revision` that no request has carried yet. Returns the revisions of those that stay. */
async function dropUnsent(tx: Writing, sound: Sound, reviewId: string, destinationId: string, revision: number): Promise<number[]> {
  const outbox = tx.objectStore('outbox');
  const kept: number[] = [];
  for (const record of await outbox.index('byReview').getAll([destinationId, reviewId])) {
    const row = sound('outbox', record.key, outboxRowSchema, record);
    if (!row) continue;
    const never = (row.state === 'pending' && row.attempts === 0) || row.state === 'rejected';
    if (never && row.revision > revision) await outbox.delete(row.key);
    else if (row.state !== 'rejected') kept.push(row.revision);
  }
  return kept;
}

type Waiting = Pick<OutboxRow, 'reviewId' | 'revision' | 'answerId'>;

async function enqueue(tx: Writing, destinationId: string, waiting: Waiting[], notBefore: number, now: number): Promise<void> {
  let seq = await nextSeq(tx, waiting.length);
  const written: Promise<unknown>[] = [];
  for (const { reviewId, revision, answerId } of waiting) {
    const eventId = eventIdOf({ id: reviewId, revision });
    const row: OutboxRow = {
      key: `${destinationId}/${eventId}`,
      destinationId,
      eventId,
      reviewId,
      revision,
      answerId,
      state: 'pending',
      seq: seq++,
      notBefore,
      attempts: 0,
      leasedUntil: null,
      batchId: null,
      lastError: null,
      createdAt: new Date(now).toISOString(),
    };
    written.push(tx.objectStore('outbox').put(row));
  }
  await Promise.all(written);
}

/** The first of the next numbers of the outbox's own counter, in the same transaction. */
export async function nextSeq(tx: Writing, count = 1): Promise<number> {
  const last = (await tx.objectStore('meta').get('seq'))?.value;
  const first = typeof last === 'number' ? last + 1 : 1;
  await tx.objectStore('meta').put({ key: 'seq', value: first + count - 1 });
  return first;
}

/** Reviews a transaction, when many are enqueued at once. */
const page = 200;

/**
 * Enqueues the newest revision of every review that a destination does not have and that does not wait for it, and then
 * notes that it is no longer behind. It may be stopped anywhere and called again.
 */
export async function enqueueMissing(store: Store, destinationId: string, now: number): Promise<void> {
  let after: string | undefined;
  do {
    after = await store.write(['heads', 'outbox', 'receipts', 'meta'], async (tx, sound) => {
      const others = [...(await destinationsIn(tx))].filter((id) => id !== destinationId);
      const records = await tx.objectStore('heads').getAll(after === undefined ? null : IDBKeyRange.lowerBound(after, true), page);
      const missing = await Promise.all(
        records.map(async (record) => {
          const head = sound('heads', record.id, headSchema, record);
          if (!head || head.status === 'draft') return [];
          const key = `${destinationId}/${eventIdOf(head)}`;
          const [receipt, row] = await Promise.all([tx.objectStore('receipts').getKey(key), tx.objectStore('outbox').getKey(key)]);
          if (receipt ?? row) return [];
          // What came from another destination is its writer's, who sends it where they want it.
          if ((await Promise.all(others.map((one) => isReceived(tx, sound, one, head)))).includes(true)) return [];
          // What was withdrawn concerns only those who have it.
          const had = head.status === 'final' || (await tx.objectStore('receipts').index('byReview').getKey([destinationId, head.id]));
          return had ? [{ reviewId: head.id, revision: head.revision, answerId: head.answerId }] : [];
        }),
      );
      await enqueue(tx, destinationId, missing.flat(), now, now);
      return records.length < page ? undefined : records.at(-1)?.id;
    });
  } while (after !== undefined);
  await changeSyncState(store, destinationId, (state) => ({ ...state, behind: false }));
}

async function isReceived(tx: Reading, sound: Sound, destinationId: string, record: { id: string; revision: number }): Promise<boolean> {
  const key = `${destinationId}/${eventIdOf(record)}`;
  return sound('receipts', key, receiptSchema, await tx.objectStore('receipts').get(key))?.status === 'received';
}

/** What an endpoint refused for good: it stays, visible, until it is tried again. */
export function rejectedRows(store: Store, destinationId: string): Promise<OutboxRow[]> {
  return store.read(['outbox'], async (tx, sound) => {
    const range = IDBKeyRange.bound([destinationId, 'rejected'], [destinationId, 'rejected', []]);
    const records = await tx.objectStore('outbox').index('bySeq').getAll(range);
    return records.flatMap((record) => sound('outbox', record.key, outboxRowSchema, record) ?? []);
  });
}

/** Lets what was refused for good try again, now. */
export function retryRejected(store: Store, destinationId: string, now: number): Promise<void> {
  return store.write(['outbox'], async (tx, sound) => {
    const range = IDBKeyRange.bound([destinationId, 'rejected'], [destinationId, 'rejected', []]);
    for (const record of await tx.objectStore('outbox').index('bySeq').getAll(range)) {
      const row = sound('outbox', record.key, outboxRowSchema, record);
      if (row) await tx.objectStore('outbox').put({ ...row, state: 'pending', notBefore: now });
    }
  });
}
