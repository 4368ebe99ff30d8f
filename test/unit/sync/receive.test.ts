/** What colleagues wrote comes back: two people over one database of PouchDB's server, and servers that are none. */
import 'fake-indexeddb/auto';
import { array, assert, asyncProperty, constantFrom, record } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultPrivacy } from '../../../lib/model/privacy.ts';
import type { Review, ReviewChange } from '../../../lib/model/review.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { checkContents } from '../../../lib/store/contents.ts';
import { erase, planErase } from '../../../lib/store/erase.ts';
import { listReviews } from '../../../lib/store/list.ts';
import { listQuarantine } from '../../../lib/store/quarantine.ts';
import { findReviews, readReview } from '../../../lib/store/reviews.ts';
import { changeSettings, readSettings } from '../../../lib/store/settings.ts';
import { readStatus } from '../../../lib/store/status.ts';
import { connectors } from '../../../lib/sync/connectors/index.ts';
import type { SyncPorts } from '../../../lib/sync/ports.ts';
import { createSync } from '../../../lib/sync/sync.ts';
import { serveCouch, type Couch } from '../../setup/couch.ts';
import { act, answer, freshStore, noon } from '../sample.ts';
import { reviewed, serve, type Reply } from './connectors/server.ts';

let couch: Couch;
let databases = 0;
beforeAll(async () => void (couch = await serveCouch()));
afterAll(() => couch.close());

const hour = 3_600_000;

/** Somebody with a profile of their own, whose reviews go to and come from an address. */
async function person(id: string, url: string, ports: Partial<SyncPorts> = {}) {
  const store = freshStore();
  const clock = { now: noon };
  const reviewer = { id, role: 'reviewer' as const };
  await changeSettings(store, (settings) => ({ ...settings, reviewer }), noon);
  const sync = createSync({
    store,
    fetch: globalThis.fetch,
    connectors,
    privacy: async () => defaultPrivacy,
    parsePhone: null,
    now: () => clock.now,
    random: () => 0,
    schedule: () => {},
    ...ports,
  });
  const destinationId = await sync.configure({ connector: 'couchdb', settings: { url }, secrets: {} });
  await sync.approve(destinationId);
  return {
    id,
    store,
    sync,
    clock,
    destinationId,
    /** One act on the answer of a number, old enough to leave. */
    async say(number: number, change: ReviewChange): Promise<Review> {
      const about = answer({ text: `Answer ${number}`, message: { id: `m${number}`, ordinal: 0, variant: null } });
      const { destinations } = await readSettings(store);
      const destinationIds = destinations.map((one) => one.id);
      const { review } = await changeReview(store, act({ answer: about, change, reviewer, now: clock.now - 20_000, destinationIds }));
      return review!;
    },
    /** Time passes, and whatever is due is sent and received. */
    async pass(): Promise<void> {
      clock.now += hour;
      await sync.run();
    },
    /** What is said here, by whomever. */
    async says(): Promise<string[]> {
      const all = await store.read(['reviews'], (tx) => tx.objectStore('reviews').getAll());
      const newest = new Map(all.map((review) => [review.id, review]));
      const said = [...newest.values()].filter(({ status }) => status === 'final');
      return said.map(({ id, revision, rating, note }) => `${id}.${revision} ${rating} ${note}`).toSorted();
    },
    /** Every revision here, of whomever: `id.revision` and what it says. */
    async has(): Promise<string[]> {
      const all = await store.read(['reviews'], (tx) => tx.objectStore('reviews').getAll());
      return all.map(({ id, revision, reviewer, rating, note }) => `${id}.${revision} ${reviewer.id} ${rating} ${note}`).toSorted();
    },
  };
}

async function database(): Promise<string> {
  const name = `team-${databases++}`;
  await couch.ask('PUT', name);
  return `${couch.root}/${name}/`;
}

const up: ReviewChange = { kind: 'rate', rating: 1 };
const note = (words: string): ReviewChange => ({ kind: 'note', note: words });

