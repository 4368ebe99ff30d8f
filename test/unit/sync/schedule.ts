/** What can befall a sender: schedules of reviews, waits, wrong clocks, faults of the endpoints, several senders at once, and deaths. */
import * as fc from 'fast-check';
import { honest, json, status, type Answerer } from './world.ts';

/** What an endpoint may answer, by name. */
export const answers: Record<string, Answerer> = {
  honest,
  error: status(500),
  page: () => new Response('<h1>Hello</h1>'),
  busy: status(429, '', { 'retry-after': '30' }),
  years: status(503, '', { 'retry-after': '999999999' }),
  locked: status(401),
  closed: status(410),
  large: (...asked) => (asked[0].length > 1 ? json({}, 413) : honest(...asked)),
  unpacked: (...asked) => (asked[1].headers.has('content-encoding') ? json({}, 415) : honest(...asked)),
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

/** One step. `answers` are what the next requests to each endpoint are told, one after the other; then it is honest. */
export type Step =
  /** Reviews three answers, or compares two others (number 3). */
  | { kind: 'review'; number: number }
  | { kind: 'wait'; ms: number }
  /** The computer's clock is set, often back. */
  | { kind: 'clock'; ms: number }
  | { kind: 'run'; answers: string[][]; byHand: boolean; senders: number }
  /** Dies at the nth thing that it does with the database or the network, before or after that is done. */
  | { kind: 'die'; at: number; before: boolean; answers: string[][] };

const script = fc.array(fc.constantFrom(...Object.keys(answers)), { maxLength: 4, size: 'max' });
const scripts = fc.array(script, { minLength: 2, maxLength: 2 });
const waits = [1, 500, 10_000, 61_000, 4_000_000];
const jumps = [-3e11, -90_000_000, -3_600_000, -30_000, 90_000_000, 3e11];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('review' as const), number: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(...waits) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), ms: fc.constantFrom(...jumps) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('run' as const),
      answers: scripts,
      byHand: fc.boolean(),
      senders: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('die' as const), at: fc.nat(20), before: fc.boolean(), answers: scripts }) },
);

/** Up to 25 steps. */
export const schedule: fc.Arbitrary<Step[]> = fc.array(step, { maxLength: 25, size: 'max' });

/** Death: nothing after it happens, nobody hears of it. */
const never = new Promise<never>(() => {});

/** A life that ends at the nth thing that is done in it, before or after that is done. */
export function mortal({ at, before }: { at: number; before: boolean }): {
  death: Promise<void>;
  live: <T>(work: () => Promise<T>) => Promise<T>;
} {
  let left = at;
  let dead = (): void => {};
  const death = new Promise<void>((resolve) => (dead = resolve));
  const live = async <T>(work: () => Promise<T>): Promise<T> => {
    const now = left-- === 0;
    if (now && before) dead();
    if (left < 0 && (before || !now)) return never;
    const done = await Promise.allSettled([work()]);
    if (now) dead();
    if (left < 0) return never;
    if (done[0].status === 'rejected') throw done[0].reason;
    return done[0].value;
  };
  return { death, live };
}
