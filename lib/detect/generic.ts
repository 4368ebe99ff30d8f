/** Chat detection without an adapter. */
import { holds } from '../capture/offsets.ts';
import { besideIn, blocksLike, blocksOf, leadsOf } from './body.ts';
import { bestCandidate, turnsOf, type Candidate } from './candidates.ts';
import { common } from './gaps.ts';
import type { Growth } from './growth.ts';
import { grownCandidate } from './grown.ts';
import { labelOf, ratedCandidate } from './rated.ts';
import type { Scan } from './scan.ts';
import { inOneLook, isUnseen, parentOf, shownLength, showsText } from './shown.ts';
import type { Role } from './words.ts';
import { judge, surely } from './surface.ts';
import type { Speech, Thread } from './thread.ts';

/** The conversation with an AI on a page, or what comes closest to one (with a score below the threshold), or null. */
export const generic = (document: Document, seen: Scan, growth: Growth): Thread | null =>
  inOneLook(() => conversation(document, seen, growth));

function conversation(document: Document, seen: Scan, growth: Growth): Thread | null {
  const named = bestCandidate(seen, growth.grew);
  // Where names tell the speakers apart, what grows in one of their messages is no list of its own.
  const covers =
    named !== null && growth.places().some((place) => [...named.answers, ...named.users].some((message) => holds(message, place)));
  const options = [named, covers ? null : grownCandidate(growth, seen), ratedCandidate(seen)].filter(
    (one): one is Candidate => one !== null,
  );
  let best: { thread: Thread; candidate: Candidate } | null = null;
  for (const candidate of options) {
    turnsOf(candidate, seen);
    const grown = candidate.by === 'grown' || candidate.answers.some(growth.grew);
    const { score, ai, reasons } = judge(document, seen, candidate, grown);
    if (best && best.thread.score >= score) continue;
    best = {
      thread: {
        site: 'generic',
        kind: 'generic',
        by: candidate.by,
        grown,
        provider: null,
        score: ai ? score : Math.min(score, surely - 1),
        reasons,
        speeches: [],
      },
      candidate,
    };
  }
  return best && { ...best.thread, speeches: speeches(best.candidate, seen) };
}

/** Does the score say that this is an AI's conversation? */
export const isSure = (thread: Thread): boolean => thread.score >= surely;

/** `parts` hold the words of the message: one answer may stand in several, around what was done for it. */
interface Said {
  role: Role;
  element: Element;
  parts: Element[];
}

function speeches(candidate: Candidate, { roots, composers }: Scan): Speech[] {
  const alerts = roots.some((root) => root.querySelector('[role=alert]'));
  const shown = turnsOf(candidate).filter(({ element }) => showsText(element) && !isUnseen(element));
  const messages = together(alerts ? withoutErrors(shown) : shown);
  const aside = besideIn(messages.slice(-8).map(({ element }) => element));
  const names = { user: namesOf(messages, 'user'), assistant: namesOf(messages, 'assistant') };
  const examples = {
    user: example(messages, 'user', names.user, aside),
    assistant: example(messages, 'assistant', names.assistant, aside),
  };
  const taken = new Set<string>();
  return messages.map(({ role, element, parts }, at) => ({
    role,
    message: element,
    blocks: () => parts.flatMap((part) => blocksLike(part, examples[role], names[role], aside)),
    leaveOut: aside,
    messageId: idOf(element, messages[at - 1]?.element, messages[at + 1]?.element, taken),
    model: null,
    thinking: () => null,
    mark: () => markOf(element) ?? (at === messages.length - 1 && isStopping(composers) ? 'streaming' : null),
  }));
}

/**
 * Answers that follow each other in one box are one answer. One that follows another far outside of all other messages' box is a panel:
 * a document that was made, a report.
 */
function together(messages: { role: Role; element: Element }[]): Said[] {
  const said: Said[] = [];
  messages.forEach(({ role, element }, at) => {
    const before = said.at(-1);
    if (before?.role !== 'assistant' || role !== 'assistant') return void said.push({ role, element, parts: [element] });
    const box = common([before.parts[0]!, element])!;
    const others = messages.filter((other) => other.element !== element).map((other) => other.element);
    if (!others.some((other) => !before.parts.includes(other) && holds(box, other)))
      said[said.length - 1] = { role, element: box, parts: [...before.parts, element] };
    else if (at < messages.length - 1 || isNear(common(others)!, element)) said.push({ role, element, parts: [element] });
  });
  return said;
}

