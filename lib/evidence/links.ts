/** Links that an assistant gave: it adds its name to the address. That proves where the link was found, and nothing about the text around it. */
import { gathered, passageOf, valueOf } from './blocks.ts';
import type { Hit, Rule } from './rule.ts';

/** As assistants write it; `utm_source=openai` is what the API's search adds. */
const assistant =
  /[?&](?:utm_source=(?:chatgpt\.com|openai(?:\.com)?|copilot\.com|claude\.ai|perplexity(?:\.ai)?)|referrer=grok\.com)(?=[&#]|$)/i;

export const links: Rule = {
  id: 'assistant-link',
  kind: 'link',
  date: '2026-10-10',
  strength: 'weak',
  select: 'a[href*="utm_source="],a[href*="referrer=grok.com"]',
  find({ elements }) {
    const marked = elements
      .map((element) => ({ element: passageOf(element), snippet: assistant.exec(valueOf(element, 'href', 4000))?.[0].slice(1) }))
      .filter((hit): hit is Hit & { element: Element } => hit.element !== null && hit.snippet !== undefined);
    const blocks = gathered(marked.map(({ element }) => element));
    return marked.map(({ element, snippet }) => ({ element: blocks.get(element)!, snippet }));
  },
};
