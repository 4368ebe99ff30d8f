/** Arithmetic with boxes. */
import type { Rect } from '../model/inspection.ts';

/** What two boxes share; null where they share nothing. */
export function overlap(one: Rect, other: Rect): Rect | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** From right to left is from left to right in a mirror that stands at 0. */
export const mirror = <T extends Rect>(box: T): T => ({ ...box, x: -box.x - box.width });

/** The box of what is drawn. */
export function rectOf({ left, top, width, height }: DOMRectReadOnly): Rect {
  return { x: left, y: top, width, height };
}
