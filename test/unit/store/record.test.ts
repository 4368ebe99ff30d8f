import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLine } from '../../../lib/audit/entry.ts';
import { verify } from '../../../lib/audit/verify.ts';
import type { AuditReport, LinkedEntry } from '../../../lib/model/audit.ts';
import { defaultPolicy } from '../../../lib/model/policy.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import type { Store } from '../../../lib/store/open.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { listQuarantine } from '../../../lib/store/quarantine.ts';
import { forget, note, readHead, recordLines } from '../../../lib/store/record.ts';
import { changeSettings, setDestination, readSettings } from '../../../lib/store/settings.ts';
import { createSigner } from '../../endpoint/countersign.ts';
import { act, all, answer, compare, flag, freshStore, isoAt, noon, preferring, wanted } from '../sample.ts';
import { honest, json, status, World } from '../sync/world.ts';

const entries = async (store: Store): Promise<LinkedEntry[]> =>
  (await all(recordLines(store))).map((line) => readLine(line) ?? expect.fail(`no entry: ${line}`));
const types = async (store: Store): Promise<string[]> => (await entries(store)).map(({ type }) => type);
const checked = async (store: Store): Promise<AuditReport> => verify(recordLines(store), { head: await readHead(store) });
const later = { answer: undefined, answerId: answer().id };

