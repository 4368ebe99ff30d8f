/** Inside a message: what holds its words, without the name, the time and the buttons beside them. */
import { childrenOf } from '../capture/read.ts';
import { shownLength } from './shown.ts';

/** Not words of the message: times, avatars, reasoning that stands beside the answer, statuses. */
export const beside =
  'time,[class*="timestamp" i],[class*="-stamp"],[class*="_stamp"],[class*="__time" i],[class*="avatar" i],[class*="thinking" i],[class*="reasoning" i],[class*="message-name" i],[class*="sender-name" i],[class*="msg-name" i],[class*="username" i],[class*="typing-indicator" i]';
const rendered = '.markdown,.markdown-body,.prose,[class*="markdown" i],[data-streamdown]';
/** Elements that are content themselves: their parent is the block. */
const content = /^(P|UL|OL|LI|PRE|TABLE|BLOCKQUOTE|H[1-6]|HR|DL|A|STRONG|EM|CODE|B|I|BR|MATH)$/;

/** The block of a message: its rendered Markdown, else the deepest element that holds nearly all of its words. */
export function blocksOf(message: Element): Element[] {
  const all = shownLength(message);
  if (all === 0) return [message];
  const inside = [...message.querySelectorAll(rendered)].filter((element) => !element.matches('pre,code,pre *,button,button *') && !element.closest(beside));
  const outer = inside.filter((element) => !inside.some((other) => other !== element && other.contains(element)));
  if (outer.length > 0 && !message.matches(rendered)) {
    const texts = outer.map(shownLength);
    const sum = texts.reduce((a, b) => a + b, 0);
    if (sum > 0 && (sum >= all * 0.6 || all - sum <= 80)) return outer.filter((_, at) => texts[at]! > 0);
  }
  let at = message;
  for (;;) {
    const next = mainChild(at);
    if (!next) return [at];
    at = next;
  }
}

/** The one child that holds the words, if the others are a name, a time or a toolbar. */
function mainChild(element: Element): Element | null {
  const children = Array.from(childrenOf(element)).filter((node): node is Element => node.nodeType === 1);
  // Bare text beside elements is the message itself; the stamp in it is left out by name.
  if (Array.from(childrenOf(element)).some((node) => node.nodeType === 3 && (node as Text).data.trim() !== '')) return null;
  let main: Element | null = null;
  let sum = 0;
  let most = 0;
  for (const child of children) {
    if (child.matches(beside) || /^(BUTTON|STYLE|SCRIPT)$/.test(child.tagName)) continue;
    const length = shownLength(child);
    sum += length;
    if (length > most) [most, main] = [length, child];
  }
  if (!main || content.test(main.tagName)) return null;
  return sum - most <= Math.max(12, most * 0.1) || most === sum ? main : null;
}
