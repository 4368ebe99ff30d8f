import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { alike } from '../../../lib/store/alike.ts';
import type { ReviewFilter } from '../../../lib/model/reviewed.ts';
import { tagLimit } from '../../../lib/model/review.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { countFacets, countReviews } from '../../../lib/store/counts.ts';
import { indexWaiting } from '../../../lib/store/indexing.ts';
import { listReviews } from '../../../lib/store/list.ts';
import type { Store } from '../../../lib/store/open.ts';
import { enqueueMissing } from '../../../lib/store/outbox.ts';
import { exportQuarantine, listQuarantine } from '../../../lib/store/quarantine.ts';
import { reviewedAnswers } from '../../../lib/store/reviewed.ts';
import { findReviews, readReview } from '../../../lib/store/reviews.ts';
import type { Settings } from '../../../lib/model/settings.ts';
import { changeSettings, readSecrets, readSettings, removeDestination, setDestination } from '../../../lib/store/settings.ts';
import { headSchema, isHead } from '../../../lib/store/rows.ts';
import { readStatus } from '../../../lib/store/status.ts';
import { act, all, answer, flag, freshStore, isoAt, noon, wanted } from '../sample.ts';

const many = async (store: Store, number: number): Promise<void> => {
  for (let index = 0; index < number; index++) {
    const given = answer({
      text: `Answer number ${index}`,
      site: index % 2 ? 'chatgpt' : 'claude',
      capturedAt: isoAt(index),
      message: { id: `m${index}`, ordinal: 0, variant: null },
    });
    await changeReview(
      store,
      act({ answer: given, now: noon + index, change: index % 3 ? { kind: 'rate', rating: 1 } : { kind: 'flag', flag: flag() } }),
    );
  }
};

/** Writes past the schemas, as a bug, a disk or another version would. */
const spoil = (
  store: Store,
  table: 'answers' | 'reviews' | 'heads' | 'outbox' | 'meta',
  change: (record: Record<string, unknown>) => unknown,
): Promise<void> =>
  store.write([table], async (tx) => {
    for (const record of await tx.objectStore(table).getAll()) await tx.objectStore(table).put(change(record as never) as never);
  });

