/** Bars of the site that lie over a scroller: sticky headers, a composer. A mark stands below the one and above the other. */
import type { Rect } from '../model/inspection.ts';
import { elementAt } from './free.ts';
import { isAround, parentOf } from './surroundings.ts';

/** Bars on top of each other that are looked for at each end. */
const most = 3;
/** So far, px, a bar may stand from the edge and still be taken for standing at it. */
const slack = 4;

/**
 * The bars at both ends of a clip, tested at these x. `block` is an answer in it, `scroller` what scrolls it (null: the page). Each
 * point is a hit test, which walks through all messages: not for every frame.
 */
export function barsOver(clip: Rect, xs: number[], block: Element, scroller: Element | null, host: Element): Element[] {
  const found = new Set<Element>();
  for (const x of xs) {
    if (x < clip.x || x > clip.x + clip.width) continue;
    for (const side of [1, -1]) {
      for (let round = 0; round < most; round++) {
        const free = withoutBars(clip, [...found]);
        const bar = barAt(x, side > 0 ? free.y + 2 : free.y + free.height - 2, block, scroller, host);
        if (!bar || found.has(bar)) break;
        found.add(bar);
      }
    }
  }
  return [...found];
}

/** What these bars, as they stand now, leave of a clip. What covers more than half of it is no bar. */
export function withoutBars(clip: Rect, bars: Element[]): Rect {
  let top = clip.y;
  let bottom = clip.y + clip.height;
  const middle = clip.y + clip.height / 2;
  const boxes = bars.map((bar) => bar.getBoundingClientRect()).toSorted((one, other) => one.top - other.top);
  for (const box of boxes) if (box.height > 0 && box.top <= top + slack && box.bottom <= middle) top = Math.max(top, box.bottom);
  for (const box of boxes.toReversed())
    if (box.height > 0 && box.bottom >= bottom - slack && box.top >= middle) bottom = Math.min(bottom, box.top);
  return { ...clip, y: top, height: bottom - top };
}

/** The bar at a point: what does not scroll with the answer. */
function barAt(x: number, y: number, block: Element, scroller: Element | null, host: Element): Element | null {
  const hit = elementAt(block.ownerDocument, x, y, host);
  if (!hit || isAround(hit, block) || isAround(block, hit)) return null;
  const apart = scroller !== null && !isAround(scroller, hit);
  let bar: Element | null = null;
  for (let at: Element | null = hit; at && !isAround(at, block); at = parentOf(at))
    if (apart || /fixed|sticky/.test(getComputedStyle(at).position)) bar = at;
  return bar;
}
