import 'fake-indexeddb/auto';
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  option,
  record,
  tuple,
  uniqueArray,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReviewFilter, RowVerdict } from '../../../lib/model/reviewed.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { countsIn } from '../../../lib/store/counts.ts';
import { indexSome, indexWaiting } from '../../../lib/store/indexing.ts';
import { listReviews, matches } from '../../../lib/store/list.ts';
import type { Store } from '../../../lib/store/open.ts';
import { unpack } from '../../../lib/store/postings.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { eraseWords, indexTables, mergeSegments } from '../../../lib/store/segments.ts';
import { textsOf, textTables } from '../../../lib/store/texts.ts';
import { boundsOf, inOrder, walk } from '../../../lib/store/walk.ts';
import { found, queryOf } from '../../../lib/store/words.ts';
import { act, answer, flag, freshStore, named, noon, preferring } from '../sample.ts';

const vocabulary = [
  'alpha',
  'alphabet',
  'al',
  'a',
  'été',
  'ete',
  '東京',
  '東京都',
  '京都',
  'ภาษา',
  '물은',
  '물',
  'c++',
  '🚀',
  'x'.repeat(50),
];
const sites = ['claude', 'chatgpt'];
const models = [null, 'm1', 'm2'];
const reviewers = [undefined, 'Ann', 'Bo'];

/** Rows found by reading everything, newest first. */
const scan = (store: Store, filter: ReviewFilter): Promise<string[]> =>
  store.read(['heads', ...textTables], async (tx, sound) => {
    const heads = await tx.objectStore('heads').getAll();
    const query = filter.text?.trim() ? queryOf(filter.text) : null;
    const ids: string[] = [];
    for (const head of heads.toSorted((one, other) => inOrder([one.order, one.id], [other.order, other.id]))) {
      if (matches(head, filter) && (!query || found(query, await textsOf(tx, sound, head)))) ids.push(head.id);
    }
    return ids;
  });

const paged = async (store: Store, filter: ReviewFilter, limit: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let after = null; ;) {
    const { rows, next }: Awaited<ReturnType<typeof listReviews>> = await listReviews(store, { filter, limit, after });
    ids.push(...rows.map(({ id }) => id));
    if (!next) return ids;
    after = next as never;
  }
};

