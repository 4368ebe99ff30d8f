/** Whether words on a page are the page's own running text: not shown as code, not quoted, not what the page is about. */
import { isEdited } from './blocks.ts';

/** Code, quotations, forms and what is not read. */
const notProse =
  'pre,code,kbd,samp,var,tt,textarea,input,select,option,blockquote,q,cite,script,style,noscript,template,svg,math,[hidden],.highlight,.blob-code,.diff,.hljs';

/** Whether a text node is running text. */
export function isProse(node: Text): boolean {
  const element = node.parentElement;
  return element !== null && element.closest(notProse) === null && !isEdited(element);
}

/** Pairs of quotation marks; the same mark at both ends counts by twos. */
const opening = /[“„«‹「『‚‘]/g;
const closing = /[”»›」』’]/g;

/** Whether what stands at an offset of a text is quoted there: one writes about it. Looks back as far as 300 units. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  if (/["'`“”„«»‘’「『]$/.test(before)) return true;
  const count = (pattern: RegExp) => before.match(pattern)?.length ?? 0;
  return count(/"/g) % 2 === 1 || count(/`/g) % 2 === 1 || count(opening) > count(closing);
}

const assistants = /\b(?:ais?|llms?|gpt|chatgpt|chatbots?|openai|gemini|claude|grok|perplexity|copilot|deepseek|language models?)\b/i;
const artefacts =
  /\b(?:signs?|detect\w*|clean-?up|spot(?:ting|ted)?|tell-?tale|art[ie]facts?|citations?|cited?|markers?|tokens?|residues?|remov\w*|strip\w*|cleaning|broken|bugs?|issues?|weird|strange|watermark\w*|placeholders?|phrases?|footprints?|fingerprint\w*|tracking|utm|prompts?|jailbreak\w*|glossary)\b/i;
const marks =
  /oaicite|oai_citation|contentreference|citeturn|turn\dsearch|cite_start|start_span|grok[-_ ]?card|grok_render|attached_file|utm_source|attributableindex/i;

/** Whether a page is about what assistants leave behind: its title or its address says so. Then it shows such things as examples. */
export function isAbout(document: Document): boolean {
  const words = `${document.title.slice(0, 300)} ${address(document).replaceAll(/[-_/+]|%20/g, ' ')}`;
  return marks.test(`${document.title.slice(0, 300)} ${address(document)}`) || (assistants.test(words) && artefacts.test(words));
}

/** Path and fragment; the query holds the marks of whoever linked here. */
const address = ({ location }: Document): string => (location ? `${location.pathname}${location.hash}`.slice(0, 300) : '');
