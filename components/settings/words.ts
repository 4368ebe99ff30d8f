/** Where the reviews are, in words: the same sentence in popup, options, side panel and dashboard. */
import { since, when } from '../../lib/i18n/dates.ts';
import { knows, text } from '../../lib/i18n/text.ts';
import type { Health } from '../../lib/model/health.ts';
import type { DestinationStatus, SyncProblem, SyncStatus } from '../../lib/model/sync.ts';

/** A status for people. `tone` colours its dot, and adds nothing that the words do not say. */
export interface StatusWords {
  /** "3 waiting, oldest 3 h · last sent 10:42 · next try 10:45". */
  line: string;
  /** What went wrong last and what to do; null: nothing. */
  problem: string | null;
  tone: 'good' | 'warn' | 'bad' | 'none';
}

/** Says how all destinations are doing together. `now` is epoch ms. */
export function statusWords({ destinations }: SyncStatus, now: number): StatusWords {
  const [first, ...others] = destinations;
  if (!first) return { line: text('sync.none'), problem: null, tone: 'none' };
  return destinationWords(others.reduce(together, first), now);
}

/** Says how one is doing. */
export function destinationWords(status: DestinationStatus, now: number): StatusWords {
  const { destination, waiting, rejected, oldestWaitingAt, lastSentAt, lookedAt, lastProblem, nextTryAt, sending, disabled } = status;
  const off = text(disabled ? 'sync.disabled' : 'sync.paused');
  const held = destination.paused ? off : waiting > 0 && !destination.approved ? text('sync.unseen') : null;
  const parts = [
    waiting > 0
      ? waitingWords(waiting, oldestWaitingAt, now)
      : rejected > 0
        ? null
        : text(lastSentAt === null ? 'sync.nothing' : 'sync.all'),
    rejected > 0 ? text('sync.rejected', { n: rejected }) : null,
    lastSentAt === null ? null : text('sync.last', { at: when(lastSentAt, now) }),
    lookedAt === null ? null : text('sync.looked', { at: when(lookedAt, now) }),
    held,
    sending && !held ? text('sync.sending') : null,
    waiting > 0 && !held && !sending && nextTryAt !== null && nextTryAt > now ? text('sync.next', { at: when(nextTryAt, now) }) : null,
  ];
  const bad = lastProblem !== null || rejected > 0;
  return {
    line: parts.filter((part) => part !== null).join(' · '),
    problem: lastProblem && problemWords(lastProblem),
    tone: bad ? 'bad' : waiting > 0 ? 'warn' : 'good',
  };
}

/** Two as if they were one: it is held only where both are. */
function together(one: DestinationStatus, other: DestinationStatus): DestinationStatus {
  const { destination, ...rest } = one;
  const isHeld = (each: DestinationStatus): boolean => each.destination.paused || !each.destination.approved;
  return {
    ...rest,
    destination: isHeld(one) && !isHeld(other) ? other.destination : destination,
    waiting: one.waiting + other.waiting,
    rejected: one.rejected + other.rejected,
    oldestWaitingAt: first(one.oldestWaitingAt, other.oldestWaitingAt),
    lastSentAt: latest(one.lastSentAt, other.lastSentAt),
    lookedAt: latest(one.lookedAt, other.lookedAt),
    lastProblem: one.lastProblem ?? other.lastProblem,
    nextTryAt: first(one.nextTryAt, other.nextTryAt),
    sending: one.sending || other.sending,
    disabled: one.disabled && other.disabled,
  };
}

const latest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

const first = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** An age is said from one minute on: what has just been made waits for its undo time only. */
function waitingWords(n: number, oldest: number | null, now: number): string {
  if (oldest === null || now - oldest < 60_000) return text('sync.waiting', { n });
  return text('sync.waitingSince', { n, age: since(oldest, now) });
}

/** What went wrong at the endpoint and what to do. */
export function problemWords({ code, status, detail }: Pick<SyncProblem, 'code' | 'status' | 'detail'>): string {
  const key = `problem.${code}`;
  // Without a status its brackets would stand empty.
  const where = detail === 'downloads' ? text('connector.folder.downloads') : detail;
  const words = knows(key) ? text(key, { status: status ?? '', detail: where }) : code;
  return words.replaceAll(' ()', '').trim();
}

/** What a person has to know about the store, a sentence each; none where all is well. A loss from before `since` (epoch ms) is told no more. */
export function storeWords({ newer, lostAt }: Health, since = 0): string[] {
  return [
    ...(newer ? [text('health.newer') + (newer.unread > 0 ? ` ${text('health.unread', { n: newer.unread })}` : '')] : []),
    ...(lostAt !== null && lostAt >= since ? [text('health.lost', { at: when(lostAt) })] : []),
  ];
}
