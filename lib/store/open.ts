/** The one place that opens the database. */
import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { Refusal } from '../model/result.ts';
import type { z } from '../schema/zod.ts';
import { migrations } from './migrations.ts';
import type { QuarantineRow, Tables } from './tables.ts';

export type Table = StoreNames<Tables>;
/** A transaction over the tables that it was asked for. */
export type Reading = IDBPTransaction<Tables, Table[], IDBTransactionMode>;
export type Writing = IDBPTransaction<Tables, Table[], 'readwrite'>;

/**
 * Parses a record on its way out. Null for one that is not there, and for one that cannot be read: that is
 * copied to `quarantine`, stays where it is, and disturbs nobody.
 */
export type Sound = <T>(table: Table, key: IDBValidKey, schema: z.ZodType<T>, record: unknown) => T | null;

/** The database as the other files of this folder use it. */
export interface Store {
  /** Work in one transaction. It must await nothing but the transaction. */
  read<T>(tables: Table[], work: (tx: Reading, sound: Sound) => Promise<T>): Promise<T>;
  /** The same, to write: it resolves when the data is on the disk (strict durability), and rejects with nothing changed. */
  write<T>(tables: Table[], work: (tx: Writing, sound: Sound) => Promise<T>): Promise<T>;
  /** Closes the connection; the next use opens it again. */
  close(): Promise<void>;
}

/**
 * The database, opened at first use and again whenever the browser closed it. Refusals: `newer-database` (made by a
 * newer version), `database-busy` (an old page of ours holds it), `database-broken`, `storage-full`.
 * `now` is epoch ms, for quarantined records only.
 */
export function openStore(options: { name?: string; now?: () => number } = {}): Store {
  const { name = 'bluepencil', now = Date.now } = options;
  let connection: Promise<IDBPDatabase<Tables>> | null = null;
  const known = new Set<string>();

  // The promise is kept before anything is awaited: two first users share one connection.
  const connect = (): Promise<IDBPDatabase<Tables>> => (connection ??= open());

  function open(): Promise<IDBPDatabase<Tables>> {
    let held: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      // Our own pages close at once when asked; whoever still holds it after 5 s is an old one that hangs.
      held = setTimeout(() => reject(new Refusal('database-busy')), 5000);
      if (typeof held === 'object') held.unref();
    });
    const opened = openDB<Tables>(name, migrations.length, {
      upgrade(db, from, _to, tx, event) {
        const { dataLoss, dataLossMessage } = event as IDBVersionChangeEvent & { dataLoss?: string; dataLossMessage?: string };
        for (const migrate of migrations.slice(from)) migrate(db, tx);
        // Chromium replaces a database that it cannot read by an empty one, and says so here and nowhere else.
        if (dataLoss && dataLoss !== 'none') void tx.objectStore('quarantine').put(lossRow(dataLossMessage || dataLoss, now()));
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        connection = null;
      },
      terminated: () => (connection = null),
    });
    return Promise.race([opened, late]).then(
      (db) => (clearTimeout(held), db),
      (error: unknown) => {
        clearTimeout(held);
        connection = null;
        opened.then((db) => db.close()).catch(() => {});
        throw explain(error);
      },
    );
  }

  async function run<T>(mode: 'readonly' | 'readwrite', tables: Table[], work: (tx: Writing, sound: Sound) => Promise<T>): Promise<T> {
    const tx = await begin(mode, mode === 'readwrite' ? [...new Set<Table>([...tables, 'quarantine'])] : tables);
    // A failed transaction rejects here too; the error that is told is the first one, below.
    tx.done.catch(() => {});
    const found: QuarantineRow[] = [];
    const sound: Sound = (table, key, schema, record) => {
      if (record === undefined) return null;
      const parsed = schema.safeParse(record);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      found.push({
        id: `${table}/${JSON.stringify(key)}`,
        table,
        key,
        record,
        problem: `${issue?.path.join('.')}: ${issue?.message}`,
        at: now(),
      });
      return null;
    };
    try {
      const value = await work(tx as Writing, sound);
      // In the same transaction where something is written: that may be the bad record's own place.
      if (mode === 'readwrite') await setAside(tx as Writing, found);
      await tx.done;
      if (mode === 'readonly' && found.some(({ id }) => !known.has(id))) await write(['quarantine'], (tx) => setAside(tx, found));
      for (const { id } of found) known.add(id);
      return value;
    } catch (error) {
      try {
        tx.abort();
      } catch {
        // It was over already.
      }
      // A full disk aborts the transaction and tells no request.
      throw explain(tx.error ?? error);
    }
  }

  async function begin(mode: 'readonly' | 'readwrite', tables: Table[]) {
    try {
      return (await connect()).transaction(tables, mode, { durability: 'strict' });
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw explain(error);
      // Closed under our hands, by an update or by the browser.
      connection = null;
      return (await connect()).transaction(tables, mode, { durability: 'strict' });
    }
  }

  async function setAside(tx: Writing, found: QuarantineRow[]): Promise<void> {
    const quarantine = tx.objectStore('quarantine');
    for (const row of found) if (!(await quarantine.getKey(row.id))) await quarantine.put(row);
  }

  const write: Store['write'] = (tables, work) => run('readwrite', tables, work);
  return {
    read: (tables, work) => run('readonly', tables, work),
    write,
    close: async () => {
      const open = connection;
      connection = null;
      (await open)?.close();
    },
  };
}

/** A loss is shown where unreadable records are. */
const lossRow = (message: string, at: number): QuarantineRow => ({
  id: `database/${at}`,
  table: 'database',
  key: '',
  record: null,
  problem: `the browser lost the database: ${message}`,
  at,
});

/** The browser's error as a `Refusal` where there is something to say or do about it. */
function explain(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  const codes: Record<string, string> = {
    VersionError: 'newer-database',
    QuotaExceededError: 'storage-full',
    UnknownError: 'database-broken',
  };
  const code = codes[error.name];
  return code ? new Refusal(code, { detail: error.message.slice(0, 300) }) : error;
}
