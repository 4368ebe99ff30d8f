import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import type { ComparedAnswers, Comparison } from '../../../lib/model/preference.ts';
import type { OutboxRow } from '../../../lib/model/sync.ts';
import { leaseBatch } from '../../../lib/store/batches.ts';
import { comparedAnswers } from '../../../lib/store/compared.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { countFacets } from '../../../lib/store/counts.ts';
import { listReviews } from '../../../lib/store/list.ts';
import { migrations } from '../../../lib/store/migrations.ts';
import { openStore, type Store } from '../../../lib/store/open.ts';
import { enqueueMissing } from '../../../lib/store/outbox.ts';
import { changePreference, findPreferences, type Named } from '../../../lib/store/preferences.ts';
import { listQuarantine } from '../../../lib/store/quarantine.ts';
import { findReviews } from '../../../lib/store/reviews.ts';
import { act, all, answer, compare, freshStore, isoAt, named, noon, preferring, review, variants } from '../sample.ts';

const rows = (store: Store): Promise<OutboxRow[]> => store.read(['outbox'], (tx) => tx.objectStore('outbox').getAll());
const count = (store: Store, table: 'answers' | 'preferences' | 'heads'): Promise<number> =>
  store.read([table], (tx) => tx.objectStore(table).count());
const [one, other] = variants();
const known: [{ answerId: string }, { answerId: string }] = [{ answerId: one.id }, { answerId: other.id }];

describe('changePreference', () => {
  test('one act keeps both answers, the preference, its list row and its outbox row, without any review', async () => {
    const store = freshStore();
    const preference = await changePreference(store, compare({}, { destinationIds: ['d'] }));
    expect(preference).toMatchObject({
      answerIds: [one.id, other.id],
      better: one.id,
      reason: 'It is true.',
      revision: 1,
      status: 'final',
      createdAt: isoAt(0),
    });
    expect(await count(store, 'answers')).toBe(2);
    expect(await rows(store)).toMatchObject([{ eventId: `${preference.id}.1`, state: 'pending', notBefore: noon + 10_000 }]);
    expect((await listReviews(store)).rows).toMatchObject([{ id: preference.id, verdict: 'compared', excerpt: one.text }]);
    expect((await countFacets(store)).verdicts).toEqual({ compared: 1 });
  });

  test('the same pair, named the other way round, is the same preference', async () => {
    const store = freshStore();
    const first = await changePreference(store, compare());
    const second = await changePreference(store, compare({ pair: [known[1], known[0]], better: 'first' }, { now: noon + 1000 }));
    expect(second).toMatchObject({ id: first.id, answerIds: first.answerIds, better: other.id, revision: 2, createdAt: isoAt(0) });
    expect(await changePreference(store, compare({ pair: known, better: 'same' }))).toMatchObject({ better: null, revision: 3 });
    expect(await count(store, 'heads')).toBe(1);
  });

  test('another reviewer has an own one', async () => {
    const store = freshStore();
    const mine = await changePreference(store, compare());
    const theirs = await changePreference(store, compare({ better: 'second' }, { reviewer: { id: 'reviewer-2', role: 'reviewer' } }));
    expect(theirs.id).not.toBe(mine.id);
    const theirAct = preferring({ kind: 'withdraw', id: mine.id }, { reviewer: { id: 'reviewer-2', role: 'reviewer' } });
    await expect(changePreference(store, theirAct)).rejects.toMatchObject({ code: 'preference-unknown' });
    expect(await findPreferences(store, [one.id])).toHaveLength(2);
  });

  test('the same act twice makes one revision', async () => {
    const store = freshStore();
    await changePreference(store, compare());
    expect(await changePreference(store, compare())).toMatchObject({ revision: 1 });
    expect(await count(store, 'preferences')).toBe(1);
  });

  test('undone before it left, it never leaves; withdrawn, it says nothing, and comes back', async () => {
    const store = freshStore();
    const { id } = await changePreference(store, compare({}, { destinationIds: ['d'] }));
    const gone = await changePreference(store, preferring({ kind: 'withdraw', id }, { destinationIds: ['d'] }));
    expect(gone).toMatchObject({ revision: 2, status: 'withdrawn', better: null, reason: '' });
    expect(await rows(store)).toEqual([]);
    expect(await findPreferences(store, [one.id])).toEqual([]);
    expect((await listReviews(store)).rows).toEqual([]);
    const back = await changePreference(store, preferring({ kind: 'undo', id, toRevision: 1 }, { destinationIds: ['d'] }));
    expect(back).toMatchObject({ revision: 3, status: 'final', better: one.id, reason: 'It is true.' });
    expect((await rows(store)).map(({ revision }) => revision)).toEqual([3]);
  });

  test('what was sent and is taken back sends that too', async () => {
    const store = freshStore();
    const { id } = await changePreference(store, compare({}, { destinationIds: ['d'] }));
    const receipt = { key: `d/${id}.1`, destinationId: 'd', eventId: `${id}.1`, reviewId: id, revision: 1, acknowledgedAt: noon };
    await store.write(['outbox', 'receipts'], async (tx) => {
      await tx.objectStore('outbox').clear();
      await tx.objectStore('receipts').put({ ...receipt, status: 'stored' });
    });
    await changePreference(store, preferring({ kind: 'undo', id, toRevision: 0 }, { destinationIds: ['d'] }));
    expect((await rows(store)).map(({ revision }) => revision)).toEqual([2]);
    await changePreference(store, preferring({ kind: 'undo', id, toRevision: 1 }, { destinationIds: ['d'] }));
    expect(await rows(store)).toEqual([]);
  });

  test('what cannot be done changes nothing', async () => {
    const store = freshStore();
    const refused = (request: ReturnType<typeof preferring>, code: string) =>
      expect(changePreference(store, request)).rejects.toMatchObject({ code });
    await refused(compare({ pair: [named(one), { answerId: other.id }] }), 'answer-missing');
    await refused(compare({ pair: [named(one), named(one)] }), 'same-answer');
    await refused(preferring({ kind: 'withdraw', id: 'x' }), 'preference-unknown');
    expect([await count(store, 'answers'), await count(store, 'heads')]).toEqual([0, 0]);
    const { id } = await changePreference(store, compare());
    await refused(preferring({ kind: 'undo', id, toRevision: 7 }), 'revision-unknown');
    expect(await count(store, 'preferences')).toBe(1);
  });

  test('variants that differ in a sign are two answers, whichever was stored before', async () => {
    const long = 'Canberra has been the capital of Australia since 1913, when it was founded for that purpose.';
    const place = { ordinal: 1, variant: null };
    const near = answer({ text: long, message: { id: null, ...place } });
    const nearer = answer({ text: `${long}!`, message: { id: null, ...place } });
    for (const before of [near, nearer]) {
      const store = freshStore();
      await changeReview(store, act({ answer: before }));
      const preference = await changePreference(store, compare({ pair: [named(near), named(nearer)], better: 'second' }));
      expect(preference).toMatchObject({ answerIds: [near.id, nearer.id], better: nearer.id });
    }
  });
});

