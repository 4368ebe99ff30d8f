/** Inside the messages that a person taught: where the words are, what is not words, their ids, what says that they are finished. */
import { holds } from '../../capture/offsets.ts';
import type { Hook, Layout } from '../../model/site.ts';
import { part } from './alike.ts';
import { beside } from '../body.ts';
import { parentOf, shownLength, shownText } from '../shown.ts';
import { isHashed, traitsOf, type Trait } from './traits.ts';

/** A trait whose attribute holds an id. */
export interface IdTrait extends Trait {
  attribute: string;
  from: 'self' | 'up';
}

/** Rendered Markdown. */
const rendered = '[class*="markdown" i],.prose,[data-streamdown]';
/** Messages looked at: the newest are always mounted. */
const sample = 8;
/** A clock or a date: different each time, and the same in kind. */
const time = /^\D{0,12}\d{1,4}[:./-]\d{1,2}\D?.{0,14}$/;
/** Units of a label such as "Copy" or a speaker's name. */
const label = 40;

/** Finds in a message what is not its words: times, names, labels that every message has. */
export type Aside = (message: Element) => Element[];

/** What is beside the words in these messages. `shown` are words for sure. */
export function asideIn(messages: readonly Element[], shown: Element): Aside {
  const some = messages.slice(-sample);
  const times = new Map<string, number>();
  for (const message of some) {
    const keys = new Set(leaves(message).map(keyOf));
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  }
  const isAside = (leaf: Element, message: Element): boolean => {
    if (holds(leaf, shown)) return false;
    const named = leaf.closest(beside);
    if (named && named !== message && message.contains(named) && !holds(named, shown)) return true;
    const count = times.get(keyOf(leaf)) ?? 0;
    return count >= 2 && count >= some.length * 0.8;
  };
  const known = new Map<Element, Element[]>();
  return (message) => {
    let found = known.get(message);
    if (!found) known.set(message, (found = leaves(message).filter((leaf) => isAside(leaf, message))));
    return found;
  };
}

/**
 * Selectors of what holds the words in every message; none where the message is all words, or nothing marks them.
 * `shown` must stand in it.
 */
export function bodyOf(messages: readonly Element[], shown: Element, aside: Aside): Trait[] {
  const own = messages.find((message) => holds(message, shown));
  if (!own) return [];
  const length = (elements: readonly Element[]): number => elements.reduce((sum, element) => sum + shownLength(element), 0);
  const whole = (message: Element, found: readonly Element[]): boolean => {
    const without = aside(message);
    const words = length([message]) - length(without);
    const inside = length(found) - length(without.filter((leaf) => found.some((element) => element.contains(leaf))));
    return inside >= words * 0.97 - 4;
  };
  const some = messages.slice(-sample);
  const marks = (block: Element): Trait[] =>
    traitsOf(block).filter(({ cost, select }) => {
      if (cost >= 12) return false;
      const mine = outermost(own, select);
      // A message without the mark is taken whole by the engine: a few of those do no harm.
      const others = some.filter((message) => whole(message, outermost(message, select)));
      return mine.length === 1 && mine[0] === block && others.length >= some.length * 0.7;
    });
  const chain: Element[] = [];
  for (let at: Element | null = shown; at && at !== own; at = parentOf(at))
    if (!part.test(at.tagName) && own.contains(at) && whole(own, [at])) chain.unshift(at);
  // Rendered text by its name; else the outermost that has the words and nothing beside them; else the innermost that has the words.
  const leaves = aside(own);
  const clean = chain.filter((at) => !leaves.some((leaf) => at.contains(leaf)));
  const order = [
    ...chain.filter((at) => at.matches(rendered)),
    ...(leaves.length > 0 ? clean : []),
    ...(leaves.length > 0 ? chain.toReversed() : []),
  ];
  for (const at of order) {
    const found = marks(at);
    if (found.length > 0) return found.slice(0, 2);
  }
  return [];
}

/** Selectors of what in the messages is not words, where something marks it. */
export function leaveOutOf(messages: readonly Element[], shown: Element, aside: Aside): Trait[] {
  const some = messages.slice(-sample);
  const chosen: Trait[] = [];
  for (const message of some) {
    const leaves = new Set(aside(message));
    for (const leaf of leaves) {
      if (chosen.some(({ select }) => leaf.closest(select))) continue;
      // A bar of which all is beside the words has the better name.
      let whole = leaf;
      for (let at = leaf.parentElement; at && at !== message && all(at, leaves); at = at.parentElement) whole = at;
      const trait = [...traitsOf(whole), ...(whole === leaf ? [] : traitsOf(leaf))].find(
        ({ select, cost }) => (cost < 12 || select === 'time') && some.every((other) => harmless(other, select, shown, aside)),
      );
      if (trait) chosen.push(trait);
    }
  }
  return chosen;
}

