/** The database of a running browser, as it lies there, in a database of this process: what it holds is then looked at by our own code. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { migrations } from '../../lib/store/migrations.ts';
import { openStore, type Store } from '../../lib/store/open.ts';
import type { Driven } from '../extension/launch.ts';

/** Every record of every table, as found. */
export type Raw = Record<string, Record<string, unknown>[]>;

let copies = 0;

/** Reads all tables in one transaction, past the extension's code, and opens a store over the copy. */
export async function copied({ ours }: Pick<Driven, 'ours'>): Promise<{ raw: Raw; store: Store }> {
  const raw = JSON.parse(await ours.evaluate(readAll), lists) as Raw;
  const name = `copy-${++copies}`;
  const copy = await openDB(name, migrations.length, {
    upgrade: async (db, _from, _to, tx) => {
      for (const migrate of migrations) await migrate(db as never, tx as never);
    },
  });
  const tx = copy.transaction([...copy.objectStoreNames], 'readwrite');
  for (const table of copy.objectStoreNames) {
    await tx.objectStore(table).clear();
    for (const record of raw[table] ?? []) await tx.objectStore(table).put(record);
  }
  await tx.done;
  copy.close();
  return { raw, store: openStore({ name }) };
}

/** Runs inside the page. */
function readAll(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bluepencil');
    opening.addEventListener('error', () => reject(new Error(String(opening.error))));
    opening.addEventListener('success', () => {
      const names = [...opening.result.objectStoreNames];
      const tx = opening.result.transaction(names);
      const found = names.map((name) => [name, tx.objectStore(name).getAll()] as const);
      tx.addEventListener('abort', () => reject(new Error(String(tx.error))));
      tx.addEventListener('complete', () => {
        opening.result.close();
        const plain = (_: string, value: unknown): unknown =>
          ArrayBuffer.isView(value) ? { $type: value.constructor.name, list: [...(value as Uint32Array)] } : value;
        resolve(JSON.stringify(Object.fromEntries(found.map(([name, { result }]) => [name, result])), plain));
      });
    });
  });
}

/** Lists of numbers that are no JSON stand as `{ $type, list }`. */
function lists(_: string, value: { $type?: string; list: number[] } | null): unknown {
  if (value?.$type === 'Uint32Array') return Uint32Array.from(value.list);
  return value?.$type === 'Uint16Array' ? Uint16Array.from(value.list) : value;
}
