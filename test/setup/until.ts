/** The one way in which tests wait: ask again until it holds. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until the answer is neither false, null nor undefined, and returns it: every 50 ms at first, five times a second after two
 * seconds, since asking takes time from the tests beside. An exception counts as "not yet". After `limit` ms it throws, with what
 * was waited for and the last that was seen.
 */
export async function until<T>(what: string, ask: () => T | Promise<T>, limit = 30_000): Promise<NonNullable<Exclude<T, false>>> {
  const start = Date.now();
  const end = start + limit;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== null && answer !== undefined) return answer as NonNullable<Exclude<T, false>>;
      last = answer;
    } catch (error) {
      last = error;
    }
    await pause(Math.min(200, 50 + (Date.now() - start) / 13));
  }
  throw new Error(`Waited ${limit / 1000} s in vain until ${what}; last: ${String(last)}`, { cause: last });
}
