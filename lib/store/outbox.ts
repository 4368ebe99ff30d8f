/** The store `outbox`: which review revisions wait for a destination. */
import type { Review } from '../model/review.ts';
import type { OutboxRow } from '../model/sync.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import type { Sound, Store, Writing } from './open.ts';
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
  change: { review: Review; destinationId: string; undoneTo: number | null; now: number; undoMs: number },
): Promise<void> {
  const { review, destinationId, undoneTo, now, undoMs } = change;
  if (undoneTo !== null) {
    const kept = await dropUnsent(tx, sound, review.id, destinationId, undoneTo);
    const receipts = await tx.objectStore('receipts').index('byReview').getAll([destinationId, review.id]);
    const there = Math.max(0, ...kept, ...receipts.map((record) => sound('receipts', record.key, receiptSchema, record)?.revision ?? 0));
    if (there === undoneTo) return;
  }
  const { id: reviewId, revision, answerId } = review;
  await enqueue(tx, destinationId, [{ reviewId, revision, answerId }], now + undoMs, now);
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
      const records = await tx.objectStore('heads').getAll(after === undefined ? null : IDBKeyRange.lowerBound(after, true), page);
      const missing = await Promise.all(
        records.map(async (record) => {
          const head = sound('heads', record.id, headSchema, record);
          if (!head || head.status === 'draft') return [];
          const key = `${destinationId}/${eventIdOf(head)}`;
          const [receipt, row] = await Promise.all([tx.objectStore('receipts').getKey(key), tx.objectStore('outbox').getKey(key)]);
          if (receipt ?? row) return [];
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
