/** Where a mark stands, from rectangles alone. All numbers are CSS pixels relative to the viewport. */
import type { Rect } from '../model/inspection.ts';

export const markSize = 28;
/** Between an answer and its mark. */
const gap = 10;
/** What the opened rail needs: four buttons of 28 px, gaps, padding. */
export const railLength = 132;

/** What there is to know about one answer in one frame. */
export interface Measured {
  /** The box of its text. */
  block: Rect;
  /** What its scrollers and the viewport leave visible. */
  clip: Rect;
  /** The right edge of the conversation column: one line for all marks, since bubbles differ in width. */
  columnRight: number;
  /** The left edge of the same. */
  columnLeft: number;
}

/** `open` is the way the rail goes: along the gutter, beside the mark to the end or to the start, or as a row below the answer. */
export interface Place {
  x: number;
  y: number;
  spot: 'gutter' | 'start' | 'below' | 'corner';
  open: 'down' | 'end' | 'below';
}

/** Places in the order of preference; `isFree` tells whether a box of the mark's size covers nothing of the site's. Null: not in view. */
export function placeMark(measured: Measured, isFree: (box: Rect, spot: Place['spot']) => boolean): Place | null {
  const { block, clip, columnRight, columnLeft } = measured;
  const bottom = block.y + block.height;
  const clipRight = clip.x + clip.width;
  const clipBottom = clip.y + clip.height;
  if (bottom <= clip.y + 4 || block.y >= clipBottom - 4 || block.x >= clipRight || block.x + block.width <= clip.x) return null;
  // It stays in view as long as its answer is.
  const y = Math.max(block.y, Math.min(clip.y + 4, bottom - markSize));
  if (y < clip.y || y + markSize > clipBottom) return null;
  const visibleBelow = Math.min(bottom, clipBottom) - y;
  const open = (x: number): Place['open'] =>
    visibleBelow >= markSize + railLength ? 'down' : clipRight - (x + markSize) >= railLength + 8 ? 'end' : 'below';

  const candidates: Place[] = [
    { x: columnRight + gap, y, spot: 'gutter', open: open(columnRight + gap) },
    { x: columnLeft - gap - markSize, y, spot: 'start', open: visibleBelow >= markSize + railLength ? 'down' : 'below' },
    { x: block.x, y: bottom + 4, spot: 'below', open: 'end' },
  ];
  for (const place of candidates) {
    const box = { x: place.x, y: place.y, width: markSize, height: markSize };
    if (box.x >= clip.x + 2 && box.x + markSize <= clipRight - 2 && box.y + markSize <= clipBottom && isFree(box, place.spot)) return place;
  }
  const x = Math.max(clip.x + 2, Math.min(block.x + block.width, clipRight) - markSize - 2);
  return { x, y, spot: 'corner', open: visibleBelow >= markSize + railLength ? 'down' : 'below' };
}
