/** A connection to the database: made, brought up to date, or opened to be read where it is from a newer version. */
import { openDB, type IDBPDatabase } from 'idb';
import { Refusal } from '../model/result.ts';
import { settleAnew } from './anew.ts';
import { migrations } from './migrations.ts';
import type { Writing } from './open.ts';
import { lossRow } from './quarantine.ts';
import { beginRecord } from './record.ts';
import { isFull } from './room.ts';
import type { Tables } from './tables.ts';

/** The version of the database from which on there is a record of what is done. */
const recordSince = 3;

/** `readOnly`: a newer version of ours made it. It is read as far as it can be, and nothing is written. */
export interface Connection {
  db: IDBPDatabase<Tables>;
  readOnly: boolean;
}

/**
 * Opens it. Refusals: `database-busy` (who holds it does not let go within 5 s), `database-broken`, `storage-full`. `gone` is called when the
 * connection ends other than by us: another version wants to upgrade, or the browser closed it. `now` is epoch ms.
 */
export async function connect(name: string, { now, gone }: { now: () => number; gone: () => void }): Promise<Connection> {
  const ends = {
    blocking: (_current: number, _blocked: number | null, event: Event) => {
      (event.target as IDBDatabase).close();
      gone();
    },
    terminated: gone,
  };
  // What comes too late nobody would close.
  const close = (db: IDBPDatabase<Tables>): void => db.close();
  try {
    await settleAnew(name);
    const open = () => inTime(openDB<Tables>(name, migrations.length, { upgrade: upgrade(now), ...ends }), close);
    // Chromium sets a damaged database aside when the first fails, and opens an empty one, which says so, at the second.
    const db = await open().catch((error: unknown) => (isUnknown(error) ? open() : Promise.reject(error as Error)));
    return { db, readOnly: false };
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'VersionError') throw await explain(error);
  }
  try {
    return { db: await inTime(openDB<Tables>(name, undefined, ends), close), readOnly: true };
  } catch (error) {
    throw await explain(error);
  }
}

const isUnknown = (error: unknown): boolean => error instanceof DOMException && error.name === 'UnknownError';

/** The browser's error as a `Refusal` where there is something to say or do about it. */
export async function explain(error: unknown): Promise<unknown> {
  if (!(error instanceof DOMException)) return error;
  const { name, message } = error;
  if (name !== 'QuotaExceededError' && name !== 'UnknownError') return error;
  // On a full disk Chromium says that it cannot write, and then that it cannot open, in words that mean anything.
  const full = name === 'QuotaExceededError' || /NO_SPACE|disk full/i.test(message) || (await isFull());
  return new Refusal(full ? 'storage-full' : 'database-broken', { detail: message.slice(0, 300) });
}

/** Our own pages close at once when asked; whoever still holds it after 5 s is an old one that hangs. `late` hears of what comes all the same. */
export function inTime<T>(opening: Promise<T>, late: (value: T) => void): Promise<T> {
  let held: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    held = setTimeout(() => {
      opening.then(late).catch(() => {});
      reject(new Refusal('database-busy'));
    }, 5000);
    if (typeof held === 'object') held.unref();
  });
  return Promise.race([opening, over]).finally(() => clearTimeout(held));
}

type Upgrade = NonNullable<NonNullable<Parameters<typeof openDB<Tables>>[2]>['upgrade']>;

const upgrade =
  (now: () => number): Upgrade =>
  (db, from, _to, tx, event) => {
    const { dataLoss, dataLossMessage } = event as IDBVersionChangeEvent & { dataLoss?: string; dataLossMessage?: string };
    // Chromium replaces a database that it cannot read by an empty one, and says so here and nowhere else.
    const lost = dataLoss !== undefined && dataLoss !== 'none';
    const steps = async (): Promise<void> => {
      for (const migrate of migrations.slice(from)) await migrate(db, tx);
      if (lost) await tx.objectStore('quarantine').put(lossRow(dataLossMessage || dataLoss, now()));
      if (from < recordSince) await beginRecord(tx as unknown as Writing, { now: now(), lost });
    };
    // What fails in it ends this transaction, and the opening with it.
    steps().catch(() => tx.abort());
    tx.done.catch(() => {});
  };
