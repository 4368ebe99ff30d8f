/** Where only one speaker is named, the other's messages are what stands between. */
import { holds } from '../capture/offsets.ts';
import { childrenOf } from '../capture/elements.ts';
import type { Role } from './words.ts';
import { onceALook, parentOf, shownLength, shownText, unseen } from './shown.ts';

/** No message stands in these. */
const apart = `${unseen},button,form,nav,header,footer,aside,textarea,input,[contenteditable=true],[role=textbox],[role=toolbar],[role=navigation],[role=alert],[role=status],[role=separator],time,svg,img`;
const reply = 15;
/** How it was made, shown above an answer: "Thought for 37 seconds". */
const work = /^(thought|thinking|reasoned|worked|searched|analy[sz]ed|read|reviewed) .{0,50}$|^(已|思考|深度思考|nachgedacht)\S{0,30}$/i;

/** The other speaker's messages among `known` ones, in document order. */
export function between(known: readonly Element[], role: Role): Element[] {
  const list = known.length > 1 ? common(known) : around(known[0]!, role);
  if (!list) return [];
  const gaps = gapsIn(list, known);
  const inner = role === 'user' ? gaps.slice(1) : gaps.slice(0, -1);
  const names = new Map<string, number>();
  for (const gap of inner) {
    const name = nameOf(largest(gap));
    if (name) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const usual = [...names].sort((a, b) => b[1] - a[1])[0]?.[0];
  return gaps.flatMap((gap, at) => {
    const same = gap.filter((piece) => nameOf(piece) === usual);
    const outer = role === 'user' ? at === 0 : at === gaps.length - 1;
    if (same.length > 0 || outer) return role === 'user' ? same : same.slice(-1);
    const only = largest(gap);
    return only ? [only] : [];
  });
}

/** The pieces of text before the first known element, between each two, and after the last. */
function gapsIn(list: Element, known: readonly Element[]): Element[][] {
  const gaps: Element[][] = [[]];
  const marked = new Set(known);
  const above = new Set<Element>();
  for (const one of known) for (let at = parentOf(one); at && at !== list && !above.has(at); at = parentOf(at)) above.add(at);
  const stack: Node[] = Array.from(childrenOf(list)).toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (marked.has(element)) gaps.push([]);
    else if (above.has(element)) stack.push(...Array.from(childrenOf(element)).toReversed());
    else if (isPiece(element)) gaps.at(-1)!.push(element);
  }
  return gaps;
}

const isPiece = onceALook(
  (element) =>
    !element.matches(apart) &&
    shownLength(element) > 0 &&
    !work.test(shownText(element)) &&
    !element.querySelector('textarea,[contenteditable=true],[role=textbox]'),
);

const largest = (pieces: Element[]): Element | undefined =>
  pieces.reduce<Element | undefined>((best, piece) => (!best || shownLength(piece) > shownLength(best) ? piece : best), undefined);

const nameOf = (element: Element | undefined): string =>
  element ? `${element.localName}.${(element.getAttribute('class') ?? '').replace(/\S*\d\S*/g, '').trim()}` : '';

/** The deepest element that holds all. */
export function common(elements: readonly Element[]): Element | null {
  let at = parentOf(elements[0]!);
  while (at && !elements.every((element) => holds(at!, element))) at = parentOf(at);
  return at;
}

/** For a single known message: the nearest ancestor where something as long as an answer stands on the right side of it. */
function around(one: Element, role: Role): Element | null {
  let at = parentOf(one);
  for (let up = 0; at && up < 10 && at.localName !== 'body'; up++, at = parentOf(at)) {
    const [before, after] = gapsIn(at, [one]) as [Element[], Element[]];
    if ((role === 'user' ? after : before).some((piece) => shownLength(piece) >= reply || (role === 'assistant' && isAsked(piece))))
      return at;
  }
  return null;
}

/** A question may be one letter, but then it is the heading of what follows. */
const isAsked = (piece: Element): boolean => piece.matches(headings) || piece.querySelector(headings) !== null;
const headings = 'h1,h2,[role=heading]';
