/** What a person has selected in an answer, also inside open shadow roots. */
import type { TextMap } from '../model/view.ts';

/** A selection as composed ranges know it; `getRangeAt` is retargeted to the host and collapsed inside shadow roots. */
interface Composed {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}

/**
 * Offsets of the current selection in the answer's text (UTF-16 units, end exclusive), or null when it does not
 * touch the answer. `within` is any element of the answer: the shadow roots around it are looked into.
 * A selection that goes beyond the answer is cut to it.
 */
export function selected(document: Document, within: Element, map: TextMap, length: number): { start: number; end: number } | null {
  const range = rangeOf(document, within);
  if (!range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset)) return null;
  const start = map.offset(range.startContainer, range.startOffset, 'start');
  const end = map.offset(range.endContainer, range.endOffset);
  if (start === null && end === null) {
    // Both ends outside: the whole answer if it lies between them, else nothing.
    return length > 0 && isAround(range, within) ? { start: 0, end: length } : null;
  }
  const from = start ?? 0;
  const to = end ?? length;
  return from < to ? { start: from, end: to } : null;
}

function rangeOf(document: Document, within: Element): StaticRange | Range | null {
  const selection = document.getSelection();
  if (!selection) return null;
  const shadowRoots = rootsAround(within);
  const composed = (selection as Composed).getComposedRanges?.({ shadowRoots });
  if (composed?.[0]) return composed[0];
  return selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

/** The shadow roots that the element stands in, innermost first. */
export function rootsAround(element: Element): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  return roots;
}

function isAround(range: StaticRange | Range, within: Element): boolean {
  let at: Node = within;
  while (at.getRootNode() !== range.startContainer.getRootNode()) {
    const root = at.getRootNode();
    if (!(root instanceof ShadowRoot)) return false;
    at = root.host;
  }
  const live = at.ownerDocument!.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const inside = at.ownerDocument!.createRange();
  inside.selectNode(at);
  return live.compareBoundaryPoints(Range.START_TO_START, inside) <= 0 && live.compareBoundaryPoints(Range.END_TO_END, inside) >= 0;
}
