/** What was sent is kept for a while, bounded, without secrets, and goes with what is erased. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erase } from '../../../lib/store/erase.ts';
import { keptRequests, readSent } from '../../../lib/store/sent.ts';
import { listReviews } from '../../../lib/store/list.ts';
import { json, status, World } from '../sync/world.ts';

let world: World;
beforeEach(async () => {
  world = new World();
  await world.connect('secret-token');
});
afterEach(() => world.end());

const sent = async () => readSent(world.store, (await world.status())!.destination.id);
const all = (): Promise<string> => world.store.read(['meta'], async (tx) => JSON.stringify(await tx.objectStore('meta').getAll()));

test('each request with what it held, as it left, and the reply', async () => {
  const id = await world.review(1);
  await world.sync.run();
  const [one, ...more] = await sent();
  expect(more).toEqual([]);
  expect(one).toMatchObject({ at: world.now, events: 1, requests: 1, method: 'POST', status: 200, stored: 1, refused: 0, failure: null });
  expect(one!.body).toBe(world.endpoint.requests[0]!.body);
  expect(JSON.parse(one!.reply)).toEqual({ results: [{ id, status: 'stored' }] });
  expect(await all()).not.toContain('secret-token');
});

test('one that failed too, and one that was too large', async () => {
  world.endpoint.script = [status(503, 'Not now'), status(413)];
  await world.review(1);
  await world.review(2);
  await world.untilIdle();
  expect((await sent()).map((one) => [one.status, one.failure, one.events, one.stored])).toEqual([
    [200, null, 1, 1],
    [200, null, 1, 1],
    [413, 'too-large', 2, 0],
    [503, 'busy', 2, 0],
  ]);
  expect((await sent()).at(-1)!.reply).toBe('Not now');
});

test('the last ones only, each cut', async () => {
  world.endpoint.usual = (events, _request, store) =>
    json({ results: events.map((event) => ({ id: event.id, status: store([event]) })), more: '😀'.repeat(9000) });
  const count = keptRequests + 3;
  for (let number = 1; number <= count; number++) {
    await world.review(number, 1, `Answer ${number} ${'x'.repeat(30_000)}`);
    world.now += 60_000;
    await world.sync.run();
  }
  const kept = await sent();
  expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).toSorted((one, other) => other - one));
  expect(kept).toHaveLength(keptRequests);
  expect(kept[0]!.at).toBe(world.now);
  for (const { body, bodyLength, reply, replyLength } of kept) {
    expect([body.length, reply.length]).toEqual([20_000, 4000]);
    expect(Math.min(bodyLength, replyLength)).toBeGreaterThan(10_000);
    expect(reply.isWellFormed()).toBe(true);
  }
});

test('what is erased is in none of them', async () => {
  await world.review(1, 1, 'Answer zqmarker');
  await world.sync.run();
  await world.review(2, 1, 'Answer zqother');
  await world.sync.run();
  expect(await all()).toContain('zqmarker');
  const { rows } = await listReviews(world.store);
  const { id } = rows.find(({ excerpt }) => excerpt.includes('zqmarker'))!;
  await erase(world.store, { scope: { kind: 'review', id }, holds: [], now: world.now });
  expect(await all()).not.toContain('zqmarker');
  expect(await all()).toContain('zqother');
  await world.sync.remove((await world.status())!.destination.id);
  expect(await all()).not.toContain('zqother');
});
