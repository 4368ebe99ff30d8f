/** Which elements have grown as a stream does: text that comes in pieces over time, which no person's message does. */
import { parentOf } from './shown.ts';

/** What was seen of one element's growth. */
interface Record {
  /** Units of text gained. */
  units: number;
  /** Looks at which it had gained. */
  steps: number;
  first: number;
  last: number;
}

/** Steps further apart (ms) are different messages. */
const pause = 4000;
/** At least so much, in so many steps, over so long (ms): the shortest streams of 46 kits have 9 steps over 1.2 s. */
const least = { units: 40, steps: 6, ms: 350 };
/** Elements above the text that may be the message. */
const levels = 14;

/** Watches text gain. Feed it each batch of mutation records. */
export class Growth {
  #records = new WeakMap<Element, Record>();
  /** Elements where text was last seen to grow, newest last. */
  #places: WeakRef<Element>[] = [];

  /** Notes one batch, at `now` (ms). Returns true if some element has just turned out to be growing. */
  feed(records: readonly MutationRecord[], now: number): boolean {
    const gained = new Map<Element, number>();
    for (const record of records) {
      const target = record.type === 'characterData' ? parentOf(record.target) : (record.target as Element);
      if (!target || target.nodeType !== 1 || target.closest('[contenteditable=true],textarea,[role=textbox]')) continue;
      gained.set(target, (gained.get(target) ?? 0) + gain(record));
      if (record.type === 'childList') this.#inherit(record);
    }
    let found = false;
    const above = new Map<Element, number>();
    for (const [target, units] of gained) {
      if (units <= 0) continue;
      let at: Element | null = target;
      for (let up = 0; at && up < levels; up++, at = parentOf(at)) above.set(at, (above.get(at) ?? 0) + units);
    }
    for (const [element, units] of above) found = this.#note(element, units, now) || found;
    for (const [target, units] of gained) if (units > 0) this.#remember(target);
    return found;
  }

  /** Has this element streamed? */
  readonly grew = (element: Element): boolean => {
    const record = this.#records.get(element);
    return record !== undefined && record.units >= least.units && record.steps >= least.steps && record.last - record.first >= least.ms;
  };

  /** Elements where text grew lately and that are still there, newest first. */
  places(): Element[] {
    return this.#places
      .flatMap((ref) => ref.deref() ?? [])
      .filter((element) => element.isConnected)
      .toReversed();
  }

  #note(element: Element, units: number, now: number): boolean {
    const record = this.#records.get(element) ?? { units: 0, steps: 0, first: now, last: -Infinity };
    const before = this.grew(element);
    if (!before && now - record.last > pause && record.steps > 0) Object.assign(record, { units: 0, steps: 0, first: now });
    record.units += units;
    // Several batches in one frame are one step to the eye.
    if (now - record.last >= 15) record.steps++;
    record.last = now;
    this.#records.set(element, record);
    return !before && this.grew(element);
  }

  /** A node that takes another's place while it streams takes over what was seen of it. */
  #inherit(record: MutationRecord): void {
    const added = [...record.addedNodes].filter((node): node is Element => node.nodeType === 1);
    const removed = [...record.removedNodes].filter((node): node is Element => node.nodeType === 1);
    for (const gone of removed) {
      const known = this.#records.get(gone);
      const heir = added.find((node) => node.localName === gone.localName) ?? this.#lost.get(record.target);
      if (known && heir && !this.#records.has(heir)) this.#records.set(heir, known);
      else if (known) this.#gone.set(record.target, known);
    }
    for (const heir of added) {
      const known = this.#gone.get(record.target);
      if (known && !this.#records.has(heir)) {
        this.#records.set(heir, known);
        this.#gone.delete(record.target);
      } else this.#lost.set(record.target, heir);
    }
  }

  /** Removed under this parent and not yet replaced; added under it and not yet an heir. */
  #gone = new WeakMap<Node, Record>();
  #lost = new WeakMap<Node, Element>();

  #remember(target: Element): void {
    if (this.#places.at(-1)?.deref() === target) return;
    this.#places.push(new WeakRef(target));
    if (this.#places.length > 12) this.#places.shift();
  }
}

function gain(record: MutationRecord): number {
  if (record.type === 'characterData') return ((record.target as Text).data ?? '').length - (record.oldValue ?? '').length;
  // Whole boxes that are added without taking another's place are messages arriving, not one being written.
  if (
    record.removedNodes.length === 0 &&
    [...record.addedNodes].every((node) => node.nodeType === 1 && box.test((node as Element).localName))
  )
    return 0;
  let units = 0;
  for (const node of record.addedNodes) units += textLength(node);
  for (const node of record.removedNodes) units -= textLength(node);
  return units;
}

const box = /^(div|section|article|li|main|.*-.*)$/;
const textLength = (node: Node): number => (node.nodeType === 1 || node.nodeType === 3 ? (node.textContent ?? '').length : 0);
