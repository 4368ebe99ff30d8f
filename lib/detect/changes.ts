/** Hears what changes in a frame, and in which message: a look up the tree for each batch, nothing is read. */
import { messageAround, type Tracked } from './answers.ts';
import type { Growth } from './growth.ts';
import { hasElement } from './shown.ts';

/** What is listened to: added nodes; text as well; text with what it was before, to see what grows. */
export type Depth = 'added' | 'text' | 'growth';

/** Whom the changes are told. */
export interface Told {
  /** Something has just turned out to be growing. */
  grew(): void;
  /** Messages changed; `grows`: only such that are being written. */
  inside(grows: boolean): void;
  /** Nodes came or went outside of all messages. */
  outside(): void;
}

/** Changes looked at in one batch for growth; more than that is no stream. */
const batch = 400;

export class Changes {
  /** When (ms) nodes came or went last outside of all messages. */
  addedAt = -Infinity;
  #observer = new MutationObserver((records) => this.#take(records));
  #observed = new WeakSet<Node>();
  #depth: Depth = 'added';
  /** Where the last change was. */
  #lately: { target: Node | null; message: Tracked | null } = { target: null, message: null };
  #clock: { at: number; timer: ReturnType<typeof setTimeout> } | null = null;

  constructor(
    readonly known: WeakMap<Element, Tracked>,
    readonly growth: Growth,
    readonly now: () => number,
    readonly told: Told,
  ) {}

  /** Listens in these roots. Called after each look: messages may be others now. */
  listen(roots: readonly Node[], depth: Depth): void {
    this.#lately = { target: null, message: null };
    if (depth !== this.#depth) {
      // What was not told yet would be lost.
      this.flush();
      this.#observer.disconnect();
      this.#observed = new WeakSet();
      this.#depth = depth;
    }
    const text = depth === 'added' ? {} : { characterData: true, characterDataOldValue: depth === 'growth' };
    for (const root of roots) {
      if (this.#observed.has(root)) continue;
      this.#observed.add(root);
      this.#observer.observe(root, { childList: true, subtree: true, ...text });
    }
  }

  /** Takes in what has changed and was not told yet. */
  flush(): void {
    const records = this.#observer.takeRecords();
    if (records.length > 0) this.#take(records);
  }

  stop(): void {
    this.#observer.disconnect();
    clearTimeout(this.#clock?.timer);
  }

  #take(records: MutationRecord[]): void {
    const grown = this.#depth !== 'text' && records.length <= batch && this.growth.feed(records, this.now());
    const at = this.#coarse();
    let grows = true;
    let outside = false;
    let inside = false;
    let before: Node | null = null;
    for (const record of records) {
      const { target } = record;
      if (target === before) continue;
      before = target;
      // A stream writes into the same node for a while.
      if (target !== this.#lately.target) this.#lately = { target, message: messageAround(target, this.known) };
      const { message } = this.#lately;
      if (message) {
        grows &&= message.state === 'streaming';
        message.touch(target, at);
        inside = true;
      } else if (record.type === 'childList') outside ||= hasElement(record.addedNodes) || hasElement(record.removedNodes);
    }
    if (grown) this.told.grew();
    if (inside) this.told.inside(grows);
    if (!outside) return;
    this.addedAt = at;
    this.told.outside();
  }

  /** The time of a change, up to 100 ms late: a clock for each batch would cost more than all else here. */
  #coarse(): number {
    this.#clock ??= { at: this.now() + 100, timer: setTimeout(() => (this.#clock = null), 100) };
    return this.#clock.at;
  }
}
