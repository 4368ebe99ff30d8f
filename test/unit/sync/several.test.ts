/** Several destinations: each gets everything in its own time, and none waits for another. */
import 'fake-indexeddb/auto';
import { array, assert, asyncProperty, constant, constantFrom, integer, oneof, record } from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { endpointDraft } from '../../endpoint/draft.ts';
import { Endpoint, status, World } from './world.ts';

const first = 'https://one.example/in';
const second = 'https://two.example/in';

let world: World;
afterEach(() => world.end());

/** A world with an endpoint at each address, all let go. */
async function connected(): Promise<Record<string, Endpoint>> {
  const endpoints: Record<string, Endpoint> = { [first]: new Endpoint(), [second]: new Endpoint() };
  const fetch = ((url: string, init: RequestInit) => endpoints[url]!.fetch(url, init)) as typeof globalThis.fetch;
  world = new World({ fetch });
  for (const url of [first, second]) await world.sync.approve(await world.sync.configure(endpointDraft(url)));
  return endpoints;
}

const waiting = async (): Promise<number[]> => (await world.sync.status()).destinations.map((one) => one.waiting);

test('what is said goes to each, once', async () => {
  const endpoints = await connected();
  const ids = [await world.review(1), await world.review(2)];
  await world.sync.run();
  for (const { stored } of Object.values(endpoints)) expect(stored).toEqual(ids);
  expect(await waiting()).toEqual([0, 0]);
});

test('one that fails, or does not answer at all, holds up no other', async () => {
  const endpoints = await connected();
  const never = Promise.withResolvers<Response>();
  endpoints[first]!.script = [() => never.promise];
  const id = await world.review(1);
  const run = world.sync.run();
  // The run to the second is over while the first still waits.
  while ((await waiting())[1]! > 0) await new Promise((resolve) => setImmediate(resolve));
  const later = await world.review(2);
  const again = world.sync.run();
  while (endpoints[second]!.stored.length < 2) await new Promise((resolve) => setImmediate(resolve));
  expect(endpoints[second]!.stored).toEqual([id, later]);
  expect(endpoints[first]!.stored).toEqual([]);
  never.resolve(new Response('', { status: 503, headers: { 'retry-after': '60' } }));
  await Promise.all([run, again]);
  expect(await waiting()).toEqual([2, 0]);
  await world.untilIdle();
  expect(endpoints[first]!.stored).toEqual([id, later]);
});

test('one is halted, paused, taken away: the other goes on, and what is set anew gets everything', async () => {
  const endpoints = await connected();
  endpoints[first]!.usual = status(401);
  const id = await world.review(1);
  await world.sync.run();
  const [halted] = (await world.sync.status()).destinations;
  expect(halted).toMatchObject({ waiting: 1, destination: { paused: true }, lastProblem: { code: 'unauthorized' } });
  expect(endpoints[second]!.stored).toEqual([id]);
  await world.sync.remove(halted!.destination.id);
  expect((await world.sync.status()).destinations.map(({ destination }) => destination.settings)).toEqual([{ url: second }]);
  const other = await world.review(2);
  await world.sync.run();
  expect(endpoints[second]!.stored).toEqual([id, other]);
  endpoints[first]!.usual = new Endpoint().usual;
  const set = await world.sync.configure(endpointDraft(first));
  await world.sync.run();
  expect(endpoints[first]!.stored, 'nothing leaves unseen').toEqual([]);
  await world.sync.approve(set);
  await world.sync.run();
  expect(endpoints[first]!.stored.toSorted()).toEqual([id, other].toSorted());
});

test('whatever fails and in whatever order: in the end each has exactly what was said', async () => {
  const step = oneof(
    record({
      act: constant('review' as const),
      number: integer({ min: 1, max: 4 }),
      rating: constantFrom(1 as const, -1 as const),
    }),
    record({ act: constant('run' as const), fault: constantFrom(200, 401, 500, 503), at: constantFrom(first, second) }),
    record({ act: constant('restart' as const) }),
  );
  await assert(
    asyncProperty(array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const endpoints = await connected();
      const said: string[] = [];
      for (const one of steps) {
        if (one.act === 'review') said.push(await world.review(one.number, one.rating));
        else if (one.act === 'restart') world.sync = world.start();
        else {
          if (one.fault !== 200) endpoints[one.at]!.script.push(status(one.fault));
          await world.sync.run();
        }
      }
      for (const { destination } of (await world.sync.status()).destinations) await world.sync.pause(destination.id, false);
      for (const endpoint of Object.values(endpoints)) endpoint.script = [];
      await world.untilIdle();
      // The same said twice is one event.
      for (const { stored } of Object.values(endpoints)) expect(stored.toSorted()).toEqual([...new Set(said)].toSorted());
      expect(await waiting()).toEqual([0, 0]);
      await world.end();
    }),
    { numRuns: 30 },
  );
});
