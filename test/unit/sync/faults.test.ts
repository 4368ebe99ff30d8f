/** Whatever fails, wherever the sender dies: everything arrives, nothing twice, each review's revisions in order. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../lib/store/open.ts';
import { honest, json, status, World, type Answerer } from './world.ts';

/** Death: nothing after it happens, nobody hears of it. */
const never = new Promise<never>(() => {});

const answers: Record<string, Answerer> = {
  honest,
  error: status(500),
  page: () => new Response('<h1>Hello</h1>'),
  busy: status(429, '', { 'retry-after': '30' }),
  locked: status(401),
  large: (...asked) => (asked[0].length > 1 ? json({}, 413) : honest(...asked)),
  storedButLost: (events, _request, store) => {
    store(events);
    return Promise.reject(new TypeError('Failed to fetch'));
  },
  storedButError: (events, _request, store) => {
    store(events);
    return json({}, 502);
  },
  half: (events, _request, store) =>
    json({ results: events.filter((_, index) => index % 2 === 0).map((event) => ({ id: event.id, status: store([event]) })) }),
  otherHalf: (events, _request, store) =>
    json({ results: events.filter((_, index) => index % 2 === 1).map((event) => ({ id: event.id, status: store([event]) })) }),
  halfLater: (events, _request, store) =>
    json({
      results: events.map((event, index) =>
        index % 2 ? { id: event.id, status: 'rejected', retryable: true } : { id: event.id, status: store([event]) },
      ),
    }),
};

type Step =
  | { kind: 'review'; number: number }
  | { kind: 'wait'; ms: number }
  | { kind: 'run'; answers: string[]; byHand: boolean }
  /** Dies at the nth thing that it does with the database or the network, before or after that is done. */
  | { kind: 'die'; at: number; before: boolean; answers: string[] };

const script = fc.array(fc.constantFrom(...Object.keys(answers)), { maxLength: 4, size: 'max' });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('review' as const), number: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 500, 10_000, 61_000, 4_000_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('run' as const), answers: script, byHand: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('die' as const), at: fc.nat(14), before: fc.boolean(), answers: script }) },
);

/** Runs a sender that dies as told; resolves when it is dead, or done before it came to that. */
async function runAndDie(world: World, { at, before }: { at: number; before: boolean }, locks: boolean): Promise<void> {
  let left = at;
  let dead = (): void => {};
  const death = new Promise<void>((resolve) => (dead = resolve));
  const mortal = async <T>(work: () => Promise<T>): Promise<T> => {
    const now = left-- === 0;
    if (now && before) dead();
    if (left < 0 && (before || !now)) return never;
    const done = await Promise.allSettled([work()]);
    if (now) dead();
    if (left < 0) return never;
    if (done[0].status === 'rejected') throw done[0].reason;
    return done[0].value;
  };
  const store: Store = {
    ...world.store,
    read: (tables, work) => mortal(() => world.store.read(tables, work)),
    write: (tables, work) => mortal(() => world.store.write(tables, work)),
  };
  const fetch = ((...asked: Parameters<typeof globalThis.fetch>) =>
    mortal(() => world.endpoint.fetch(...asked))) as typeof globalThis.fetch;
  await Promise.race([world.start({ store, fetch, ...(locks ? { locks: free } : {}) }).run(), death]);
}

/** A lock that nobody else holds: whoever held it is dead. */
const free = { request: async (_name: string, _options: unknown, work: (lock: unknown) => unknown) => work({}) } as unknown as LockManager;

const runs = Number(process.env.BLUEPENCIL_FAULT_RUNS ?? 60);
const seed = process.env.BLUEPENCIL_FAULT_SEED === undefined ? 20_260_312 : Number(process.env.BLUEPENCIL_FAULT_SEED);

test.each([false, true])(
  'any failures, deaths and recoveries (with locks: %s)',
  async (locks) => {
    const property = fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
      const world = new World(locks ? { locks: free } : {});
      await world.connect();
      const expected = new Set<string>();
      const ratings = [0, 0, 0];
      for (const next of steps) {
        if (next.kind === 'wait') world.now += next.ms;
        else if (next.kind === 'review') {
          const turn = (ratings[next.number] = (ratings[next.number] ?? 0) + 1);
          expected.add(await world.review(next.number, turn % 2 ? 1 : -1));
        } else {
          world.endpoint.script = next.answers.map((name) => answers[name] as Answerer);
          if (next.kind === 'die') await runAndDie(world, next, locks);
          else await (next.byHand ? world.sync.runNow() : world.sync.run());
          world.endpoint.script = [];
          world.sync = world.start();
        }
      }
      await world.sync.runNow();
      await world.untilIdle();

      expect(world.endpoint.stored.toSorted()).toEqual([...expected].toSorted());
      const byReview = Map.groupBy(world.endpoint.stored, (id) => id.split('.')[0]);
      for (const ids of byReview.values()) {
        const revisions = ids.map((id) => Number(id.split('.')[1]));
        expect(revisions).toEqual(revisions.toSorted((one, other) => one - other));
      }
      expect(await world.sync.status()).toMatchObject({ waiting: 0, rejected: 0, sending: false });
      expect(
        await world.store.read(['receipts', 'batches'], async (tx) => [
          await tx.objectStore('receipts').count(),
          await tx.objectStore('batches').count(),
        ]),
      ).toEqual([expected.size, 0]);
      await world.end();
    });
    await fc.assert(property, { numRuns: runs, seed });
  },
  120_000,
);
