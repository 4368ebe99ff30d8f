/** How long the Markdown was that an element was rendered from. */

/** Markdown marks around an inline element, in UTF-16 units: `**`, `*`, `` ` ``, `~~`. */
const inlineMarks: Record<string, number> = { STRONG: 4, B: 4, EM: 2, I: 2, CODE: 2, DEL: 4, SPAN: 0, P: 0 };

/** What stands before a block: `## `; a list item has `- `, `1. ` or `10. `. */
const blockMarks: Record<string, number[]> = { P: [0], H1: [2], H2: [3], H3: [4], H4: [5], H5: [6], H6: [7], LI: [2, 3, 4] };

/** Longer elements, in UTF-16 units or in nodes, are not counted. */
const limits = { text: 20_000, nodes: 400 };

/**
 * The lengths of Markdown that may have given this element, and how much of them is marks; null where they cannot be known: links have an
 * address, images too, and elements that Markdown does not know had something else there.
 */
export function markdownLength(element: Element): { possible: number[]; marks: number } | null {
  const own = blockMarks[element.tagName] ?? (element.tagName === 'SPAN' ? null : [inlineMarks[element.tagName] ?? Number.NaN]);
  if (!own || Number.isNaN(own[0])) return null;
  let text = '';
  let marks = 0;
  const walker = element.ownerDocument.createTreeWalker(element, 5 /* SHOW_ELEMENT | SHOW_TEXT */);
  for (let seen = 0; walker.nextNode(); seen++) {
    const node = walker.currentNode;
    if (node.nodeType === 3) text += (node as Text).data;
    else marks += inlineMarks[(node as Element).tagName] ?? Number.NaN;
    if (seen >= limits.nodes || text.length > limits.text || Number.isNaN(marks)) return null;
  }
  // Whoever stores the page may put its tags on lines of their own.
  const inner = text.trim().length;
  return inner === 0 ? null : { possible: own.map((mark) => inner + marks + mark), marks: marks + own[0]! };
}