describe('what else knows of them', () => {
  test('an answer that is known under another id speaks in the id that was asked for', async () => {
    const store = freshStore();
    const text = 'Canberra has been the capital of Australia since 1913, when it was founded for that purpose. '.repeat(5);
    const message = { id: 'm1', ordinal: 1, variant: null };
    const cited = answer({ text: `${text}[1]`, message });
    await changeReview(store, act({ answer: answer({ text, message }) }));
    const preference = await changePreference(store, compare({ pair: [named(cited), named(other)] }));
    expect(preference.better).toBe(answer({ text, message }).id);
    expect(await findPreferences(store, [cited.id])).toMatchObject([{ answerIds: [cited.id, other.id], better: cited.id }]);
  });

  test('a draft that is thrown away leaves an answer that was compared', async () => {
    const store = freshStore();
    await changePreference(store, compare());
    await changeReview(store, act({ answer: one, change: { kind: 'correct', markdown: 'x' }, final: false }));
    await changeReview(store, act({ answer: one, change: { kind: 'correct', markdown: one.markdown }, final: false }));
    expect(await count(store, 'answers')).toBe(2);
  });

  test('those from before a destination was set go there too, withdrawn ones aside', async () => {
    const store = freshStore();
    const { id } = await changePreference(store, compare());
    await changePreference(store, compare({ better: 'second' }));
    await enqueueMissing(store, 'd', noon);
    await enqueueMissing(store, 'd', noon);
    expect((await rows(store)).map(({ eventId }) => eventId)).toEqual([`${id}.2`]);
    await changePreference(store, preferring({ kind: 'withdraw', id }));
    await enqueueMissing(store, 'e', noon);
    expect(await rows(store)).toHaveLength(1);
  });

  test('the list finds the text of either answer, and the reason', async () => {
    const store = freshStore();
    await changePreference(store, compare());
    for (const text of ['canberra', 'sydney', 'it is TRUE', 'capital of']) {
      expect((await listReviews(store, { filter: { text } })).rows, text).toHaveLength(1);
    }
    expect((await listReviews(store, { filter: { text: 'melbourne' } })).rows).toEqual([]);
    expect((await listReviews(store, { filter: { verdict: ['up'] } })).rows).toEqual([]);
    expect((await listReviews(store, { filter: { verdict: ['compared'] } })).rows).toHaveLength(1);
  });

  test('the export has each that says something, once, as it is now', async () => {
    const store = freshStore();
    const one = (text: string) => answer({ text, message: { id: text, ordinal: 1, variant: null } });
    const pairs = Array.from({ length: 70 }, (_, at) => [one(`One of ${at}.`), one(`The other of ${at}.`)] as const);
    for (const [at, [first, second]] of pairs.entries()) {
      const pair: [{ answerId: string }, { answerId: string }] = [named(first), named(second)];
      for (const better of ['first', 'same', 'second'] as const)
        await changePreference(store, compare({ pair, better }, { now: noon + at * 1000 }));
    }
    const [{ preference }] = (await all(comparedAnswers(store))) as [ComparedAnswers];
    await changePreference(store, preferring({ kind: 'withdraw', id: preference.id }));
    const found = await all(comparedAnswers(store));
    expect(found.map((item) => item.answers.map(({ text }) => text))).toEqual(pairs.slice(1).map((pair) => pair.map(({ text }) => text)));
    expect(found.every((item) => item.preference.revision === 3 && item.preference.better === item.answers[1].id)).toBe(true);
    expect(await all(comparedAnswers(store, { text: 'other of 42' }))).toHaveLength(1);
    expect(await all(comparedAnswers(store, { verdict: ['up'] }))).toEqual([]);
    expect(await all(comparedAnswers(store, { verdict: ['compared'], site: ['generic'] }))).toHaveLength(69);
  });

  test('what several reviewers say of a pair comes together, the newest word counting; what was withdrawn says nothing', async () => {
    const store = freshStore();
    const [one, other] = variants();
    const say = (who: string, better: Comparison, at: number, pair = [named(one), named(other)] as [Named, Named]) =>
      changePreference(store, compare({ pair, better }, { reviewer: { id: who, role: 'reviewer' }, now: noon + at * 1000 }));
    const first = await say('a', 'first', 0);
    const second = await say('b', 'first', 1, [named(other), named(one)]);
    const third = await say('c', 'same', 2);
    // Said once more: what is newest changes, where the pair stands does not.
    const again = await say('a', 'second', 3);
    expect(again.id).toBe(first.id);
    await changePreference(
      store,
      preferring({ kind: 'withdraw', id: third.id }, { reviewer: { id: 'c', role: 'reviewer' }, now: noon + 4000 }),
    );
    const found = await all(comparedAnswers(store));
    expect(found).toMatchObject([{ preference: again, preferences: [second, again] }]);
    expect(found[0]?.answers.map(({ id }) => id)).toEqual(again.answerIds);
    await changePreference(
      store,
      preferring({ kind: 'withdraw', id: again.id }, { reviewer: { id: 'a', role: 'reviewer' }, now: noon + 5000 }),
    );
    const [left] = await all(comparedAnswers(store));
    expect(left).toMatchObject({ preference: second, answers: [{ id: other.id }, { id: one.id }] });
    expect(left).not.toHaveProperty('preferences');
  });

  test('one that cannot be read is set aside; the next act gets a new number', async () => {
    const store = freshStore();
    await changePreference(store, compare());
    await changePreference(store, compare({ better: 'second' }));
    await store.write(['preferences'], async (tx) => {
      for (const record of await tx.objectStore('preferences').getAll())
        if (record.revision === 2) await tx.objectStore('preferences').put({ ...record, better: 'neither' });
    });
    expect(await findPreferences(store, [other.id])).toMatchObject([{ revision: 1, better: one.id }]);
    expect(await changePreference(store, compare({ better: 'same' }))).toMatchObject({ revision: 3, better: null });
    expect(await listQuarantine(store)).toMatchObject([{ table: 'preferences', record: { better: 'neither' } }]);
  });
});

