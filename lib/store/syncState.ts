/** How each destination is doing, in `meta`. */
import type { SyncState } from './tables.ts';
import type { Reading, Sound, Store, Writing } from './open.ts';
import { syncStateSchema } from './rows.ts';

const fresh: SyncState = { attempts: 0, notBefore: 0, lastSentAt: null, lastProblem: null, halted: false, behind: false };
const keyOf = (destinationId: string): string => `sync/${destinationId}`;

/** The state in a transaction over `meta`. */
export async function syncStateIn(tx: Reading, sound: Sound, destinationId: string): Promise<SyncState> {
  const key = keyOf(destinationId);
  return sound('meta', key, syncStateSchema, (await tx.objectStore('meta').get(key))?.value) ?? fresh;
}

/** Writes the state in a transaction over `meta`. */
export async function putSyncState(tx: Writing, destinationId: string, value: SyncState): Promise<void> {
  await tx.objectStore('meta').put({ key: keyOf(destinationId), value });
}

/** How a destination is doing. */
export const readSyncState = (store: Store, destinationId: string): Promise<SyncState> =>
  store.read(['meta'], (tx, sound) => syncStateIn(tx, sound, destinationId));

/** Changes it in one transaction. */
export function changeSyncState(store: Store, destinationId: string, change: (state: SyncState) => SyncState): Promise<void> {
  return store.write(['meta'], async (tx, sound) => {
    await putSyncState(tx, destinationId, change(await syncStateIn(tx, sound, destinationId)));
  });
}
