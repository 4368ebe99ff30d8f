/** The request after the one that is on its way. */
import { recordOf } from '../model/sync.ts';
import { batchTables, makeBatch, unmasked, type LeaseRequest } from './batches.ts';
import type { Store } from './open.ts';
import type { BatchRow } from './tables.ts';

/**
 * Makes the request after one that is on its way ready, so that it can leave as soon as that one is settled. It has no lease, and holds nothing of what
 * that one is about, whose later revisions have to wait. Nothing happens where another one is ready, or the rules are not those of that one.
 */
export function prepareBatch(store: Store, request: Omit<LeaseRequest, 'leaseMs' | 'alone'>, under: BatchRow): Promise<void> {
  return store.write([...batchTables], async (tx, sound) => {
    const { destinationId, leave } = request;
    const keys = await tx
      .objectStore('batches')
      .index('bySeq')
      .getAllKeys(IDBKeyRange.bound([destinationId], [destinationId, []]));
    if (keys.length !== 1 || keys[0] !== under.id || (under.rules ?? unmasked) !== leave.rules) return;
    const without = new Set(under.events.map((event) => recordOf(event).id));
    await makeBatch(tx, sound, { ...request, without }, { leasedUntil: null, attempts: 0 }, under);
  });
}
