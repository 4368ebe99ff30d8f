/** Makes a tree from a page ready for Markdown: what only a page can say becomes what Markdown can. */
import type { Element, ElementContent, Root, Text } from 'hast';

const inlineCode = /^(code|samp|tt|var)$/;
const emphasis = /^(strong|b|em|i|del|s|strike)$/;

/** A copy of the tree, changed. The tree's depth is bounded by `capture/read`. */
export function prepare(root: Root): Root {
  return { ...root, children: root.children.flatMap((node) => (node.type === 'element' ? one(node, false) : [node as Text])) };
}

function one(node: Element, inPre: boolean): ElementContent[] {
  const { tagName } = node;
  if (inlineCode.test(tagName) && !inPre) {
    // Space in it counts; `textarea` is the inline element whose space `hast-util-to-mdast` leaves alone.
    return node.children.length === 0 ? [] : [{ ...node, tagName: 'textarea' }];
  }
  const children = node.children.flatMap((child): ElementContent[] => (child.type === 'element' ? one(child, tagName === 'pre') : [child]));
  const made = { ...node, children };
  if (tagName === 'section') return notes(made);
  if (/^(p|div)$/.test(tagName) && isBlank(made)) return [];
  return emphasis.test(tagName) ? spaced(made) : [made];
}

/** Emphasis around nothing is none, and space at its edges stands outside of it. */
function spaced(node: Element): ElementContent[] {
  const { children } = node;
  if (children.every((child) => child.type === 'text' && !child.value.trim())) return children;
  const before = edge(children[0], /^[ \n\t]+/);
  const after = edge(children.at(-1), /[ \n\t]+$/);
  return [...before, node, ...after];
}

function edge(child: ElementContent | undefined, space: RegExp): ElementContent[] {
  const found = child?.type === 'text' && space.exec(child.value);
  if (!found) return [];
  child.value = child.value.replace(space, '');
  return [{ type: 'text', value: ' ' }];
}

/** Of a list of notes only the notes: its heading and its numbers are made again from them. */
function notes(section: Element): ElementContent[] {
  const list = section.children.find((child) => child.type === 'element' && child.tagName === 'ol');
  const items = (list?.type === 'element' ? list.children : []).filter((child): child is Element => child.type === 'element');
  const labels = items.map(({ properties }) => noteLabel(properties.id));
  if (items.length === 0 || labels.includes(null)) return [section];
  return items.map((item, index) => ({ ...item, properties: { dataNote: labels[index]! } }));
}

/** The label of a footnote in an id or in the address that leads to it (`#user-content-fn-1`, `#fn1`), or null. */
export const noteLabel = (id: unknown): string | null => /(?:^|#|-)fn-?([^\s[\]]+)$/.exec(typeof id === 'string' ? id : '')?.[1] ?? null;

/** Editors leave paragraphs with a space that does not break, to hold a line open. */
const isBlank = ({ children }: Element): boolean =>
  children.length > 0 && children.every((child) => child.type === 'text' && /^\s*\u00A0?\s*$/.test(child.value));