describe('lists', () => {
  test('pages come newest first, each review once', async () => {
    const store = freshStore();
    await many(store, 23);
    const seen: string[] = [];
    for (let after; ;) {
      const page = await listReviews(store, { limit: 5, after });
      seen.push(...page.rows.map(({ excerpt }) => excerpt));
      after = page.next;
      if (!after) break;
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => `Answer number ${22 - index}`));
  });

  test('filters by verdict, site, flag, time and text', async () => {
    const store = freshStore();
    await many(store, 12);
    const found = async (filter: Parameters<typeof listReviews>[1]) => (await listReviews(store, filter)).rows.length;
    expect(await found({ filter: { verdict: ['up'] } })).toBe(8);
    expect(await found({ filter: { site: ['chatgpt'] } })).toBe(6);
    expect(await found({ filter: { flag: ['wrong'] } })).toBe(4);
    expect(await found({ filter: { flag: ['outdated'] } })).toBe(0);
    expect(await found({ filter: { from: isoAt(3), to: isoAt(5) } })).toBe(2);
    expect(await found({ filter: { text: 'NUMBER 11' } })).toBe(1);
    expect(await found({ filter: { text: 'capital of Australia' } })).toBe(12);
    expect(await countFacets(store)).toEqual({
      sites: { claude: 6, chatgpt: 6 },
      verdicts: { flagged: 4, up: 8 },
      flags: { wrong: 4 },
      models: { 'model-1': 12 },
      reviewers: {},
      tags: {},
    });
    expect(await countReviews(store)).toEqual({ final: 12, drafts: 0, withdrawn: 0 });
  });

  test('reviews are found by their tags, as filter and as word, and counted by them', async () => {
    const store = freshStore();
    await many(store, 5);
    const { rows } = await listReviews(store);
    const tag = (at: number, tag: string) =>
      changeReview(store, act({ answer: undefined, answerId: rows[at]!.answerId, change: { kind: 'tag', tag } }));
    await tag(0, 'urgent');
    await tag(1, 'urgent');
    await tag(1, 'für später');
    const found = async (filter: ReviewFilter) => (await listReviews(store, { filter })).rows.map(({ id }) => id).toSorted();
    const [one, two] = [rows[0]!.id, rows[1]!.id];
    expect(await found({ tag: ['urgent'] })).toEqual([one, two].toSorted());
    expect(await found({ tag: ['für später', 'urgent'] })).toEqual([one, two].toSorted());
    expect(await found({ tag: ['für später'] })).toEqual([two]);
    expect(await found({ tag: ['other'] })).toEqual([]);
    expect(await found({ text: 'spater' })).toEqual([two]);
    await indexWaiting(store, 1);
    expect(await found({ text: 'spater' })).toEqual([two]);
    expect((await countFacets(store)).tags).toEqual({ urgent: 2, 'für später': 1 });
    expect(await all(reviewedAnswers(store, { tag: ['für später'] }))).toMatchObject([{ counts: { tags: ['für später', 'urgent'] } }]);
    await changeReview(store, act({ answer: undefined, answerId: rows[1]!.answerId, change: { kind: 'untag', tag: 'urgent' } }));
    expect((await countFacets(store)).tags).toEqual({ urgent: 1, 'für später': 1 });
    const { rows: now } = await listReviews(store, { filter: { tag: ['für später'] } });
    expect(now[0]).toMatchObject({ id: two, tags: ['für später'] });
    expect(Object.keys(now[0]!)).not.toContain('tagKeys');
  });

  test('a review carries so many tags, and one more is refused with nothing changed', async () => {
    const store = freshStore();
    const add = (tag: string) => changeReview(store, act({ change: { kind: 'tag', tag } }));
    for (let at = 0; at < tagLimit; at++) await add(`tag ${at}`);
    await expect(add('one more')).rejects.toMatchObject({ code: 'too-many-tags', params: { most: tagLimit } });
    expect((await add('tag 3')).review).toMatchObject({ revision: tagLimit, status: 'final' });
  });

  test('the export gives every final review, in the order of capture', async () => {
    const store = freshStore();
    await many(store, 120);
    await changeReview(
      store,
      act({ answer: undefined, answerId: (await listReviews(store, { limit: 1 })).rows[0]?.answerId, change: { kind: 'withdraw' } }),
    );
    const found = await all(reviewedAnswers(store));
    expect(found.map((item) => item.answer.text)).toEqual(Array.from({ length: 119 }, (_, index) => `Answer number ${index}`));
    expect(await all(reviewedAnswers(store, { site: ['claude'], text: 'answer "NUMBER 4"' }))).toHaveLength(6);
  });
});

test('the quick look at a row of the list sees what its schema sees', async () => {
  const store = freshStore();
  await many(store, 3);
  await changeReview(store, act({ change: { kind: 'tag', tag: 'urgent' } }));
  const rows = await store.read(['heads'], (tx) => tx.objectStore('heads').getAll());
  const values = [undefined, null, 0, -1, 1.5, Number.NaN, '', 'final', true, [], [{}], [null], [['wrong', 'x', 'id']], {}];
  for (const row of rows) {
    for (const field of Object.keys(row)) {
      for (const value of values) {
        const changed = { ...row, [field]: value };
        expect(isHead(changed), `${field}: ${JSON.stringify(value)}`).toBe(headSchema.safeParse(changed).success);
      }
    }
    expect(isHead(row)).toBe(true);
  }
});

