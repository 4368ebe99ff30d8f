/** A request that was too large, or holds something the endpoint refuses, becomes two. */
import type { Sent } from '../model/sent.ts';
import type { SyncProblem } from '../model/sync.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import { batchOf } from './batches.ts';
import { bytesOf } from './collect.ts';
import type { Store } from './open.ts';
import { putSent } from './sent.ts';
import { putSyncState, syncStateIn } from './syncState.ts';
import type { BatchRow } from './tables.ts';

/**
 * Makes two requests of one, each a new one with its own id. Where it was too large, none is made from now on that is larger than its half.
 */
export function splitBatch(store: Store, batch: BatchRow, problem: SyncProblem, sent: Sent | null): Promise<void> {
  return store.write(['batches', 'outbox', 'meta'], async (tx, sound) => {
    if (!(await tx.objectStore('batches').getKey(batch.id))) return;
    await tx.objectStore('batches').delete(batch.id);
    const state = await putSent(tx, batch.destinationId, await syncStateIn(tx, sound, batch.destinationId), sent);
    const size = Math.floor(batch.events.reduce((sum, event) => sum + bytesOf(event), 0) / 2);
    const smaller = problem.code === 'too-large' ? { maxBytes: Math.min(size, state.maxBytes ?? size) } : {};
    await putSyncState(tx, batch.destinationId, { ...state, ...smaller });
    const middle = Math.ceil(batch.events.length / 2);
    for (const events of [batch.events.slice(0, middle), batch.events.slice(middle)]) {
      const half = { ...(await batchOf(tx, batch.destinationId, events, batch.rules)), leasedUntil: null, attempts: 0 };
      await tx.objectStore('batches').put(half);
      for (const event of events) {
        const key = `${batch.destinationId}/${event.id}`;
        const row = sound('outbox', key, outboxRowSchema, await tx.objectStore('outbox').get(key));
        if (row) await tx.objectStore('outbox').put({ ...row, batchId: half.id, lastError: problem });
      }
    }
  });
}
