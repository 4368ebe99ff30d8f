/** An answer's tree as Markdown. No DOM: it runs in Chrome's service worker too. */
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import type { Handle } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Element, Root } from 'hast';
import type { Nodes } from 'mdast';

/** The Markdown of a tree from `capture/read`: GFM with `$` math, `-` bullets, fences, no final line end. */
export function writeMarkdown(hast: Root): string {
  const tree: Nodes = toMdast(hast, { handlers: { code: inline, pre: block } });
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown(), mathToMarkdown()],
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
  }).trimEnd();
}

const inline: Handle = (state, node) =>
  isMath(node) ? ({ type: 'inlineMath', value: textOf(node) } as never) : defaultHandlers.code(state, node);

const block: Handle = (state, node) => {
  const [first] = node.children;
  return first?.type === 'element' && isMath(first) ? ({ type: 'math', value: textOf(first) } as never) : defaultHandlers.pre(state, node);
};

const isMath = (node: Element): boolean => Array.isArray(node.properties.className) && node.properties.className.includes('language-math');
const textOf = (node: Element): string => node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
