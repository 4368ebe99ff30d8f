/**
 * The one watcher of a frame. A page without a conversation costs one pass and one observer of added nodes; a streaming
 * answer costs a look up the tree for each batch of changes, and its text is read when somebody asks.
 */
import type { SiteAdapter } from '../model/site.ts';
import type { PageView, Watcher } from '../model/view.ts';
import { messageAround, Tracked } from './answers.ts';
import { findThread } from './find.ts';
import { isSure } from './generic.ts';
import { Growth } from './growth.ts';
import { hasElement } from './shown.ts';
import type { Thread } from './thread.ts';
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
/** Changes looked at in one batch; more than that is no stream. */
const batch = 400;

/** Watches a frame until the signal ends it. */
export function watch({ window, adapters, onChange, signal, now = () => performance.now() }: WatchOptions): Watcher {
  const { document } = window;
  const growth = new Growth();
  const known = new WeakMap<Element, Tracked>();
  const finals = new Set<string>();
  const observer = new MutationObserver(changed);
  let observed = new WeakSet<Node>();
  let deep = false;
  let deepUntil = 0;
  let thread: Thread | null = null;
  let tracked: Tracked[] = [];
  let roots: (Document | ShadowRoot)[] = [document];
  let current: PageView = emptyView;
  let told = '';
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let clockTimer: ReturnType<typeof setTimeout> | undefined;
  let clock = 0;
  let lookCost = 0;
  let lookedAt = -Infinity;
  const later = unasked.map((wait) => setTimeout(look, wait));

  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const timer of [...later, lookTimer, settleTimer, clockTimer]) clearTimeout(timer);
  });
  for (const type of ['submit', 'keydown', 'click'] as const) {
    // A person writes or asks: what follows may stream, and what they used may have grown a shadow root.
    window.addEventListener(type, () => plan(1000), { signal, capture: true, passive: true });
  }
  look();
  return {
    view: () => current,
    refresh: look,
  };

  /** Observes all open roots; text changes too while a conversation is there or may be beginning. */
  function observe(): void {
    const wanted = thread !== null || now() < deepUntil;
    if (wanted !== deep) {
      observer.disconnect();
      observed = new WeakSet();
      deep = wanted;
    }
    for (const root of roots) {
      if (observed.has(root)) continue;
      observed.add(root);
      observer.observe(root, { childList: true, subtree: true, ...(deep ? { characterData: true, characterDataOldValue: true } : {}) });
    }
  }

  function changed(records: MutationRecord[]): void {
    const sure = thread !== null && tracked.length > 0 && (thread.kind === 'adapter' || (isSure(thread) && thread.by === 'pair'));
    const at = sure ? coarse() : now();
    if (!sure && records.length <= batch && growth.feed(records, at)) plan(0);
    let grows = true;
    let outside = false;
    let inside = false;
    let last: Node | null = null;
    for (const record of records) {
      if (record.target === last) continue;
      last = record.target;
      const message = messageAround(record.target, known);
      if (message) {
        grows &&= message.state === 'streaming';
        message.touch(record.target, at);
        inside = true;
      } else if (record.type === 'childList') outside ||= hasElement(record.addedNodes) || hasElement(record.removedNodes);
    }
    if (inside) settleTimer ??= setTimeout(settle, grows ? steady : soon);
    if (!outside) return;
    if (!deep && at >= deepUntil) {
      deepUntil = at + armed;
      observe();
    }
    plan(soon);
  }

  /** The time of a change, up to 100 ms late: a clock for each batch would cost more than all else here. */
  function coarse(): number {
    if (clockTimer === undefined) {
      clock = now() + 100;
      clockTimer = setTimeout(() => (clockTimer = undefined), 100);
    }
    return clock;
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
    const found = findThread(document, adapters, growth);
    thread = found.thread;
    roots = found.roots;
    const next = (thread?.speeches ?? []).map((speech) => {
      const before = known.get(speech.message);
      if (before) {
        before.speech = speech;
        return before;
      }
      const fresh = new Tracked(speech, begun);
      known.set(speech.message, fresh);
      return fresh;
    });
    // What is no message any more must not catch changes around it.
    for (const old of tracked) if (!next.includes(old)) known.delete(old.speech.message);
    tracked = next;
    observe();
    lookedAt = now();
    lookCost = lookedAt - begun;
    settle();
  }

  /** Brings the states up to now, tells what changed, and sets the clock for the next. */
  function settle(): void {
    clearTimeout(settleTimer);
    settleTimer = undefined;
    if (signal.aborted) return;
    const at = now();
    let again = Infinity;
    tracked.forEach((one, index) => {
      if (one.speech.role !== 'assistant') return;
      // A finished answer that is mounted again is finished; only fresh messages are worth the hash.
      if (
        one.fresh &&
        finals.size > 0 &&
        one.speech.mark() !== 'streaming' &&
        finals.has(identity(document.location.origin, tracked, index))
      )
        one.finish();
      const settled = one.settle(at);
      if (settled.again !== null) again = Math.min(again, settled.again);
    });
    tell();
    if (again < Infinity) settleTimer = setTimeout(settle, Math.max(16, again));
  }

  function tell(): void {
    const view =
      thread && tracked.length > 0
        ? viewOf(document, thread, tracked, adapters)
        : { ...emptyView, score: thread?.score ?? 0, reasons: thread?.reasons ?? [] };
    const states = tracked.map(({ serial, state, changed: at, speech }) => [serial, speech.messageId, state === 'final' ? 0 : at]);
    const key = JSON.stringify([view.surface, view.site, view.score, document.location.href, states]);
    current = view;
    if (key !== told) {
      told = key;
      onChange(view);
    }
    for (const { state, knownId } of tracked) if (state === 'final' && knownId) finals.add(knownId);
  }
}
