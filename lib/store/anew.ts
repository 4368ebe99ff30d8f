/**
 * Makes the files of the database anew. What is erased can stay readable in them: Firefox keeps it in free pages, Chromium in its log and tables
 * until it merges them. A database that is deleted is deleted with its files in Firefox; Chromium merges its tables then, if they are out of the log.
 */
import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { migrations } from './migrations.ts';
import type { Store, Table } from './open.ts';
import { space } from './room.ts';

/** What is carried over, until it stands in the new database. */
const boxOf = (name: string): string => `${name}-carried`;
/** In `meta` of the new database: it has everything of the copy that is named. */
const doneKey = 'carried';
/** So many rows and bytes are held in memory; more stay in the files that they are in. */
const most = { rows: 100_000, bytes: 100_000_000 };

/** True where what is there can be carried over: it stands in memory then, and for a moment three times on the disk. */
export async function fitsAnew(name = 'bluepencil'): Promise<boolean> {
  const { used, room } = await space();
  if ((used ?? 0) > most.bytes || (room ?? Infinity) < 3 * (used ?? 0)) return false;
  const db = await opened(name);
  try {
    const tx = db.transaction([...db.objectStoreNames]);
    const counts = await Promise.all([...db.objectStoreNames].map((table) => tx.objectStore(table).count()));
    return counts.reduce((sum, count) => sum + count, 0) <= most.rows;
  } finally {
    db.close();
  }
}

/**
 * Carries every row over into a database with new files; `store` is the one that writes. False: it was not done, for it does not fit, or somebody wrote meanwhile. Killed
 * anywhere, nothing is lost: the next who opens it goes on (`settleAnew`).
 */
export function makeAnew(store: Pick<Store, 'close'>, name = 'bluepencil'): Promise<boolean> {
  return alone(name, async () => {
    if (!(await fitsAnew(name))) return false;
    const rows = await copied(name);
    await inBox(name, async (box) => void (await box.put('box', rows, 'rows')));
    // From here on whoever writes waits until all is done: they find the box, and go through `settleAnew`.
    await store.close();
    // Every act moves the end of the record, and each pause in typing its draft: what came after the copy would be lost.
    const again = await copied(name, ['meta', 'drafts']);
    const same = JSON.stringify([again.meta, again.drafts]) === JSON.stringify([rows.meta, rows.drafts]);
    if (same) {
      const copy = crypto.randomUUID();
      await inBox(name, async (box) => void (await box.put('box', copy, 'whole')));
      await carry(name, rows, copy);
    } else await deleteDB(boxOf(name));
    return same;
  });
}

/** Finishes what `makeAnew` began, before anybody opens the database. */
export async function settleAnew(name: string): Promise<void> {
  const isThere = async (): Promise<boolean> => (await indexedDB.databases()).some((one) => one.name === boxOf(name));
  if (!(await isThere())) return;
  await alone(name, async () => {
    if (!(await isThere())) return;
    const [copy, rows] = await inBox(name, (box) => Promise.all([box.get('box', 'whole') as Promise<unknown>, box.get('box', 'rows')]));
    // Without all of them it was cut off before anything was taken away.
    await (typeof copy === 'string' ? carry(name, rows as Rows, copy) : deleteDB(boxOf(name)));
  });
}

type Rows = Record<Table, unknown[]>;

async function carry(name: string, rows: Rows, copy: string): Promise<void> {
  if ((await lastCopy(name)) !== copy) {
    await shake(name);
    await deleteDB(name);
    await shake(name);
    const db = await opened(name);
    const tables = Object.keys(rows) as Table[];
    const tx = db.transaction(tables, 'readwrite', { durability: 'strict' });
    for (const table of tables) for (const row of rows[table]) void tx.objectStore(table).put(row);
    await tx.objectStore('meta').put({ key: doneKey, value: copy });
    await tx.done;
    db.close();
  }
  await deleteDB(boxOf(name));
  const db = await opened(name);
  await db.delete('meta', doneKey);
  db.close();
}

async function lastCopy(name: string): Promise<unknown> {
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return null;
  const db = await opened(name);
  const row = (await db.get('meta', doneKey)) as { value?: unknown } | undefined;
  db.close();
  return row?.value;
}

async function copied(name: string, tables?: Table[]): Promise<Rows> {
  const db = await opened(name);
  try {
    const all = tables ?? ([...db.objectStoreNames] as Table[]);
    const tx = db.transaction(all);
    const read = await Promise.all(all.map((table) => tx.objectStore(table).getAll()));
    return Object.fromEntries(all.map((table, at) => [table, read[at]])) as Rows;
  } finally {
    db.close();
  }
}

/** The shape of the database alone: no first entry of a record, for one is carried over. */
function opened(name: string): Promise<IDBPDatabase> {
  return openDB(name, migrations.length, {
    async upgrade(db, from, _to, tx) {
      for (const migrate of migrations.slice(from)) await migrate(db as never, tx as never);
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

async function inBox<T>(name: string, work: (box: IDBPDatabase) => Promise<T>): Promise<T> {
  const box = await openDB(boxOf(name), 1, { upgrade: (db) => void db.createObjectStore('box') });
  return work(box).finally(() => box.close());
}

/**
 * Chromium writes out its log, merges tables and takes old files away when any database of ours is deleted: first, so that what is deleted next is
 * in its tables, where the merging reaches it; and once more, so that the files that it was in go.
 */
async function shake(name: string): Promise<void> {
  const db = await openDB(`${name}-shaken`, 1, { upgrade: (db) => void db.createObjectStore('rows') });
  await db.put('rows', 0, 0);
  db.close();
  await deleteDB(`${name}-shaken`);
}

/** One at a time, in all contexts of ours. */
const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? (navigator.locks.request(boxOf(name), work) as Promise<T>) : work();