/** Does everything that is shown in an element stand in these leaves? */
const all = (element: Element, leaves: ReadonlySet<Element>): boolean =>
  shownLength(element) <= [...leaves].filter((leaf) => element.contains(leaf)).reduce((sum, leaf) => sum + shownLength(leaf) + 1, 0);

/** Does the selector take nothing from a message but what is beside its words? */
const harmless = (message: Element, select: string, shown: Element, aside: Aside): boolean => {
  const leaves = new Set(aside(message));
  return outermost(message, select, false).every((element) => !holds(element, shown) && all(element, leaves));
};

/** Attributes that are different on every message, and look like ids rather than numbers in a row. */
export function idsOf(answers: readonly Element[], prompts: readonly Element[]): IdTrait[] {
  const [first] = answers;
  if (!first) return [];
  const found: IdTrait[] = [];
  const consider = (element: Element, from: IdTrait['from'], of: (message: Element, select: string) => Element | null): void => {
    for (const attribute of element.getAttributeNames()) {
      if (!/^[a-z][\w.-]*$/i.test(attribute) || /^(class|style|href|src|aria-.*)$/.test(attribute)) continue;
      const select = `[${attribute}]`;
      const values = [...answers, ...prompts].map((message) => of(message, select)?.getAttribute(attribute) ?? null);
      const mine = values.slice(0, answers.length);
      if (mine.every((value) => value !== null && isId(value)) && new Set(values.filter(Boolean)).size === values.filter(Boolean).length)
        found.push({ select, attribute, from, cost: /message|msg/.test(attribute) ? 1 : attribute.endsWith('id') ? 2 : 4, on: attribute });
    }
  };
  const self = (message: Element, select: string) => (message.matches(select) ? message : message.querySelector(select));
  consider(first, 'self', self);
  for (const inner of [...first.querySelectorAll('*')].slice(0, 40)) consider(inner, 'self', self);
  let up = 0;
  for (
    let at = first.parentElement;
    at && up < 3 && !answers.some((other) => other !== first && at!.contains(other));
    at = at.parentElement, up++
  )
    consider(at, 'up', (message, select) => message.closest(select));
  const chosen = found
    .filter(({ on }, at) => found.findIndex((other) => other.on === on) === at)
    .sort((one, other) => one.cost - other.cost);
  // One message proves nothing: then only a name that says so.
  return (answers.length + prompts.length > 2 ? chosen : chosen.filter(({ cost }) => cost < 3)).slice(0, 2);
}

/** Attributes by which the site says that a message grows or is done. */
export function stateOf(answers: readonly Element[], hook: (trait: Trait) => Hook): Pick<Layout, 'streaming' | 'finished'> {
  const streaming: Hook[] = [];
  const finished: Hook[] = [];
  const add = (list: Hook[], select: string): void => void list.push(hook({ select, cost: 1, on: 'state' }));
  const has = (select: string): boolean => answers.some((answer) => answer.matches(select) || answer.querySelector(select) !== null);
  for (const name of ['data-is-streaming', 'data-streaming', 'aria-busy']) {
    if (!has(`[${name}]`)) continue;
    add(streaming, `[${name}="true"]`);
    if (has(`[${name}="false"]`)) add(finished, `[${name}="false"]`);
  }
  for (const name of ['data-status', 'data-state', 'data-message-status'])
    for (const value of ['complete', 'completed', 'done', 'finished'])
      if (has(`[${name}="${value}"]`)) add(finished, `[${name}="${value}"]`);
  return { streaming, finished };
}

/** A value that names one message for good: not short, not a number, not made up by the framework for this page. */
function isId(value: string): boolean {
  if (value.length < 6 || value.length > 120 || /\s/.test(value) || /^(:r|radix-|headlessui-|mui-|react-aria|«)/.test(value)) return false;
  // `conversation-turn-3` counts.
  return /\d/.test(value) && !/^[a-z_:-]*\d{1,4}$/i.test(value) && (isHashed(value) || /\d{5,}|[\da-f]{8}/i.test(value));
}

/** Elements without elements inside that show a short text and are no part of formatted words. */
function leaves(message: Element): Element[] {
  return [...message.querySelectorAll('*')].slice(0, 400).filter((element) => {
    if (element.childElementCount > 0 || element.closest('button,p,li,td,th,pre,code,h1,h2,h3,h4,h5,h6,svg')) return false;
    const { length } = shownText(element);
    return length > 0 && length <= label;
  });
}

/** Leaves with the same key in several messages are no words of them. */
function keyOf(leaf: Element): string {
  const text = shownText(leaf);
  return `${leaf.localName} ${leaf.getAttribute('class') ?? ''} ${time.test(text) ? text.replaceAll(/\d/g, '0') : text}`;
}

/** The outermost elements of a selector in a message; the message itself counts unless it may not be `own`. */
function outermost(message: Element, select: string, own = true): Element[] {
  if (own && message.matches(select)) return [message];
  const found: Element[] = [];
  for (const element of message.querySelectorAll(select)) if (!found.at(-1)?.contains(element)) found.push(element);
  return found;
}
