/** Is this conversation one with an AI? Weights are those of the measured heuristic; each point has its reason. */
import { holds } from '../capture/offsets.ts';
import { turnsOf, type Candidate } from './candidates.ts';
import { common } from './gaps.ts';
import { again, judges, labelOf, likes } from './rated.ts';
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
/** Words for people at a help desk, for pages of questions, and for interviews as well: nothing on the page makes them an AI's by itself. */
const notOnlyAi = /^(agent|operator|host|guest|visitor|customer|client|question|answer|response|reply)$/;
/** What only people's messages have beside them. */
const social = /\breact(ion)?s?\b|reply in thread|forward message|\b(seen|delivered|read by)\b/i;
/** Paragraphs (of so many units) around a talk that is quoted. */
const quoting = { paragraphs: 4, units: 60 };

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
  const anybodys = strength.assistant < 3 && words.some((word) => notOnlyAi.test(word));
  const named = words
    .map((word) => `“${word}”`)
    .slice(0, 3)
    .join(', ');
  if (strength.assistant === 3) add(candidate.stable ? 6 : both && strength.user >= 2 ? 5 : 4, `messages are named ${named}`, true);
  else if (strength.assistant === 2) add(both && strength.user >= 2 && !anybodys ? 5 : 2, `messages are named ${named}`, !anybodys);
  else if (strength.user === 2) add(candidate.stable ? 2 : 1, `prompts are named ${named}`);
  if ([...scan.tags].some((tag) => kits.test(tag))) add(4, 'the page holds an AI chat element', true);
  // Nobody calls the one who asks a human but where the other is none.
  if (words.includes('human')) add(4, 'one of the speakers is called human', true);
  // Where no name or side tells messages apart, a log or a caption that grows is as near: more must speak for a chat.
  if (grown) add(candidate.by === 'grown' && strength.user === 0 ? 4 : 6, 'an answer grew while it was written', true);

  const answers = candidate.answers.slice(-6);
  const users = candidate.users.slice(-6);
  const written = scan.composers.length > 0;
  if (both) add(written ? 2 : 1, `two speakers take turns${written ? ' above a text box' : ''}`);
  const rich = (elements: Element[]) => elements.filter((element) => formatted(element)).length;
  const richAnswers = rich(answers);
  if (richAnswers > 0) {
    add(1, 'answers are formatted text');
    if (richAnswers >= 2 && both && (candidate.by !== 'one-sided' || strength.assistant === 3) && rich(users) === 0)
      add(2, 'only one side writes formatted text', !anybodys);
  }
  const list = common([...users, ...answers].slice(-4));
  const page = `${document.title} ${document.querySelector('meta[name=description]')?.getAttribute('content') ?? ''} ${document.querySelector('meta[name=application-name]')?.getAttribute('content') ?? ''}`;
  if (namesAi(page)) add(2, 'the page calls itself an AI', !anybodys);
  if (around(list)) add(2, 'the conversation stands in an AI chat box', true);
  if (answers.some((answer) => spokenByAi(answer)) && !users.some((user) => spokenByAi(user))) add(3, 'the speaker is called an AI', true);
  const labels = controlsOf(candidate).map(labelOf);
  const called = (pattern: RegExp): boolean => labels.some((label) => pattern.test(label));
  if (called(judges)) add(3, 'answers can be rated', true);
  else if (called(likes)) add(2, 'what is said can be liked or not');
  if (called(again)) add(candidate.by === 'rated' ? 3 : 2, 'answers can be made again', true);
  if (called(/copy|kopieren|copier|copiar|复制|コピー/i)) add(1, 'answers can be copied');
  const growing = '[data-is-streaming],[data-streaming],[data-status]';
  if (
    answers.some(
      (answer) => answer.matches(growing) || parentOf(answer)?.matches(growing) || answer.querySelector(`${growing},[aria-busy]`),
    )
  )
    add(2, 'answers say whether they are finished', true);
  if (scan.roots.some((root) => root.querySelector('[role=log]') ?? root.querySelector('[role=feed]'))) add(1, 'there is a message log');
  if (disclaimer.test(nearText(scan))) add(3, 'there is a note that AI can be wrong', true);
  const place = document.location;
  if (place && /\/(chat|c|conversation|assistant|ask)(\/|$)/.test(place.pathname)) add(1, 'the address is a chat’s');
  if (place && humanHosts.test(place.hostname)) add(-8, 'this is a messenger between people');
  if (called(social)) add(-3, 'people react to what is said here');
  if (isQuoted(candidate, scan)) add(-4, 'it is quoted in a longer text');
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

/** The buttons beside the newest answers: in the largest box around each that holds no other message. */
function controlsOf(candidate: Candidate): Element[] {
  const messages = turnsOf(candidate);
  const found: Element[] = [];
  for (const answer of candidate.answers.slice(-4)) {
    const at = messages.findLastIndex(({ element }) => element === answer);
    const others = [messages[at - 1]?.element, messages[at + 1]?.element].filter((one) => one !== undefined);
    let box = answer;
    for (let up = 0, parent = parentOf(box); up < 6 && parent && parent.localName !== 'body'; up++, parent = parentOf(box)) {
      if (others.some((other) => holds(parent, other)) || parent.querySelector('textarea,[contenteditable=true],[role=textbox]')) break;
      box = parent;
    }
    found.push(...[...box.querySelectorAll('button,[role=button]')].slice(-60));
  }
  return found;
}

/** Does it stand between the paragraphs of a text, with no text box of its own? */
function isQuoted(candidate: Candidate, scan: Scan): boolean {
  const messages = turnsOf(candidate);
  let box = common([messages[0]!.element, messages.at(-1)!.element]);
  const text = box?.closest('article,main,[role=main],[itemprop=articleBody]');
  if (!text || text === box) return false;
  let outside = 0;
  for (const paragraph of text.querySelectorAll('p'))
    if (!box!.contains(paragraph) && (paragraph.textContent ?? '').length >= quoting.units && ++outside === quoting.paragraphs) break;
  if (outside < quoting.paragraphs) return false;
  for (let up = 0; box && up < 4 && box !== text; up++, box = parentOf(box))
    if (scan.composers.some((one) => box!.contains(one))) return false;
  return true;
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
  // Few lists of classes stand on many elements: reading them takes a third of the time of a search for each part of a name.
  const classes = new Set<string>();
  const styled = list.querySelectorAll('[class]');
  for (let at = 0; at < styled.length; at++) classes.add(styled[at]!.getAttribute('class')!);
  if (![...classes].some((one) => /author|sender|username|display-name/i.test(one)) && !list.querySelector('[data-author]')) return 0;
  const names = new Set<string>();
  for (const element of [
    ...list.querySelectorAll('[class*="author" i],[class*="sender" i],[class*="username" i],[class*="display-name" i],[data-author]'),
  ].slice(0, 200)) {
    const name = (element.getAttribute('data-author') ?? element.textContent ?? '').trim();
    if (name && name.length < 40) names.add(name);
  }
  return names.size;
}
