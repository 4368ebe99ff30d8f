/**
 * An adapter's selectors, used so that none can break the reading of a page: what the browser does not understand is
 * set aside and named, and open shadow roots are seen through in both directions.
 */
import { rootOf } from '../capture/roots.ts';
import { childrenOf } from '../capture/elements.ts';
import type { Hook, Layout, ValueHook } from '../model/site.ts';
import { parentOf, unseen } from './shown.ts';

/** A layout whose hooks the browser understands, and the selectors that it does not. */
export interface Sound {
  layout: Layout & Required<Pick<Layout, 'turn' | 'thinking' | 'errors' | 'variant'>>;
  broken: string[];
}

const checked = new WeakMap<Layout, Sound>();
const veil = '[aria-hidden=true]';
const hidden = '[hidden]';

/** Sets aside the hooks that the browser does not understand. Done once for each layout. */
export function soundOf(layout: Layout, document: Document): Sound {
  const known = checked.get(layout);
  if (known) return known;
  const broken: string[] = [];
  const all = { turn: [], thinking: [], errors: [], variant: [], ...layout };
  const sound = Object.entries(all).map(([name, hooks]) => [
    name,
    Array.isArray(hooks) && name !== 'query' ? understood(hooks as Hook[], document, broken) : hooks,
  ]);
  const made = { layout: Object.fromEntries(sound) as Sound['layout'], broken };
  checked.set(layout, made);
  return made;
}

/** The hooks without those that the browser does not understand; the selectors of these are added to `broken`. */
export function understood<H extends Hook>(hooks: readonly H[], document: Document, broken: string[] = []): H[] {
  const probe = document.createDocumentFragment();
  return hooks.filter(({ select }) => {
    try {
      probe.querySelector(select);
      return true;
    } catch {
      broken.push(select);
      return false;
    }
  });
}

/** One selector for all hooks, or '' for none. */
export const anyOf = (...lists: readonly Hook[][]): string => lists.flatMap((hooks) => hooks.map(({ select }) => select)).join(',');

/** The outermost elements of a selector inside `outer`, in document order; if `deep`, in open shadow roots where light DOM has none. */
export function within(outer: ParentNode, select: string, deep: boolean): Element[] {
  const found: Element[] = [];
  for (const element of outer.querySelectorAll(select)) if (!found.at(-1)?.contains(element)) found.push(element);
  if (found.length > 0 || !deep) return found;
  const hosts = outer.nodeType === 1 ? [outer as Element, ...outer.querySelectorAll('*')] : outer.querySelectorAll('*');
  for (const host of hosts) {
    const root = rootOf(host);
    if (root) for (const element of within(root, select, true)) found.push(element);
  }
  return found;
}

/** The first of `within`. */
export const firstWithin = (outer: ParentNode, select: string, deep: boolean): Element | null =>
  outer.querySelector(select) ?? (deep ? (within(outer, select, true)[0] ?? null) : null);

/** `closest`, out of shadow roots too. '' matches nothing. */
export function closestOf(element: Element | null, select: string): Element | null {
  if (!select) return null;
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const found = at.closest(select);
    if (found) return found;
  }
  return null;
}

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/**
 * The outermost shown elements of one selector. A dialog hides all of the page behind it from assistive technology, and a copy for
 * measuring is hidden once more than the message: the least hidden ones count.
 */
export function shown(roots: readonly (Document | ShadowRoot)[], select: string): Element[] {
  const found: [element: Element, veils: number][] = [];
  let least = Infinity;
  for (const root of roots) {
    for (const element of root.querySelectorAll(select)) {
      if (found.at(-1)?.[0].contains(element)) continue;
      // Nearly none is hidden: one question for both.
      const away = closestOf(element, `${hidden},${veil}`);
      if (away && closestOf(away, hidden)) continue;
      const count = away ? countOf(away) : 0;
      least = Math.min(least, count);
      found.push([element, count]);
    }
  }
  return found.flatMap(([element, count]) => (count === least ? [element] : []));
}

/** How many elements around it, itself among them, hide an element from assistive technology. */
function countOf(element: Element): number {
  let count = 0;
  for (let at = closestOf(element, veil); at; at = closestOf(parentOf(at), veil)) count++;
  return count;
}

/** Does an element show a word or, if `pictures` count, an image outside of what is left out? Stops at the first. */
export function says(element: Element, leaveOut: string, pictures: boolean): boolean {
  const skip = `button,textarea,select,svg,${unseen}${leaveOut && ','}${leaveOut}`;
  const stack: Node[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeType === 3) {
      if ((node as Text).data.trim()) return true;
    } else if (node.nodeType === 1 && (node === element || !(node as Element).matches(skip))) {
      if (pictures && /^(IMG|VIDEO|CANVAS|PICTURE)$/.test((node as Element).tagName)) return true;
      const children = childrenOf(node as Element);
      for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!);
    }
  }
  return false;
}

/** The first value that the hooks find for one of the elements, trimmed and cut at 200 units. */
export function valueOf(elements: readonly Element[], hooks: readonly ValueHook[], deep: boolean): string | null {
  for (const { select, attribute, from } of hooks) {
    for (const element of elements) {
      const at =
        from === 'page'
          ? firstWithin(element.ownerDocument, select, deep)
          : from === 'up'
            ? closestOf(element, select)
            : element.matches(select)
              ? element
              : firstWithin(element, select, deep);
      const value = (attribute ? at?.getAttribute(attribute) : at?.textContent)?.trim();
      if (value) return value.replace(/\s+/g, ' ').slice(0, 200);
    }
  }
  return null;
}
