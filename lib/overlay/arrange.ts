/** Places the marks of all answers near the window together: in lines, clear of each other, of the site's bars and of what lies there. */
import type { Rect } from '../model/inspection.ts';
import { barsOver, withoutBars } from './bars.ts';
import { overlap } from './boxes.ts';
import { Columns, type Sides } from './columns.ts';
import { isFree } from './free.ts';
import { boxesOf, surroundingsOf, type Boxes, type Followed, type Surroundings } from './measure.ts';
import { fits, isInView, markSize, placeAt, spotsOf, type Measured, type Place, type Spot } from './place.ts';

/** A followed answer and what is remembered of it between frames. */
export interface Item extends Followed {
  /** Its place among the answers. */
  ordinal: number;
  /** Its blocks that are near the window. */
  shown: Set<Element>;
  around: Surroundings | null;
  /** Which of its spots was free, and in which measures; -1: none. */
  choice: { key: string; index: number } | null;
  sides: Sides | null;
}

/** In windows up to this, px, a rail is a bar at the bottom. */
const narrow = 360;
/** Frames between two looks for bars while something moves. */
const every = 8;

type Drawn = Boxes & { item: Item; around: Surroundings };

/**
 * Places for these items, in document order; those out of view have none. `resting`: nothing moves, so it is time to look again what
 * lies at their spots, which costs hit tests.
 */
export function createArrange(window: Window & typeof globalThis, host: Element) {
  const columns = new Columns();
  const bars = new WeakMap<object, { found: Element[]; round: number }>();
  let round = 0;
  let rests = false;
  const fingers = window.matchMedia('(pointer: coarse)');

  return (items: Item[], resting: boolean): Map<string, Place> => {
    const viewport = viewportOf(window);
    const drawn = items.flatMap((item): Drawn[] => {
      if (resting || !item.around) item.around = surroundingsOf(item);
      const boxes = boxesOf(item, item.around, viewport);
      return boxes ? [{ ...boxes, item, around: item.around }] : [];
    });
    remember(drawn);
    round++;
    rests = resting;
    const chosen: { spot: Spot; measured: Measured; item: Item }[] = [];
    for (const one of drawn) {
      if (!isInView(one)) continue;
      const measured = measure(one, drawn);
      const spot = isInView(measured)
        ? choose(
            one,
            measured,
            resting,
            chosen.map(({ spot: mark }) => mark),
          )
        : null;
      if (spot) chosen.push({ spot, measured, item: one.item });
    }
    const sheet = fingers.matches || viewport.width <= narrow;
    return new Map(
      chosen.map(({ spot, measured, item }) => {
        const marks = chosen.filter((other) => other.item !== item).map((other) => other.spot);
        const texts = drawn.filter((other) => other.item !== item).map(({ block }) => block);
        return [item.id, placeAt(spot, measured, { marks, texts, sheet })];
      }),
    );
  };

  function remember(drawn: Drawn[]): void {
    for (const { item, sides, clip, around } of drawn) {
      const changed = item.sides !== null && Math.abs(item.sides.end - sides.end) > 1;
      columns.add(around.scrollers[0] ?? window, clip.width, sides, changed);
      item.sides = sides;
    }
    // Again, for what a changed one made forgotten.
    for (const { sides, clip, around } of drawn) columns.add(around.scrollers[0] ?? window, clip.width, sides, false);
  }

  function measure({ item, around, sides, ...boxes }: Drawn, drawn: Drawn[]): Measured {
    const scroller = around.scrollers[0] ?? null;
    const { block, clip } = boxes;
    const { rtl, line } = around;
    const end = columns.endOf(scroller ?? window, sides);
    const columnEnd = rtl ? clip.x + clip.width - end : clip.x + end;
    const gutter = columnEnd + (rtl ? -markSize : markSize);
    const found = barsOf(scroller, () => barsOver(clip, [block.x + block.width / 2, gutter], item.blocks[0]!, scroller, host));
    const free = withoutBars(clip, found);
    const beside = drawn.some((other) => other.item !== item && isBeside(other.bubble, boxes.bubble));
    return { ...boxes, clip: free, columnEnd, line, beside, rtl };
  }

  /** Bars come seldom and are looked for seldom; where they stand is read in each frame. */
  function barsOf(scroller: Element | null, find: () => Element[]): Element[] {
    const known = bars.get(scroller ?? window);
    if (known && (known.round === round || !(rests || round - known.round >= every))) return known.found;
    const found = find();
    bars.set(scroller ?? window, { found, round });
    return found;
  }

  function choose({ item, around }: Drawn, measured: Measured, resting: boolean, marks: Rect[]): Spot | null {
    const spots = spotsOf(measured);
    const { block, clip, row, beside, columnEnd } = measured;
    const fitting = spots.map((spot) => fits(spot, clip, marks));
    if (!fitting.includes(true)) return null;
    // Whether the best one is in view counts: an answer that comes into view would else keep what it had with its first line.
    const key = [block.width, clip.width, row !== null, beside, columnEnd - clip.x, fitting[0]].join();
    if (resting || item.choice?.key !== key) {
      const bar = around.row[0]?.parentElement;
      const rooms = bar ? [...item.blocks, bar] : item.blocks;
      item.choice = { key, index: spots.findIndex((spot, at) => fitting[at] && isFree(spot, rooms, host)) };
    }
    const { index } = item.choice;
    return fitting[index] ? (spots[index] ?? null) : null;
  }
}

/** Two variants next to each other. */
function isBeside(one: Rect, other: Rect): boolean {
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return shared > Math.min(one.height, other.height) / 2 && overlap(one, other) === null;
}

/** What a person sees of the page: less than the layout's viewport while they pinch, or while a keyboard is on the screen. */
function viewportOf({ visualViewport, document, innerHeight }: Window): Rect {
  if (!visualViewport) return { x: 0, y: 0, width: document.documentElement.clientWidth, height: innerHeight };
  const { offsetLeft, offsetTop, width, height } = visualViewport;
  return { x: offsetLeft, y: offsetTop, width, height };
}
