/** Where a range of text is drawn. */
import { edge } from '../anchor/describe.ts';
import type { Rect } from '../model/inspection.ts';

/** Beside its letters a passage still counts as pointed at, px. */
const reach = 2;

/** The end of a range's last line (no width), and whether its last letter is written to the left; null where nothing is drawn. */
export function endOf(range: Range): { rect: Rect; isRtl: boolean } | null {
  if (range.collapsed || !range.endContainer.isConnected) return null;
  const last = range.cloneRange();
  const { endContainer: node, endOffset } = range;
  let letter = '';
  if (node instanceof Text && endOffset > 0) {
    const from = edge(node.data, endOffset - 1, 'before');
    letter = node.data.slice(from, endOffset);
    last.setStart(node, from);
  }
  const line = drawn(last) ?? drawn(range);
  if (!line) return null;
  const isRtl = /\p{L}/u.test(letter)
    ? /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter)
    : isToLeft(node);
  return { rect: { x: isRtl ? line.left : line.right, y: line.top, width: 0, height: line.height }, isRtl };
}

/** Is one of its lines at this point of the viewport? */
export function holdsPoint(range: Range, x: number, y: number): boolean {
  if (range.collapsed || !range.startContainer.isConnected) return false;
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach,
  );
}

const drawn = (range: Range): DOMRect | undefined => [...range.getClientRects()].findLast(({ width, height }) => width > 0 && height > 0);

const isToLeft = (node: Node): boolean => {
  const element = node instanceof Element ? node : node.parentElement;
  return element !== null && getComputedStyle(element).direction === 'rtl';
};
