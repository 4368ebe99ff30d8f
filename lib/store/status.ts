/** How far the reviews have come, for people. */
import { isLeased } from '../model/due.ts';
import type { Destination, DestinationStatus } from '../model/sync.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import type { Reading, Sound, Store } from './open.ts';
import { batchSchema } from './rows.ts';
import { secretFields, settingsOf } from './settings.ts';
import { syncStateIn } from './syncState.ts';

/**
 * How each destination is doing, without `nextTryAt`, which depends on what a sender would do. `now` is epoch ms. A destination that told us to stop
 * is shown as paused; `lastProblem` says why.
 */
export function readStatus(store: Store, now: number): Promise<Omit<DestinationStatus, 'nextTryAt'>[]> {
  return store.read(['meta', 'secrets', 'outbox', 'batches'], async (tx, sound) => {
    const destinations = settingsOf(sound, await tx.objectStore('meta').get('settings'))?.destinations ?? [];
    return Promise.all(destinations.map((destination) => statusOf(tx, sound, destination, now)));
  });
}

async function statusOf(tx: Reading, sound: Sound, destination: Destination, now: number): Promise<Omit<DestinationStatus, 'nextTryAt'>> {
  const { id } = destination;
  const rows = tx.objectStore('outbox').index('bySeq');
  const range = (state: string) => IDBKeyRange.bound([id, state], [id, state, []]);
  const [pending, leased, rejected, firstPending, firstLeased, batches, secrets, state] = await Promise.all([
    rows.count(range('pending')),
    rows.count(range('leased')),
    rows.count(range('rejected')),
    rows.get(range('pending')),
    rows.get(range('leased')),
    tx
      .objectStore('batches')
      .index('bySeq')
      .getAll(IDBKeyRange.bound([id], [id, []])),
    secretFields(tx, id),
    syncStateIn(tx, sound, id),
  ]);
  const times = [firstPending, firstLeased].flatMap((record) => {
    const row = record && sound('outbox', record.key, outboxRowSchema, record);
    return row ? [Date.parse(row.createdAt)] : [];
  });
  return {
    destination: { ...destination, paused: destination.paused || state.halted },
    secrets,
    waiting: pending + leased,
    rejected,
    oldestWaitingAt: times.length > 0 ? Math.min(...times) : null,
    lastSentAt: state.lastSentAt,
    lookedAt: state.lookedAt ?? null,
    lastProblem: state.lastProblem ?? state.receiveProblem ?? null,
    sending: batches.some((record) => isLeased(sound('batches', record.id, batchSchema, record)?.leasedUntil ?? null, now)),
    disabled: state.disabled ?? false,
  };
}