test('what one says is with the other, beside their own, in the list, and goes nowhere from there', async () => {
  const url = await database();
  const [ada, ben] = [await person('ada', url), await person('ben', url)];
  const other = await ben.sync.configure({ connector: 'couchdb', settings: { url: await database() }, secrets: {} });
  await ben.sync.approve(other);
  const hers = await ada.say(1, up);
  const his = await ben.say(1, { kind: 'decide', decision: 'reject' });
  for (const one of [ada, ben, ada, ben]) await one.pass();
  expect(await ada.has()).toEqual(await ben.has());
  expect((await readReview(ben.store, hers.id))?.revisions).toMatchObject([{ rating: 1, reviewer: { id: 'ada' } }]);
  expect(await findReviews(ben.store, answer().origin, [{ id: hers.answerId }])).toMatchObject({ [hers.answerId]: { id: his.id } });
  expect((await listReviews(ada.store)).rows.map(({ id }) => id).toSorted()).toEqual([hers.id, his.id].toSorted());
  expect((await readReview(ben.store, hers.id))?.delivery).toEqual([{ revision: 1, state: 'received' }]);
  // The other database has only his.
  const mine = (await ben.sync.status()).destinations[1]!;
  expect(mine.waiting).toBe(0);
  expect(await couch.documents(`team-${databases - 1}`)).toMatchObject([{ _id: `${his.id}.1` }]);
  // A destination that is set later gets no more.
  await ben.sync.approve(await ben.sync.configure({ connector: 'couchdb', settings: { url: await database() }, secrets: {} }));
  await ben.pass();
  expect(await couch.documents(`team-${databases - 1}`)).toMatchObject([{ _id: `${his.id}.1` }]);
});

test('it is looked for again only when it is time, or when somebody asks', async () => {
  const url = await database();
  let asked = 0;
  const fetch = ((to: string, init: RequestInit) => {
    if (to.includes('_changes')) asked++;
    return globalThis.fetch(to, init);
  }) as typeof globalThis.fetch;
  const ada = await person('ada', url, { fetch });
  await ada.sync.run();
  await ada.sync.run();
  expect(asked).toBe(1);
  expect(await ada.sync.nextWake()).toBe(ada.clock.now + 300_000);
  await ada.sync.runNow();
  expect(asked).toBe(2);
  ada.clock.now += 31_000;
  await ada.sync.run();
  expect(asked).toBe(3);
  await ada.sync.pause(ada.destinationId, true);
  await ada.pass();
  expect(asked).toBe(3);
});

test('what its writer changed, deleted or erased changes, is deleted or goes here too; one’s own word stays', async () => {
  const url = await database();
  const [ada, ben] = [await person('ada', url), await person('ben', url)];
  const first = await ada.say(1, note('A marker'));
  const second = await ada.say(2, up);
  const his = await ben.say(2, note('Mine'));
  for (const one of [ada, ben]) await one.pass();
  await ada.say(2, { kind: 'withdraw' });
  await erase(ada.store, { scope: { kind: 'review', id: first.id }, holds: [], now: ada.clock.now });
  for (const one of [ada, ben]) await one.pass();
  expect(await readReview(ben.store, first.id)).toBeNull();
  expect(await ben.store.read(['answers'], (tx) => tx.objectStore('answers').getKey(first.answerId))).toBeUndefined();
  expect((await readReview(ben.store, second.id))?.revisions).toMatchObject([{ status: 'final' }, { status: 'withdrawn' }]);
  expect((await listReviews(ben.store)).rows.map(({ id }) => id)).toEqual([his.id]);
  // Somebody who may write there deletes his: here it stays.
  const name = new URL(url).pathname.slice(1, -1);
  const document = (await couch.documents(name)).find(({ reviewer_id }) => reviewer_id === 'ben');
  await couch.ask('DELETE', `${name}/${String(document?._id)}?rev=${String(document?._rev)}`);
  await ben.pass();
  expect((await readReview(ben.store, his.id))?.revisions).toHaveLength(1);
});

test('what was erased here does not come again, and its writer’s is left to them', async () => {
  const url = await database();
  const [ada, ben] = [await person('ada', url), await person('ben', url)];
  const hers = await ada.say(1, note('A marker'));
  for (const one of [ada, ben]) await one.pass();
  await erase(ben.store, { scope: { kind: 'review', id: hers.id }, holds: [], now: ben.clock.now });
  await ada.say(1, note('Another'));
  for (const one of [ada, ben]) await one.pass();
  expect(await ben.has()).toEqual([]);
  expect(await couch.documents(new URL(url).pathname.slice(1, -1))).toHaveLength(2);
  expect((await readStatus(ben.store, ben.clock.now))[0]).toMatchObject({ waiting: 0, rejected: 0 });
});

