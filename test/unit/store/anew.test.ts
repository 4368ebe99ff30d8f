/** The files of the database are made anew: every row is carried over, whatever is cut off on the way. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { verify } from '../../../lib/audit/verify.ts';
import { makeAnew } from '../../../lib/store/anew.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { allTables } from '../../../lib/store/erasing.ts';
import { openStore, type Store } from '../../../lib/store/open.ts';
import { readHead, recordLines } from '../../../lib/store/record.ts';
import { setDestination } from '../../../lib/store/settings.ts';
import { act, answer, noon, wanted } from '../sample.ts';

afterEach(() => void vi.restoreAllMocks());

const rowsOf = (store: Store) =>
  store.read(allTables, async (tx) =>
    Object.fromEntries(await Promise.all(allTables.map(async (one) => [one, await tx.objectStore(one).getAll()]))),
  );

async function filled(name: string): Promise<Store> {
  const store = openStore({ name, now: () => noon });
  await setDestination(store, wanted('https://reviews.example/in', 'secret', noon));
  await changeReview(store, act());
  await changeReview(store, act({ answer: answer({ text: 'Another' }), final: false, change: { kind: 'note', note: 'half' } }));
  return store;
}

/** Lets so many openings and deletions of databases through, and then the browser is gone. */
function dyingAfter(calls: number): void {
  let left = calls;
  for (const name of ['open', 'deleteDatabase'] as const) {
    const real = indexedDB[name].bind(indexedDB);
    vi.spyOn(indexedDB, name).mockImplementation((at: string, version?: number) => {
      if (left-- <= 0) throw new Error('killed');
      return real(at, version);
    });
  }
}

test('nothing of it is missing, and the record goes on', async () => {
  const store = await filled('anew');
  const before = await rowsOf(store);
  expect(await makeAnew(store, 'anew')).toBe(true);
  expect(await rowsOf(store)).toEqual(before);
  await changeReview(store, act({ change: { kind: 'rate', rating: -1 } }));
  expect(await verify(recordLines(store), { head: await readHead(store) })).toMatchObject({ broken: null, resets: [] });
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['anew']);
});

test('cut off at any step it is finished by whoever opens the database next', async () => {
  let finished = false;
  for (let calls = 0; !finished; calls++) {
    const name = `cut-${calls}`;
    const first = await filled(name);
    const before = await rowsOf(first);
    await first.close();
    dyingAfter(calls);
    finished = await makeAnew(first, name).catch((error: unknown) => {
      expect(String(error)).toContain('killed');
      return false;
    });
    vi.restoreAllMocks();
    const store = openStore({ name, now: () => noon });
    const now = await rowsOf(store);
    // The word that all is there may stay behind; it says nothing to anybody.
    now.meta = (now.meta as { key: string }[]).filter(({ key }) => key !== 'carried');
    expect(now, `after ${calls}`).toEqual(before);
    // And what is written from now on stays, whoever opens it.
    await changeReview(store, act({ change: { kind: 'rate', rating: -1 } }));
    await store.close();
    const later = await rowsOf(openStore({ name, now: () => noon }));
    expect((later.reviews as unknown[]).length, `after ${calls}`).toBe((before.reviews as unknown[]).length + 1);
  }
});

test('where somebody writes while it is copied, the files stay as they are', async () => {
  const store = await filled('busy');
  const real = indexedDB.open.bind(indexedDB);
  const written: Promise<unknown>[] = [];
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    if (name === 'busy-carried') written.push(changeReview(store, act({ change: { kind: 'rate', rating: -1 } })));
    return real(name, version);
  });
  expect(await makeAnew(store, 'busy')).toBe(false);
  await Promise.all(written);
  expect((await rowsOf(store)).reviews).toHaveLength(2);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('busy-carried');
});

test('what is saved once it has begun to take the old files away stands in the new ones', async () => {
  const store = await filled('late');
  const real = indexedDB.deleteDatabase.bind(indexedDB);
  const written: Promise<unknown>[] = [];
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
    if (name === 'late-shaken' && written.length === 0) written.push(changeReview(store, act({ change: { kind: 'rate', rating: -1 } })));
    return real(name);
  });
  expect(await makeAnew(store, 'late')).toBe(true);
  vi.restoreAllMocks();
  await Promise.all(written);
  expect((await rowsOf(store)).reviews).toHaveLength(2);
});
