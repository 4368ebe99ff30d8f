/** The way on from a database that does not work any more: it is deleted, and an empty one begins. */
import { deleteDB } from 'idb';
import { explain, inTime } from './connect.ts';
import type { Store } from './open.ts';
import { lossRow } from './quarantine.ts';
import { headIn, recordTables, start } from './record.ts';

/**
 * Deletes the database with all that is in it, and makes an empty one, whose record says that it begins anew and that somebody wanted it; `rows` is how
 * many were saved before. Refusals: `database-broken` (the browser cannot even delete it), `database-busy`, those of opening it. `now` is epoch ms.
 */
export async function beginAnew(
  store: Store,
  { name = 'bluepencil', rows, now = Date.now() }: { name?: string; rows: number; now?: number },
): Promise<void> {
  // What could not be opened cannot be closed.
  await store.close().catch(() => {});
  try {
    await inTime(deleteDB(name), () => {});
  } catch (error) {
    throw await explain(error);
  }
  await store.write(['quarantine', ...recordTables], async (tx, sound) => {
    const head = await headIn(tx, sound);
    start(tx, 'chain.reset', { because: 'begun-anew', saved: rows }, { after: head?.seq ?? 0, now });
    await tx.objectStore('quarantine').put(lossRow('a person began anew', now));
  });
}
