/**
 * Whatever fails, wherever the sender dies, however many there are and whatever the clock says: everything arrives at each destination, nothing twice,
 * each review's revisions in order.
 */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { schedule } from './schedule.ts';
import { live } from './two.ts';

const runs = Number(process.env.BLUEPENCIL_FAULT_RUNS ?? 40);
const seed = process.env.BLUEPENCIL_FAULT_SEED === undefined ? 20_260_312 : Number(process.env.BLUEPENCIL_FAULT_SEED);

test.each([false, true])(
  'any failures, deaths and recoveries (with locks: %s)',
  async (locks) => {
    const property = fc.asyncProperty(schedule, async (steps) => {
      const { said, endpoints, world } = await live(steps, locks);
      for (const { stored } of endpoints) {
        expect(stored.toSorted()).toEqual(said.toSorted());
        for (const ids of Map.groupBy(stored, (id) => id.split('.')[0]).values()) {
          const revisions = ids.map((id) => Number(id.split('.')[1]));
          expect(revisions).toEqual(revisions.toSorted((one, other) => one - other));
        }
      }
      for (const one of (await world.sync.status()).destinations) expect(one).toMatchObject({ waiting: 0, rejected: 0, sending: false });
      const kept = await world.store.read(['receipts', 'batches'], async (tx) => [
        await tx.objectStore('receipts').count(),
        await tx.objectStore('batches').count(),
      ]);
      expect(kept).toEqual([said.length * endpoints.length, 0]);
      await world.end();
    });
    await fc.assert(property, { numRuns: runs, seed });
  },
  120_000,
);
