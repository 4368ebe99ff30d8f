import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verify } from '../../../lib/audit/verify.ts';
import type { Review } from '../../../lib/model/review.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { checkContents } from '../../../lib/store/contents.ts';
import type { Store, Table } from '../../../lib/store/open.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { readHead, recordLines } from '../../../lib/store/record.ts';
import { readReview } from '../../../lib/store/reviews.ts';
import { changeSettings, setDestination, readSettings, readSecrets } from '../../../lib/store/settings.ts';
import { readSyncState } from '../../../lib/store/syncState.ts';
import { act, all, answer, compare, flag, freshStore, noon, review, wanted } from '../sample.ts';
import { backedUp, contentsOf, restored } from './files.ts';

const said: Table[] = ['reviews', 'preferences', 'drafts', 'answers', 'heads', 'counts', 'receipts', 'quarantine'];
const untouched: Table[] = [...said, 'audit', 'meta', 'outbox', 'batches'];

const about = (n: number) => answer({ text: `Answer ${n} 🙂 ${'word '.repeat(n)}`, message: { id: `m${n}`, ordinal: n, variant: null } });

/** One act of a person; `of` says on which answer. */
type Act = { of: number; kind: 'rate' | 'flag' | 'correct' | 'draft' | 'withdraw' | 'compare'; at: number };
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    of: fc.nat(4),
    kind: fc.constantFrom('rate', 'flag', 'correct', 'draft', 'withdraw', 'compare'),
    at: fc.nat(1000),
  }),
  { maxLength: 12 },
);

async function perform(store: Store, { of, kind, at }: Act, index: number): Promise<void> {
  const now = noon + at * 1000 + index;
  if (kind === 'compare')
    return void (await changePreference(
      store,
      compare(
        {
          pair: [
            { answerId: about(of).id, answer: about(of) },
            { answerId: about(of + 1).id, answer: about(of + 1) },
          ],
          reason: `because ${at}`,
        },
        { now },
      ),
    ));
  const change = {
    rate: { kind: 'rate', rating: at % 2 ? 1 : -1 },
    flag: { kind: 'flag', flag: flag({ id: `f${at}`, note: `note ${at}` }) },
    correct: { kind: 'correct', markdown: `corrected ${at}` },
    draft: { kind: 'note', note: `draft ${at}` },
    withdraw: { kind: 'withdraw' },
  } as const;
  await changeReview(store, act({ answer: about(of), change: change[kind], final: kind !== 'draft', now }));
}

async function filled(list: Act[]): Promise<Store> {
  const store = freshStore();
  for (const [index, one] of list.entries()) await perform(store, one, index);
  return store;
}

const some: Act[] = [
  { of: 0, kind: 'rate', at: 1 },
  { of: 1, kind: 'flag', at: 2 },
  { of: 1, kind: 'correct', at: 3 },
  { of: 2, kind: 'draft', at: 4 },
  { of: 3, kind: 'compare', at: 5 },
];

describe('there and back', () => {
  test.each([undefined, 'correct horse battery staple'])(
    'all that is said is in an empty store again (passphrase: %s)',
    async (passphrase) => {
      const store = await filled(some);
      const other = freshStore();
      const plan = await restored(other, await backedUp(store, passphrase), passphrase);
      expect(plan).toMatchObject({ reviews: 3, fresh: 3, changed: 0, drafts: 1, empty: true });
      expect(await contentsOf(other, said)).toEqual(await contentsOf(store, said));
    },
  );

  test('whatever was done: into an empty store it is the same, into its own nothing changes, twice is once', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const store = await filled(list);
        const before = await contentsOf(store, said);
        const file = await backedUp(store);
        expect(await restored(store, file)).toMatchObject({ fresh: 0, changed: 0, drafts: 0 });
        expect(await contentsOf(store, said)).toEqual(before);
        const other = freshStore();
        await restored(other, file);
        expect(await contentsOf(other, said)).toEqual(before);
        const once = await contentsOf(other, untouched);
        await restored(other, file);
        expect(await contentsOf(other, untouched)).toEqual(once);
      }),
      { numRuns: 25 },
    );
  });

  test('whatever two people did apart: everything that either said is there, and done again nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(acts, acts, acts, async (shared, here, there) => {
        const one = await filled(shared);
        const other = freshStore();
        await restored(other, await backedUp(one));
        for (const [index, item] of here.entries()) await perform(one, item, index);
        for (const [index, item] of there.entries()) await perform(other, item, index + 500);
        const mine = (await contentsOf(one, ['reviews', 'preferences'])) as Record<string, Review[]>;
        const theirs = (await contentsOf(other, ['reviews', 'preferences'])) as Record<string, Review[]>;
        const file = await backedUp(other);
        await restored(one, file);
        const both = (await contentsOf(one, ['reviews', 'preferences'])) as Record<string, Review[]>;
        const words = (rows: Review[] = []) => new Set(rows.map((row) => JSON.stringify({ ...row, revision: 0 })));
        for (const table of ['reviews', 'preferences']) {
          for (const text of [...words(mine[table]), ...words(theirs[table])]) expect(words(both[table]).has(text)).toBe(true);
          expect(both[table]).toEqual(expect.arrayContaining(mine[table] ?? []));
        }
        const once = await contentsOf(one, said);
        await restored(one, file);
        expect(await contentsOf(one, said)).toEqual(once);
      }),
      { numRuns: 25 },
    );
  });

  test('two drafts of one answer, begun apart: the younger one is there, alone in the list', async () => {
    const [one, other] = [freshStore(), freshStore()];
    const draft = (note: string, now: number) => act({ answer: about(0), change: { kind: 'note', note }, final: false, now });
    await changeReview(one, draft('older', noon));
    await changeReview(other, draft('younger', noon + 1000));
    expect(await restored(one, await backedUp(other))).toMatchObject({ drafts: 1 });
    const there = ['drafts', 'heads', 'counts'] satisfies Table[];
    expect(await contentsOf(one, there)).toEqual(await contentsOf(other, there));
  });

  test('where both said something else, the younger word counts and the other one is kept', async () => {
    const one = await filled([{ of: 0, kind: 'rate', at: 1 }]);
    const other = freshStore();
    await restored(other, await backedUp(one));
    await changeReview(other, act({ answer: about(0), change: { kind: 'note', note: 'older' }, now: noon + 60_000 }));
    await changeReview(one, act({ answer: about(0), change: { kind: 'note', note: 'younger' }, now: noon + 90_000 }));
    expect(await restored(one, await backedUp(other))).toMatchObject({ reviews: 1, fresh: 0, changed: 1 });
    const { reviews = [] } = (await contentsOf(one, ['reviews'])) as { reviews?: Review[] };
    expect(reviews.map(({ revision, note }) => `${revision} ${note}`)).toEqual(['1 ', '2 younger', '3 older', '4 younger']);
    const last = (await readReview(one, reviews[0]?.id ?? ''))?.revisions.at(-1);
    expect(last?.note).toBe('younger');
    // Nobody did it in another tab: where it comes from is said.
    expect(last?.others).toEqual([{ change: { kind: 'note', note: 'older' }, at: new Date(noon + 60_000).toISOString(), from: 'backup' }]);
  });

  test('what a full list needs is read in portions: sixty revisions of one and an answer of two megabytes', async () => {
    const store = freshStore();
    await changeReview(store, act({ answer: answer({ text: 'long '.repeat(400_000) }), change: { kind: 'rate', rating: 1 } }));
    for (let n = 0; n < 60; n++)
      await changeReview(store, act({ answer: about(0), change: { kind: 'note', note: `${n}` }, now: noon + n }));
    const other = freshStore();
    await restored(other, await backedUp(store));
    expect(await contentsOf(other, said)).toEqual(await contentsOf(store, said));
  });
});

