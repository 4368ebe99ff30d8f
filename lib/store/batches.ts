/** The store `batches`: requests that were made ready. At most one is on its way to a destination, and no two hold revisions of the same thing. */
import { isLeased } from '../model/due.ts';
import type { Masks } from '../model/privacy.ts';
import type { Sent } from '../model/sent.ts';
import type { OutboxRow, SyncEvent, SyncProblem } from '../model/sync.ts';
import { hash } from './answers.ts';
import { idempotencyKey, keyOf } from './batchKey.ts';
import { collectEvents, type Leave, type Limits } from './collect.ts';
import { addToLedger, masksOfEvents } from './masks.ts';
import { putSent } from './sent.ts';
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
  leave: Leave;
  /** The caller knows that nobody else is sending, so a lease that still runs is a dead one's. */
  alone: boolean;
}

/** The rules of requests from before there were any, and of those that leave as they are. */
export const unmasked = 'none';

/** What a request is made of. */
export const batchTables = ['outbox', 'batches', 'reviews', 'preferences', 'answers', 'masks', 'meta'] as const;

/**
 * Takes the next request for sending, in one strict transaction: a stored one that was not settled comes first, as
 * it is, unless the rules of masking have changed; else a new one is made, masked, and stored with its lease. `nextAt` is when it is worth asking again; null: nothing waits.
 */
export function leaseBatch(
  store: Store,
  request: LeaseRequest,
): Promise<{ batch: BatchRow; nextAt?: never } | { batch: null; nextAt: number | null }> {
  const { destinationId, now, leaseMs, alone, leave } = request;
  return store.write([...batchTables], async (tx, sound) => {
    const leasedUntil = now + leaseMs;
    const before = await firstBatch(tx, sound, destinationId);
    const stored = before && (await keptOrFreed(tx, sound, before, { now, alone, leave }));
    if (stored) {
      if (!alone && isLeased(stored.leasedUntil, now)) return { batch: null, nextAt: stored.leasedUntil };
      const batch = { ...stored, leasedUntil, attempts: stored.attempts + 1 };
      await tx.objectStore('batches').put(batch);
      return { batch };
    }
    // With no readable request left, what is marked as leased is in none: a bad record lost them.
    await freeLeased(tx, sound, destinationId);
    return makeBatch(tx, sound, request, { leasedUntil, attempts: 1 }, before);
  });
}

/** A new request of what waits, stored with its lease, in a transaction over `batchTables`. `before` is one that had the same, or is on its way. */
export async function makeBatch(
  tx: Writing,
  sound: Sound,
  request: Omit<LeaseRequest, 'leaseMs' | 'alone'> & { without?: Set<string> },
  lease: Pick<BatchRow, 'leasedUntil' | 'attempts'>,
  before: BatchRow | null,
): Promise<{ batch: BatchRow; nextAt?: never } | { batch: null; nextAt: number | null }> {
  const { destinationId, leave, now } = request;
  const { events, rows, unreadable, nextAt, masks } = await collectEvents(tx, sound, { ...request, mask: leave.mask });
  await Promise.all(masks.map(({ conversation, ledger }) => addToLedger(tx, sound, conversation, ledger)));
  for (const row of unreadable) await tx.objectStore('outbox').put(parked(row, problemOf('unreadable', now)));
  if (events.length === 0) return { batch: null, nextAt };
  const made = await batchOf(tx, destinationId, events, leave.rules);
  // Another content under the same key would be refused by an endpoint that took the first one and could not say so.
  const id = made.id === before?.id ? `${destinationId}/${hash(JSON.stringify(events)).slice(0, 32)}` : made.id;
  const batch = { ...made, id, ...lease };
  const { leasedUntil } = lease;
  await Promise.all(rows.map((row) => tx.objectStore('outbox').put({ ...row, state: 'leased', leasedUntil, batchId: id })));
  await tx.objectStore('batches').put(batch);
  return { batch };
}

/** What a request will hold, and what is kept of the conversation of each of its events. */
export interface NextBatch extends Pick<BatchRow, 'id' | 'events'> {
  masks: (Masks | null)[];
}

/**
 * What the next request will hold, the undo time and back-off left aside. Null: nothing waits. Nothing is changed but that placeholders are given for
 * good: what was shown is what leaves.
 */
