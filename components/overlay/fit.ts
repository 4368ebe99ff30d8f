/** Where a panel goes: under its anchor, over it where there is more room, always inside the window. */
import type { Rect } from '../../lib/model/inspection.ts';

const margin = 8;
const gap = 6;
/** A panel is not made lower than this, px: rather it covers its anchor. */
const least = 160;

/** The place of a panel, CSS pixels of the viewport; `height` is what there is room for; null: for all of it. */
export interface Fit {
  x: number;
  y: number;
  height: number | null;
  isBelow: boolean;
}

/** What a person sees of the window: less than all while they pinch, or while a keyboard is on the screen. */
export function seen({ visualViewport, innerWidth, innerHeight }: Window): Rect {
  if (!visualViewport) return { x: 0, y: 0, width: innerWidth, height: innerHeight };
  const { offsetLeft, offsetTop, width, height } = visualViewport;
  return { x: offsetLeft, y: offsetTop, width, height };
}

/**
 * Flush with the anchor where reading begins: at its left, or at its right if `rtl`. What was below or above it already (`before`) stays
 * there when it grows, or what a person reads or types would jump; it goes over only where it has no room at all.
 */
export function fit(anchor: Rect, size: { width: number; height: number }, view: Rect, rtl = false, before: Fit | null = null): Fit {
  const top = view.y + margin;
  const bottom = view.y + view.height - margin;
  const below = anchor.y + anchor.height + gap;
  const roomBelow = bottom - Math.max(below, top);
  const roomAbove = Math.min(anchor.y - gap, bottom) - top;
  const better = size.height <= roomBelow || (size.height > roomAbove && roomBelow >= roomAbove);
  const stays = before !== null && (before.isBelow ? roomBelow : roomAbove) >= Math.min(least, size.height);
  const isBelow = stays ? before.isBelow : better;
  const room = isBelow ? roomBelow : roomAbove;
  const height = Math.min(size.height, Math.max(room, Math.min(least, bottom - top)));
  const y = isBelow ? below : anchor.y - gap - height;
  const x = rtl ? anchor.x + anchor.width - size.width : anchor.x;
  return {
    x: Math.max(view.x + margin, Math.min(x, view.x + view.width - margin - size.width)),
    y: Math.max(top, Math.min(y, bottom - height)),
    height: height < size.height ? height : null,
    isBelow,
  };
}
