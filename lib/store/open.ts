/** The one place that opens the database. */
import type { IDBPTransaction, StoreNames } from 'idb';
import { Refusal } from '../model/result.ts';
import type { z } from '../schema/zod.ts';
import { connect, explain, type Connection } from './connect.ts';
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

/** How the database stands to this version of ours. */
export interface StoreState {
  /** The version that it is at. */
  version: number;
  /** A newer version made it: it is read as far as it can be, and every write is refused with `newer-database`. */
  readOnly: boolean;
  /** Records of such a one that were met and could not be read. */
  unread: number;
}

/** The database as the other files of this folder use it. */
export interface Store {
  /** Work in one transaction. It must await nothing but the transaction. */
  read<T>(tables: Table[], work: (tx: Reading, sound: Sound) => Promise<T>): Promise<T>;
  /** The same, to write: it resolves when the data is on the disk (strict durability), and rejects with nothing changed. */
  write<T>(tables: Table[], work: (tx: Writing, sound: Sound) => Promise<T>): Promise<T>;
  state(): Promise<StoreState>;
  /** Closes the connection; the next use opens it again. */
  close(): Promise<void>;
}

/**
 * The database, opened at first use and again whenever the browser closed it. Refusals: `newer-database` (made by a
 * newer version: nothing is written, and what is kept otherwise there is not read), `database-busy` (an old page of ours holds it),
 * `database-broken`, `storage-full`. `now` is epoch ms, for quarantined records and the beginning of the record only.
 */
export function openStore(options: { name?: string; now?: () => number } = {}): Store {
  const { name = 'bluepencil', now = Date.now } = options;
  let connection: Promise<Connection> | null = null;
  const known = new Set<string>();

  // The promise is kept before anything is awaited: two first users share one connection.
  function connected(): Promise<Connection> {
    if (connection) return connection;
    const mine = connect(name, { now, gone: forget });
    connection = mine;
    mine.catch(forget);
    return mine;
    function forget(): void {
      if (connection === mine) connection = null;
    }
  }

  type Mode = 'readonly' | 'readwrite';
  type Work<T> = (tx: Writing, sound: Sound) => Promise<T>;

  /** Once more where the connection broke under it: nothing of a transaction that is not done is there. */
  async function run<T>(mode: Mode, tables: Table[], work: Work<T>): Promise<T> {
    try {
      return await once(mode, tables, work);
    } catch (error) {
      if (nameOf(error) !== 'InvalidStateError') throw error;
      connection = null;
      return once(mode, tables, work);
    }
  }

  async function once<T>(mode: Mode, tables: Table[], work: Work<T>): Promise<T> {
    const { tx, readOnly } = await begin(mode, mode === 'readwrite' ? [...new Set<Table>([...tables, 'quarantine'])] : tables);
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
      if (mode === 'readwrite') {
        await setAside(tx as Writing, found);
        // Nothing more comes: it need not wait until the last request was heard of.
        tx.commit();
        await tx.done;
      }
      if (mode === 'readonly' && !readOnly && found.some(({ id }) => !known.has(id)))
        await write(['quarantine'], (tx) => setAside(tx, found));
      for (const { id } of found) known.add(id);
      return value;
    } catch (error) {
      try {
        tx.abort();
      } catch {
        // It was over already.
      }
      // What this version does not find in a newer one's database is no fault of either.
      if (readOnly && !(error instanceof Refusal)) throw newer(error);
      // A full disk aborts the transaction and tells no request.
      throw await explain(tx.error ?? error);
    }
  }

  async function begin(mode: Mode, tables: Table[]) {
    const { db, readOnly } = await connected();
    if (readOnly && mode === 'readwrite') throw newer();
    try {
      return { tx: db.transaction(tables, mode, { durability: 'strict' }), readOnly };
    } catch (error) {
      throw readOnly && nameOf(error) === 'NotFoundError' ? newer(error) : await explain(error);
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
    state: async () => {
      const { db, readOnly } = await connected();
      return { version: db.version, readOnly, unread: readOnly ? known.size : 0 };
    },
    close: async () => {
      const open = connection;
      connection = null;
      (await open)?.db.close();
    },
  };
}

const nameOf = (error: unknown): string | null => (error instanceof DOMException ? error.name : null);

const newer = (error?: unknown): Refusal => new Refusal('newer-database', error instanceof Error ? { detail: error.message } : {});
