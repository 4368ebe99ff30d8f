/**
 * What text copied from ChatGPT's page brings along: places in the Markdown source, classes of its code boxes, names of its parts. It says where
 * a passage was pasted from, not who wrote or changed it. Seen on published pages, August 2026; the layout since September 2026 has other names.
 */
import { markdownLength } from './markdownLength.ts';
import { isOn, markupOf, pasted, valueOf } from './blocks.ts';
import type { Hit, Rule } from './rule.ts';

export const pasteChatgpt: Rule = {
  id: 'paste-chatgpt',
  kind: 'paste-chatgpt',
  date: '2026-10-10',
  strength: 'residue',
  // There nothing is pasted.
  where: (document) => !isOn(document, ['chatgpt.com', 'openai.com']),
  select: '[data-start][data-end],[class*="-token-"],[data-markdown-text-style],[data-markdown-copy],[data-dil-message-id]',
  find({ elements }) {
    const placed = elements.filter((element) => placeOf(element) !== null);
    const classed = elements.filter((element) => tokensOf(element).length > 0);
    const named = elements.filter((element) => element.matches(names));
    return [
      ...pasted(placed).flatMap(({ block, nodes }) => counted(block, nodes)),
      ...pasted(classed).flatMap(({ block, nodes }) => dressed(block, nodes)),
      ...pasted(named).map(({ block, nodes }) => ({ element: block, snippet: markupOf(nodes[0]!, ['class', ...attributes]) })),
    ];
  },
};

const attributes = ['data-markdown-text-style', 'data-markdown-copy', 'data-dil-message-id'];
const names =
  '[data-markdown-text-style="assistant-message"],[data-markdown-copy="exclude"],[data-markdown-copy="code-block"],[data-dil-message-id]';

/** Start and end in the Markdown source, in UTF-16 units; null where the values are none. Transcripts hold seconds and words there. */
function placeOf(element: Element): { start: number; end: number } | null {
  const [start, end] = ['data-start', 'data-end'].map((name) =>
    /^\d{1,7}$/.test(valueOf(element, name)) ? Number(valueOf(element, name)) : -1,
  );
  return start! >= 0 && end! > start! ? { start: start!, end: end! } : null;
}

/**
 * The arithmetic: end − start is the length of the Markdown that the element was rendered from, so text and marks must add up. Text that was
 * edited later does not; most must. Places in plain text (marked names, read-aloud words) add up as well, but leave no room for marks: one
 * element must need them, or two paragraphs stand apart by the empty line between them, or an attribute say that ChatGPT set it.
 */
function counted(block: Element, nodes: readonly Element[]): Hit[] {
  const checked = nodes.flatMap((node) => {
    const length = markdownLength(node);
    const place = placeOf(node)!;
    return length ? [{ node, place, marks: length.marks, exact: length.possible.includes(place.end - place.start) }] : [];
  });
  const exact = checked.filter((one) => one.exact);
  const first = exact[0];
  if (!first || exact.length < checked.length / 2) return [];
  const own = exact.some(({ node }) =>
    ['data-is-last-node', 'data-is-only-node', 'data-section-id'].some((name) => node.hasAttribute(name)),
  );
  const marked = exact.length > 1 && exact.some(({ marks }) => marks > 0);
  const apart = exact.some(({ place, node }, at) => node.tagName === 'P' && place.start - (exact[at - 1]?.place.end ?? Number.NaN) === 2);
  if (!own && !marked && !apart) return [];
  return [{ element: block, snippet: markupOf(first.node, ['data-start', 'data-end', 'data-is-last-node']) }];
}

/** Two different class names of its design: one alone may be anybody's. */
function dressed(block: Element, nodes: readonly Element[]): Hit[] {
  const tokens = new Set(nodes.flatMap(tokensOf));
  return tokens.size < 2 ? [] : [{ element: block, snippet: [...tokens].slice(0, 3).join(' ') }];
}

const token =
  /(?:^|\s)((?:border-token-border|bg-token-(?:bg|main-surface|sidebar-surface|message-surface)|text-token-text)-[a-z-]+|corner-superellipse\/1\.1)(?=\s|$)/g;

const tokensOf = (element: Element): string[] => [...valueOf(element, 'class', 1000).matchAll(token)].map(([, name]) => name!);
