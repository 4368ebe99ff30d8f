/**
 * Whatever happens to requests, to the sender or to the browser: after recovery every review is at the endpoint, once, and until then a person is told
 * what is wrong. `npm run faults` tries what takes long too, every kill, and 40 random sequences; else some. `BLUEPENCIL_SEED` names others.
 */
import { TargetType } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutboxRow } from '../../lib/model/sync.ts';
import { endpointDraft } from '../endpoint/draft.ts';
import { until } from '../setup/until.ts';
import { demand, records, spoil } from '../extension/ask.ts';
import { drained, firstOf, setUp, token, type Desk } from '../extension/desk.ts';
import { launch } from '../extension/launch.ts';
import { rate } from '../extension/reviews.ts';
import { matrix, type Row } from './matrix.ts';
import { serveProxy, type Proxy } from './proxy.ts';
import { generator } from './random.ts';

const whole = process.env.BLUEPENCIL_FAULT_RUNS !== undefined;
const sequences = whole ? 40 : 3;
const seed = Number(process.env.BLUEPENCIL_SEED ?? 20_261_123);
const random = generator(seed);
const some = <T>(all: readonly T[], count: number): T[] => {
  const left = [...all];
  return whole ? left : Array.from({ length: count }, () => left.splice(random(left.length), 1)[0]!);
};

let desk: Desk;
let proxy: Proxy;
const said: string[] = [];
let kills = 0;

beforeAll(async () => {
  desk = await setUp('chromium');
  proxy = await serveProxy(desk.endpoint.url);
  await sendTo(proxy.url);
});
afterAll(async () => {
  await proxy?.close();
  await desk?.[Symbol.asyncDispose]();
  if (whole) console.log(`Faults (seed ${seed}): ${matrix.length} rows, ${sequences} sequences, ${kills} kills, ${said.length} reviews.`);
});

/** Those that do not take the time of a whole request. */
const quick = matrix.filter(({ slow }) => !slow);

/** A person enters another address. */
async function sendTo(url: string): Promise<void> {
  const { destination } = firstOf(await demand(desk.driven, 'sync.status', {}));
  const { id } = await demand(desk.driven, 'sync.configure', { destination: endpointDraft(url, token, destination.id) });
  await demand(desk.driven, 'sync.approve', { destinationId: id });
}

/** Reviews whose undo time is over. */
async function say(count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    const { id, revision } = await rate(desk.driven, `Answer ${said.length} that has to arrive`);
    said.push(`${id}.${revision}`);
  }
  const rows = await records<OutboxRow>(desk.driven, 'outbox');
  for (const row of rows) if (row.state === 'pending') await spoil(desk.driven, 'outbox', row.key, { ...row, notBefore: 0 });
}

/** The fault is there before the reviews: they may leave by themselves at any moment. */
async function meet({ fault, problem, disables = false }: Row, count: number): Promise<void> {
  if (fault === 'refused') await proxy.refuse();
  else proxy.fault = fault;
  await say(count);
  if (problem === null) return drained(desk);
  const status = await until(
    `the problem is ${problem}`,
    async () => {
      const now = firstOf(await demand(desk.driven, 'sync.now', {}));
      return now.lastProblem?.code === problem && now;
    },
    60_000,
  );
  expect(status).toMatchObject({ disabled: disables, rejected: 0 });
  expect(status.waiting).toBeGreaterThan(0);
}

/** The endpoint is well again, and a person turns on what it turned off. */
async function mend(): Promise<void> {
  proxy.fault = null;
  await proxy.refuse();
  await proxy.listen();
  const { destination, disabled } = firstOf(await demand(desk.driven, 'sync.status', {}));
  if (disabled) await demand(desk.driven, 'sync.pause', { destinationId: destination.id, paused: false });
}

/** After all of it what was said is there, each once. */
async function recover(): Promise<void> {
  await mend();
  await drained(desk);
  expect((await desk.endpoint.stored()).map(({ id }) => id).toSorted()).toEqual(said.toSorted());
  expect(firstOf(await demand(desk.driven, 'sync.status', {}))).toMatchObject({ waiting: 0, rejected: 0, lastProblem: null });
}

test.each(whole ? matrix : quick)('$name', { timeout: 120_000 }, async (row) => {
  await meet(row, 2);
  await recover();
});

test.runIf(whole)('an address that nobody has, and one without TLS, are said; then a person mends it', { timeout: 120_000 }, async () => {
  for (const url of ['https://nowhere.invalid/reviews', proxy.url.replace('http:', 'https:')]) {
    await say(1);
    await sendTo(url);
    await until('it is said', async () => firstOf(await demand(desk.driven, 'sync.now', {})).lastProblem?.code === 'offline', 60_000);
    await sendTo(proxy.url);
    await recover();
  }
});

const day = 86_400_000;

/** What the worker takes for the time, until it ends. */
async function shiftClock(by: number): Promise<void> {
  const target = await desk.driven.browser.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER);
  const worker = await target.worker();
  await worker?.evaluate((ms) => {
    const told = Date.now.bind(Date);
    Date.now = () => told() + ms;
  }, by);
}

test.each([
  ['three days ahead', 3 * day],
  ['two hours back', -day / 12],
  ['a year back', -365 * day],
])('the clock is set %s while a request is on its way', { timeout: 120_000 }, async (_, by) => {
  const [arrived, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  proxy.fault = async ({ forward, reset }) => {
    arrived.resolve();
    await released.promise;
    await forward();
    reset();
  };
  await say(2);
  void demand(desk.driven, 'sync.now', {}).catch(() => {});
  await arrived.promise;
  await shiftClock(by);
  released.resolve();
  await until('the lost reply is said', async () => firstOf(await demand(desk.driven, 'sync.status', {})).lastProblem?.code === 'offline');
  await say(1);
  await recover();
  await shiftClock(-by);
  await say(1);
  await recover();
});

const steps = ['write', 'lease', 'send', 'ack'] as const;

/** Ends the worker as the browser does, or all of the browser as a crash does. */
async function kill(what: 'worker' | 'browser'): Promise<void> {
  kills++;
  if (what === 'worker') {
    const target = await desk.driven.browser.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER);
    await (await target.worker())?.close();
    return;
  }
  await desk.driven.kill();
  desk.driven = await launch('chromium', { profile: desk.driven.profile });
}

describe.each(['worker', 'browser'] as const)('the %s is killed', (what) => {
  test.each(what === 'worker' ? steps : some(steps, 2))('at: %s', { timeout: 120_000 }, async (step) => {
    const [arrived, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    proxy.fault = async ({ forward, reset }) => {
      if (step === 'ack') await forward();
      arrived.resolve();
      await released.promise;
      reset();
    };
    await say(2);
    // Whoever asked may never hear of it.
    if (step !== 'write') void demand(desk.driven, 'sync.now', {}).catch(() => {});
    if (step === 'lease')
      await until('it is leased', async () => (await records<OutboxRow>(desk.driven, 'outbox')).some(({ state }) => state === 'leased'));
    else if (step !== 'write') await arrived.promise;
    await kill(what);
    released.resolve();
    await recover();
  });
});

test(`${sequences} sequences of faults and kills`, { timeout: 60_000 + sequences * 60_000 }, async () => {
  for (let run = 0; run < sequences; run++) {
    const length = 1 + random(4);
    for (let step = 0; step < length; step++) {
      if (random(5) === 0) await kill(random(10) < 7 ? 'worker' : 'browser');
      const row = quick[random(quick.length)]!;
      await meet(row, 1 + random(3));
      await mend();
    }
    await recover();
  }
});
