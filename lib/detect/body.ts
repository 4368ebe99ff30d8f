/** Inside a message: what holds its words, without the name, the time and the buttons beside them. */
import { childrenOf } from '../capture/elements.ts';
import { shownLength, shownText, showsText, unseen } from './shown.ts';

/** Not words of the message: times, avatars, reasoning that stands beside the answer, statuses. */
export const beside =
  'time,[class*="timestamp" i],[class*="-stamp"],[class*="_stamp"],[class*="__time" i],[class*="avatar" i],[class*="thinking" i],[class*="reasoning" i],[class*="message-name" i],[class*="sender-name" i],[class*="msg-name" i],[class*="username" i],[class*="typing-indicator" i]';
/** Those of them that may be long. */
const thoughts = /thinking|reasoning/;
const rendered = '.markdown,.markdown-body,.prose,[class*="markdown" i],[data-streamdown]';
/** What ends with a clock: "07:20 PM", in a status "Sent at November 14 at 10:18 PM". Units of each. */
const clock = /\d?\d:\d\d(:\d\d)?( ?[ap]\.?m\.?)?$/i;
const longestTime = { bare: 16, status: 48 };
const status = '[class*="status" i],[class*="meta" i],[class*="date" i]';
/** Units of a speaker's name. */
const longestName = 40;
/** Elements that are content themselves: their parent is the block. */
const content = /^(P|UL|OL|LI|PRE|TABLE|BLOCKQUOTE|H[1-6]|HR|DL|A|STRONG|EM|CODE|B|I|BR|MATH)$/;

/** `beside` without what names whole messages here: a bubble `with-avatar` is no avatar. */
export function besideIn(messages: readonly Element[]): string {
  const long = messages.flatMap((message) => [...message.querySelectorAll(beside)]).filter((element) => shownLength(element) > longestName);
  const names = [...new Set(long.flatMap((element) => [...element.classList]))];
  return beside.replaceAll(/\[class\*="(.*?)"( i)?\]/g, (select, word: string) =>
    thoughts.test(word)
      ? select
      : names.reduce((all, name) => (name.toLowerCase().includes(word) ? `${all}:not(.${CSS.escape(name)})` : all), select),
  );
}

/**
 * The block of a message: its rendered Markdown, else the deepest element that holds nearly all of its words.
 * `names` is how the speaker is called where every message begins with it.
 */
export function blocksOf(message: Element, names: readonly string[], aside: string): Element[] {
  const all = shownLength(message);
  if (all === 0) return [message];
  const inside = [...message.querySelectorAll(rendered)].filter(
    (element) => !element.matches('pre,code,pre *,button,button *') && !element.closest(aside),
  );
  const outer = inside.filter((element) => !inside.some((other) => other !== element && other.contains(element)));
  if (outer.length > 0 && !message.matches(rendered)) {
    const texts = outer.map(shownLength);
    const sum = texts.reduce((a, b) => a + b, 0);
    if (sum > 0 && (sum >= all * 0.6 || all - sum <= 80)) return outer.filter((_, at) => texts[at]! > 0);
  }
  let at = message;
  for (;;) {
    const next = mainChild(at, names, aside);
    if (!next) return withoutTime(at);
    at = next;
  }
}

/**
 * The block of a message by the example of another: in a short one, the name and the time outweigh the words.
 * Returns what `blocksOf` does where the example says nothing.
 */
export function blocksLike(message: Element, example: Element | null, names: readonly string[], aside: string): Element[] {
  const own = blocksOf(message, names, aside);
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
function mainChild(element: Element, names: readonly string[], aside: string): Element | null {
  const children = Array.from(childrenOf(element)).filter((node): node is Element => node.nodeType === 1);
  // Bare text beside elements is the message itself; the stamp in it is left out by name.
  if (hasBareText(element)) return null;
  let main: Element | null = null;
  let sum = 0;
  let most = 0;
  for (const child of children) {
    if (child.matches(aside) || /^(BUTTON|STYLE|SCRIPT)$/.test(child.tagName)) continue;
    const text = shownText(child);
    if (isHeading(text, names) || (text.length <= longestTime.status && clock.test(text) && child.matches(status))) continue;
    const { length } = text;
    sum += length;
    if (length > most) [most, main] = [length, child];
  }
  if (!main || content.test(main.tagName)) return null;
  return sum - most <= Math.max(12, most * 0.1) || most === sum ? main : null;
}

/** A box of paragraphs that ends with the time: its parts without it. */
function withoutTime(block: Element): Element[] {
  const words = [...block.children].filter(showsText);
  const last = words.pop();
  const isTime = last && !content.test(last.tagName) && shownLength(last) <= longestTime.bare && clock.test(shownText(last));
  return isTime && words.length > 0 && !hasBareText(block) ? words : [block];
}

const hasBareText = (element: Element): boolean =>
  Array.from(childrenOf(element)).some((node) => node.nodeType === 3 && (node as Text).data.trim() !== '');

/** A name, a time, or both: "Amy", "Amy 10:21", "2026-11-14 22:13". */
function isHeading(text: string, names: readonly string[]): boolean {
  if (text.length > 2 * longestName) return false;
  const name = names.find((one) => text.startsWith(one)) ?? '';
  const rest = text.slice(name.length).trim();
  return rest === '' ? name !== '' : rest.length <= 24 && (name ? /\d/ : /^\D{0,10}\d{1,4}[:./-]\d/).test(rest);
}
