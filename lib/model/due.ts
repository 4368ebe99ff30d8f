/** When something that waits is due, on a clock that may be set to another time. */

/** The longest wait there is, ms: a day. No undo time, back-off or `Retry-After` that is obeyed is longer. */
export const longestWait = 86_400_000;

/** The longest lease that counts, ms. */
const longestLease = 300_000;

/** True when the wait until `notBefore` is over. One that is longer than any of ours was set by a clock that was wrong. Epoch ms. */
export const isDue = (notBefore: number, now: number): boolean => notBefore <= now || notBefore - now > longestWait;

/** True while a lease runs; one of a clock that was wrong does not. Epoch ms. */
export const isLeased = (until: number | null, now: number): until is number =>
  until !== null && until > now && until - now <= longestLease;
