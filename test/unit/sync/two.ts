/** A world with two destinations, through a schedule. */
import type { Store } from '../../../lib/store/open.ts';
import type { Sync } from '../../../lib/sync/sync.ts';
import { endpointDraft } from '../../endpoint/draft.ts';
import { answers, mortal, type Step } from './schedule.ts';
import { Endpoint, World } from './world.ts';

/** Where they are. */
export const urls = ['https://one.example/in', 'https://two.example/in'];

/** What came of a schedule: what was said, and what each endpoint has. */
export interface Came {
  said: string[];
  endpoints: Endpoint[];
  world: World;
}

/** Goes through a schedule, then the endpoints are honest and a person turns on what was turned off. `locks`: as in a browser that has them. */
export async function live(steps: Step[], locks: boolean): Promise<Came> {
  const endpoints = urls.map(() => new Endpoint());
  const fetch = ((url: string, init: RequestInit) => endpoints[urls.indexOf(url)]!.fetch(url, init)) as typeof globalThis.fetch;
  let held = mutex();
  // Mostly small requests: several wait at once, and the next is made ready while one is on its way.
  const limits = { maxEvents: steps.length % 3 === 0 ? 50 : 2, maxBytes: 1_000_000 };
  const world = new World({
    fetch,
    limits,
    ...(locks ? { locks: { request: ((name, options, work) => held(name, options, work)) as typeof held } as unknown as LockManager } : {}),
  });
  for (const url of urls) await world.sync.approve(await world.sync.configure(endpointDraft(url)));
  const said = new Set<string>();
  const ratings = [0, 0, 0, 0];

  async function die(how: { at: number; before: boolean }): Promise<void> {
    const { death, live: inLife } = mortal(how);
    const store: Store = {
      ...world.store,
      read: (tables, work) => inLife(() => world.store.read(tables, work)),
      write: (tables, work) => inLife(() => world.store.write(tables, work)),
    };
    const mortalFetch = ((...asked: Parameters<typeof globalThis.fetch>) => inLife(() => fetch(...asked))) as typeof globalThis.fetch;
    await Promise.race([world.start({ store, fetch: mortalFetch }).run(), death]);
    // Whoever dies lets go of the lock.
    held = mutex();
  }

  for (const next of steps) {
    if (next.kind === 'wait' || next.kind === 'clock') world.now += next.ms;
    else if (next.kind === 'review') {
      const turn = (ratings[next.number] = (ratings[next.number] ?? 0) + 1);
      said.add(await (next.number === 3 ? world.prefer(turn % 2 ? 'first' : 'second') : world.review(next.number, turn % 2 ? 1 : -1)));
    } else {
      for (const [at, endpoint] of endpoints.entries()) endpoint.script = (next.answers[at] ?? []).map((name) => answers[name]!);
      if (next.kind === 'die') await die(next);
      else {
        const senders = Array.from({ length: next.senders }, (): Sync => world.start());
        await Promise.all(senders.map((sender) => (next.byHand ? sender.runNow() : sender.run())));
      }
      for (const endpoint of endpoints) endpoint.script = [];
      world.sync = world.start();
    }
  }
  for (const { destination } of (await world.sync.status()).destinations) await world.sync.pause(destination.id, false);
  await world.sync.runNow();
  await world.untilIdle();
  return { said: [...said], endpoints, world };
}

/** Locks of one browser: who holds one, holds it alone. */
function mutex() {
  const held = new Set<string>();
  return async (name: string, _options: unknown, work: (lock: unknown) => Promise<unknown>): Promise<unknown> => {
    if (held.has(name)) return work(null);
    held.add(name);
    try {
      return await work({ name });
    } finally {
      held.delete(name);
    }
  };
}