const words = array(constantFrom(...vocabulary), { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
const about = nat(7);
const step = oneof(
  { weight: 4, arbitrary: record({ kind: constant('save' as const), about, text: words, final: boolean() }) },
  record({ kind: constant('flag' as const), about, category: constantFrom('wrong', 'unsafe'), note: words }),
  record({ kind: constantFrom('withdraw' as const, 'drop' as const), about }),
  record({ kind: constant('prefer' as const), pair: tuple(about, about), reason: words }),
  { weight: 3, arbitrary: record({ kind: constant('index' as const), limit: integer({ min: 1, max: 4 }), merge: boolean() }) },
);
type Step = typeof step extends Arbitrary<infer T> ? T : never;

/** Mostly absent, so that something passes. */
const rarely = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> =>
  oneof({ weight: 5, arbitrary: constant(undefined) }, { weight: 1, arbitrary: value });
const some = <T>(values: T[]) => rarely(uniqueArray(constantFrom(...values), { minLength: 1, maxLength: 2 }));
const wanted = oneof(
  words,
  words.map((text) => `"${text}"`),
  tuple(words, words).map(([one, other]) => `${one} "${other.slice(0, 5)}"`),
  constantFrom('a', 'al', '東', '東京都', 'not there', ' '),
);
const filters: Arbitrary<ReviewFilter> = record({
  text: option(wanted, { nil: undefined, freq: 6 }),
  site: some(sites),
  model: some(['m1', 'm2']),
  reviewer: some(['Ann', 'Bo', '']),
  flag: some(['wrong', 'unsafe']),
  verdict: some<RowVerdict>(['flagged', 'corrected', 'compared']),
  status: some<'final' | 'draft' | 'withdrawn'>(['final', 'draft', 'withdrawn']),
  from: rarely(constant(new Date(noon + 3).toISOString())),
  to: rarely(constant(new Date(noon + 6).toISOString())),
});

/** The answers never change; what is said about them does. */
const answers = Array.from({ length: 8 }, (_, at) =>
  answer({
    text: `${vocabulary[at]} ${vocabulary[at + 4]} number ${at}`,
    message: { id: `m${at}`, ordinal: at, variant: null },
    site: sites[at % 2],
    model: models[at % 3],
    prompt: [{ role: 'user', text: `prompt ${at} ${vocabulary[at + 7]}` }],
  }),
);

async function play(store: Store, step: Step, at: number): Promise<void> {
  const reviewer = { id: 'reviewer-1', role: 'reviewer', name: reviewers[at % 3] };
  // Two acts of the same time are ordered by their ids.
  const base = (about: number) => ({ answer: answers[about], now: noon + (at >> 1), reviewer });
  switch (step.kind) {
    case 'save':
      await changeReview(store, act({ ...base(step.about), change: { kind: 'correct', markdown: step.text }, final: step.final }));
      return;
    case 'flag':
      await changeReview(
        store,
        act({ ...base(step.about), change: { kind: 'flag', flag: flag({ id: step.category, category: step.category, note: step.note }) } }),
      );
      return;
    case 'withdraw':
      await changeReview(store, act({ ...base(step.about), change: { kind: 'withdraw' } }));
      return;
    case 'drop':
      await changeReview(store, act({ ...base(step.about), change: { kind: 'correct', markdown: null }, final: false }));
      return;
    case 'prefer': {
      const [one, other] = step.pair.map((index) => named(answers[index]!));
      if (step.pair[0] === step.pair[1]) return;
      const change = { kind: 'prefer' as const, pair: [one!, other!] as never, better: 'first' as const, reason: step.reason };
      await changePreference(store, preferring(change, { now: noon + (at >> 1), reviewer }));
      return;
    }
    default:
      await indexSome(store, step.limit);
      if (step.merge) await store.write([...indexTables], mergeSegments);
  }
}

/** Every count that is kept, and every one made anew from the rows. */
const recounted = (store: Store) =>
  store.read(['heads', 'counts'], async (tx, sound) => {
    const made: Record<string, number> = {};
    const count = (kind: string, value: string | null): void => {
      if (value) made[`${kind}/${value}`] = (made[`${kind}/${value}`] ?? 0) + 1;
    };
    for (const head of await tx.objectStore('heads').getAll()) {
      count('status', head.status);
      if (head.status === 'withdrawn') continue;
      for (const kind of ['site', 'verdict', 'model', 'reviewer'] as const) count(kind, head[kind]);
      for (const category of new Set(head.flags.map((flag) => flag.category))) count('flag', category);
    }
    const kept = Object.entries(await countsIn(tx, sound)).flatMap(([kind, counts]) =>
      Object.entries(counts).map(([value, n]) => [`${kind}/${value}`, n] as const),
    );
    return [Object.fromEntries(kept), made];
  });

describe('a list', () => {
  test('is what reading everything finds, after any acts and runs of the index; counts are those of the rows', async () => {
    let hits = 0;
    await assert(
      asyncProperty(
        array(step, { minLength: 1, maxLength: 40 }),
        array(filters, { minLength: 8, maxLength: 8 }),
        integer({ min: 1, max: 4 }),
        async (steps, asked, limit) => {
          const store = freshStore();
          for (const [at, step] of steps.entries()) await play(store, step, at);
          const check = async (): Promise<void> => {
            for (const filter of asked) {
              const expected = await scan(store, filter);
              hits += expected.length;
              expect(await paged(store, filter, limit), JSON.stringify(filter)).toEqual(expected);
            }
          };
          await check();
          const [kept, made] = await recounted(store);
          expect(kept).toEqual(made);
          await indexWaiting(store, 1);
          await check();
        },
      ),
      { numRuns: 50 },
    );
    expect(hits).toBeGreaterThan(300);
  });

  test('walks over several values in one order, each row once, however few are read at once', async () => {
    const store = freshStore();
    for (let at = 0; at < 8; at++) {
      await play(store, { kind: 'flag', about: at, category: 'wrong', note: 'x' }, at * 2);
      if (at % 3 === 0) await play(store, { kind: 'flag', about: at, category: 'unsafe', note: 'x' }, at * 2 + 1);
    }
    for (const way of [
      { by: 'flag' as const, values: ['wrong', 'unsafe'] },
      { by: 'site' as const, values: sites },
    ]) {
      const ids = await store.read(['heads'], async (tx) => {
        const span = { bounds: boundsOf({}), after: null, stride: 1 };
        const rows: string[] = [];
        for await (const some of walk(tx, way, span)) rows.push(...some.map(({ id }) => id));
        return rows;
      });
      expect(ids).toEqual(await scan(store, {}));
    }
  });

  test('walks by time where more wait than are looked up one by one', async () => {
    const store = freshStore();
    await play(store, { kind: 'save', about: 0, text: 'needle', final: true }, 0);
    await store.write(['unindexed'], async (tx) => {
      for (let at = 0; at < 1001; at++) await tx.objectStore('unindexed').put({ id: `none-${at}`, stamp: '' });
    });
    expect((await listReviews(store, { filter: { text: 'needle' } })).rows).toHaveLength(1);
    await indexWaiting(store, 1);
    expect(await store.read(['unindexed'], (tx) => tx.objectStore('unindexed').count())).toBe(0);
    expect((await listReviews(store, { filter: { text: 'needle' } })).rows).toHaveLength(1);
  });
});

describe('the index of words', () => {
  const allWords = (store: Store): Promise<string[]> =>
    store.read(['words'], async (tx) => (await tx.objectStore('words').getAll()).flatMap((row) => unpack(row).map(([word]) => word)));

  test('erasing leaves no word of a review in any row, of what it said before neither', async () => {
    const store = freshStore();
    await play(store, { kind: 'save', about: 1, text: 'kept', final: true }, 0);
    await play(store, { kind: 'save', about: 0, text: 'firstmarker', final: true }, 1);
    await indexSome(store, 10);
    await play(store, { kind: 'save', about: 0, text: 'secondmarker', final: true }, 2);
    await indexSome(store, 10);
    expect(await allWords(store)).toEqual(expect.arrayContaining(['kept', 'firstmarker', 'secondmarker']));
    const [row] = (await listReviews(store, { filter: { text: 'secondmarker' } })).rows;
    await store.write([...indexTables], (tx) => eraseWords(tx, [row!.id]));
    const left = await allWords(store);
    expect(left.filter((word) => word.includes('marker'))).toEqual([]);
    expect(left).toContain('kept');
    expect(JSON.stringify(await store.read(['segments'], (tx) => tx.objectStore('segments').getAll()))).not.toContain(row!.id);
    expect((await listReviews(store, { filter: { text: 'kept' } })).rows).toHaveLength(1);
  });

  test('what a review said before is not found any more', async () => {
    const store = freshStore();
    for (const [at, text] of ['firstmarker', 'secondmarker'].entries()) {
      await play(store, { kind: 'save', about: 0, text, final: true }, at * 2);
      await indexSome(store, 10);
    }
    expect(await paged(store, { text: 'firstmarker' }, 5)).toEqual([]);
    expect(await paged(store, { text: 'secondmarker' }, 5)).toHaveLength(1);
  });

  test('a draft that is thrown away takes its words along', async () => {
    const store = freshStore();
    await play(store, { kind: 'save', about: 0, text: 'firstmarker', final: false }, 0);
    await indexWaiting(store, 1);
    expect(await allWords(store)).toContain('firstmarker');
    await play(store, { kind: 'drop', about: 0 }, 1);
    await indexWaiting(store, 1);
    expect(await allWords(store)).toEqual([]);
  });

  test('what changes while it is indexed waits on', async () => {
    const store = freshStore();
    await play(store, { kind: 'save', about: 0, text: 'before', final: true }, 0);
    let changed = false;
    const between: Store = {
      ...store,
      async read(tables, work) {
        const result = await store.read(tables, work);
        if (tables.includes('answers') && !changed) {
          changed = true;
          await play(store, { kind: 'save', about: 0, text: 'after', final: true }, 1);
        }
        return result;
      },
    };
    await indexSome(between, 10);
    expect(await allWords(store)).toEqual([]);
    await indexSome(store, 10);
    expect(await allWords(store)).toContain('after');
  });

  test('segments that are half stale are written anew, and those of a size become one', async () => {
    const store = freshStore();
    for (let at = 0; at < 8; at++) {
      await play(store, { kind: 'save', about: at, text: `text${at}`, final: true }, at);
      await indexWaiting(store, 1);
    }
    const segments = await store.read(['segments'], (tx) => tx.objectStore('segments').getAll());
    expect(segments.map(({ reviews, stale }) => [reviews.length, stale.length])).toEqual([
      [4, 0],
      [4, 0],
    ]);
    for (const at of [0, 1]) await play(store, { kind: 'save', about: at, text: `other${at}`, final: true }, 10 + at);
    await indexWaiting(store, 1);
    const after = await store.read(['segments'], (tx) => tx.objectStore('segments').getAll());
    expect(after.every(({ reviews, stale }) => stale.length * 2 < reviews.length)).toBe(true);
    expect(await allWords(store)).not.toContain('text0');
    expect(await allWords(store)).toContain('other0');
  });
});