describe('what else comes back', () => {
  test('settings into an empty store, with a destination that has to be let go anew, and without the token', async () => {
    const store = await filled(some);
    await setDestination(store, wanted('https://reviews.example/in', 'very-secret-token', noon));
    await changeSettings(store, (settings) => ({
      ...settings,
      reviewer: { ...settings.reviewer, name: 'Alice' },
      destinations: settings.destinations.map((one) => ({ ...one, approved: true })),
    }));
    const other = freshStore();
    await restored(other, await backedUp(store));
    const { reviewer, destinations } = await readSettings(other);
    expect(reviewer).toEqual((await readSettings(store)).reviewer);
    const [destination] = destinations;
    expect(destination).toMatchObject({ settings: { url: 'https://reviews.example/in' }, approved: false });
    expect(await readSecrets(other, destination?.id ?? '')).toEqual({});
    expect((await readSyncState(other, destination?.id ?? '')).behind).toBe(true);
    const text = JSON.stringify(await contentsOf(other, [...untouched, 'secrets']));
    expect(text).not.toContain('very-secret-token');
  });

  test('settings do not replace those of a person who has reviewed', async () => {
    const store = await filled(some);
    const other = await filled([{ of: 4, kind: 'rate', at: 9 }]);
    const { reviewer } = await readSettings(other);
    await restored(other, await backedUp(store));
    expect((await readSettings(other)).reviewer).toEqual(reviewer);
  });

  test('the record into a store that has none: whole, with a new chain behind it that names what stood there', async () => {
    const store = await filled(some);
    const lines = await all(recordLines(store));
    const other = freshStore();
    await restored(other, await backedUp(store));
    const after = await all(recordLines(other));
    expect(after.slice(0, lines.length)).toEqual(lines);
    const report = await verify(after, { head: await readHead(other) });
    expect(report).toMatchObject({ broken: null, resets: [{ seq: lines.length + 1 }] });
    expect(await checkContents(other)).toMatchObject({ changed: [], missing: [], unnoted: 0 });
    await perform(other, { of: 0, kind: 'flag', at: 77 }, 0);
    expect(await verify(recordLines(other), { head: await readHead(other) })).toMatchObject({ broken: null });
  });

  test('a record of its own goes on and says what came', async () => {
    const store = await filled(some);
    const other = await filled([{ of: 4, kind: 'rate', at: 9 }]);
    const lines = await all(recordLines(other));
    await restored(other, await backedUp(store));
    const after = await all(recordLines(other));
    expect(after.slice(0, lines.length)).toEqual(lines);
    expect(after.filter((line) => line.includes('"type":"restore"'))).toHaveLength(2);
    expect(await verify(after, { head: await readHead(other) })).toMatchObject({ broken: null });
    expect(await checkContents(other)).toMatchObject({ changed: [], missing: [], unnoted: 0 });
  });

  test('what cannot be read is in the backup too, as it was found', async () => {
    const store = await filled(some);
    await store.write(['reviews'], (tx) =>
      tx.objectStore('reviews').put({ ...review({ id: 'spoilt' }), rating: 7, deep: { __proto__: null } } as never),
    );
    const other = freshStore();
    await restored(other, await backedUp(store));
    expect(await contentsOf(other, ['quarantine'])).toEqual(await contentsOf(store, ['quarantine']));
    expect((await contentsOf(other, ['quarantine'])).quarantine).toHaveLength(1);
  });
});
