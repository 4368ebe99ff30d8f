/** What a range covers of the nodes of a walk, through shadow roots, and never half of what a reader sees as one letter. */
import { hostOf, sideOf } from './offsets.ts';

/** What is covered of a node: UTF-16 offsets in a text node (0 and 0 in an element), or null for nothing. */
export type Cover = (node: Node) => { from: number; to: number; whole: boolean } | null;

/** Asked once for each node; `whole` says that the node's children need not be asked. A letter that is cut counts whole. */
export function coverOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Cover {
  const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const edge = (data: string, offset: number, up: boolean): number => {
    const letter = letters.segment(data).containing(offset);
    if (!letter || letter.index === offset) return offset;
    return up ? letter.index + letter.segment.length : letter.index;
  };
  const places: Places = new Map();
  const ofStart = sides(startContainer, startOffset, places);
  const ofEnd = sides(endContainer, endOffset, places);
  return (node) => {
    const first = ofStart(node);
    const last = ofEnd(node);
    if (first < 0 || last > 0) return null;
    if (node.nodeType !== 3) return { from: 0, to: 0, whole: first > 0 && last < 0 };
    const { data } = node as Text;
    const from = node === startContainer ? edge(data, startOffset, false) : 0;
    const to = node === endContainer ? edge(data, endOffset, true) : data.length;
    return to > from ? { from, to, whole: false } : null;
  };
}

/** Where the children of an element stand in it. */
type Places = Map<Node, Map<Node, number>>;

/**
 * `sideOf` for one point and many nodes. Siblings of what holds the point are counted once for each parent: browsers
 * count them anew for each comparison, which takes a page of 100,000 of them many seconds.
 */
function sides(container: Node, offset: number, places: Places): (node: Node) => number {
  const path = new Map<Node, Node | null>([[container, container.childNodes[offset] ?? null]]);
  for (let at: Node = container, up = at.parentNode ?? hostOf(at); up; at = up, up = at.parentNode ?? hostOf(at)) path.set(up, at);
  return (node) => {
    if (path.has(node)) return 0;
    const parent = node.parentNode;
    const next = parent && path.get(parent);
    // In a shadow tree, or put into a slot, order is another matter.
    if (next === undefined || parent!.nodeType !== 1 || (parent as Element).shadowRoot) return sideOf(node, container, offset);
    if (next === null) return -1;
    let known = places.get(parent!);
    if (!known) places.set(parent!, (known = new Map([...parent!.childNodes].map((child, index) => [child, index]))));
    return known.get(node)! < known.get(next)! ? -1 : 1;
  };
}
