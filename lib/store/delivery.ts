/** How far what was said has come on its way. */
import type { OutboxState } from '../model/sync.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import type { Reading, Sound } from './open.ts';
import { receiptSchema } from './rows.ts';
import { settingsOf } from './settings.ts';

/** One revision on its way to the destinations that are set. Of several the one that is least far counts. */
export interface Delivery {
  revision: number;
  state: OutboxState | 'stored' | 'duplicate' | 'received';
}

/** What a person has to look at comes first. */
const leastFar: Delivery['state'][] = ['rejected', 'pending', 'leased', 'stored', 'duplicate', 'received'];

/** Of a review or a preference: in a transaction over `outbox`, `receipts` and `meta`. Those that never had to leave are not listed. */
export async function deliveryOf(tx: Reading, sound: Sound, id: string): Promise<Delivery[]> {
  const destinations = settingsOf(sound, await tx.objectStore('meta').get('settings'))?.destinations ?? [];
  const delivery: Delivery[] = [];
  for (const { id: destinationId } of destinations) {
    for (const record of await tx.objectStore('receipts').index('byReview').getAll([destinationId, id])) {
      const receipt = sound('receipts', record.key, receiptSchema, record);
      if (receipt) delivery.push({ revision: receipt.revision, state: receipt.status });
    }
    for (const record of await tx.objectStore('outbox').index('byReview').getAll([destinationId, id])) {
      const row = sound('outbox', record.key, outboxRowSchema, record);
      if (row) delivery.push({ revision: row.revision, state: row.state });
    }
  }
  const ordered = delivery.toSorted((one, other) => leastFar.indexOf(one.state) - leastFar.indexOf(other.state));
  return ordered.filter(({ revision }, at) => ordered.findIndex((one) => one.revision === revision) === at);
}