/** Does it stand in the list, or in a box only a little larger? */
function isNear(list: Element, message: Element): boolean {
  let at: Element | null = list;
  for (let up = 0; at && up < 3; up++, at = parentOf(at)) if (holds(at, message)) return true;
  return false;
}

/** The block of the longest of the newest messages: there the words stand out. */
function example(messages: readonly Said[], role: Role, names: readonly string[], aside: string): Element | null {
  let longest: Element | null = null;
  for (const { element } of messages.filter((message) => message.role === role).slice(-8))
    if (!longest || shownLength(element) > shownLength(longest)) longest = element;
  const blocks = longest ? blocksOf(longest, names, aside) : [];
  return blocks.length === 1 && blocks[0] !== longest ? blocks[0]! : null;
}

/** What all messages of a speaker begin with: initial and name. */
function namesOf(messages: readonly Said[], role: Role): string[] {
  const leads = messages
    .filter((message) => message.role === role)
    .slice(-4)
    .map(({ element }) => leadsOf(element));
  const [first] = leads;
  if (!first || leads.length < 2) return [];
  const same = first.findIndex((text, at) => !leads.every((other) => other[at] === text));
  return same < 0 ? first : first.slice(0, same);
}

/** Where a tool keeps a message's id: what is named so, and what may hold another thing's. */
const named = ['data-message-id', 'data-msg-id', 'data-messageid'];
const maybe = ['id', 'data-id', 'data-key', 'data-item-id', 'data-turn-id', 'data-testid'];
const ids = [...named, ...maybe];
/** Made by a machine for this one thing: a UUID, a ULID, a long hexadecimal or mixed token. Counters and words are none. */
const opaque = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?:^|[-_:])(?=\w*\d\w*[a-z]\w*\d)[0-9a-z]{16,}$/i;

/** Units; more is data. */
const longestId = 200;

/** A message id that the page gives: stable names only, no counters. `before` and `after` are the messages around it. */
function idOf(message: Element, before: Element | undefined, after: Element | undefined, taken: Set<string>): string | null {
  const own = idIn(message, taken);
  if (own !== null) return own;
  const box = message.parentElement;
  const shared = !box || (before && holds(box, before)) || (after && holds(box, after));
  return (shared ? null : idIn(box, taken)) ?? idIn(message.firstElementChild, taken);
}

function idIn(element: Element | null, taken: Set<string>): string | null {
  for (const name of element ? ids : []) {
    const id = element!.getAttribute(name);
    if (!id || id.length > longestId || taken.has(id) || (maybe.includes(name) && !opaque.test(id))) continue;
    taken.add(id);
    return id;
  }
  return null;
}

/** A button that ends what is being written, in the box of a place to write. */
function isStopping(composers: readonly Element[]): boolean {
  for (const composer of composers) {
    let box = composer;
    for (let up = 0, parent = parentOf(box); up < 4 && parent && parent.localName !== 'body'; up++, parent = parentOf(box)) box = parent;
    for (const button of [...box.querySelectorAll('button,[role=button]')].slice(-40))
      if (stops.test(labelOf(button).trim()) && !isUnseen(button)) return true;
  }
  return false;
}
const stops = /^stop$|^stop (generating|response|streaming|answering)|^停止(生成|回答)?$|antwort stoppen/i;

/** Without what the page says itself. Where it announces every message as an alert, none of them is an error. */
function withoutErrors<T extends { element: Element }>(messages: T[]): T[] {
  const alerts = messages.filter(({ element }) => alertOf(element));
  return alerts.length * 2 > messages.length ? messages : messages.filter(({ element }) => !isError(element));
}

const alertOf = (element: Element): Element | null => element.closest('[role=alert]') ?? element.querySelector('[role=alert]');

/** "Something went wrong" is said by the page. */
const isError = (element: Element): boolean => {
  const alert = alertOf(element);
  return alert !== null && (alert.contains(element) || shownLength(alert) >= shownLength(element) * 0.9);
};

function markOf(message: Element): ReturnType<Speech['mark']> {
  const growing = '[aria-busy=true],[data-is-streaming=true],[data-streaming=true],[data-status=running],[data-state=streaming]';
  if (message.matches(growing) || message.querySelector(growing)) return 'streaming';
  const done = '[data-is-streaming=false],[data-streaming=false],[data-status=complete]';
  return message.matches(done) || message.querySelector(done) ? 'finished' : null;
}