describe('records that cannot be read', () => {
  test('are set aside once, stay where they are, and disturb nobody', async () => {
    const store = freshStore();
    await many(store, 3);
    await spoil(store, 'answers', (record) => (record.text === 'Answer number 1' ? { ...record, prompt: 'not a list' } : record));
    for (let turn = 0; turn < 2; turn++)
      expect((await all(reviewedAnswers(store))).map((item) => item.answer.text)).toEqual(['Answer number 0', 'Answer number 2']);
    const [bad, ...rest] = await listQuarantine(store);
    expect(rest).toEqual([]);
    expect(bad).toMatchObject({ table: 'answers', problem: expect.stringContaining('prompt'), record: { prompt: 'not a list' } });
    expect(JSON.parse(await exportQuarantine(store))).toMatchObject({ record: { text: 'Answer number 1' } });
  });

  test('a bad newest revision falls back to the one before, and the next act gets a new number', async () => {
    const store = freshStore();
    await changeReview(store, act());
    await changeReview(store, act({ change: { kind: 'rate', rating: -1 } }));
    await spoil(store, 'reviews', (record) => (record.revision === 2 ? { ...record, rating: 'great' } : record));
    const { review } = await changeReview(store, act({ change: { kind: 'flag', flag: flag() } }));
    expect(review).toMatchObject({ revision: 3, rating: 1 });
    expect(await listQuarantine(store)).toHaveLength(1);
  });

  test('a bad answer is captured anew, and the bad one is kept aside', async () => {
    const store = freshStore();
    await changeReview(store, act());
    await spoil(store, 'answers', (record) => ({ ...record, text: 5 }));
    const { review } = await changeReview(store, act({ change: { kind: 'rate', rating: -1 } }));
    expect((await readReview(store, review?.id ?? ''))?.answer.text).toBe(answer().text);
    expect(await listQuarantine(store)).toMatchObject([{ record: { text: 5 } }]);
  });

  test('bad settings become fresh ones', async () => {
    const store = freshStore();
    const before = await readSettings(store);
    await spoil(store, 'meta', (record) => ({ ...record, value: 'nonsense' }));
    const after = await readSettings(store);
    expect(after.reviewer.id).not.toBe(before.reviewer.id);
    expect(await listQuarantine(store)).toMatchObject([{ table: 'meta', record: 'nonsense' }]);
  });
});

describe('the database', () => {
  test('two first users share what they find, and a transaction that throws changes nothing', async () => {
    const store = freshStore();
    const [one, other] = await Promise.all([readSettings(store), readSettings(store)]);
    expect(one.reviewer.id).toBe(other.reviewer.id);
    const broken = store.write(['meta'], async (tx) => {
      await tx.objectStore('meta').put({ key: 'x', value: 1 });
      throw new Error('stop');
    });
    await expect(broken).rejects.toThrow('stop');
    expect(await store.read(['meta'], (tx) => tx.objectStore('meta').get('x'))).toBeUndefined();
  });

  test('is written strictly', async () => {
    const store = freshStore();
    expect(await store.write(['meta'], async (tx) => tx.durability)).toBe('strict');
  });
});