export function nextBatch(store: Store, request: Limits & { destinationId: string; leave: Leave; now: number }): Promise<NextBatch | null> {
  const { destinationId, leave, now } = request;
  return store.write([...batchTables], async (tx, sound) => {
    const before = await firstBatch(tx, sound, destinationId);
    const stored = before && (await keptOrFreed(tx, sound, before, { now, alone: false, leave }));
    if (stored) return { id: idempotencyKey(stored), events: stored.events, masks: await masksOfEvents(tx, sound, stored.events) };
    const found = await collectEvents(tx, sound, { ...request, now: Infinity, byHand: true, mask: leave.mask });
    for (const { conversation, ledger } of found.masks) await addToLedger(tx, sound, conversation, ledger);
    const { events } = found;
    return events.length > 0 ? { id: keyOf(events), events, masks: await masksOfEvents(tx, sound, events) } : null;
  });
}

/** When the next request may leave, epoch ms, back-off of rows and undo time counted; null: nothing waits. */
export function nextBatchAt(store: Store, request: Limits & { destinationId: string; now: number }): Promise<number | null> {
  return store.read([...batchTables], async (tx, sound) => {
    const stored = await firstBatch(tx, sound, request.destinationId);
    if (stored) return isLeased(stored.leasedUntil, request.now) ? stored.leasedUntil : request.now;
    const { events, nextAt } = await collectEvents(tx, sound, { ...request, maxEvents: 1, byHand: false });
    return events.length > 0 ? request.now : nextAt;
  });
}

/** Keeps a request that failed as a whole, for a retry that is the same, and says how the destination is doing. */
export function keepBatch(
  store: Store,
  failed: { batch: BatchRow; problem: SyncProblem; sent: Sent | null; notBefore: number; halted: boolean; disabled: boolean },
): Promise<void> {
  const { batch, problem, sent, notBefore, halted, disabled } = failed;
  return store.write(['batches', 'meta'], async (tx, sound) => {
    const stored = sound('batches', batch.id, batchSchema, await tx.objectStore('batches').get(batch.id));
    if (stored) await tx.objectStore('batches').put({ ...stored, leasedUntil: null });
    const state = await syncStateIn(tx, sound, batch.destinationId);
    await putSyncState(tx, batch.destinationId, {
      ...(await putSent(tx, batch.destinationId, state, stored ? sent : null)),
      attempts: state.attempts + 1,
      notBefore,
      lastProblem: problem,
      halted: state.halted || halted,
      disabled: state.disabled || disabled,
    });
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

/** A request of these events, in a transaction over `meta`; it is not stored yet. */
export async function batchOf(tx: Writing, destinationId: string, events: SyncEvent[], rules: string | undefined) {
  return {
    id: `${destinationId}/${keyOf(events)}`,
    destinationId,
    seq: await nextSeq(tx),
    events,
    ...(rules === undefined ? {} : { rules }),
  };
}

/** The request if it may leave as it is; null: the rules have changed since it was made ready, nobody is sending it, and it is taken apart. */
async function keptOrFreed(
  tx: Writing,
  sound: Sound,
  batch: BatchRow,
  { now, alone, leave }: Pick<LeaseRequest, 'now' | 'alone' | 'leave'>,
): Promise<BatchRow | null> {
  if ((batch.rules ?? unmasked) === leave.rules || (!alone && isLeased(batch.leasedUntil, now))) return batch;
  await freeLeased(tx, sound, batch.destinationId);
  return null;
}

/** Takes all requests of a destination apart, unreadable ones too: what they held waits again. */
async function freeLeased(tx: Writing, sound: Sound, destinationId: string): Promise<void> {
  const range = IDBKeyRange.bound([destinationId, 'leased'], [destinationId, 'leased', []]);
  for (const record of await tx.objectStore('outbox').index('bySeq').getAll(range)) {
    const row = sound('outbox', record.key, outboxRowSchema, record);
    if (row) await tx.objectStore('outbox').put({ ...row, state: 'pending', leasedUntil: null, batchId: null });
  }
  const batches = IDBKeyRange.bound([destinationId], [destinationId, []]);
  for (const key of await tx.objectStore('batches').index('bySeq').getAllKeys(batches)) await tx.objectStore('batches').delete(key);
}
