/**
 * The one watcher of a frame. A page without a conversation costs one pass and one observer of added nodes; a streaming
 * answer costs a look up the tree for each batch of changes, and its text is read when somebody asks.
 */
import type { SiteAdapter } from '../model/site.ts';
import type { PageView, Watcher } from '../model/view.ts';
import { quiet, Tracked } from './answers.ts';
import { Changes } from './changes.ts';
import { split } from './chats.ts';
import { findThread } from './find.ts';
import { isSure } from './generic.ts';
import { Growth } from './growth.ts';
import { Memory } from './memory.ts';
import type { Speech, Thread } from './thread.ts';
import { emptyView, identity, viewOf } from './view.ts';

/** What a watcher needs. `now` is in ms and only compared with itself; timers are the global ones. */
export interface WatchOptions {
  window: Window;
  /** Those that may match here; may be empty. */
  adapters: readonly SiteAdapter[];
  /** The view has changed. While an answer only grows, once a second. */
  onChange: (view: PageView) => void;
  /** Ends everything. */
  signal: AbortSignal;
  now?: () => number;
}

/** Looks after the page has changed (ms): soon, and never more than a twentieth of the time. */
const soon = 250;
const share = 20;
/** Between two words about an answer that only grows (ms). */
const steady = 1000;
/** Looks without a change: a shadow root attached to an element that is there gives no mutation record. */
const unasked = [500, 1500, 4000, 9000];
/** So long (ms) after nodes were added, changes of text are watched as well: a stream may have begun. */
const armed = 20_000;
/** Units of a message id. */
const longestId = 500;

