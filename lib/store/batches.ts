/** The store `batches`: requests that were made ready. At most one is on its way to a destination. */
import type { OutboxRow, ReviewEvent, SyncProblem } from '../model/sync.ts';
import { hash } from './answers.ts';
import { collectEvents, type Limits } from './collect.ts';
import { syncStateIn, putSyncState } from './syncState.ts';
import type { Reading, Sound, Store, Writing } from './open.ts';
import { nextSeq } from './outbox.ts';
import { batchSchema } from './rows.ts';
import type { BatchRow } from './tables.ts';
import { outboxRowSchema } from '../schema/sync.ts';

/** What to lease. Times are epoch ms. */
export interface LeaseRequest extends Limits {
  destinationId: string;
  now: number;
  leaseMs: number;
  /** A person asked: back-off does not hold, the undo time does. */
  byHand: boolean;
  /** The caller knows that nobody else is sending, so a lease that still runs is a dead one's. */
  alone: boolean;
}

const tables = ['outbox', 'batches', 'reviews', 'answers', 'meta'] as const;

/**
 * Takes the next request for sending, in one strict transaction: a stored one that was not settled comes first, as
 * it is; else a new one is made and stored with its lease. `nextAt` is when it is worth asking again; null: nothing waits.
 */
export function leaseBatch(
  store: Store,
  request: LeaseRequest,
): Promise<{ batch: BatchRow; nextAt?: never } | { batch: null; nextAt: number | null }> {
  const { destinationId, now, leaseMs, alone } = request;
  return store.write([...tables], async (tx, sound) => {
    const leasedUntil = now + leaseMs;
    const stored = await firstBatch(tx, sound, destinationId);
    if (stored) {
      if (!alone && stored.leasedUntil !== null && stored.leasedUntil > now) return { batch: null, nextAt: stored.leasedUntil };
      const batch = { ...stored, leasedUntil, attempts: stored.attempts + 1 };
      await tx.objectStore('batches').put(batch);
      return { batch };
    }
    await freeOrphans(tx, sound, destinationId);
    const { events, rows, unreadable, nextAt } = await collectEvents(tx, sound, request);
    for (const row of unreadable) await tx.objectStore('outbox').put(parked(row, problemOf('unreadable', now)));
    if (events.length === 0) return { batch: null, nextAt };
    const batch = { ...(await batchOf(tx, destinationId, events)), leasedUntil, attempts: 1 };
    await Promise.all(rows.map((row) => tx.objectStore('outbox').put({ ...row, state: 'leased', leasedUntil, batchId: batch.id })));
    await tx.objectStore('batches').put(batch);
    return { batch };
  });
}

/** What the next request will hold, the undo time and back-off left aside; nothing is changed. Null: nothing waits. */
export function nextBatch(store: Store, request: Limits & { destinationId: string }): Promise<Pick<BatchRow, 'id' | 'events'> | null> {
  return store.read([...tables], async (tx, sound) => {
    const stored = await firstBatch(tx, sound, request.destinationId);
    if (stored) return stored;
    const { events } = await collectEvents(tx, sound, { ...request, now: Infinity, byHand: true });
    return events.length > 0 ? { id: idOf(events), events } : null;
  });
}

/** When the next request may leave, epoch ms, back-off of rows and undo time counted; null: nothing waits. */
export function nextBatchAt(store: Store, request: Limits & { destinationId: string; now: number }): Promise<number | null> {
  return store.read([...tables], async (tx, sound) => {
    const stored = await firstBatch(tx, sound, request.destinationId);
    if (stored) return stored.leasedUntil ?? request.now;
    const { events, nextAt } = await collectEvents(tx, sound, { ...request, maxEvents: 1, byHand: false });
    return events.length > 0 ? request.now : nextAt;
  });
}

/** Keeps a request that failed as a whole, for a retry that is the same, and says how the destination is doing. */
export function keepBatch(
  store: Store,
  failed: { batch: BatchRow; problem: SyncProblem; notBefore: number; halted: boolean },
): Promise<void> {
  const { batch, problem, notBefore, halted } = failed;
  return store.write(['batches', 'meta'], async (tx, sound) => {
    const stored = sound('batches', batch.id, batchSchema, await tx.objectStore('batches').get(batch.id));
    if (stored) await tx.objectStore('batches').put({ ...stored, leasedUntil: null });
    const state = await syncStateIn(tx, sound, batch.destinationId);
    await putSyncState(tx, batch.destinationId, {
      ...state,
      attempts: state.attempts + 1,
      notBefore,
      lastProblem: problem,
      halted: state.halted || halted,
    });
  });
}

/** Makes two requests of one that was too large, or that holds something the endpoint refuses. Each is a new one, with its own id. */
export function splitBatch(store: Store, batch: BatchRow, problem: SyncProblem): Promise<void> {
  return store.write(['batches', 'outbox', 'meta'], async (tx, sound) => {
    if (!(await tx.objectStore('batches').getKey(batch.id))) return;
    await tx.objectStore('batches').delete(batch.id);
    const middle = Math.ceil(batch.events.length / 2);
    for (const events of [batch.events.slice(0, middle), batch.events.slice(middle)]) {
      const half = { ...(await batchOf(tx, batch.destinationId, events)), leasedUntil: null, attempts: 0 };
      await tx.objectStore('batches').put(half);
      for (const event of events) {
        const key = `${batch.destinationId}/${event.id}`;
        const row = sound('outbox', key, outboxRowSchema, await tx.objectStore('outbox').get(key));
        if (row) await tx.objectStore('outbox').put({ ...row, batchId: half.id, lastError: problem });
      }
    }
  });
}

/** A row that the endpoint refused for good. */
export const parked = (row: OutboxRow, lastError: SyncProblem): OutboxRow => ({
  ...row,
  state: 'rejected',
  attempts: row.attempts + 1,
  leasedUntil: null,
  batchId: null,
  lastError,
});

const problemOf = (detail: string, now: number): SyncProblem => ({
  code: 'refused',
  status: null,
  detail,
  at: new Date(now).toISOString(),
});

async function firstBatch(tx: Reading, sound: Sound, destinationId: string): Promise<BatchRow | null> {
  const records = await tx
    .objectStore('batches')
    .index('bySeq')
    .getAll(IDBKeyRange.bound([destinationId], [destinationId, []]));
  for (const record of records) {
    const batch = sound('batches', record.id, batchSchema, record);
    if (batch) return batch;
  }
  return null;
}

async function batchOf(tx: Writing, destinationId: string, events: ReviewEvent[]) {
  return { id: idOf(events), destinationId, seq: await nextSeq(tx), events };
}

/** The same events with the same content have the same key; other content has another. One event's key is its own id. */
const idOf = (events: ReviewEvent[]): string =>
  events.length === 1 && events[0] ? events[0].id : hash(JSON.stringify(events)).slice(0, 32);

/** With no readable request left, what is marked as leased is in none: a bad record lost them. */
async function freeOrphans(tx: Writing, sound: Sound, destinationId: string): Promise<void> {
  const range = IDBKeyRange.bound([destinationId, 'leased'], [destinationId, 'leased', []]);
  for (const record of await tx.objectStore('outbox').index('bySeq').getAll(range)) {
    const row = sound('outbox', record.key, outboxRowSchema, record);
    if (row) await tx.objectStore('outbox').put({ ...row, state: 'pending', leasedUntil: null, batchId: null });
  }
  const spoiled = await tx
    .objectStore('batches')
    .index('bySeq')
    .getAllKeys(IDBKeyRange.bound([destinationId], [destinationId, []]));
  for (const key of spoiled) await tx.objectStore('batches').delete(key);
}
