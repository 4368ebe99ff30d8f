/**
 * A database of every version, as that version left it, opened by this one. An example is never changed: a new version of the
 * database brings one of its own (`examples/version-<n>.json`: table → records).
 */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDB, type IDBPDatabase } from 'idb';
import { describe, expect, test } from 'vitest';
import { verify } from '../../../lib/audit/verify.ts';
import type { Review } from '../../../lib/model/review.ts';
import { withDestinations } from '../../../lib/schema/settings.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { comparedAnswers } from '../../../lib/store/compared.ts';
import { checkContents } from '../../../lib/store/contents.ts';
import { listReviews } from '../../../lib/store/list.ts';
import { migrations } from '../../../lib/store/migrations.ts';
import { openStore, type Store } from '../../../lib/store/open.ts';
import { listQuarantine } from '../../../lib/store/quarantine.ts';
import { readHead, recordLines } from '../../../lib/store/record.ts';
import { readReview } from '../../../lib/store/reviews.ts';
import { readSecrets, readSettings } from '../../../lib/store/settings.ts';
import { readStatus } from '../../../lib/store/status.ts';
import { act, all, freshStore, noon } from '../sample.ts';

type Records = Record<string, { id?: string; key?: string; answerId?: string }[]>;

const example = (version: number): Records =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'examples', `version-${version}.json`), 'utf8'), numbers) as Records;

/** Lists of numbers that are no JSON stand as `{ $type, list }`. */
function numbers(_: string, value: { $type?: string; list: number[] } | null): unknown {
  if (value?.$type === 'Uint32Array') return Uint32Array.from(value.list);
  return value?.$type === 'Uint16Array' ? Uint16Array.from(value.list) : value;
}

/** The database as it was on somebody's disk. */
async function restored(name: string, version: number, records: Records): Promise<void> {
  const upgrade = async (db: unknown, _from: number, _to: number, tx: unknown): Promise<void> => {
    for (const migrate of migrations.slice(0, version)) await migrate(db as never, tx as never);
  };
  const old = await openDB(name, version, { upgrade });
  for (const [table, some] of Object.entries(records)) for (const record of some) await old.put(table, record);
  old.close();
}

/** One destination became several. */
const asOfNow = (record: Records[string][number] & { value?: unknown }): object =>
  record.key === 'settings' ? { ...record, value: expect.objectContaining(withDestinations(record.value) as object) as unknown } : record;

/** Stores with their keys and indexes. */
function shapeOf(db: IDBPDatabase): Record<string, unknown> {
  const names = [...db.objectStoreNames];
  const tx = db.transaction(names);
  const tables = names.map((name) => {
    const table = tx.objectStore(name);
    const indexes = [...table.indexNames].map((one) => [one, table.index(one).keyPath, table.index(one).multiEntry]);
    return [name, { keyPath: table.keyPath, indexes }] as const;
  });
  return Object.fromEntries(tables);
}

async function inspect<T>(store: Store, name: string, look: (db: IDBPDatabase) => Promise<T> | T): Promise<T> {
  await store.close();
  const db = await openDB(name);
  const seen = await look(db);
  db.close();
  return seen;
}

test('there is an example of every version', () => {
  for (let version = 1; version <= migrations.length; version++) expect(Object.keys(example(version)).length).toBeGreaterThan(5);
});

describe.each(migrations.map((_, at) => at + 1))('version %i', (version) => {
  const records = example(version);
  const name = `example-${version}`;
  const final = (records.reviews ?? []) as Review[];

  test('keeps every record as it was, and gets the shape of a new database', async () => {
    await restored(name, version, records);
    const store = openStore({ name, now: () => noon });
    await readStatus(store, noon);
    const now = await inspect(store, name, async (db) => {
      const found: Records = {};
      for (const table of Object.keys(records)) found[table] = (await db.getAll(table)) as Records[string];
      return { found, shape: shapeOf(db) };
    });
    // A later version may add to a record.
    for (const [table, before] of Object.entries(records))
      expect(now.found[table], table).toEqual(
        expect.arrayContaining(before.map((record) => expect.objectContaining(asOfNow(record)) as unknown)),
      );
    const fresh = openStore({ name: `${name}-fresh` });
    await readSettings(fresh);
    expect(now.shape).toEqual(await inspect(fresh, `${name}-fresh`, shapeOf));
  });

  test('is read whole, and nothing of it is set aside', async () => {
    const store = openStore({ name, now: () => noon });
    const { rows } = await listReviews(store, { filter: { status: ['final', 'draft', 'withdrawn'] } });
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set((records.heads ?? []).map(({ id }) => id)));
    for (const { id } of final) expect((await readReview(store, id))?.revisions.length).toBe(final.filter((one) => one.id === id).length);
    const { reviewer, destinations } = await readSettings(store);
    const [destination] = destinations;
    expect([reviewer.name, destination?.approved, await readSecrets(store, destination?.id ?? '')]).toEqual([
      'Ada',
      true,
      { token: 'a-token' },
    ]);
    expect((await readStatus(store, noon))[0]?.waiting).toBe(records.outbox?.length);
    expect((await all(comparedAnswers(store))).length).toBe(records.preferences?.length ?? 0);
    expect(await listQuarantine(store)).toEqual([]);
  });

  test('has a record that is whole and goes on', async () => {
    const store = openStore({ name, now: () => noon });
    const id = final[0]?.answerId ?? '';
    await changeReview(store, act({ answer: undefined, answerId: id, change: { kind: 'decide', decision: 'approve' } }));
    const [first, ...rest] = (await all(recordLines(store))).map((line) => JSON.parse(line) as { type: string; facts: object });
    const before = version < 3 ? { reviews: final.length, preferences: records.preferences?.length ?? 0 } : { reviews: 0, preferences: 0 };
    expect(first).toMatchObject({ type: 'chain.started', facts: { before } });
    expect(rest.length).toBe((records.audit?.length ?? 1) - 1 + 1);
    expect(await verify(recordLines(store), { head: await readHead(store) })).toMatchObject({ broken: null, resets: [] });
    const { compared, ...wrong } = await checkContents(store);
    expect(wrong).toEqual({ changed: [], missing: [], unnoted: 0 });
    expect(compared).toBe(version < 3 ? 1 : final.length + (records.preferences?.length ?? 0) + 1);
  });
});

test('the newest example is what this version writes', async () => {
  const store = freshStore();
  await changeReview(store, act());
  const [row] = await store.read(['audit'], (tx) => tx.objectStore('audit').getAll());
  expect(Object.keys(row ?? {}).toSorted()).toEqual(Object.keys(example(migrations.length).audit?.[0] ?? {}).toSorted());
});
