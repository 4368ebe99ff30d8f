/** Erased is erased: no table holds a string of it, all else is as it was, the record holds, and whoever had it is told. */
import 'fake-indexeddb/auto';
import { assert, asyncProperty, integer } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verify } from '../../../lib/audit/verify.ts';
import type { EraseScope, Hold } from '../../../lib/model/erase.ts';
import type { SyncEvent } from '../../../lib/model/sync.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { checkContents } from '../../../lib/store/contents.ts';
import { countReviews } from '../../../lib/store/counts.ts';
import { erase, planErase, resumeErase } from '../../../lib/store/erase.ts';
import { allTables } from '../../../lib/store/erasing.ts';
import { indexSome } from '../../../lib/store/indexing.ts';
import { listReviews } from '../../../lib/store/list.ts';
import type { Store, Table } from '../../../lib/store/open.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { readHead, recordLines } from '../../../lib/store/record.ts';
import { unpack } from '../../../lib/store/postings.ts';
import { act, answer, compare, flag, freshStore, named, noon } from '../sample.ts';
import { honest, World } from '../sync/world.ts';

const later = noon + 60_000;
const site = (at: number): string => `https://site${at}.example`;

/** Letters that stand in nothing else. */
const marker = (at: number, of: string): string => `zq${of}${String.fromCharCode(97 + at)}xv`;
const whole = (at: number) =>
  answer({
    origin: site(at % 3),
    url: `${site(at % 3)}/${marker(at, 'url')}`,
    title: marker(at, 'title'),
    conversation: { id: `c-${at % 2}` },
    prompt: [{ role: 'user', text: `What about ${marker(at, 'prompt')}?` }],
    text: `It is ${marker(at, 'answer')}.`,
    message: { id: `m${at}`, ordinal: at, variant: null },
  });
const strings = (at: number): string[] =>
  ['url', 'title', 'prompt', 'answer', 'note', 'fix', 'draft', 'reason'].map((of) => marker(at, of));

/** Six answers on three sites, with everything that can be said about one; 4 and 5 are compared. */
async function filled(store: Store, destinationIds: string[] = []): Promise<void> {
  for (const at of [0, 1, 2, 3]) {
    const about = { answer: whole(at), destinationIds };
    await changeReview(store, act({ ...about, change: { kind: 'flag', flag: flag({ note: marker(at, 'note') }) } }));
    await changeReview(store, act({ ...about, change: { kind: 'correct', markdown: marker(at, 'fix') } }));
    await changeReview(store, act({ ...about, final: false, change: { kind: 'note', note: marker(at, 'draft') } }));
    if (at === 1) await indexSome(store, 100);
  }
  const pair = [named(whole(4)), named(whole(5))] as const;
  await changePreference(store, compare({ pair: [...pair], reason: marker(4, 'reason') }, { destinationIds }));
  await indexSome(store, 3);
  await store.write(['masks'], async (tx) => {
    for (const at of [0, 1, 2, 3])
      await tx
        .objectStore('masks')
        .put({ conversation: [site(at % 3), `c-${at % 2}`, ''], ledger: {}, shown: [], hidden: [marker(at, 'answer')] });
  });
  await store.write(['quarantine'], async (tx) => {
    const record = { id: whole(0).id, text: marker(0, 'answer') };
    await tx.objectStore('quarantine').put({ id: 'answers/x', table: 'answers', key: 'x', record, problem: 'bad', at: noon });
  });
}

/** Every row of every table as text; the words of the index one by one. */
async function dump(store: Store): Promise<Record<Table, Map<string, string>>> {
  const rows = await Promise.all(
    allTables.map(async (table) => {
      const [keys, records] = await store.read([table], (tx) =>
        Promise.all([tx.objectStore(table).getAllKeys(), tx.objectStore(table).getAll()] as const),
      );
      const texts = records.map((record) => JSON.stringify('words' in record ? unpack(record).map(([word]) => word) : record));
      return [table, new Map(keys.map((key, at) => [JSON.stringify(key), texts[at] ?? '']))] as const;
    }),
  );
  return Object.fromEntries(rows) as Record<Table, Map<string, string>>;
}

