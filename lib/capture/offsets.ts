/** The way between offsets in the normalised text and the text nodes that show it. */
import type { TextMap } from '../model/view.ts';

/** A run of a text node that went into the text. Where both lengths are equal, each unit maps to its own. */
export interface Run {
  node: Text;
  /** UTF-16 offsets in the node, end exclusive. */
  from: number;
  to: number;
  /** UTF-16 offsets in the normalised text, end exclusive. */
  start: number;
  end: number;
}

/** A map over runs in text order; `blocks` bound what counts as inside. */
export function textMap(runs: readonly Run[], blocks: readonly Element[]): TextMap {
  return {
    range(start, end) {
      if (end <= start) return null;
      const first = runs[firstIndex(runs, (run) => run.end > start)];
      if (!first?.node.isConnected) return null;
      const root = first.node.getRootNode();
      let at = firstIndex(runs, (run) => run.start >= end) - 1;
      // A range cannot cross a shadow boundary: it ends with the last run in the root where it begins.
      while (at >= 0 && (!runs[at]!.node.isConnected || runs[at]!.node.getRootNode() !== root)) at--;
      const last = runs[at];
      if (!last || last.end <= start) return null;
      const range = first.node.ownerDocument.createRange();
      try {
        range.setStart(first.node, inNode(first, Math.max(start, first.start)));
        range.setEnd(last.node, inNode(last, Math.min(end, last.end)));
      } catch {
        return null; // The page shortened the node after the walk.
      }
      return range.collapsed ? null : range;
    },
    offset(node, offset, side = 'end') {
      if (!blocks.some((block) => holds(block, node))) return null;
      if (runs.length === 0) return null;
      const at = firstIndex(runs, (run) => !endsBefore(run, node, offset));
      const run = runs[at];
      if (!run) return runs[runs.length - 1]!.end;
      if (run.node !== node) {
        // The end of a node's text is not yet what follows: a picture of an emoji may stand between.
        const before = runs[at - 1];
        return side === 'end' && before?.node === node ? before.end : run.start;
      }
      if (offset <= run.from) return run.start;
      return run.end - run.start === run.to - run.from ? run.start + offset - run.from : run[side];
    },
  };
}

const inNode = (run: Run, offset: number): number => {
  if (run.end - run.start === run.to - run.from) return run.from + offset - run.start;
  return offset >= run.end ? run.to : run.from;
};

/** The index of the first run for which `test` holds; runs for which it fails all come before. */
function firstIndex(runs: readonly Run[], test: (run: Run) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(runs[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Does the run lie wholly before the DOM point? */
const endsBefore = (run: Run, node: Node, offset: number): boolean =>
  run.node === node ? run.to <= offset : sideOf(run.node, node, offset) < 0;

/** Where a node lies of a DOM point: −1 wholly before it, 1 wholly after, 0 around it or with an end at it that is not known. */
export function sideOf(node: Node, container: Node, offset: number): number {
  if (node === container) return 0;
  // The child at the offset comes after the point; without one, everything inside the container is before it.
  const next = container.nodeType === Node.TEXT_NODE ? null : (container.childNodes[offset] ?? null);
  if (next) return holds(next, node) ? 1 : order(node, next);
  return holds(container, node) ? -1 : order(node, container);
}

/** Composed `contains`: through shadow roots, and counting a node as inside itself. */
export function holds(outer: Node, node: Node | null): boolean {
  for (let at = node; at; at = hostOf(at)) if (outer.contains(at)) return true;
  return false;
}

/** The element whose shadow root the node stands in, null in the page itself. */
export const hostOf = (node: Node): Node | null => {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** −1 if `a` comes before `b`, 1 if after, 0 if one holds the other; nodes in shadow roots count as standing in their host. */
export function order(a: Node, b: Node): number {
  if (a === b) return 0;
  const near = a.compareDocumentPosition(b);
  if (!(near & Node.DOCUMENT_POSITION_DISCONNECTED)) return sign(near);
  const hosts: Node[] = [];
  for (let at: Node | null = a; at; at = hostOf(at)) hosts.push(at);
  for (let other: Node | null = b; other; other = hostOf(other)) {
    const root = other.getRootNode();
    const same = hosts.find((host) => host.getRootNode() === root);
    if (!same) continue;
    return sign(same.compareDocumentPosition(other));
  }
  return 0;
}

function sign(relation: number): number {
  if (relation & (Node.DOCUMENT_POSITION_CONTAINS | Node.DOCUMENT_POSITION_CONTAINED_BY)) return 0;
  return relation & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : relation & Node.DOCUMENT_POSITION_PRECEDING ? 1 : 0;
}
