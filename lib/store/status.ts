/** How far the reviews have come, for people. */
import type { SyncStatus } from '../model/sync.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import type { Store } from './open.ts';
import { batchSchema } from './rows.ts';
import { settingsOf } from './settings.ts';
import { syncStateIn } from './syncState.ts';

/**
 * The status without `nextTryAt`, which depends on what a sender would do. `now` is epoch ms. A destination that told us
 * to stop is shown as paused; `lastProblem` says why.
 */
export function readStatus(store: Store, now: number): Promise<Omit<SyncStatus, 'nextTryAt'>> {
  return store.read(['meta', 'secrets', 'outbox', 'batches'], async (tx, sound) => {
    const destination = settingsOf(sound, await tx.objectStore('meta').get('settings'))?.destination ?? null;
    if (!destination) {
      return {
        destination,
        hasToken: false,
        waiting: 0,
        rejected: 0,
        oldestWaitingAt: null,
        lastSentAt: null,
        lastProblem: null,
        sending: false,
      };
    }
    const { id } = destination;
    const rows = tx.objectStore('outbox').index('bySeq');
    const range = (state: string) => IDBKeyRange.bound([id, state], [id, state, []]);
    const [pending, leased, rejected, firstPending, firstLeased, batches, state] = await Promise.all([
      rows.count(range('pending')),
      rows.count(range('leased')),
      rows.count(range('rejected')),
      rows.get(range('pending')),
      rows.get(range('leased')),
      tx
        .objectStore('batches')
        .index('bySeq')
        .getAll(IDBKeyRange.bound([id], [id, []])),
      syncStateIn(tx, sound, id),
    ]);
    const times = [firstPending, firstLeased].flatMap((record) => {
      const row = record && sound('outbox', record.key, outboxRowSchema, record);
      return row ? [Date.parse(row.createdAt)] : [];
    });
    return {
      destination: { ...destination, paused: destination.paused || state.halted },
      hasToken: (await tx.objectStore('secrets').getKey(`token/${id}`)) !== undefined,
      waiting: pending + leased,
      rejected,
      oldestWaitingAt: times.length > 0 ? Math.min(...times) : null,
      lastSentAt: state.lastSentAt,
      lastProblem: state.lastProblem,
      sending: batches.some((record) => (sound('batches', record.id, batchSchema, record)?.leasedUntil ?? 0) > now),
    };
  });
}
