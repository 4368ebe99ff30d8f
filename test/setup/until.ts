/** The one way in which tests wait: ask again until it holds. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks every 50 ms until the answer is neither false, null nor undefined, and returns it. An exception counts as "not
 * yet". After `limit` ms it throws, with what was waited for and the last that was seen.
 */
export async function until<T>(what: string, ask: () => T | Promise<T>, limit = 30_000): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + limit;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== null && answer !== undefined) return answer as NonNullable<Exclude<T, false>>;
      last = answer;
    } catch (error) {
      last = error;
    }
    await pause(50);
  }
  throw new Error(`Waited ${limit / 1000} s in vain until ${what}; last: ${String(last)}`, { cause: last });
}