test('what a hold keeps stays, whoever erased it', async () => {
  const url = await database();
  const [ada, ben] = [await person('ada', url), await person('ben', url)];
  const hers = await ada.say(1, up);
  for (const one of [ada, ben]) await one.pass();
  const hold = { kind: 'site' as const, origin: answer().origin };
  await changeSettings(ben.store, (settings) => ({ ...settings, holds: [hold] }), noon);
  await erase(ada.store, { scope: { kind: 'review', id: hers.id }, holds: [], now: ada.clock.now });
  for (const one of [ada, ben]) await one.pass();
  expect((await readReview(ben.store, hers.id))?.revisions).toHaveLength(1);
});

test('what two copies of one profile said differently is both kept, for the person to choose, in both', async () => {
  const url = await database();
  const [here, there] = [await person('ada', url), await person('ada', url)];
  const first = await here.say(1, note('First'));
  await here.pass();
  await there.pass();
  await here.say(1, note('Here'));
  there.clock.now += 60_000;
  await there.say(1, note('There'));
  for (const one of [here, there, there, here, there, here]) await one.pass();
  const both = await Promise.all([here, there].map(async ({ store }) => (await readReview(store, first.id))!.revisions.at(-1)!));
  // Where it was met it is asked; the choice does not leave, what was said last does.
  expect(both[1]).toMatchObject({ revision: 4, note: 'There', others: [{ change: { kind: 'note', note: 'Here' } }] });
  expect(both[0]).toEqual({ ...both[1], others: undefined });
  for (const one of [here, there]) {
    expect((await one.has()).map((said) => said.split(' ').at(-1))).toEqual(expect.arrayContaining(['First', 'Here', 'There']));
    expect(await checkContents(one.store)).toMatchObject({ changed: [], missing: [], unnoted: 0 });
  }
});

test('where what is stored is masked, what was sent whole comes in masked', async () => {
  const url = await database();
  const ada = await person('ada', url, { privacy: async () => ({ ...defaultPrivacy, send: 'whole' }) });
  const ben = await person('ben', url, { privacy: async () => ({ ...defaultPrivacy, store: 'masked' }) });
  await ada.say(1, note('Write to jane@mail.example'));
  for (const one of [ada, ben]) await one.pass();
  expect((await ben.says()).join()).toContain('Write to [EMAIL_1]');
  const [{ note: sentAs } = { note: '' }] = (await couch.documents(new URL(url).pathname.slice(1, -1))).map(
    ({ event }) => (event as { review: Review }).review,
  );
  expect(sentAs).toContain('jane@mail.example');
});

test('a thousand come in portions; killed in between it goes on where it was', async () => {
  const url = await database();
  const [ada, ben] = [await person('ada', url), await person('ben', url)];
  const docs = Array.from({ length: 1000 }, (_, at) => {
    const event = reviewed(at + 1);
    return { _id: event.id, event: { ...event, review: { ...event.review, reviewer: { id: 'ada', role: 'reviewer' } } } };
  });
  await couch.ask('POST', `${new URL(url).pathname.slice(1)}_bulk_docs`, { docs });
  // One to see that nothing is behind.
  let left = 3;
  const dying = createSync({
    store: { ...ben.store, write: (tables, work) => (left-- > 0 ? ben.store.write(tables, work) : Promise.reject(new Error('dead'))) },
    fetch: globalThis.fetch,
    connectors,
    privacy: async () => defaultPrivacy,
    parsePhone: null,
    now: () => ben.clock.now,
    random: () => 0,
    schedule: () => {},
  });
  await expect(dying.run()).rejects.toThrow('dead');
  expect((await ben.has()).length).toBe(400);
  await ben.pass();
  expect((await ben.has()).length).toBe(1000);
  await ada.pass();
  expect((await ada.has()).length).toBe(1000);
  expect((await ben.sync.status()).destinations).toMatchObject([{ waiting: 0, lastProblem: null, lookedAt: ben.clock.now }]);
  // What came was never sent from here.
  expect(await planErase(ben.store, { scope: { kind: 'everything' }, holds: [], now: ben.clock.now })).toMatchObject({ sent: false });
});

const documentsOf = (...docs: Record<string, unknown>[]): Reply => ({
  body: { last_seq: '7-x', results: docs.map((doc, at) => ({ seq: `${at}-x`, id: doc._id, changes: [], doc })) },
});
const sound = reviewed(1);

