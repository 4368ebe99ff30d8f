/** Is this conversation one with an AI? Weights are those of the measured heuristic; each point has its reason. */
import type { Candidate } from './candidates.ts';
import { common } from './gaps.ts';
import type { Scan } from './scan.ts';
import { parentOf, shownText } from './shown.ts';
import { namesAi, wordsOf } from './words.ts';

/** The points of a page and why. `ai` is true if at least one of them can only come from an AI tool. */
export interface Verdict {
  score: number;
  ai: boolean;
  reasons: string[];
}

/** At or above this a conversation is an AI's (measured: 16 of 17 products reach it, of 206 other pages none exceeds 4). */
export const surely = 7;

const kits =
  /^(deep-chat|flowise-|typebot-|cib-|ucs-|aic-|model-response|ms-chat-turn|cds-aichat|n8n-|gradio-|voiceflow-|botpress-|df-messenger|zapier-interfaces|langflow-|copilot-|openai-|chainlit)/;
const disclaimer =
  /can make mistakes|AI[- ]generated|may (?:produce|display|be) inaccurate|KI-generiert|kann Fehler machen|généré par|puede cometer errores|AI ?生成|AIによる/i;
const humanHosts =
  /(^|\.)(web\.whatsapp\.com|slack\.com|discord\.com|messenger\.com|teams\.microsoft\.com|web\.telegram\.org|messages\.google\.com)$/;
const labelled = (pattern: RegExp, elements: Iterable<Element>): boolean => {
  for (const element of elements)
    if (
      pattern.test(
        `${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('title') ?? ''} ${element.getAttribute('data-testid') ?? ''} ${element.getAttribute('class') ?? ''}`,
      )
    )
      return true;
  return false;
};

/** Scores a candidate on its page. `grown`: one of its answers was seen to stream. */
export function judge(document: Document, scan: Scan, candidate: Candidate, grown: boolean): Verdict {
  const verdict: Verdict = { score: 0, ai: false, reasons: [] };
  const add = (points: number, reason: string, ai = false): void => {
    verdict.score += points;
    verdict.ai ||= ai;
    verdict.reasons.push(reason);
  };
  const { strength, words } = candidate;
  const both = candidate.users.length > 0;
  const named = words
    .map((word) => `“${word}”`)
    .slice(0, 3)
    .join(', ');
  if (strength.assistant === 3) add(candidate.stable ? 6 : both && strength.user >= 2 ? 5 : 4, `messages are named ${named}`, true);
  else if (strength.assistant === 2)
    add(both && strength.user >= 2 && !/agent|operator|host|reply/.test(words.join(' ')) ? 5 : 2, `messages are named ${named}`, true);
  else if (strength.user === 2) add(candidate.stable ? 2 : 1, `prompts are named ${named}`);
  if ([...scan.tags].some((tag) => kits.test(tag))) add(4, 'the page holds an AI chat element', true);
  // Where no name tells messages apart, a log or a caption that grows is as near: more must speak for a chat.
  if (grown) add(candidate.by === 'grown' ? 4 : 6, 'an answer grew while it was written', true);

  const answers = candidate.answers.slice(-6);
  const users = candidate.users.slice(-6);
  if (both)
    add(
      scan.composers.length > 0 ? 2 : 1,
      scan.composers.length > 0 ? 'two speakers take turns above a text box' : 'two speakers take turns',
    );
  const rich = (elements: Element[]) => elements.filter((element) => formatted(element)).length;
  const richAnswers = rich(answers);
  if (richAnswers > 0) {
    add(1, 'answers are formatted text');
    if (richAnswers >= 2 && both && (candidate.by !== 'one-sided' || strength.assistant === 3) && rich(users) === 0)
      add(2, 'only one side writes formatted text', true);
  }
  const list = common([...users, ...answers].slice(-4));
  const page = `${document.title} ${document.querySelector('meta[name=description]')?.getAttribute('content') ?? ''} ${document.querySelector('meta[name=application-name]')?.getAttribute('content') ?? ''}`;
  if (namesAi(page)) add(2, 'the page calls itself an AI', true);
  if (around(list)) add(2, 'the conversation stands in an AI chat box', true);
  if (answers.some((answer) => spokenByAi(answer)) && !users.some((user) => spokenByAi(user))) add(3, 'the speaker is called an AI', true);
  const controls = answers.flatMap((answer) => [...(parentOf(answer) ?? answer).querySelectorAll('button,[role=button]')]);
  if (labelled(/thumb|good response|bad response|like this|upvote|feedback/i, controls)) add(3, 'answers can be rated', true);
  if (labelled(/regenerate|retry|try again|rewrite/i, controls)) add(2, 'answers can be made again', true);
  if (labelled(/copy|kopieren|copier/i, controls)) add(1, 'answers can be copied');
  if (
    answers.some(
      (answer) =>
        answer.matches('[data-is-streaming],[data-streaming],[data-status]') ||
        answer.querySelector('[data-is-streaming],[data-streaming],[aria-busy]'),
    )
  )
    add(2, 'answers say whether they are finished', true);
  if (scan.roots.some((root) => root.querySelector('[role=log],[role=feed]'))) add(1, 'there is a message log');
  if (disclaimer.test(nearText(scan))) add(3, 'there is a note that AI can be wrong', true);
  const place = document.location;
  if (place && /\/(chat|c|conversation|assistant|ask)(\/|$)/.test(place.pathname)) add(1, 'the address is a chat’s');
  if (place && humanHosts.test(place.hostname)) add(-8, 'this is a messenger between people');
  if (speakers(list) >= 3) add(-4, 'three or more people write here');
  return verdict;
}

