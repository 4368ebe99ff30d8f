/** Selectors gathered by what they find on a page. */
import { holds, order } from '../../capture/offsets.ts';
import { parentOf } from '../shown.ts';
import type { Trait } from './traits.ts';

export type Roots = readonly (Document | ShadowRoot)[];

/** Elements that the same selectors find, outermost only, in document order. */
export interface Group {
  found: Element[];
  /** Selectors that find exactly these, best first. */
  traits: Trait[];
  /** Units of text in the one that the person showed. */
  length: number;
  /** Share of the elements that stand as deep as that one, and are the same element. */
  alikeness: number;
}

/** More elements than this are no messages. */
const most = 2000;
/** Groups compared with each other on each side. */
const compared = 40;

/** Gathers what selectors find, by what they find. */
export class Groups {
  #groups = new Map<string, Group>();
  #numbers = new WeakMap<Element, number>();
  #count = 0;
  #tried = new Set<string>();

  constructor(
    readonly roots: Roots,
    readonly shown: Element,
    readonly length: (element: Element) => number,
    /** By the clock of `performance.now()`: after it nothing more is tried, unless it must be. */
    readonly deadline: number,
  ) {}

  add(element: Element, traits: readonly Trait[], must: boolean): void {
    for (const trait of traits) {
      if (!must && performance.now() > this.deadline) return;
      if (this.#tried.has(trait.select)) continue;
      this.#tried.add(trait.select);
      const found = this.#find(trait.select);
      const shown = found.find((one) => holds(one, this.shown));
      // It must be about this element, not about one around it that happens to share the mark.
      if (shown !== element) continue;
      const key = found.map((one) => this.#number(one)).join();
      const group = this.#groups.get(key);
      if (group) {
        group.traits.push(trait);
        group.traits.sort((one, other) => one.cost - other.cost);
      } else this.#groups.set(key, { found, traits: [trait], length: this.length(element), alikeness: alikeness(found, element) });
    }
  }

  all(): Group[] {
    return [...this.#groups.values()].sort((one, other) => one.traits[0]!.cost - other.traits[0]!.cost).slice(0, compared);
  }

  /** As the adapter engine does it: outermost, not hidden, with words. */
  #find(select: string): Element[] {
    const found: Element[] = [];
    for (const root of this.roots) {
      const all = root.querySelectorAll(select);
      if (all.length > most) return [];
      for (const element of all) {
        if (!found.at(-1)?.contains(element) && !element.closest('[aria-hidden=true],[hidden]') && this.length(element) > 0)
          found.push(element);
      }
    }
    return found.sort(order);
  }

  #number(element: Element): number {
    const known = this.#numbers.get(element) ?? ++this.#count;
    this.#numbers.set(element, known);
    return known;
  }
}

function alikeness(found: readonly Element[], shown: Element): number {
  const kind = (element: Element): string => {
    let depth = 0;
    for (let at = parentOf(element); at; at = parentOf(at)) depth++;
    return `${element.localName} ${depth}`;
  };
  const wanted = kind(shown);
  return found.filter((element) => kind(element) === wanted).length / found.length;
}
