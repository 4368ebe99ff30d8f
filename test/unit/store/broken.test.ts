/** A database that fails when it is used: what can be read of it is saved, and an empty one takes its place. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { verify } from '../../../lib/audit/verify.ts';
import { beginAnew } from '../../../lib/store/beginAnew.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { countReviews } from '../../../lib/store/counts.ts';
import { everyRow } from '../../../lib/store/everything.ts';
import { readHealth } from '../../../lib/store/health.ts';
import { openStore, type Store } from '../../../lib/store/open.ts';
import { readHead, recordLines } from '../../../lib/store/record.ts';
import { salvage, type Salvage } from '../../../lib/store/salvage.ts';
import { changeSettings, readSettings } from '../../../lib/store/settings.ts';
import { bytesOf, contentsOf, restored } from '../backup/files.ts';
import { act, all, answer, freshStore, noon } from '../sample.ts';

afterEach(() => vi.unstubAllGlobals());

const words = ['first', 'second', 'third', 'fourth', 'fifth'];

async function filled(name: string): Promise<Store> {
  const store = openStore({ name, now: () => noon });
  await changeSettings(store, (settings) => ({ ...settings, sites: { ...settings.sites, on: ['https://chat.example'] } }), noon);
  for (const text of words) await changeReview(store, act({ answer: answer({ text }) }));
  return store;
}

const opened = async (name: string): Promise<Salvage> => {
  const found = await salvage({ name, now: noon });
  if (!found) throw new Error('it did not open');
  return found;
};

const failure = () => new DOMException('The operation failed for reasons unrelated to the database itself', 'UnknownError');

/** From now on whatever reads an answer that says this fails, as where its page of the file is damaged. */
function damage(...texts: string[]): void {
  const clone = structuredClone;
  vi.stubGlobal('structuredClone', (value: unknown) => {
    if (texts.includes((value as { text?: string } | undefined)?.text ?? '')) throw failure();
    return clone(value);
  });
}

const textsOf = async (store: Store): Promise<string[]> =>
  ((await contentsOf(store, ['answers'])).answers as { text: string }[]).map(({ text }) => text).toSorted();

describe('what can be read', () => {
  test('of a whole database is all, as a backup has it', async () => {
    const store = await filled('salvage-whole');
    const found = await opened('salvage-whole');
    expect(await all(found.rows)).toEqual(await all(everyRow(store)));
    expect(found.isPart()).toBe(false);
    // It does not stand in the way of anybody.
    (await openDB('salvage-whole', 99)).close();
  });

  test('beside damaged rows is saved from both ends, restores, and says that it is a part', async () => {
    const name = 'salvage-part';
    const store = await filled(name);
    const ids = ((await contentsOf(store, ['answers'])).answers as { text: string }[]).map(({ text }) => text);
    // Two places of the table: what lies between them is out of reach.
    damage(ids[1]!, ids[3]!);
    await expect(contentsOf(store, ['answers'])).rejects.toThrow();
    const found = await opened(name);
    const file = await bytesOf(found.rows);
    expect(found.isPart()).toBe(true);
    const other = freshStore();
    await restored(other, file);
    expect(new Set(await textsOf(other))).toEqual(new Set([ids[0], ids[4]]));
    expect((await contentsOf(other, ['reviews'])).reviews).toHaveLength(5);
  });

  test('but is no record of ours stands in the file as it was found', async () => {
    const name = 'salvage-odd';
    const store = await filled(name);
    await store.write(['answers'], (tx) => tx.objectStore('answers').put({ id: 'odd', text: 7 } as never));
    const other = freshStore();
    await restored(other, await bytesOf((await opened(name)).rows));
    expect((await contentsOf(other, ['quarantine'])).quarantine).toMatchObject([{ id: 'answers/"odd"', record: { id: 'odd', text: 7 } }]);
    expect(await textsOf(other)).toEqual(words.toSorted());
  });

  test('where no database is, none is made', async () => {
    expect(await salvage({ name: 'salvage-none' })).toBeNull();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('salvage-none');
  });
});

describe('beginning anew', () => {
  test('an empty one is there, its record says so, whoever holds the old one lets go, and a backup brings all back', async () => {
    const name = 'anew';
    const store = await filled(name);
    const file = await bytesOf((await opened(name)).rows);
    const other = openStore({ name, now: () => noon });
    expect(await countReviews(other)).toMatchObject({ final: 5 });

    await beginAnew(store, { name, rows: 17, now: noon + 1000 });
    expect(await readHealth(other)).toMatchObject({ reviews: { final: 0 }, lostAt: noon + 1000, setAside: 0 });
    expect((await readSettings(other)).sites.on).toEqual([]);
    const lines = await all(recordLines(other));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { type: 'chain.started' },
      { type: 'chain.reset', facts: { because: 'begun-anew', saved: 17 } },
    ]);
    expect(await verify(recordLines(other), { head: await readHead(other) })).toMatchObject({ broken: null, resets: [{ seq: 2 }] });

    await restored(other, file);
    expect(await textsOf(other)).toEqual(words.toSorted());
    expect(await verify(recordLines(other), { head: await readHead(other) })).toMatchObject({ broken: null });
  });

  test('of one that the browser cannot even delete is refused, and nothing is changed', async () => {
    const name = 'anew-refused';
    const store = await filled(name);
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
      throw failure();
    });
    await expect(beginAnew(store, { name, rows: 0, now: noon })).rejects.toMatchObject({ code: 'database-broken' });
    vi.restoreAllMocks();
    expect(await textsOf(store)).toEqual(words.toSorted());
  });
});
