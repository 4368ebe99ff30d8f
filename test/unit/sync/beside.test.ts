/** The same schedules for our outbox and for the queue of `workbox-background-sync`: what each loses. `npm run test:long` takes 500. */
import 'fake-indexeddb/auto';
import { sample } from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { noon } from '../sample.ts';
import { schedule } from './schedule.ts';
import { live } from './two.ts';
import { liveByWorkbox } from './workbox.ts';
import type { Endpoint } from './world.ts';

const numRuns = process.env.BLUEPENCIL_LONG === '1' ? 500 : 25;
const seed = Number(process.env.BLUEPENCIL_FAULT_SEED ?? 20_261_123);

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: noon }));
afterAll(() => void vi.useRealTimers());

/** Events that an endpoint never got, and how often it stored one again or one that was never said. */
function tally(said: string[], endpoints: Endpoint[]) {
  const lost = endpoints.flatMap(({ stored }) => said.filter((id) => !stored.includes(id)));
  const wrong = endpoints.flatMap(({ stored }) => stored.filter((id, at) => stored.indexOf(id) !== at || !said.includes(id)));
  return { due: said.length * endpoints.length, lost: lost.length, wrong: wrong.length };
}

test(`${numRuns} schedules: ours loses nothing, the other queue does`, { timeout: 600_000 }, async () => {
  const totals = { ours: { due: 0, lost: 0, wrong: 0 }, workbox: { due: 0, lost: 0, wrong: 0 } };
  for (const [at, steps] of sample(schedule, { numRuns, seed }).entries()) {
    const { said, endpoints, world } = await live(steps, at % 2 === 0);
    const ours = tally(said, endpoints);
    expect(ours, `schedule ${at} of seed ${seed}: ${JSON.stringify(steps)}`).toMatchObject({ lost: 0, wrong: 0 });
    await world.end();
    vi.setSystemTime(noon);
    const other = await liveByWorkbox(steps, (now) => vi.setSystemTime(now));
    vi.setSystemTime(noon);
    for (const [total, one] of [
      [totals.ours, ours],
      [totals.workbox, tally(other.said, other.endpoints)],
    ] as const) {
      total.due += one.due;
      total.lost += one.lost;
      total.wrong += one.wrong;
    }
  }
  console.log(
    `${numRuns} schedules (seed ${seed}): of ${totals.ours.due} events ours lost ${totals.ours.lost}; of ${totals.workbox.due} workbox-background-sync lost ${totals.workbox.lost}`,
  );
  expect(totals.ours.due).toBeGreaterThan(numRuns);
  expect(totals.workbox.lost).toBeGreaterThan(0);
});