/** Watches a frame until the signal ends it. */
export function watch({ window, adapters, onChange, signal, now = () => performance.now() }: WatchOptions): Watcher {
  const { document } = window;
  const growth = new Growth();
  const known = new WeakMap<Element, Tracked>();
  const finals = new Set<string>();
  const memory = new Memory(document, adapters);
  const changes = new Changes(known, growth, now, {
    grew: () => plan(0),
    inside: (grows) => (settleTimer ??= setTimeout(settle, grows ? steady : soon)),
    outside,
  });
  let deepUntil = 0;
  let thread: Thread | null = null;
  let tracked: Tracked[] = [];
  let groups: Tracked[][] = [];
  let roots: (Document | ShadowRoot)[] = [document];
  let current: PageView = emptyView;
  let told = '';
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let lookCost = 0;
  let lookedAt = -Infinity;
  const later = unasked.map((wait) => setTimeout(look, wait));

  signal.addEventListener('abort', () => {
    changes.stop();
    for (const timer of [...later, lookTimer, settleTimer]) clearTimeout(timer);
  });
  for (const type of ['submit', 'keydown', 'click'] as const) {
    // A person writes or asks: what follows may stream, and what they used may have grown a shadow root.
    window.addEventListener(type, () => plan(1000), { signal, capture: true, passive: true });
  }
  // A list that loads as it is scrolled: nothing else tells that its top was reached.
  window.addEventListener('scroll', () => memory.unsure && plan(1000), { signal, capture: true, passive: true });
  look();
  return {
    view() {
      changes.flush();
      settle();
      return current;
    },
    refresh: look,
    now(answer) {
      changes.flush();
      look();
      return current.answers.find(({ element }) => element === answer.element) ?? null;
    },
  };

  /** Text is listened to while a conversation is there or may be beginning, growth only while names alone do not say who speaks. */
  function listen(): void {
    const sure = thread !== null && tracked.length > 0 && (thread.kind === 'adapter' || (isSure(thread) && thread.by === 'pair'));
    changes.listen(roots, thread === null && now() >= deepUntil ? 'added' : sure ? 'text' : 'growth');
  }

  function outside(): void {
    if (thread === null && now() >= deepUntil) {
      deepUntil = now() + armed;
      listen();
    }
    plan(soon);
  }

  /** A look after `wait`, later where looks are dear. */
  function plan(wait: number): void {
    if (lookTimer !== undefined) return;
    const rest = Math.max(wait, lookedAt + lookCost * share - now());
    lookTimer = setTimeout(look, rest);
  }

  /** Finds the conversation again. */
  function look(): void {
    clearTimeout(lookTimer);
    lookTimer = undefined;
    if (signal.aborted) return;
    const begun = now();
    ({ thread, roots } = findThread(document, adapters, growth));
    groups = split(thread?.speeches ?? [], roots).map((speeches) => speeches.map((speech) => trackedOf(speech, begun)));
    const next = groups.flat();
    // What is no message any more must not catch changes around it.
    const kept = new Set(next);
    for (const old of tracked) {
      if (kept.has(old)) continue;
      old.left();
      if (known.get(old.speech.message) === old) known.delete(old.speech.message);
    }
    tracked = next;
    listen();
    remember();
    lookedAt = now();
    lookCost = lookedAt - begun;
    settle();
  }

  function trackedOf(speech: Speech, at: number): Tracked {
    // No tool has such an id; cut, it might be another's.
    if (speech.messageId && speech.messageId.length > longestId) speech.messageId = null;
    const before = known.get(speech.message);
    if (before?.is(speech)) {
      before.speech = speech;
      return before;
    }
    const fresh = new Tracked(speech, at);
    known.set(speech.message, fresh);
    return fresh;
  }

  /** Tells the conversations what is mounted. */
  function remember(): void {
    const again = memory.see(thread, groups, changes.addedAt, now());
    if (again !== null) plan(again);
  }

  /** Brings the states up to now, tells what changed, and sets the clock for the next. */
  function settle(): void {
    clearTimeout(settleTimer);
    settleTimer = undefined;
    if (signal.aborted) return;
    const at = now();
    // What has an id is looked at once more before it is finished: the id may come last, or be another one by now.
    const due = ({ speech, state, changed: then }: Tracked): boolean =>
      speech.role === 'assistant' && state === 'streaming' && then > lookedAt && then + quiet.marked <= at;
    if (tracked.some((one) => due(one) && (thread?.kind === 'adapter' || one.speech.messageId !== null))) return look();
    let again = Infinity;
    tracked.forEach((one, index) => {
      if (one.speech.role !== 'assistant') return;
      if (one.reopen()) plan(0);
      // A finished answer that is mounted again is finished; only fresh messages are worth the hash.
      if (one.fresh && finals.size > 0 && one.speech.mark() !== 'streaming' && finals.has(identity(tracked, index))) one.finish();
      // Only an adapter knows for sure in which order turns stand in the tree.
      const next = tracked[index + 1];
      const settled = one.settle(at, thread?.kind === 'adapter' && next?.speech.role === 'user' && next.chat === one.chat);
      if (settled.again !== null) again = Math.min(again, settled.again);
    });
    tell();
    if (again < Infinity) settleTimer = setTimeout(settle, Math.max(16, again));
  }

  function tell(): void {
    const isNew = sketch() !== told;
    if (isNew) remember();
    current =
      thread && tracked.length > 0
        ? viewOf(thread, tracked, () => changes.flush())
        : { ...emptyView, score: thread?.score ?? 0, reasons: thread?.reasons ?? [] };
    if (isNew) {
      told = sketch();
      onChange(current);
    }
    for (const { state, knownId } of tracked) if (state === 'final' && knownId) finals.add(knownId);
  }

  /** What tells one view from another. The conversation may get its address when all else stands still. */
  function sketch(): string {
    const states = tracked.map((one) => [one.serial, one.speech.messageId, one.state === 'final' ? -one.version : one.changed]);
    const addresses = groups.map(([first]) => first?.chat?.url);
    return JSON.stringify([thread?.surface, thread?.site, thread?.score, document.location.href, addresses, states]);
  }
}