describe('destination and secrets', () => {
  const first = 'https://one.example/in';

  test('reviews from before are enqueued, once, newest revision only', async () => {
    const store = freshStore();
    await changeReview(store, act());
    await changeReview(store, act({ change: { kind: 'rate', rating: -1 } }));
    await changeReview(store, act({ answer: answer({ text: 'withdrawn' }) }));
    await changeReview(store, act({ answer: answer({ text: 'withdrawn' }), change: { kind: 'withdraw' } }));
    await changeReview(store, act({ answer: answer({ text: 'typed only' }), change: { kind: 'note', note: 'x' }, final: false }));
    const id = await setDestination(store, wanted(first, 'secret', noon));
    for (let turn = 0; turn < 2; turn++) await enqueueMissing(store, id, noon);
    expect(await readStatus(store, noon)).toMatchObject([{ waiting: 1, rejected: 0, secrets: ['token'], oldestWaitingAt: noon }]);
    expect(await store.read(['outbox'], (tx) => tx.objectStore('outbox').getAll())).toMatchObject([{ revision: 2 }]);
  });

  test('a token never moves to another address, nor into the settings', async () => {
    const store = freshStore();
    const id = await setDestination(store, wanted(first, 'secret', noon));
    const approve = (settings: Settings): Settings => ({
      ...settings,
      destinations: settings.destinations.map((one) => ({ ...one, approved: true })),
    });
    const approved = async () => (await readSettings(store)).destinations.map((one) => one.approved);
    await changeSettings(store, approve);
    expect(JSON.stringify(await readSettings(store))).not.toContain('secret');
    expect(await setDestination(store, wanted(first, undefined, noon, id))).toBe(id);
    expect(await approved()).toEqual([true]);
    expect(await readSecrets(store, id)).toEqual({ token: 'secret' });
    const moved = await setDestination(store, wanted('https://two.example/in', undefined, noon, id));
    expect(await approved()).toEqual([false]);
    expect(await readSecrets(store, moved)).toEqual({});
    expect(await readSecrets(store, id)).toEqual({});
  });

  test('several places have their own rows and secrets, and one place is no two destinations', async () => {
    const store = freshStore();
    const one = await setDestination(store, wanted(first, 'secret'));
    const other = await setDestination(store, wanted('https://two.example/in', 'another'));
    await changeReview(store, act({ destinationIds: [one, other] }));
    expect((await readStatus(store, noon)).map(({ waiting, destination }) => [destination.id, waiting])).toEqual([
      [one, 1],
      [other, 1],
    ]);
    await expect(setDestination(store, wanted(first))).rejects.toMatchObject({ code: 'destination-twice' });
    await expect(setDestination(store, wanted('https://two.example/in', undefined, noon, one))).rejects.toMatchObject({
      code: 'destination-twice',
    });
    await expect(setDestination(store, wanted(first, undefined, noon, 'webhook-gone'))).rejects.toMatchObject({ code: 'no-destination' });
    await removeDestination(store, one);
    expect(await readSecrets(store, one)).toEqual({});
    expect(await readSecrets(store, other)).toEqual({ token: 'another' });
    expect((await readStatus(store, noon)).map(({ waiting, destination }) => [destination.id, waiting])).toEqual([[other, 1]]);
    expect((await store.read(['outbox'], (tx) => tx.objectStore('outbox').getAll())).map(({ destinationId }) => destinationId)).toEqual([
      other,
    ]);
  });

  test('the reviewer id is minted once', async () => {
    const store = freshStore();
    const { reviewer } = await readSettings(store, noon);
    expect(reviewer.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((await changeSettings(store, (settings) => ({ ...settings, sites: { on: ['https://a.example'], off: [] } }))).reviewer).toEqual(
      reviewer,
    );
    expect(Number.parseInt(reviewer.id.replace('-', '').slice(0, 12), 16)).toBe(noon);
  });
});

test('findReviews of a thousand answers in view', async () => {
  const store = freshStore();
  await many(store, 5);
  const sightings = Array.from({ length: 1000 }, (_, index) => ({
    id: answer({ text: `Answer number ${index}`, message: { id: `m${index}`, ordinal: 0, variant: null } }).id,
  }));
  expect(Object.keys(await findReviews(store, answer().origin, sightings))).toHaveLength(5);
});

test('alike: a late citation is, another answer is not', () => {
  const text = 'Canberra was founded in 1913 and lies between Sydney and Melbourne. '.repeat(4);
  expect(alike(text, text)).toBe(1);
  expect(alike(text, text.replace('founded', 'founded [1]'))).toBeGreaterThan(0.95);
  expect(alike(text, 'Sydney is the largest city of Australia and was founded in 1788. '.repeat(4))).toBeLessThan(0.6);
  expect(alike('これは最初の答えです。'.repeat(10), `${'これは最初の答えです。'.repeat(10)}注`)).toBeGreaterThan(0.95);
  expect(alike('', 'a')).toBe(0);
});
