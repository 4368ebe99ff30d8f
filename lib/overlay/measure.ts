/** Reads from the page what there is to know about one answer, most of it once, its boxes in each frame. */
import type { Rect } from '../model/inspection.ts';
import { overlap } from './boxes.ts';
import type { Sides } from './columns.ts';
import { bubbleBox, bubbleOf, rowOf } from './message.ts';
import { boxOf, clipOf, isAround, scrollersOf } from './surroundings.ts';

/** What is followed. */
export interface Followed {
  id: string;
  /** The elements that hold the answer's text. */
  blocks: Element[];
  /** The whole message: text, avatar, toolbar. */
  element: Element;
}

/** What changes rarely: it costs styles, and is read again when everything rests. */
export interface Surroundings {
  /** What clips this message alone, and what scrolls it with others; innermost first. */
  own: Element[];
  scrollers: Element[];
  bubble: Element | null;
  row: Element[];
  line: number;
  rtl: boolean;
}

/** The boxes of one answer in one frame. */
export interface Boxes {
  block: Rect;
  bubble: Rect;
  row: Rect | null;
  /** What its scrollers and the viewport leave visible. */
  clip: Rect;
  sides: Sides;
}

/** Higher than its message by no more than this, px, a clipping ancestor belongs to that message. */
const snug = 16;
/** What `line-height: normal` is in most fonts, times the font's size. */
const normal = 1.2;

export function surroundingsOf({ blocks, element }: Followed): Surroundings {
  const [first] = blocks;
  const all = first ? scrollersOf(first) : [];
  const { height } = element.getBoundingClientRect();
  const outer = all.findIndex((clipping) => {
    if (isAround(element, clipping)) return false;
    return clipping.scrollHeight > clipping.clientHeight + 1 || clipping.getBoundingClientRect().height > height + snug;
  });
  const cut = outer < 0 ? all.length : outer;
  const text = first && getComputedStyle(first);
  const page = getComputedStyle(element.parentElement ?? element);
  return {
    own: all.slice(0, cut),
    scrollers: all.slice(cut),
    bubble: bubbleOf(blocks, element),
    row: rowOf(blocks, element),
    line: (Number.parseFloat(text?.lineHeight ?? '') || Number.parseFloat(text?.fontSize ?? '') * normal || 0) * scaleOf(first),
    rtl: page.direction === 'rtl',
  };
}

/** How large the element's own pixels arrive in the window: pages zoom and scale. */
function scaleOf(element: Element | undefined): number {
  return element instanceof HTMLElement ? element.getBoundingClientRect().width / element.offsetWidth || 1 : 1;
}

/** Null: not drawn, or hidden in place, as in a folded part or another tab. */
export function boxesOf({ blocks }: Followed, { own, scrollers, bubble, row, rtl }: Surroundings, viewport: Rect): Boxes | null {
  if (!blocks.some((block) => block.checkVisibility({ visibilityProperty: true, opacityProperty: true }))) return null;
  const whole = boxOf(blocks);
  if (!whole) return null;
  const clip = clipOf(scrollers, viewport);
  const block = own.length > 0 ? overlap(whole, clipOf(own, whole)) : whole;
  if (!block) return null;
  const around = bubbleBox(bubble, block);
  const right = around.x + around.width;
  const begin = clip.x + (rtl ? clip.width : 0);
  const sides = rtl ? { start: begin - right, end: begin - around.x } : { start: around.x - begin, end: right - begin };
  return { block, bubble: around, row: boxOf(row), clip, sides };
}
