/** What goes by itself: by age, by how far it has come, and never what is held. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../lib/audit/entry.ts';
import { isDue, type Hold, type RetentionRule, type Standing } from '../../../lib/model/erase.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import type { Store } from '../../../lib/store/open.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { recordLines } from '../../../lib/store/record.ts';
import { eraseDue } from '../../../lib/store/retention.ts';
import { act, all, answer, compare, freshStore, noon } from '../sample.ts';
import { World } from '../sync/world.ts';

const day = 86_400_000;
const rule = (when: RetentionRule['when'] = 'settled', days = 30): RetentionRule => ({ days, when });
const textsOf = async (store: Store): Promise<string[]> =>
  (await store.read(['answers'], (tx) => tx.objectStore('answers').getAll())).map(({ text }) => text).toSorted();
const saved = (store: Store, text: string, at: number, parts: Parameters<typeof act>[0] = {}) =>
  changeReview(store, act({ answer: answer({ text, message: { id: text, ordinal: 0, variant: null } }), now: at, ...parts }));

test.each<[string, RetentionRule, Partial<Standing>[], boolean]>([
  ['is due to the millisecond', rule(), [{ changedAt: noon - 30 * day }], true],
  ['is not due a millisecond before', rule(), [{ changedAt: noon - 30 * day + 1 }], false],
  ['is not due while anything about it is fresh', rule(), [{}, { changedAt: noon }], false],
  ['stays while it waits', rule(), [{ waits: true }], false],
  ['goes while it waits where the rule says so', rule('always'), [{ waits: true }], true],
  ['stays until it was acknowledged', rule('sent'), [{ acknowledged: true }, {}], false],
  ['goes once it was acknowledged', rule('sent'), [{ acknowledged: true }], true],
])('%s', (_, given, said, due) => {
  const whole = said.map((one) => ({ changedAt: 0, waits: false, acknowledged: false, ...one }));
  expect(isDue(given, whole, noon)).toBe(due);
});

describe('a run', () => {
  test('erases what is old, keeps what is fresh, says so in the record, and does nothing twice', async () => {
    const store = freshStore();
    for (let at = 0; at < 130; at++) await saved(store, `old ${at}`, noon - 31 * day);
    await saved(store, 'fresh', noon - day);
    await saved(store, 'old, changed lately', noon - 40 * day);
    await saved(store, 'old, changed lately', noon - day, { change: { kind: 'note', note: 'more' }, final: false });
    await changePreference(store, compare({}, { now: noon - 31 * day }));
    expect(await eraseDue(store, { rule: rule(), holds: [], now: noon })).toMatchObject({ answers: 132, reviews: 131 });
    expect(await textsOf(store)).toEqual(['fresh', 'old, changed lately']);
    const entries = (await all(recordLines(store))).map((line) => readLine(line)).filter((entry) => entry?.type === 'erase');
    expect(entries.map((entry) => entry?.by)).toEqual([null, null]);
    expect(entries[0]?.facts).toMatchObject({ because: 'retention', days: 30, when: 'settled' });
    expect(await eraseDue(store, { rule: rule(), holds: [], now: noon })).toEqual({ answers: 0, reviews: 0, held: 0 });
  });

  test('a comparison that is fresh keeps both of its answers', async () => {
    const store = freshStore();
    const change = compare({}, { now: noon - day });
    for (const at of [0, 1])
      await saved(store, '', noon - 40 * day, {
        answer: (change.change as { pair: { answer: ReturnType<typeof answer> }[] }).pair[at]?.answer,
      });
    await changePreference(store, change);
    expect(await eraseDue(store, { rule: rule(), holds: [], now: noon })).toMatchObject({ answers: 0 });
    expect(await textsOf(store)).toHaveLength(2);
  });

  test.each<Hold>([
    { kind: 'everything' },
    { kind: 'site', origin: 'https://chat.example' },
    { kind: 'conversation', origin: 'https://chat.example', id: 'c' },
  ])('keeps what is held: %j', async (hold) => {
    const store = freshStore();
    await saved(store, '', noon - 40 * day, { answer: answer({ conversation: { id: 'c' } }) });
    expect(await eraseDue(store, { rule: rule('always'), holds: [hold], now: noon })).toEqual({ answers: 0, reviews: 0, held: 1 });
    expect(await textsOf(store)).toHaveLength(1);
  });

  test.each<[RetentionRule['when'], string[]]>([
    ['sent', ['Answer 2']],
    ['settled', ['Answer 2']],
    ['always', []],
  ])('with an endpoint and the rule %s', async (when, left) => {
    const world = new World();
    await world.connect();
    await world.review(1);
    await world.untilIdle();
    world.now += 60_000;
    await world.review(2);
    const sent = world.endpoint.requests.length;
    await eraseDue(world.store, { rule: rule(when), holds: [], now: world.now + 31 * day });
    expect(await textsOf(world.store)).toEqual(left);
    await world.untilIdle();
    // The endpoint keeps what it has, by a rule of its own.
    expect(world.endpoint.requests.slice(sent).flatMap(({ events }) => events.map(({ type }) => type))).toEqual(
      when === 'always' ? [] : ['review.final'],
    );
  });

  test('without an endpoint nothing was acknowledged', async () => {
    const store = freshStore();
    await saved(store, 'old', noon - 40 * day);
    expect(await eraseDue(store, { rule: rule('sent'), holds: [], now: noon })).toMatchObject({ answers: 0 });
  });
});