test('what is no event is set aside in view; what fits is taken; what is not ours is passed over', async () => {
  const wrong = { ...sound, review: { ...sound.review, revision: 9_000_000 }, id: `${sound.review.id}.9000000` };
  const { url } = await serve(({ url: at }) =>
    at.searchParams.get('since') === '0'
      ? documentsOf(
          { _id: '_design/x' },
          { _id: 'a note' },
          { _id: sound.id, event: sound },
          { _id: 'other.1', event: sound },
          { _id: wrong.id, event: wrong },
          { _id: 'x.1', event: { type: 'review.final', id: 'x.1', review: 'long '.repeat(10_000) } },
        )
      : { body: { last_seq: '7-x', results: [] } },
  );
  const ada = await person('ada', `${url}/db`);
  await ada.pass();
  await ada.pass();
  expect(await ada.has()).toHaveLength(1);
  const aside = await listQuarantine(ada.store);
  expect(aside.map(({ key, problem }) => [key, problem.split(':')[0]])).toEqual([
    [wrong.id, 'revision'],
    ['other.1', 'id'],
    ['x.1', 'occurredAt'],
  ]);
  expect(JSON.stringify(aside).length).toBeLessThan(40_000);
});

test.each<[string, Reply, string]>([
  ['is no JSON', { body: '<p>Please sign in</p>' }, 'not-json'],
  ['has a cursor that never moves', { body: { last_seq: 0, results: [{ seq: 0, id: 'a', doc: {} }] } }, 'incomplete-reply'],
  ['refuses', { status: 403, body: { error: 'forbidden' } }, 'forbidden'],
  ['is broken', { status: 500 }, 'server-error'],
])('a list of changes that %s is said, holds up nothing, and changes nothing', async (_what, reply, code) => {
  const { url } = await serve(({ url: at, body }) => {
    if (at.pathname.endsWith('_changes')) return reply;
    const { docs } = JSON.parse(body) as { docs: { _id: string }[] };
    return { status: 201, body: docs.map(({ _id }) => ({ id: _id, ok: true, rev: '1-x' })) };
  });
  const ada = await person('ada', `${url}/db`);
  await ada.say(1, up);
  await ada.pass();
  expect((await ada.sync.status()).destinations).toMatchObject([{ waiting: 0, lastProblem: { code }, destination: { paused: false } }]);
  expect(await ada.has()).toHaveLength(1);
});

test('a reply without end is asked for in smaller pieces, and a single document that is too large is passed by', async () => {
  const huge = 'x'.repeat(4_100_000);
  const asked: string[] = [];
  const { url } = await serve(({ url: at }) => {
    if (!at.pathname.endsWith('_changes')) return { status: 201, body: [] };
    const [since, limit, whole] = ['since', 'limit', 'include_docs'].map((key) => at.searchParams.get(key));
    asked.push(`${since} ${limit}`);
    if (since === '2-x') return { body: { last_seq: '2-x', results: [] } };
    if (since === '1-x') return documentsOf({ _id: sound.id, event: sound });
    if (whole === 'true') return { body: huge };
    return { body: { last_seq: '1-x', results: [{ seq: '1-x', id: 'large.1' }] } };
  });
  const ada = await person('ada', `${url}/db`);
  await ada.pass();
  expect(asked.slice(0, 6)).toEqual(['0 200', '0 50', '0 13', '0 4', '0 1', '0 1']);
  expect(await ada.has()).toHaveLength(1);
  expect(await listQuarantine(ada.store)).toMatchObject([{ table: 'received', key: 'large.1', problem: 'larger than is read' }]);
});

test('any order of acts and runs of two people ends with the same in both', async () => {
  const step = record({
    who: constantFrom(0, 1),
    what: constantFrom('up', 'down', 'note', 'withdraw', 'run'),
    number: constantFrom(1, 2, 3),
  });
  await assert(
    asyncProperty(array(step, { maxLength: 14 }), async (steps) => {
      const url = await database();
      const people = [await person('ada', url), await person('ben', url)];
      for (const { who, what, number } of steps) {
        const one = people[who]!;
        one.clock.now += 1000;
        if (what === 'run') await one.pass();
        else if (what === 'note') await one.say(number, note(`Note ${one.clock.now}`));
        else if (what === 'withdraw') await one.say(number, { kind: 'withdraw' });
        else await one.say(number, { kind: 'rate', rating: what === 'up' ? 1 : -1 });
      }
      for (const one of [...people, ...people, ...people]) await one.pass();
      expect(await people[0]!.says()).toEqual(await people[1]!.says());
      // What came stands in the record: none of it looks put in.
      for (const { store } of people) expect(await checkContents(store)).toMatchObject({ changed: [], missing: [], unnoted: 0 });
      for (const { sync } of people)
        expect((await sync.status()).destinations).toMatchObject([{ waiting: 0, rejected: 0, lastProblem: null }]);
    }),
    { numRuns: process.env.BLUEPENCIL_LONG ? 300 : 15 },
  );
});