const textOf = (found: Record<string, Map<string, string>>): string =>
  Object.values(found)
    .flatMap((rows) => [...rows].flat())
    .join('\n');

async function sound(store: Store): Promise<void> {
  expect(await verify(recordLines(store), { head: await readHead(store) })).toMatchObject({ broken: null, resets: [], holes: [] });
  expect(await checkContents(store)).toMatchObject({ changed: [], missing: [], unnoted: 0 });
}

/** What must be gone, by the numbers of answers. */
const cases: [string, (store: Store) => Promise<EraseScope>, number[]][] = [
  ['a review', async (store) => ({ kind: 'review', id: await idAbout(store, 2) }), [2]],
  ['a comparison', async (store) => ({ kind: 'review', id: await idAbout(store, 4) }), [4, 5]],
  ['a conversation', async () => ({ kind: 'conversation', origin: site(0), id: 'c-0' }), [0]],
  ['a site', async () => ({ kind: 'site', origin: site(0) }), [0, 3]],
  ['a site with one of two that are compared', async () => ({ kind: 'site', origin: site(1) }), [1, 4, 5]],
  ['everything', async () => ({ kind: 'everything' }), [0, 1, 2, 3, 4, 5]],
];

const idAbout = async (store: Store, at: number): Promise<string> => {
  const { rows } = await listReviews(store, { filter: { status: ['final', 'draft', 'withdrawn'] } });
  return rows.find(({ answerId }) => answerId === whole(at).id)?.id ?? expect.fail(`none about ${at}`);
};

describe.each(cases)('%s', (_, scopeOf, gone) => {
  test('leaves no string of it in any table, and all else as it was', async () => {
    const store = freshStore();
    await filled(store);
    const scope = await scopeOf(store);
    const before = await dump(store);
    const stay = [0, 1, 2, 3, 4, 5].filter((at) => !gone.includes(at));
    for (const one of gone.flatMap(strings).slice(0, 3)) expect(textOf(before)).toContain(one);
    const plan = await planErase(store, { scope, holds: [], now: later });
    const done = await erase(store, { scope, holds: [], now: later });
    expect(done).toMatchObject({ answers: gone.length, held: 0 });
    if (!_.includes('compared')) expect(plan.answers).toBe(gone.length);

    const after = await dump(store);
    for (const at of gone) {
      for (const one of strings(at)) expect(textOf(after), one).not.toContain(one);
      expect(textOf({ ...after, audit: new Map() })).not.toContain(whole(at).id);
    }
    const kept = (rows: Map<string, string>): [string, string][] =>
      [...rows].filter(([, text]) => stay.some((at) => text.includes(whole(at).id)));
    for (const table of ['answers', 'reviews', 'preferences', 'drafts', 'heads'] as const) {
      expect([...after[table]], table).toEqual(kept(before[table]));
    }
    for (const [key, row] of before.audit) expect(JSON.parse(after.audit.get(key) ?? '{}')).toMatchObject({ line: JSON.parse(row).line });
    for (const at of stay.filter((one) => one < 4)) {
      expect((await listReviews(store, { filter: { text: marker(at, 'answer') } })).rows).toHaveLength(1);
    }
    expect((await countReviews(store)).final).toBe(kept(before.heads).length);
    await sound(store);
    const [last] = [...after.audit.values()].slice(-1);
    const facts = { because: 'person', what: scope.kind, answers: done.answers, reviews: done.reviews, told: 0 };
    expect(JSON.parse(JSON.parse(last ?? '').line)).toMatchObject({ type: 'erase', facts });
  });
});

