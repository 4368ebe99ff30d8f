/**
 * Marks that assistants put into their text for their own page to draw, left in a text that was copied: citations, cards, spans. Each is a
 * token that nobody types. https://en.wikipedia.org/wiki/Wikipedia:Signs_of_AI_writing
 */
import { gathered, isEdited, markupOf, passageOf, valueOf } from './blocks.ts';
import { isAbout, isProse, isQuoted } from './prose.ts';
import type { EvidenceKind, Hit, PageText, Rule } from './rule.ts';

/** Who leaves what in the text. None can be read in two ways, so that none backtracks. */
const tokens: [EvidenceKind, RegExp][] = [
  ['residue-chatgpt', /turn\d{1,3}(?:search|news|file|view|fetch|image|video|product|finance|forecast|sports|academia|reddit|map)\d{1,3}/],
  [
    'residue-chatgpt',
    /:contentReference\[oaicite:\d{1,4}\]|oai_?cit(?:e|ation):\d{1,4}‡|\(\{"attribution":\{"attributableIndex":"|:::writing\{/,
  ],
  ['residue-gemini', /\[cite_start\]|\[cite: ?\d{1,5}(?:[-–, ]{1,3}\d{1,5}){0,30}\]|\[span_\d{1,4}\]\((?:start|end)_span\)/],
  ['residue-gemini', /vertexaisearch\.cloud\.google\.com\/grounding-api-redirect/],
  ['residue-grok', /<grok-card data-id=|grok_render_citation_card_json/],
  ['residue-citation', /【\d{1,3}†[^】]{1,80}】/],
  ['residue-perplexity', /\[(?:attached_file|web):\d{1,3}\]|ppl-ai-file-upload\./],
];

/** The same in a link's target, or as an element that the page took for HTML. */
const elements: [EvidenceKind, string][] = [
  ['residue-gemini', 'a[href*="vertexaisearch.cloud.google.com/grounding-api-redirect"]'],
  ['residue-perplexity', 'a[href*="ppl-ai-file-upload."]'],
  ['residue-grok', 'grok-card[data-type="citation_card"]'],
];

export const residue: Rule = {
  id: 'text-residue',
  kind: 'residue-chatgpt',
  date: '2026-10-10',
  strength: 'residue',
  select: elements.map(([, select]) => select).join(','),
  text: new RegExp(tokens.map(([, token]) => token.source).join('|')),
  where: (document) => !isAbout(document),
  find(page) {
    const marked = page.elements
      .filter((element) => !isEdited(element) && !element.closest('pre,code,blockquote'))
      .map((element) =>
        hit(
          element.parentElement ?? element,
          elements.find(([, select]) => element.matches(select))![0],
          markupOf(element, ['href', 'data-type']),
        ),
      );
    const hits = [...page.texts.filter(({ node }) => isProse(node)).flatMap(inText), ...marked].filter((one) => one.element !== null);
    const blocks = gathered(hits.map(({ element }) => element!));
    return hits.map((one) => ({ ...one, element: blocks.get(one.element!)! }));
  },
};

const hit = (node: Node, kind: EvidenceKind, snippet: string): Hit => ({ element: passageOf(node), kind, snippet });

function inText({ node, data }: PageText): Hit[] {
  return tokens.flatMap(([kind, token]) => {
    const match = token.exec(data);
    if (!match || isQuoted(data, match.index)) return [];
    // Chinese and Japanese set footnotes in these brackets themselves.
    if (kind === 'residue-citation' && isCjk(node, data)) return [];
    return [hit(node, kind, match[0])];
  });
}

function isCjk(node: Text, data: string): boolean {
  const language = node.parentElement?.closest('[lang]');
  return /^(?:zh|ja|ko)\b/i.test(language ? valueOf(language, 'lang') : '') || /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/.test(data);
}