const formatted = (element: Element): boolean =>
  deepQuery(element, 'pre,table,ol,ul,h1,h2,h3,h4,p strong,p em,p code,li,blockquote,.katex');

/** `querySelector` that also looks into open shadow roots below. */
function deepQuery(element: Element, selector: string): boolean {
  if (element.querySelector(selector)) return true;
  for (const inner of element.querySelectorAll('*'))
    if (inner.shadowRoot && [...inner.shadowRoot.children].some((child) => child.matches(selector) || deepQuery(child, selector)))
      return true;
  return element.shadowRoot
    ? [...element.shadowRoot.children].some((child) => child.matches(selector) || deepQuery(child, selector))
    : false;
}

/** Names of the boxes around the conversation. */
function around(list: Element | null): boolean {
  let at = list;
  for (let up = 0; at && up < 10 && at.localName !== 'html'; up++, at = parentOf(at)) {
    const names = `${at.localName} ${at.getAttribute('class') ?? ''} ${at.id} ${at.getAttribute('aria-label') ?? ''} ${at.getAttribute('data-testid') ?? ''}`;
    if (wordsOf(names).some((word) => /^(chatbot|webchat|aichat|bot|ai|assistant|copilot|llm|gpt|genai)$/.test(word))) return true;
  }
  return false;
}

/** A short label beside the words: "Bot said:", an avatar named "AI assistant", a badge "AI". */
function spokenByAi(message: Element): boolean {
  const scope = message.previousElementSibling || message.nextElementSibling ? message : (parentOf(message) ?? message);
  for (const element of [
    scope,
    message,
    ...scope.querySelectorAll('[aria-label],[alt],[title],[class*="name" i],[class*="sr-only"],[class*="label" i],h3,h4,h5,h6'),
  ].slice(0, 40)) {
    if (/^(BUTTON|A|P|LI|CODE|PRE)$/.test(element.tagName)) continue;
    const said = [element.getAttribute('aria-label'), element.getAttribute('alt'), element.getAttribute('title')].map(
      (label) => label?.slice(0, 40) ?? '',
    );
    if (element !== scope && element !== message) said.push((element.textContent ?? '').length < 40 ? (element.textContent ?? '') : '');
    if (said.some((label) => namesAi(label))) return true;
  }
  return false;
}

/** Text around the composers, where the note stands. */
function nearText(scan: Scan): string {
  return scan.composers
    .slice(0, 3)
    .map((box) => {
      let at: Element | null = box;
      for (let up = 0; up < 5 && at && parentOf(at); up++) at = parentOf(at);
      return at ? shownText(at).slice(-600) : '';
    })
    .join(' ');
}

/** How many different names of people stand beside messages. */
function speakers(list: Element | null): number {
  if (!list) return 0;
  const names = new Set<string>();
  for (const element of [
    ...list.querySelectorAll('[class*="author" i],[class*="sender" i],[class*="username" i],[class*="display-name" i],[data-author]'),
  ].slice(0, 200)) {
    const name = (element.getAttribute('data-author') ?? element.textContent ?? '').trim();
    if (name && name.length < 40) names.add(name);
  }
  return names.size;
}
