/** Where a mark stands, from rectangles alone. All numbers are CSS pixels relative to the viewport. */
import type { Rect } from '../model/inspection.ts';
import { mirror, overlap } from './boxes.ts';
import { openRail, type Open, type SpotKind } from './rail.ts';

export const markSize = 28;
/** Between a column and its marks. */
const gutter = 10;
/** Between a mark and what else it stands beside. */
const gap = 6;
/** Between a mark and the edge of what its scroller shows. */
const edge = 4;

/** What there is to know about one answer in one frame. */
export interface Measured {
  /** The box of its text. */
  block: Rect;
  /** What is painted around the text, a bubble; the block's own box where nothing is. */
  bubble: Rect;
  /** What its scrollers, the viewport and the site's bars over them leave visible. */
  clip: Rect;
  /** Where the conversation's column ends, in reading direction: one line for all marks, since bubbles differ in width. */
  columnEnd: number;
  /** The site's own buttons under the answer. */
  row: Rect | null;
  /** The height of a line: the mark is level with the first one. */
  line: number;
  /** Another answer stands next to it, so the gutter is not its own. */
  beside: boolean;
  rtl: boolean;
}

/** `x` and `y` are the mark's; the rail is what it opens to, which way and where. */
export interface Place {
  x: number;
  y: number;
  spot: SpotKind;
  open: Open;
  rail: Rect;
  /** What is said of an act stands over the open rail, else under it. */
  above: boolean;
}

/** One of the spots that `spotsOf` lists. */
export interface Spot extends Rect {
  spot: SpotKind;
}

/** What the others on the page ask for. */
export interface Neighbours {
  /** Marks of other answers: neither mark nor rail may lie on them. */
  marks: Rect[];
  /** Texts of other answers: a rail covers them only where it must. */
  texts: Rect[];
  /** The rail is a bar at the bottom: for fingers, and in narrow windows. */
  sheet: boolean;
}

/**
 * All spots for a mark in the order of preference (look/README.md): gutter, both ends of the site's row of buttons, below, and the
 * corners of the answer, outside of them first. The list has the same order for the same answer while `beside` and `row` stay.
 */
export function spotsOf(measured: Measured): Spot[] {
  if (measured.rtl) return spotsOf(mirrored(measured)).map(mirror);
  const { block, bubble, clip, columnEnd, row, line, beside } = measured;
  const bottom = block.y + block.height;
  const end = bubble.x + bubble.width;
  // Level with the first line, and in view as long as the answer is.
  const lift = (Math.min(line, block.height) - markSize) / 2;
  const wanted = Math.max(block.y + lift, Math.min(clip.y + edge, bottom - lift - markSize));
  const y = Math.max(wanted, Math.min(clip.y, bottom - markSize / 2));
  const at = (spot: SpotKind, x: number, top: number): Spot => ({ spot, x, y: top, width: markSize, height: markSize });
  const below = at('below', Math.max(bubble.x, clip.x + edge), Math.max(bubble.y + bubble.height, row ? row.y + row.height : 0) + edge);
  const level = row ? row.y + (row.height - markSize) / 2 : 0;
  return [
    ...(beside ? [below] : [at('gutter', columnEnd + gutter, y)]),
    ...(row ? [at('row', row.x + row.width + gap, level), at('row', row.x - gap - markSize, level)] : []),
    ...(beside ? [] : [below]),
    at('corner', end + edge, y),
    at('corner', bubble.x - edge - markSize, y),
    at('corner', end - markSize - 2, y),
    // Level with the last line, which is seldom full.
    at('corner', block.x + block.width - markSize - 2, bottom - lift - markSize),
  ];
}

/** True when at least a line's worth of the answer shows. */
export function isInView({ block, clip }: Pick<Measured, 'block' | 'clip'>): boolean {
  const shown = overlap(block, clip);
  return shown !== null && shown.width >= 4 && shown.height >= Math.min(4, block.height);
}

/** True when a spot lies in what is visible, clear of the marks that stand already. */
export function fits(spot: Rect, clip: Rect, marks: Rect[]): boolean {
  return (
    spot.x >= clip.x + 2 &&
    spot.x + spot.width <= clip.x + clip.width - 2 &&
    spot.y >= clip.y &&
    spot.y + spot.height <= clip.y + clip.height &&
    marks.every((mark) => overlap(mark, spot) === null)
  );
}

/** The place with everything that follows from the spot. */
export function placeAt(spot: Spot, measured: Measured, { marks, texts, sheet }: Neighbours): Place {
  const x = Math.round(spot.x);
  const y = Math.round(spot.y);
  const { block, clip, row, rtl } = measured;
  const read = <T extends Rect>(box: T): T => (rtl ? mirror(box) : box);
  const { rail, ...opened } = openRail({
    mark: read({ x, y, width: markSize, height: markSize }),
    spot: spot.spot,
    block: read(block),
    clip: read(clip),
    marks: marks.map(read),
    texts: (row ? [...texts, row] : texts).map(read),
    sheet,
  });
  return { x, y, spot: spot.spot, ...opened, rail: read(rail) };
}

const mirrored = (measured: Measured): Measured => ({
  ...measured,
  block: mirror(measured.block),
  bubble: mirror(measured.bubble),
  clip: mirror(measured.clip),
  columnEnd: -measured.columnEnd,
  row: measured.row && mirror(measured.row),
  rtl: false,
});