describe('every act is one entry', () => {
  test('of a review: made, changed, decided, escalated, undone, withdrawn', async () => {
    const store = freshStore();
    const acts: Parameters<typeof act>[0][] = [
      { change: { kind: 'rate', rating: 1 }, answer: answer() },
      { change: { kind: 'flag', flag: flag({ note: 'Sydney? Ask alice@example.com' }) } },
      { change: { kind: 'correct', markdown: 'typed' }, final: false },
      { change: { kind: 'finish' } },
      { change: { kind: 'decide', decision: 'reject' } },
      { change: { kind: 'escalate', to: 'Alice', reason: 'hard' } },
      { change: { kind: 'undo', toRevision: 1 } },
      { change: { kind: 'undo', toRevision: 1 } },
      { change: { kind: 'withdraw' } },
    ];
    for (const parts of acts) await changeReview(store, act({ ...later, ...parts }));
    expect(await types(store)).toEqual([
      'chain.started',
      'review.created',
      'review.updated',
      'review.updated',
      'review.decided',
      'review.escalated',
      'review.undone',
      'review.withdrawn',
    ]);
    const [, first, flagged] = await entries(store);
    expect(first).toMatchObject({
      seq: 2,
      at: isoAt(0),
      by: { id: 'reviewer-1', role: 'reviewer' },
      facts: { revision: 1, act: 'rate', rating: 1, model: 'model-1', site: 'generic', corrected: false },
    });
    expect(flagged?.facts.flags).toEqual([{ category: 'wrong', severity: 'major' }]);
    expect(await checked(store)).toMatchObject({ entries: 8, broken: null, unanchored: 8 });
  });

  test('and holds no word that a person or a model wrote', async () => {
    const store = freshStore();
    const markers = ['capital of Australia', 'Canberra', 'chat.example', 'A chat', 'alice', 'because'];
    await changeReview(store, act({ change: { kind: 'flag', flag: flag({ note: 'alice' }) } }));
    await changePreference(store, compare({ reason: 'because' }));
    await changeSettings(store, (settings) => ({ ...settings, reviewer: { ...settings.reviewer, name: 'alice' } }));
    const lines = (await all(recordLines(store))).join('\n');
    for (const marker of markers) expect(lines).not.toContain(marker);
    // Nor what the words could be guessed by: the id of an answer and the hash of its text have no salt.
    for (const hash of [answer().id, answer().textHash]) expect(lines).not.toContain(hash);
  });

  test('of a preference', async () => {
    const store = freshStore();
    const { id } = await changePreference(store, compare());
    await changePreference(store, compare({ better: 'same' }));
    await changePreference(store, preferring({ kind: 'undo', id, toRevision: 1 }));
    await changePreference(store, preferring({ kind: 'withdraw', id }));
    expect(await types(store)).toEqual([
      'chain.started',
      'preference.created',
      'preference.updated',
      'preference.undone',
      'preference.withdrawn',
    ]);
  });

  test('of policy, role and settings; what changes nothing is none', async () => {
    const store = freshStore();
    const { reviewer } = await readSettings(store, noon);
    const policy = { ...defaultPolicy, version: '7' };
    await changeSettings(store, (settings) => ({ ...settings, policy }));
    await changeSettings(store, (settings) => ({ ...settings, reviewer: { ...settings.reviewer, role: 'lead' } }));
    await changeSettings(store, (settings) => ({ ...settings, sites: { on: ['https://a.example'], off: [] } }));
    await changeSettings(store, (settings) => structuredClone(settings));
    const id = await setDestination(store, wanted('https://one.example/in', 'secret', noon));
    await setDestination(store, wanted('https://one.example/in', 'secret', noon, id));
    expect((await entries(store)).map(({ type, facts }) => [type, facts]).slice(1)).toEqual([
      ['policy.changed', { from: 'person', version: '7', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      ['role.changed', { before: 'reviewer', after: 'lead' }],
      ['settings.changed', { parts: ['sites'] }],
      ['settings.changed', { parts: ['token'] }],
      ['settings.changed', { parts: ['destinations'], destinations: [{ id, approved: false, paused: false }] }],
    ]);
    expect((await entries(store)).at(-1)?.by?.id).toBe(reviewer.id);
  });

  test('stands or falls with what it is about', async () => {
    const store = freshStore();
    await changeReview(store, act());
    const refused = changeReview(store, act({ ...later, change: { kind: 'undo', toRevision: 9 } }));
    await expect(refused).rejects.toMatchObject({ code: 'revision-unknown' });
    const stopped = store.write(['audit', 'meta'], async (tx, sound) => {
      await note(tx, sound, [{ type: 'erase', by: null, facts: {} }], noon);
      throw new Error('stop');
    });
    await expect(stopped).rejects.toThrow('stop');
    expect(await types(store)).toEqual(['chain.started', 'review.created']);
    await Promise.all(['a', 'b', 'c'].map((text) => changeReview(store, act({ answer: answer({ text }) }))));
    expect(await checked(store)).toMatchObject({ entries: 5, broken: null });
  });
});

describe('sync', () => {
  const approved = async (world: World): Promise<World> => {
    await world.configure({ url: 'https://reviews.example/in' });
    await world.approve();
    return world;
  };

  test('what the endpoint has and what it refused is noted, once', async () => {
    const world = await approved(new World());
    const [one, two] = [await world.review(1), await world.review(2)];
    world.endpoint.script = [
      status(500),
      (events) => json({ results: events.map(({ id }) => ({ id, status: id.startsWith(one) ? 'stored' : 'rejected' })) }),
    ];
    await world.untilIdle();
    const noted = (await entries(world.store)).filter(({ type }) => type.startsWith('sync.'));
    expect(noted).toMatchObject([
      { type: 'sync.ack', by: null, facts: { stored: [one], duplicate: [] } },
      { type: 'sync.reject', facts: { refused: [two] } },
    ]);
  });

  test('each request says where the record ends, and a countersignature becomes an entry', async () => {
    const world = await approved(new World());
    const sign = await createSigner();
    world.endpoint.usual = async (events, request, store) => {
      const receipt = await sign(request.headers.get('bluepencil-record') ?? undefined);
      return json({ results: events.map((event) => ({ id: event.id, status: store([event]) })), receipt });
    };
    await world.review(1);
    const before = (await entries(world.store)).length;
    await world.untilIdle();
    expect((await types(world.store)).slice(-2)).toEqual(['sync.ack', 'chain.anchored']);
    expect(await checked(world.store)).toMatchObject({
      broken: null,
      anchor: { seq: before },
      unanchored: 2,
      badReceipts: [],
    });
  });

  test('a receipt that is none costs no review its acknowledgement', async () => {
    const world = await approved(new World());
    world.endpoint.usual = async (events, request, store) =>
      json({ ...((await (await honest(events, request, store)).json()) as object), receipt: { chain: 5 } });
    await world.review(1);
    await world.untilIdle();
    expect((await types(world.store)).at(-1)).toBe('sync.ack');
    expect(world.endpoint.requests).toHaveLength(1);
  });
});

describe('content', () => {
  test('that is erased leaves the chain valid, and nothing to guess it by', async () => {
    const store = freshStore();
    const { review } = await changeReview(store, act());
    await changeReview(store, act({ answer: answer({ text: 'another' }) }));
    const id = review?.id ?? '';
    await store.write(['answers', 'reviews', 'audit', 'meta'], async (tx, sound) => {
      await tx.objectStore('answers').delete(answer().id);
      await tx.objectStore('reviews').delete([id, 1]);
      await forget(tx, [id]);
      await note(tx, sound, [{ type: 'erase', by: null, facts: { reviews: [id] } }], noon);
    });
    expect(await checked(store)).toMatchObject({ entries: 4, broken: null });
    const rows = await store.read(['audit'], (tx) => tx.objectStore('audit').getAll());
    expect(rows.map(({ salts }) => salts && Object.keys(salts))).toEqual([null, null, ['review', 'answer'], null]);
  });
});

describe('a chain that cannot be continued begins anew and says so', () => {
  let store: Store;
  beforeAll(() => void (store = freshStore()));
  const spoilLast = (change: (line: string) => string | null): Promise<void> =>
    store.write(['audit'], async (tx) => {
      const cursor = await tx.objectStore('audit').openCursor(null, 'prev');
      const line = change(cursor?.value.line ?? '');
      await (line === null ? cursor?.delete() : cursor?.update({ ...cursor.value, line }));
    });
  const cases: [string, () => Promise<void>, Partial<AuditReport>][] = [
    ['its last entry is gone', () => spoilLast(() => null), { broken: { line: 3, seq: 3, trouble: 'cut' } }],
    ['its last entry cannot be read', () => spoilLast((line) => `${line} `), { broken: { line: 3, seq: 3, trouble: 'unreadable' } }],
    [
      'its last entry is another one',
      () => spoilLast((line) => line.replace(/"hash":"../, '"hash":"00')),
      { broken: { line: 3, seq: 3, trouble: 'changed' } },
    ],
  ];
  test.each(cases)('%s', async (_, spoil, before) => {
    store = freshStore();
    await changeReview(store, act());
    await changeReview(store, act({ ...later, change: { kind: 'rate', rating: -1 } }));
    await spoil();
    expect(await checked(store)).toMatchObject(before);
    await changeReview(store, act({ ...later, change: { kind: 'withdraw' } }));
    const ends = (await all(recordLines(store))).slice(-2).map((line) => readLine(line)?.type);
    expect(ends).toEqual(['chain.reset', 'review.withdrawn']);
    const report = await checked(store);
    expect(report.resets).toEqual([{ seq: 4, at: isoAt(0) }]);
    expect(report.broken).not.toBeNull();
    expect(report.head?.seq).toBe(5);
  });

  test('where the end that was known cannot be read', async () => {
    store = freshStore();
    await changeReview(store, act());
    await store.write(['meta'], async (tx) => void (await tx.objectStore('meta').put({ key: 'audit', value: 'nonsense' })));
    await changeReview(store, act({ ...later, change: { kind: 'withdraw' } }));
    expect(await checked(store)).toMatchObject({ entries: 4, broken: null, resets: [{ seq: 3 }] });
    expect(await listQuarantine(store)).toMatchObject([{ record: 'nonsense' }]);
  });
});
