/** What can happen to a database: each is handled, and said by its code, for which there are words in every language. */
import 'fake-indexeddb/auto';
import { openDB, type IDBPDatabase } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { writeBackup } from '../../../lib/backup/write.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { countReviews } from '../../../lib/store/counts.ts';
import { everyRow } from '../../../lib/store/everything.ts';
import { readHealth } from '../../../lib/store/health.ts';
import { listReviews } from '../../../lib/store/list.ts';
import { migrations } from '../../../lib/store/migrations.ts';
import { noteAct } from '../../../lib/store/noteAct.ts';
import { openStore } from '../../../lib/store/open.ts';
import { reviewedAnswers } from '../../../lib/store/reviewed.ts';
import { readReview } from '../../../lib/store/reviews.ts';
import { demandRoom, probe } from '../../../lib/store/room.ts';
import { readSettings } from '../../../lib/store/settings.ts';
import { act, all, answer, freshStore, noon } from '../sample.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The database of a version to come: what it holds of ours, changed as told. */
async function fromTheFuture(name: string, change: (db: IDBPDatabase) => Promise<void> = async () => {}): Promise<void> {
  const store = openStore({ name, now: () => noon });
  await readSettings(store, noon);
  for (const text of ['One answer', 'Another answer']) await changeReview(store, act({ answer: answer({ text }) }));
  await store.close();
  const newer = await openDB(name, 99, { upgrade: (db) => void db.createObjectStore('what comes next', { keyPath: 'id' }) });
  await change(newer);
  newer.close();
}

const contents = async (name: string): Promise<unknown> => {
  const db = await openDB(name);
  const names = [...db.objectStoreNames];
  const found = await Promise.all(names.map(async (table) => [table, await db.getAll(table)] as const));
  db.close();
  return found;
};

const quota = (left: number) => ({ storage: { estimate: async () => ({ quota: 1e9, usage: 1e9 - left }) } });

describe('the database of a newer version', () => {
  test('is listed, searched, opened and exported; no write reaches it', async () => {
    const name = 'newer-read';
    await fromTheFuture(name);
    const before = await contents(name);
    const store = openStore({ name });
    const { rows } = await listReviews(store, { filter: { text: 'another' } });
    expect(rows.map(({ excerpt }) => excerpt)).toEqual(['Another answer']);
    expect((await readReview(store, rows[0]?.id ?? ''))?.answer.text).toBe('Another answer');
    expect(await all(reviewedAnswers(store))).toHaveLength(2);
    expect(await store.state()).toEqual({ version: 99, readOnly: true, unread: 0 });
    await expect(changeReview(store, act())).rejects.toMatchObject({ code: 'newer-database' });
    await expect(probe(store)).rejects.toMatchObject({ code: 'newer-database' });
    // What only reads is done, though it cannot be noted.
    expect(await noteAct(store, { type: 'export', facts: {} })).toBeNull();
    expect(await readHealth(store)).toMatchObject({ reviews: { final: 2 }, newer: { unread: 0 } });
    await store.close();
    expect(await contents(name)).toEqual(before);
  });

  test('records of it that cannot be read are counted, left as they are, and disturb nobody', async () => {
    const name = 'newer-records';
    await fromTheFuture(name, async (db) => {
      const [head] = await db.getAll('heads');
      await db.put('heads', { ...head, verdict: 'a verdict to come' });
      const stored = (await db.getAll('answers')).find(({ text }: { text: string }) => text === 'One answer');
      await db.put('answers', { ...stored, prompt: 'a shape to come' });
    });
    const before = await contents(name);
    const store = openStore({ name });
    expect((await listReviews(store)).rows).toHaveLength(1);
    expect((await all(reviewedAnswers(store))).map((item) => item.answer.text)).toEqual(['Another answer']);
    expect(await store.state()).toMatchObject({ readOnly: true, unread: 2 });
    expect(await readHealth(store)).toMatchObject({ newer: { unread: 1 }, setAside: 0 });
    await store.close();
    expect(await contents(name)).toEqual(before);
  });

  test('what this version looks for in vain is a refusal, not a fault', async () => {
    const name = 'newer-tables';
    (await openDB(name, 99)).close();
    const store = openStore({ name });
    await expect(readSettings(store)).rejects.toMatchObject({ code: 'newer-database' });
    expect(await readHealth(store)).toEqual({ reviews: null, setAside: 0, lostAt: null, newer: { unread: 0 } });
  });

  test('its backup has every row as it is there, fields of later on too, and no secret', async () => {
    const name = 'newer-backup';
    await fromTheFuture(name, async (db) => {
      const [review] = await db.getAll('reviews');
      await db.put('reviews', { ...review, comes: 'later' });
      await db.put('secrets', { key: 'token/x', value: 'a-secret' });
    });
    const store = openStore({ name });
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const to = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (part) => void parts.push(part) });
    const { version } = await store.state();
    await writeBackup(everyRow(store), { database: version, app: '1', at: '2026-03-12T10:00:00.000Z' }, { to });
    const lines = gunzipSync(Buffer.concat(parts)).toString();
    expect(lines).toContain('"comes":"later"');
    expect(lines).toContain('"database":99');
    expect(lines).not.toContain('a-secret');
  });
});

