/** Where a panel goes: under its anchor, above it where it would leave the window at the bottom, always inside. */
import type { Rect } from '../../lib/model/inspection.ts';

const margin = 8;
const gap = 6;

/** The place of a drawn panel, CSS pixels of the viewport. */
export function fitBelow(anchor: Rect, panel: HTMLElement): { x: number; y: number } {
  const view = panel.ownerDocument.defaultView;
  return fit(
    anchor,
    { width: panel.offsetWidth, height: panel.offsetHeight },
    { width: view?.innerWidth ?? 0, height: view?.innerHeight ?? 0 },
  );
}

/** The same from numbers alone. */
export function fit(
  anchor: Rect,
  size: { width: number; height: number },
  viewport: { width: number; height: number },
): { x: number; y: number } {
  const below = anchor.y + anchor.height + gap;
  const above = anchor.y - size.height - gap;
  const lowest = viewport.height - margin - size.height;
  const y = below <= lowest || above < margin ? Math.min(below, lowest) : above;
  return { x: Math.max(margin, Math.min(anchor.x, viewport.width - margin - size.width)), y: Math.max(margin, y) };
}
