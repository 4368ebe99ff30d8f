/** Paths that Gemini numbers its answers' nodes with, `data-path-to-node="5,0,0"`: text copied from its page brings them along. */
import { isOn, markupOf, pasted, valueOf } from './blocks.ts';
import type { Rule } from './rule.ts';

/** Fewer say too little: three nodes whose paths nest as the nodes do. */
const atLeast = 3;
/** Editing moves a node now and then. */
const mostly = 0.8;
const path = /^\d{1,5}(?:,\d{1,5}){0,20}$/;

export const pasteGemini: Rule = {
  id: 'paste-gemini',
  kind: 'paste-gemini',
  date: '2026-10-10',
  strength: 'residue',
  // There nothing is pasted.
  where: (document) => !isOn(document, ['gemini.google.com', 'business.gemini.google']),
  select: '[data-path-to-node]',
  find({ elements }) {
    return pasted(elements).flatMap(({ block, nodes }) => {
      const paths = new Map(nodes.map((node) => [node, valueOf(node, 'data-path-to-node')]));
      const good = nodes.filter((node, at) => path.test(paths.get(node)!) && inside(node, paths) && follows(paths, nodes[at - 1], node));
      const deep = good.find((node) => paths.get(node)!.includes(',')) ?? good.find((node) => node.hasAttribute('data-index-in-node'));
      if (!deep || good.length < atLeast || good.length < nodes.length * mostly) return [];
      return [{ element: block, snippet: markupOf(deep, ['data-path-to-node', 'data-index-in-node']) }];
    });
  },
};

/** A node in a node with a path has that path or goes on from it. */
function inside(node: Element, paths: Map<Element, string>): boolean {
  const above = node.parentElement?.closest('[data-path-to-node]');
  const outer = above ? paths.get(above) : undefined;
  return outer === undefined || `${paths.get(node)!},`.startsWith(`${outer},`);
}

/** The first number never goes back within one paste. */
function follows(paths: Map<Element, string>, before: Element | undefined, node: Element): boolean {
  return before === undefined || Number.parseInt(paths.get(node)!, 10) >= Number.parseInt(paths.get(before)!, 10);
}
