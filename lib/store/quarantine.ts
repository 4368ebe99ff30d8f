/** The store `quarantine`: copies of records that could not be read. They are shown and can be taken out, never thrown away. */
import type { Store } from './open.ts';
import { quarantineSchema } from './rows.ts';
import type { QuarantineRow } from './tables.ts';

/** All of them, as found. */
export function listQuarantine(store: Store): Promise<QuarantineRow[]> {
  return store.read(['quarantine'], async (tx) => {
    const records: unknown[] = await tx.objectStore('quarantine').getAll();
    return records.flatMap((record) => quarantineSchema.safeParse(record).data ?? []);
  });
}

/** The same as JSONL, one record a line, for a file. */
export async function exportQuarantine(store: Store): Promise<string> {
  const rows = await listQuarantine(store);
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The loss of a whole database, which is shown where unreadable records are. `at` is epoch ms. */
export const lossRow = (message: string, at: number): QuarantineRow => ({
  id: `database/${at}`,
  table: 'database',
  key: '',
  record: null,
  problem: `the browser lost the database: ${message}`,
  at,
});