test('a database of version 1 keeps everything and takes preferences', async () => {
  const name = 'from-version-1';
  const old = await openDB(name, 1, { upgrade: (db, _from, _to, tx) => migrations[0]?.(db as never, tx as never) });
  const { id, answerId, revision } = review();
  const head = { id, answerId, revision, status: 'final', hasDraft: false, verdict: 'up', flags: [], reviewer: '', order: -noon };
  const shown = { origin: 'https://chat.example', site: 'generic', title: 'A chat', model: null, prompt: null, excerpt: 'x' };
  const row = { key: `d/${id}.1`, destinationId: 'd', eventId: `${id}.1`, reviewId: id, revision, answerId, state: 'pending', seq: 1 };
  await old.put('answers', { ...answer(), promptHash: null });
  await old.put('reviews', review({ rating: 1 }));
  await old.put('heads', { ...head, ...shown, updatedAt: isoAt(0) });
  await old.put('outbox', {
    ...row,
    notBefore: noon,
    attempts: 0,
    leasedUntil: null,
    batchId: null,
    lastError: null,
    createdAt: isoAt(0),
  });
  old.close();

  const store = openStore({ name });
  expect((await findReviews(store, answer().origin, [{ id: answerId }]))[answerId]).toEqual(review({ rating: 1 }));
  expect((await listReviews(store)).rows).toMatchObject([{ id, verdict: 'up' }]);
  expect(await countFacets(store)).toMatchObject({ sites: { generic: 1 }, verdicts: { up: 1 } });
  expect((await listReviews(store, { filter: { site: ['generic'], text: 'canberra' } })).rows).toMatchObject([{ id }]);
  const { batch } = await leaseBatch(store, {
    destinationId: 'd',
    now: noon,
    leaseMs: 1,
    byHand: false,
    alone: true,
    leave: { rules: 'none', mask: null },
    maxEvents: 9,
    maxBytes: 1e6,
  });
  expect(batch?.events).toMatchObject([{ type: 'review.final', review: { rating: 1 } }]);
  expect(await changePreference(store, compare({ pair: [named(answer()), named(other)] }))).toMatchObject({ better: answerId });
  expect(await listQuarantine(store)).toEqual([]);
});
