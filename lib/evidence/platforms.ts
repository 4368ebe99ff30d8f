/** Blocks that a search engine or another platform fills with AI and marks as such in its own markup. */
import { markupOf, parentOf } from './blocks.ts';
import type { Rule } from './rule.ts';
import { textUpTo } from './texts.ts';

/** Where, and what marks the block there. Seen April to October 2026; names without meaning are left out, they change. */
const blocks: { host: RegExp; path?: RegExp; select: string }[] = [
  {
    host: /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/,
    path: /^\/search/,
    select: '[data-attrid="AIOverview"],[data-async-type="folsrch"],[id^="folsrch"],[data-mcpr],[data-subtree="aimc"]',
  },
  { host: /(?:^|\.)bing\.com$/, select: '.cht_container' },
  {
    host: /^duckduckgo\.com$/,
    select: '[data-testid="duckassist-answer-content"],[data-testid="duckassist-expanded-answer-content"],[data-react-module-id="wikinlp"]',
  },
  { host: /^search\.brave\.com$/, select: '#llm-snippet,div.ai-digest,#summarizer' },
  { host: /(?:^|\.)baidu\.com$/, select: '[tpl="ai_ask"],[tpl="ai_accompanies"]' },
  { host: /(?:^|\.)notion\.(?:so|site|com)$/, select: '[data-block-type="ai_block"]' },
];

export const platforms: Rule = {
  id: 'platform-block',
  kind: 'platform',
  date: '2026-10-10',
  strength: 'labelled',
  select: blocks.map(({ select }) => select).join(','),
  where: (document) => blockAt(document) !== undefined,
  find({ document, elements }) {
    const here = blockAt(document)!;
    const found = elements.filter((element) => element.matches(here.select) && textUpTo(element, 1) !== '');
    const known = new Set(found);
    return found
      .filter((element) => !isInside(element, known))
      .map((element) => ({
        element,
        snippet: markupOf(element, ['id', 'class', 'data-attrid', 'data-async-type', 'data-testid', 'tpl', 'data-block-type']),
      }));
  },
};

const blockAt = ({ location }: Document) =>
  blocks.find(({ host, path }) => location && host.test(location.hostname) && (path?.test(location.pathname) ?? true));

function isInside(element: Element, known: ReadonlySet<Element>): boolean {
  for (let up = parentOf(element); up; up = parentOf(up)) if (known.has(up)) return true;
  return false;
}