test('a big erase that is cut off anywhere is whole so far, and is finished later', async () => {
  await assert(
    asyncProperty(integer({ min: 1, max: 6 }), async (writes) => {
      const store = freshStore();
      for (let at = 0; at < 105; at++) {
        const text = `${marker(at % 26, 'big')}${at}`;
        await changeReview(store, act({ answer: answer({ text, message: { id: `b${at}`, ordinal: 0, variant: null } }) }));
      }
      await filled(store);
      await indexSome(store, 500);
      let left = writes;
      const dying: Store = {
        ...store,
        write: (tables, work) => (left-- > 0 ? store.write(tables, work) : Promise.reject(new Error('killed'))),
      };
      const scope = { kind: 'site', origin: 'https://chat.example' } as const;
      await erase(dying, { scope, holds: [], now: later }).catch((error: unknown) => expect(String(error)).toContain('killed'));
      await sound(store);
      await resumeErase(store, []);
      const found = textOf(await dump(store));
      for (let at = 0; at < 26; at++) expect(found).not.toContain(marker(at, 'big'));
      for (const at of [0, 1, 2, 3, 4, 5]) expect(found).toContain(marker(at, 'answer'));
      expect((await countReviews(store)).final).toBe(5);
      expect(await resumeErase(store, [])).toBe(false);
      await sound(store);
    }),
    { numRuns: 4 },
  );
}, 60_000);

describe('a hold', () => {
  const holds: Hold[] = [{ kind: 'conversation', origin: site(0), id: 'c-0' }];
  test.each<EraseScope>([{ kind: 'conversation', origin: site(0), id: 'c-0' }, { kind: 'site', origin: site(0) }, { kind: 'everything' }])(
    'refuses %j',
    async (scope) => {
      const store = freshStore();
      await filled(store);
      const before = await dump(store);
      await expect(erase(store, { scope, holds, now: later })).rejects.toMatchObject({ code: 'erase-held' });
      expect(await dump(store)).toEqual(before);
      expect((await planErase(store, { scope, holds, now: later })).holds).toEqual(holds);
    },
  );

  test('refuses a review of it, and one that is compared with it; others go', async () => {
    const store = freshStore();
    await filled(store);
    const order = async (at: number, hold: Hold) =>
      erase(store, { scope: { kind: 'review', id: await idAbout(store, at) }, holds: [hold], now: later });
    await expect(order(0, holds[0]!)).rejects.toMatchObject({ code: 'erase-held' });
    await expect(order(4, { kind: 'site', origin: site(2) })).rejects.toMatchObject({ code: 'erase-held' });
    const site1 = await erase(store, { scope: { kind: 'site', origin: site(1) }, holds: [{ kind: 'site', origin: site(2) }], now: later });
    expect(site1).toEqual({ answers: 1, reviews: 1, held: 1 });
    expect(textOf(await dump(store))).toContain(marker(4, 'reason'));
  });
});

describe('what was sent', () => {
  const eventsOf = (world: World): SyncEvent[] => world.endpoint.requests.flatMap(({ events }) => events);

  test('is told to whoever has it, without content; what never left is not', async () => {
    const world = new World();
    await world.connect();
    const { store } = world;
    await world.review(1);
    await world.untilIdle();
    await world.review(2);
    await erase(store, { scope: { kind: 'everything' }, holds: [], now: world.now });
    const before = world.endpoint.requests.length;
    await world.untilIdle();
    const told = world.endpoint.requests.slice(before).flatMap(({ events }) => events);
    const [first] = eventsOf(world);
    const id = first && 'review' in first ? first.review.id : '';
    expect(told).toEqual([{ id: `${id}.2`, type: 'review.erased', occurredAt: expect.any(String), erased: { id, revision: 2 } }]);
    expect(await store.read(['outbox'], (tx) => tx.objectStore('outbox').count())).toBe(0);
  });

  test('erased while it is on its way it leaves no receipt, and the word follows it', async () => {
    const world = new World();
    await world.connect();
    await world.review(1, 1, 'on its way');
    world.endpoint.script = [
      async (events, request, store) => {
        await erase(world.store, { scope: { kind: 'everything' }, holds: [], now: world.now });
        return honest(events, request, store);
      },
    ];
    await world.untilIdle();
    expect(eventsOf(world).map(({ type }) => type)).toEqual(['review.final', 'review.erased']);
    const receipts = await world.store.read(['receipts'], (tx) => tx.objectStore('receipts').getAll());
    expect(receipts.map(({ revision }) => revision)).toEqual([2]);
    expect(textOf(await dump(world.store))).not.toContain('on its way');
  });
});
