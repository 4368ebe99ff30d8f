/** Speakers where only buttons tell: what can be rated or made again is an answer, what stands before it was asked. */
import { childrenOf } from '../capture/elements.ts';
import type { Candidate } from './candidates.ts';
import { between } from './gaps.ts';
import type { Scan } from './scan.ts';
import { isUnseen, parentOf, shownLength, unseen } from './shown.ts';

/** A button that judges an answer. */
export const judges =
  /\b(good|bad|poor) (response|answer)|thumbs?[-_ ]?(up|down)|(positive|negative|response) feedback|gute antwort|schlechte antwort/i;
/** A button that people's posts have as well. */
export const likes = /\b(dis)?like\b|\bhelpful\b|\b(up|down)vote\b/i;
/** A button that asks an AI for another answer. */
export const again =
  /\b(regenerate|rewrite|redo response|retry|rerun|try again)\b|neu generieren|régénérer|regenerar|重新生成|再生成|다시 생성/i;
/** Buttons looked at; the newest stand last. */
const most = 2000;
const levels = 12;
/** Units below which a text beside buttons is a pill ("2.1 s", "15 sources"), unless it is rendered Markdown. */
const pill = 15;
/** Units of a longer text that holds a notice. */
const notice = 400;
const rendered = '[class*="markdown" i],.prose,p,pre,ul,ol,table';
const apart = `${unseen},button,form,nav,header,footer,aside,textarea,input,[role=toolbar],[role=navigation],[role=dialog],[role=alert],[role=status]`;

/** The messages above such buttons and what was asked before each, or null where nothing was. */
export function ratedCandidate(scan: Scan): Candidate | null {
  const answers: Element[] = [];
  for (const root of scan.roots) {
    // Searching for both at once takes several times as long as for each.
    if (!root.querySelector('button') && !root.querySelector('[role=button]')) continue;
    const buttons = [...root.querySelectorAll('button,[role=button]')].slice(-most);
    const named = buttons.map((button) => labelOf(button));
    // Where some can be judged, "try again" alone may stand beside what was asked.
    const kind = [judges, likes].find((one) => named.some((label) => one.test(label))) ?? again;
    for (let at = 0; at < buttons.length; at++) {
      const message = kind.test(named[at]!) ? above(buttons[at]!, scan) : null;
      if (message && message !== answers.at(-1) && !answers.some((other) => other.contains(message) || message.contains(other)))
        answers.push(message);
    }
  }
  if (answers.length === 0) return null;
  const users = between(answers, 'assistant');
  return users.length === 0 ? null : { by: 'rated', users, answers, strength: { user: 0, assistant: 0 }, stable: false, words: [] };
}

/** What a button is called: its label, its tip, or its few words. */
export function labelOf(button: Element): string {
  const label = `${button.getAttribute('aria-label') ?? ''} ${button.getAttribute('title') ?? ''} ${button.getAttribute('data-testid') ?? ''}`;
  if (label.length > 2) return label.slice(0, 120);
  const text = button.textContent ?? '';
  return text.length < 40 ? text : '';
}

/** The text that a button stands below. */
function above(button: Element, scan: Scan): Element | null {
  let at: Element | null = button;
  for (let up = 0; at && up < levels; up++) {
    const parent: Element | null = parentOf(at);
    if (!parent || parent.localName === 'body' || scan.composers.some((box) => parent.contains(box))) return null;
    const before = Array.from(childrenOf(parent))
      .slice(0, Array.from(childrenOf(parent)).indexOf(at))
      .toReversed();
    for (const node of before) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      // A notice inside: the box of a button that was pressed, "Link copied".
      if (element.matches(apart) || (element.querySelector('[role=status],[role=dialog]') && shownLength(element) < notice)) continue;
      const length = shownLength(element);
      if (length >= pill || (length > 0 && (element.matches(rendered) || element.querySelector(rendered))))
        return isUnseen(element) ? null : /^(P|PRE|UL|OL|TABLE|H[1-6]|BLOCKQUOTE)$/.test(element.tagName) ? parent : element;
    }
    at = parent;
  }
  return null;
}
