/** Speakers where nothing names them: the one whose message streamed is the assistant, the one before it asked. */
import { childrenOf } from '../capture/elements.ts';
import type { Candidate } from './candidates.ts';
import type { Growth } from './growth.ts';
import type { Scan } from './scan.ts';
import { parentOf, shownLength, unseen } from './shown.ts';

const apart = `${unseen},button,form,textarea,[contenteditable=true],[role=textbox],hr,style,script`;
const content = /^(P|UL|OL|LI|PRE|TABLE|TBODY|TR|TD|BLOCKQUOTE|H[1-6]|DL|CODE|SPAN|A|STRONG|EM|B|I)$/;

/** The list around what grew, split by how its items are built. */
export function grownCandidate(growth: Growth, scan: Scan): Candidate | null {
  for (const place of growth.places()) {
    const items = itemsAround(place, scan, growth);
    if (!items) continue;
    const at = items.findLastIndex((item) => growth.grew(item));
    if (at < 1) continue;
    const answers: Element[] = [];
    const users: Element[] = [];
    const answer = traits(items[at]!);
    const prompt = traits(items[at - 1]!);
    items.forEach((item, index) => {
      const mine = traits(item);
      const difference = likeness(mine, answer) - likeness(mine, prompt);
      const isAnswer =
        index === at || (index !== at - 1 && (difference > 0.02 || (Math.abs(difference) <= 0.02 && (at - index) % 2 === 0)));
      (isAnswer ? answers : users).push(item);
    });
    // To stand at the other side of the page is as good as to be named so.
    const strength = users.every(isRight) && !answers.some(isRight) ? 1 : 0;
    return { by: 'grown', users, answers, strength: { user: strength, assistant: strength }, stable: false, words: [] };
  }
  return null;
}

/** The outermost list of two or more items that are alike, below the place where the text box joins. */
function itemsAround(place: Element, scan: Scan, growth: Growth): Element[] | null {
  let found: Element[] | null = null;
  let at: Element | null = place;
  for (let up = 0; at && up < 24; up++) {
    const parent: Element | null = parentOf(at);
    if (!parent || scan.composers.some((box) => parent.contains(box) && !(at as Element).contains(box) && parent.children.length < 2))
      break;
    if (parent.localName === 'html') break;
    const items = Array.from(childrenOf(parent)).filter(
      (node): node is Element =>
        node.nodeType === 1 &&
        !(node as Element).matches(apart) &&
        shownLength(node as Element) > 0 &&
        !holdsComposer(node as Element, scan),
    );
    const kind = at.localName;
    const alike = items.filter((item) => item.localName === kind);
    if (
      !content.test(at.tagName) &&
      alike.length >= 2 &&
      alike.some((item) => growth.grew(item)) &&
      !growth.grew(alike[0]!) &&
      alike.includes(at) &&
      // Above a list whose items take sides, a header and the list are no two messages.
      (!found || found.length < sided || !takeSides(found) || takeSides(alike))
    )
      found = alike;
    at = parent;
  }
  return found;
}

/** Items that take sides by chance are fewer: the words and the time of one message. */
const sided = 4;
const takeSides = (items: readonly Element[]): boolean => new Set(items.map(isRight)).size > 1;

const holdsComposer = (element: Element, scan: Scan): boolean => scan.composers.some((box) => element.contains(box));

/** How an item is built: the names of its outer elements and where it stands across the page. */
function traits(item: Element): Set<string> {
  const found = new Set<string>();
  const stack: { element: Element; depth: number }[] = [{ element: item, depth: 0 }];
  for (let next = stack.pop(), count = 0; next && count < 80; next = stack.pop(), count++) {
    const { element, depth } = next;
    found.add(`${depth}${element.localName}`);
    for (const name of (element.getAttribute('class') ?? '').split(/\s+/)) if (name) found.add(`${depth}.${name}`);
    if (depth < 7)
      for (const child of childrenOf(element) as Iterable<Node> & ArrayLike<Node>)
        if (child.nodeType === 1 && !content.test((child as Element).tagName)) stack.push({ element: child as Element, depth: depth + 1 });
  }
  found.add(isRight(item) ? 'side right' : 'side left');
  return found;
}

/** Do its words stand at the right? The item itself may stand there, or its words in it. */
function isRight(item: Element): boolean {
  const box = (parentOf(item) ?? item).getBoundingClientRect();
  const inner = textBox(item);
  return box.width > 0 && inner.left - box.left > box.right - inner.right + 8;
}

/** The box of the deepest element that holds nearly all of the text. */
function textBox(item: Element): DOMRect {
  let at = item;
  for (;;) {
    const all = shownLength(at);
    const next = Array.from(childrenOf(at)).find((node) => node.nodeType === 1 && shownLength(node as Element) >= all * 0.7) as
      | Element
      | undefined;
    if (!next || content.test(next.tagName)) return at.getBoundingClientRect();
    at = next;
  }
}

function likeness(a: Set<string>, b: Set<string>): number {
  let same = 0;
  for (const one of a) if (b.has(one)) same++;
  return same / (a.size + b.size - same || 1);
}
