/** What stands around an answer: its scrollers and its ground. Shadow roots are looked through. */
import type { Rect } from '../model/inspection.ts';

/** The parent in the flat sense: out of a shadow root to its host. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** The ancestors that scroll or clip, innermost first. Read once for an element: it costs a style each. */
export function scrollersOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = parentOf(element); at && at !== element.ownerDocument.documentElement; at = parentOf(at)) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (at !== element.ownerDocument.body && /auto|scroll|hidden|clip/.test(overflowX + overflowY)) found.push(at);
  }
  return found;
}

/** The box around all of them; null when none is drawn. */
export function boxOf(elements: Element[]): Rect | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const element of elements) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 && box.height === 0) continue;
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** What these scrollers leave visible of a box; their own scrollbars show nothing of it. */
export function clipOf(scrollers: Element[], within: Rect): Rect {
  let { x, y } = within;
  let right = x + within.width;
  let bottom = y + within.height;
  for (const scroller of scrollers) {
    const box = scroller.getBoundingClientRect();
    const { clientLeft, clientWidth, offsetWidth } = scroller as HTMLElement;
    x = Math.max(x, box.left + clientLeft);
    y = Math.max(y, box.top);
    right = Math.min(right, box.right - (offsetWidth - clientWidth - clientLeft));
    bottom = Math.min(bottom, box.bottom);
  }
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

/** True when `outer` holds the node, or is it; shadow roots are looked through. */
export function isAround(outer: Element, inner: Node): boolean {
  for (let at: Node | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** Whether an answer stands on a dark ground: the first background behind it that is not see-through; else what the system says. */
export function isDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const color = channels(getComputedStyle(at).backgroundColor);
    if (color && color.alpha > 0.5) return color.light < 0.5;
  }
  return (
    matchMedia('(prefers-color-scheme: dark)').matches &&
    getComputedStyle(element.ownerDocument.documentElement).colorScheme.includes('dark')
  );
}

/**
 * Lightness, 0 to 1, of a computed colour; null for what cannot be read. Browsers compute `oklch()`, `lab()` and `color()` as they
 * were written, and today's style sheets write them.
 */
export function channels(value: string): { light: number; alpha: number } | null {
  const [, form, inside] = value.match(/^([a-z]+)\(([^)]+)\)$/) ?? [];
  if (!form || !inside) return null;
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '');
  if (form === 'color') parts.shift();
  const [first = 0, second = 0, third = 0, alpha = 1] = parts.map(amount);
  if (parts.length < 3) return null;
  if (form === 'oklch' || form === 'oklab') return { light: first, alpha };
  if (form === 'lch' || form === 'lab') return { light: first / 100, alpha };
  // Rec. 709 weights.
  const light = 0.2126 * first + 0.7152 * second + 0.0722 * third;
  if (form === 'color') return { light, alpha };
  return form === 'rgb' || form === 'rgba' ? { light: light / 255, alpha } : null;
}

/** `none` is a channel that is not there: 0. */
const amount = (part: string): number => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number.parseFloat(part) || 0);
