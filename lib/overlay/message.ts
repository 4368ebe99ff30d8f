/** How the site draws the message that holds an answer: the bubble around its text, and the row of buttons under it. */
import type { Rect } from '../model/inspection.ts';
import { rectOf } from './boxes.ts';
import { boxOf, channels, isAround, parentOf } from './surroundings.ts';

/** A painted part that leaves more room than this beside its text, px, is a band across the column and no bubble. */
const band = 48;
/** The site's own small buttons: not higher than this, px, and at most so far below the text. */
const button = { height: 48, width: 220, below: 96 };
/** Centres that differ by less, px, are in one row. */
const level = 10;

/** The outermost painted element that closes around the answer's text; null: its text stands on the page itself. */
export function bubbleOf(blocks: Element[], message: Element): Element | null {
  const box = boxOf(blocks);
  const [first] = blocks;
  if (!box || !first) return null;
  let bubble: Element | null = null;
  for (let at: Element | null = first; at && isAround(message, at); at = parentOf(at)) {
    const around = at.getBoundingClientRect();
    if (around.right - box.x - box.width > band || box.x - around.left > band) continue;
    if (blocks.every((block) => isAround(at, block)) && isPainted(at)) bubble = at;
  }
  return bubble;
}

function isPainted(element: Element): boolean {
  const { backgroundColor, backgroundImage, boxShadow, borderTopWidth, borderTopColor } = getComputedStyle(element);
  const isSeen = (color: string): boolean => (channels(color)?.alpha ?? 0) > 0.02;
  return (
    isSeen(backgroundColor) ||
    backgroundImage !== 'none' ||
    boxShadow !== 'none' ||
    (Number.parseFloat(borderTopWidth) > 0 && isSeen(borderTopColor))
  );
}

/** The site's buttons in the first row below the text; empty where there is none. Those that show on hover only count as well. */
export function rowOf(blocks: Element[], message: Element): Element[] {
  const box = boxOf(blocks);
  if (!box) return [];
  const bottom = box.y + box.height;
  const found: { element: Element; middle: number }[] = [];
  for (const element of message.querySelectorAll('button,[role=button]')) {
    const { top, width, height } = element.getBoundingClientRect();
    if (height < 12 || height > button.height || width > button.width || top < bottom - 6 || top > bottom + button.below) continue;
    if (!blocks.some((block) => isAround(block, element))) found.push({ element, middle: top + height / 2 });
  }
  const first = Math.min(...found.map(({ middle }) => middle));
  return found.filter(({ middle }) => middle - first < level).map(({ element }) => element);
}

/** The bubble's box, and never less than the text's. */
export function bubbleBox(bubble: Element | null, block: Rect): Rect {
  if (!bubble) return block;
  const box = rectOf(bubble.getBoundingClientRect());
  return box.width > 0 ? box : block;
}
