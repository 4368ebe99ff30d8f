/** Inside a message: what holds its words, without the name, the time and the buttons beside them. */
import { childrenOf } from '../capture/elements.ts';
import { shownLength, shownText, unseen } from './shown.ts';

/** Not words of the message: times, avatars, reasoning that stands beside the answer, statuses. */
export const beside =
  'time,[class*="timestamp" i],[class*="-stamp"],[class*="_stamp"],[class*="__time" i],[class*="avatar" i],[class*="thinking" i],[class*="reasoning" i],[class*="message-name" i],[class*="sender-name" i],[class*="msg-name" i],[class*="username" i],[class*="typing-indicator" i]';
const rendered = '.markdown,.markdown-body,.prose,[class*="markdown" i],[data-streamdown]';
/** Units of a speaker's name. */
const longestName = 40;
/** Elements that are content themselves: their parent is the block. */
const content = /^(P|UL|OL|LI|PRE|TABLE|BLOCKQUOTE|H[1-6]|HR|DL|A|STRONG|EM|CODE|B|I|BR|MATH)$/;

/**
 * The block of a message: its rendered Markdown, else the deepest element that holds nearly all of its words.
 * `names` is how the speaker is called where every message begins with it.
 */
export function blocksOf(message: Element, names: readonly string[] = []): Element[] {
  const all = shownLength(message);
  if (all === 0) return [message];
  const inside = [...message.querySelectorAll(rendered)].filter(
    (element) => !element.matches('pre,code,pre *,button,button *') && !element.closest(beside),
  );
  const outer = inside.filter((element) => !inside.some((other) => other !== element && other.contains(element)));
  if (outer.length > 0 && !message.matches(rendered)) {
    const texts = outer.map(shownLength);
    const sum = texts.reduce((a, b) => a + b, 0);
    if (sum > 0 && (sum >= all * 0.6 || all - sum <= 80)) return outer.filter((_, at) => texts[at]! > 0);
  }
  let at = message;
  for (;;) {
    const next = mainChild(at, names);
    if (!next) return [at];
    at = next;
  }
}

/**
 * The block of a message by the example of another: in a short one, the name and the time outweigh the words.
 * Returns what `blocksOf` does where the example says nothing.
 */
export function blocksLike(message: Element, example: Element | null, names: readonly string[]): Element[] {
  const own = blocksOf(message, names);
  const name = example?.getAttribute('class');
  if (!example || !name || own.length !== 1) return own;
  const [block] = own as [Element];
  if (block.localName === example.localName && block.getAttribute('class') === name) return own;
  const same = [...block.querySelectorAll(example.localName)].filter(
    (element) => element.getAttribute('class') === name && shownLength(element) > 0,
  );
  return same.length === 1 ? same : own;
}

/** The short texts that a message begins with: an initial, a name, a badge. */
export function leadsOf(message: Element): string[] {
  const leads: string[] = [];
  const stack: Node[] = [message];
  for (let node = stack.pop(); node && leads.length < 3; node = stack.pop()) {
    if (node.nodeType === 3) {
      const text = (node as Text).data.trim();
      if (text.length > longestName) break;
      if (text) leads.push(text);
    } else if (node.nodeType === 1 && !(node as Element).matches(`${unseen},button,svg`))
      stack.push(...Array.from(childrenOf(node as Element)).toReversed());
  }
  return leads;
}

/** The one child that holds the words, if the others are a name, a time or a toolbar. */
function mainChild(element: Element, names: readonly string[]): Element | null {
  const children = Array.from(childrenOf(element)).filter((node): node is Element => node.nodeType === 1);
  // Bare text beside elements is the message itself; the stamp in it is left out by name.
  if (Array.from(childrenOf(element)).some((node) => node.nodeType === 3 && (node as Text).data.trim() !== '')) return null;
  let main: Element | null = null;
  let sum = 0;
  let most = 0;
  for (const child of children) {
    if (child.matches(beside) || /^(BUTTON|STYLE|SCRIPT)$/.test(child.tagName)) continue;
    const text = shownText(child);
    if (isHeading(text, names)) continue;
    const { length } = text;
    sum += length;
    if (length > most) [most, main] = [length, child];
  }
  if (!main || content.test(main.tagName)) return null;
  return sum - most <= Math.max(12, most * 0.1) || most === sum ? main : null;
}

/** A name, a time, or both: "Amy", "Amy 10:21", "2026-11-14 22:13". */
function isHeading(text: string, names: readonly string[]): boolean {
  if (text.length > 2 * longestName) return false;
  const name = names.find((one) => text.startsWith(one)) ?? '';
  const rest = text.slice(name.length).trim();
  return rest === '' ? name !== '' : rest.length <= 24 && (name ? /\d/ : /^\D{0,10}\d{1,4}[:./-]\d/).test(rest);
}
