/** Backups in memory: what a page does with a disk. */
import { openBackup } from '../../../lib/backup/read.ts';
import { writeBackup } from '../../../lib/backup/write.ts';
import { backupTables, databaseVersion, everyRow } from '../../../lib/store/everything.ts';
import type { Store, Table } from '../../../lib/store/open.ts';
import { planRestore, restore, type RestorePlan } from '../../../lib/store/restore.ts';
import { isoAt, noon } from '../sample.ts';

/** A backup of all that is in a store. */
export const backedUp = (store: Store, passphrase?: string): Promise<Uint8Array<ArrayBuffer>> => bytesOf(everyRow(store), { passphrase });

/** A file of any rows, of any database. */
export async function bytesOf(
  rows: AsyncIterable<{ table: string; json: string }>,
  { passphrase, database = databaseVersion }: { passphrase?: string; database?: number } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const to = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (part) => void parts.push(part) });
  await writeBackup(rows, { database, app: '1.0.0', at: isoAt(0) }, { to, passphrase });
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Checks a file to its end and restores it. */
export async function restored(store: Store, bytes: Uint8Array<ArrayBuffer>, passphrase?: string): Promise<RestorePlan> {
  const file = new Blob([bytes]);
  const wanted = { database: databaseVersion, tables: backupTables, passphrase };
  const plan = await planRestore(store, (await openBackup(file, wanted)).rows);
  await restore(store, (await openBackup(file, wanted)).rows, plan, { backup: 'f'.repeat(64), now: noon });
  return plan;
}

/** All that a file says, in its order. */
export async function readAll(bytes: Uint8Array<ArrayBuffer>, passphrase?: string): Promise<unknown[]> {
  const { rows } = await openBackup(new Blob([bytes]), { database: databaseVersion, tables: backupTables, passphrase });
  const found: unknown[] = [];
  for await (const row of rows) found.push([row.table, row.record]);
  return found;
}

/** Every record of some tables, as it lies there. */
export const contentsOf = (store: Store, tables: Table[]): Promise<Record<string, unknown[]>> =>
  store.read(tables, async (tx) =>
    Object.fromEntries(await Promise.all(tables.map(async (one) => [one, await tx.objectStore(one).getAll()]))),
  );
