/** When to try again. */
import { longestWait } from '../model/due.ts';

const base = 1000;
const cap = 3_600_000;

/**
 * Full jitter: anything between 0 and the doubled-up limit, in ms, so that many senders do not come back at once. The first
 * limit is 1 s, the last one an hour; there is no last attempt. `random` gives [0, 1).
 */
export function backOff(attempts: number, random: () => number): number {
  return Math.round(random() * Math.min(cap, base * 2 ** Math.min(attempts - 1, 30)));
}

/**
 * The header `Retry-After` in ms from `now`: seconds, or a date (RFC 9110 §10.2.3), at most a day: whoever says a year does not mean it. Undefined: none,
 * or unreadable, such as a negative number.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const value = header.trim();
  if (/^\d+$/.test(value)) return Math.min(longestWait, Number(value) * 1000);
  const at = /^[A-Za-z]/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.min(longestWait, Math.max(0, at - now));
}