describe('other versions', () => {
  test('one that wants to upgrade gets the database at once (versionchange), and we go on with what it made', async () => {
    const name = 'moves-on';
    const store = openStore({ name });
    await changeReview(store, act());
    (await openDB(name, 99)).close();
    expect(await countReviews(store)).toMatchObject({ final: 1 });
    await expect(changeReview(store, act({ change: { kind: 'rate', rating: -1 } }))).rejects.toMatchObject({ code: 'newer-database' });
  });

  test('one that does not let go (blocked) is said after five seconds, and what comes too late is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const name = 'held';
    const old = await openDB(name, 1, { upgrade: (db, _from, _to, tx) => void migrations[0]?.(db as never, tx as never) });
    const store = openStore({ name });
    const reading = expect(countReviews(store)).rejects.toMatchObject({ code: 'database-busy' });
    await vi.advanceTimersByTimeAsync(5000);
    await reading;
    vi.useRealTimers();
    old.close();
    expect(await countReviews(store)).toMatchObject({ final: 0 });
  });
});

describe('the browser', () => {
  /** Lets the next write end as a browser ends it. */
  const failing = (error: DOMException): void => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as IDBObjectStore['put'];
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (this: IDBObjectStore, ...given) {
      queueMicrotask(() => this.transaction.abort());
      Object.defineProperty(this.transaction, 'error', { value: error });
      return put.apply(this, given);
    });
  };

  test('closed the connection (terminated): the next use opens another, and nothing is lost', async () => {
    const opened: { db: IDBDatabase; closed: () => void }[] = [];
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
      const request = open(...given);
      request.addEventListener('success', () => {
        const heard = vi.spyOn(request.result, 'addEventListener');
        const closed = (): void => {
          for (const [type, listener] of heard.mock.calls) if (type === 'close') (listener as () => void)();
        };
        opened.push({ db: request.result, closed });
      });
      return request;
    });
    const store = freshStore();
    await changeReview(store, act());
    opened.at(-1)?.db.close();
    opened.at(-1)?.closed();
    expect(await countReviews(store)).toMatchObject({ final: 1 });
    opened.at(-1)?.db.close();
    // Without a word, as when it was closed in the middle of something.
    await changeReview(store, act({ change: { kind: 'rate', rating: -1 } }));
    expect(opened).toHaveLength(3);
  });

  test.each([
    ['QuotaExceededError', 'Encountered full disk', null, 'storage-full'],
    ['UnknownError', 'IO error: 000003.log: FILE_ERROR_NO_SPACE', null, 'storage-full'],
    ['UnknownError', 'Internal error opening backing store for indexedDB.open.', 0, 'storage-full'],
    ['UnknownError', 'Internal error opening backing store for indexedDB.open.', 1e9, 'database-broken'],
    ['UnknownError', 'The operation failed for reasons unrelated to the database itself', null, 'database-broken'],
  ])('says %s, "%s", with %s bytes left: %s, and nothing is changed', async (name, message, left, code) => {
    const store = freshStore();
    await changeReview(store, act());
    if (left !== null) vi.stubGlobal('navigator', quota(left));
    failing(new DOMException(message, name));
    await expect(changeReview(store, act({ change: { kind: 'rate', rating: -1 } }))).rejects.toMatchObject({ code });
    vi.unstubAllGlobals();
    const { rows } = await listReviews(store);
    expect(rows).toMatchObject([{ revision: 1, verdict: 'up' }]);
    expect((await changeReview(store, act({ change: { kind: 'rate', rating: -1 } }))).review).toMatchObject({ revision: 2, rating: -1 });
  });

  test('has no room: that is refused before anything is written, and before somebody begins to type', async () => {
    const store = freshStore();
    vi.stubGlobal('navigator', quota(5_000_000));
    await demandRoom();
    await expect(probe(store)).rejects.toMatchObject({ code: 'storage-full' });
    vi.stubGlobal('navigator', quota(500_000));
    await expect(demandRoom()).rejects.toMatchObject({ code: 'storage-full' });
    vi.stubGlobal('navigator', quota(50_000_000));
    await probe(store);
    vi.stubGlobal('navigator', {});
    await Promise.all([probe(store), demandRoom()]);
  });

  test('lost the database (dataLoss): the record says so in its first entry, and what was lost is listed', async () => {
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
      const request = open(...given);
      request.addEventListener('upgradeneeded', (event) =>
        Object.assign(event, { dataLoss: 'total', dataLossMessage: 'checksum mismatch' }),
      );
      return request;
    });
    const store = freshStore();
    await changeReview(store, act());
    expect(await readHealth(store)).toEqual({ reviews: { final: 1, drafts: 0, withdrawn: 0 }, setAside: 0, lostAt: noon, newer: null });
    const [first] = await store.read(['audit'], (tx) => tx.objectStore('audit').getAll());
    expect(JSON.parse(first?.line ?? '')).toMatchObject({ type: 'chain.reset', facts: { because: 'lost' } });
  });
});

test('the version of this code is the number of its migrations', async () => {
  const store = freshStore();
  expect(await store.state()).toEqual({ version: migrations.length, readOnly: false, unread: 0 });
});
