/** What can still be read of a database that fails when it is used: row by row, from both ends of each table. */
import { openDB, type IDBPDatabase } from 'idb';
import { inTime } from './connect.ts';
import { backupTables, written, type Kept, type KeptTable } from './everything.ts';
import type { Sound } from './open.ts';
import type { QuarantineRow } from './tables.ts';

/** The rows that could be read, and whether there were others. */
export interface Salvage {
  /** The version that the database is at. */
  version: number;
  /** As `everyRow` gives them. What was read, but is no record of ours, comes as rows of `quarantine`. */
  rows: AsyncIterable<{ table: KeptTable; json: string }>;
  /** True once a part of a table could not be read. */
  isPart: () => boolean;
}

/** Opens it as it is; null: it cannot be opened at all, or is not there. Nothing is written to it. `now` is epoch ms. */
export async function salvage({ name = 'bluepencil', now = Date.now() } = {}): Promise<Salvage | null> {
  let part = false;
  const db = await inTime(
    openDB(name, undefined, {
      // Nobody made one: none is made now.
      upgrade: (_db, _from, _to, tx) => {
        tx.done.catch(() => {});
        tx.abort();
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    }),
    (late) => late.close(),
  ).catch(() => null);
  return db && { version: db.version, rows: rowsOf(db, { now, failed: () => (part = true) }), isPart: () => part };
}

interface Manner {
  now: number;
  failed: () => void;
}

async function* rowsOf(db: IDBPDatabase, { now, failed }: Manner): AsyncGenerator<{ table: KeptTable; json: string }> {
  const aside: QuarantineRow[] = [];
  const sound: Sound = (table, key, schema, record) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const problem = `${issue?.path.join('.')}: ${issue?.message}`;
    aside.push({ id: `${table}/${JSON.stringify(key)}`, table, key, record, problem, at: now });
    return null;
  };
  try {
    for (const kept of backupTables) {
      const { table } = kept;
      if (!db.objectStoreNames.contains(table)) failed();
      else for await (const { key, record } of records(db, table, failed)) yield* texts(sound, kept, key, record);
      if (table === 'quarantine') for (const row of aside.splice(0)) yield* texts(sound, kept, row.id, row);
    }
  } finally {
    db.close();
  }
}

function* texts(sound: Sound, kept: Kept & { table: KeptTable }, key: IDBValidKey, record: unknown) {
  for (const json of written(sound, kept, key, record)) yield { table: kept.table, json };
}

interface Found {
  key: IDBValidKey;
  record: unknown;
}

/** Rows read at once while all goes well. */
const page = 100;

/** Forwards until one cannot be read, then backwards to the same place. What lies between two such places is lost. */
async function* records(db: IDBPDatabase, table: KeptTable, failed: () => void): AsyncGenerator<Found> {
  let last: IDBValidKey | null = null;
  let size = page;
  // Of this table the settings alone are in a backup.
  const only = table === 'meta' ? IDBKeyRange.only('settings') : null;
  for (;;) {
    const some: Found[] | null = await portion(db, table, {
      range: only ?? (last === null ? null : IDBKeyRange.lowerBound(last, true)),
      size,
    });
    if (some === null && size === 1) break;
    // One of them: the others are read one by one.
    if (some === null) size = 1;
    else {
      yield* some;
      last = some.at(-1)?.key ?? last;
      if (only || some.length < size) return;
    }
  }
  failed();
  if (only) return;
  for (let before: IDBValidKey | null = null; ;) {
    const found: Found | null = await backwards(db, table, before);
    if (!found || (last !== null && indexedDB.cmp(found.key, last) <= 0)) return;
    yield found;
    before = found.key;
  }
}

async function portion(
  db: IDBPDatabase,
  table: KeptTable,
  { range, size }: { range: IDBKeyRange | null; size: number },
): Promise<Found[] | null> {
  try {
    const from = reading(db, table);
    const [keys, found]: [IDBValidKey[], unknown[]] = await Promise.all([from.getAllKeys(range, size), from.getAll(range, size)]);
    return keys.map((key, at) => ({ key, record: found[at] }));
  } catch {
    return null;
  }
}

async function backwards(db: IDBPDatabase, table: KeptTable, before: IDBValidKey | null): Promise<Found | null> {
  try {
    const cursor = await reading(db, table).openCursor(before === null ? null : IDBKeyRange.upperBound(before, true), 'prev');
    return cursor && { key: cursor.key, record: cursor.value };
  } catch {
    return null;
  }
}

/** A table in a transaction of its own: what fails in it ends it, and is told by the request. */
function reading(db: IDBPDatabase, table: KeptTable) {
  const tx = db.transaction(table);
  tx.done.catch(() => {});
  return tx.store;
}
