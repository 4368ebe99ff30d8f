/** Which way a mark's rail opens, from rectangles alone: where there is room, and over text only where there is no other way. */
import type { Rect } from '../model/inspection.ts';
import { overlap } from './boxes.ts';

/** Eight buttons of 28 px, 1 px between those of a group, 4 px between four groups, padding and border: see rail.css. */
export const railLength = 248;
/** One button, padding and border. */
export const railWidth = 36;
/** Between mark and rail. */
const gap = 4;
/** Between a rail and the edge of what is visible. */
const margin = 4;
/** What is said of an act, beyond the open rail, with its gap: one line, or words over words where a rail goes down. */
const said = { row: 34, down: 52 };
/** A bar for fingers: buttons of 44 px, as platforms ask for. */
const sheet = { width: 8 * 44 + 24, height: 56, margin: 8 };

/** Along the gutter, beside the mark in reading direction or against it, as a row under or over it, or as a bar at the bottom. */
export type Open = 'down' | 'end' | 'start' | 'below' | 'above' | 'sheet';

type Way = Exclude<Open, 'sheet'>;

/** Where a mark stands: the rail of one in a gutter goes another way than that of one in a row of buttons. */
export type SpotKind = 'gutter' | 'row' | 'below' | 'corner';

/** All boxes as read from left to right. */
interface Asked {
  mark: Rect;
  spot: SpotKind;
  /** The answer's own text. */
  block: Rect;
  clip: Rect;
  /** Never covered. */
  marks: Rect[];
  /** Covered only where it must be. */
  texts: Rect[];
  sheet: boolean;
}

/** In the order of preference; a gutter beside a tall answer is long enough for the rail. */
const orders: Record<SpotKind | 'tall', Way[]> = {
  tall: ['down', 'end', 'below', 'above', 'start'],
  gutter: ['end', 'down', 'below', 'above', 'start'],
  row: ['end', 'start', 'below', 'above', 'down'],
  below: ['end', 'below', 'above', 'start', 'down'],
  corner: ['end', 'below', 'above', 'down', 'start'],
};

/**
 * The first way that covers the least text, and has room for what is said of an act as well: under the rail, else over it, `above`. A
 * sheet where none fits.
 */
export function openRail(asked: Asked): { open: Open; rail: Rect; above: boolean } {
  const { mark, spot, block, clip, marks, texts } = asked;
  const tall = spot === 'gutter' && Math.min(block.y + block.height, clip.y + clip.height) - mark.y >= mark.height + railLength;
  let best: ReturnType<typeof openRail> | null = null;
  let least = Infinity;
  for (const open of asked.sheet ? [] : orders[tall ? 'tall' : spot]) {
    const rail = boxOf(open, mark, clip);
    const room = said[open === 'down' ? open : 'row'];
    // Over a rail its mark may stand.
    const top = Math.min(mark.y, rail.y) - said.row;
    const above = open === 'above' || !isWithin({ ...rail, height: rail.height + room }, clip);
    if (above && !isWithin({ ...rail, y: top, height: rail.y + rail.height - top }, clip)) continue;
    if (marks.some((other) => overlap(other, rail))) continue;
    // What is being judged has to stay readable before all.
    const covers = 4 * shared(rail, block) + texts.reduce((sum, text) => sum + shared(rail, text), 0);
    if (covers < least) {
      best = { open, rail, above };
      least = covers;
    }
  }
  return best ?? { open: 'sheet', rail: sheetIn(asked), above: true };
}

function boxOf(open: Way, mark: Rect, clip: Rect): Rect {
  const off = (railWidth - mark.width) / 2;
  if (open === 'down') return { x: mark.x - off, y: mark.y + mark.height + gap, width: railWidth, height: railLength };
  const row = { width: railLength, height: railWidth };
  // Level with the mark, or nearly so at the edge of what is visible.
  const level = Math.max(clip.y + margin, Math.min(mark.y - off, clip.y + clip.height - margin - railWidth));
  if (open === 'end') return { x: mark.x + mark.width + gap, y: level, ...row };
  if (open === 'start') return { x: mark.x - gap - railLength, y: level, ...row };
  const y = open === 'below' ? mark.y + mark.height + gap : mark.y - gap - railWidth;
  // Flush with the mark on the side where it stands.
  const x = mark.x + mark.width / 2 > clip.x + clip.width / 2 ? mark.x + mark.width + off - railLength : mark.x - off;
  return { x: Math.max(clip.x + margin, Math.min(x, clip.x + clip.width - margin - railLength)), y, ...row };
}

/** At the bottom; over the answer where it would hide the mark that it belongs to. */
function sheetIn({ clip, mark, block }: Asked): Rect {
  const width = Math.min(sheet.width, clip.width - 2 * sheet.margin);
  const height = Math.min(sheet.height, clip.height - 2 * sheet.margin);
  const low = Math.round(clip.y + clip.height - sheet.margin - height);
  const over = Math.min(mark.y, block.y) - gap - height;
  return {
    x: Math.round(clip.x + (clip.width - width) / 2),
    y: mark.y + mark.height > low && over > clip.y ? over : low,
    width,
    height,
  };
}

function isWithin(box: Rect, clip: Rect): boolean {
  return (
    box.x >= clip.x + margin &&
    box.y >= clip.y + margin &&
    box.x + box.width <= clip.x + clip.width - margin &&
    box.y + box.height <= clip.y + clip.height - margin
  );
}

function shared(one: Rect, other: Rect): number {
  const both = overlap(one, other);
  return both ? both.width * both.height : 0;
}
