/** Chat detection without an adapter. */
import { holds } from '../capture/offsets.ts';
import { beside, blocksLike, blocksOf, leadsOf } from './body.ts';
import { bestCandidate, inOrder, type Candidate } from './candidates.ts';
import type { Growth } from './growth.ts';
import { grownCandidate } from './grown.ts';
import type { Scan } from './scan.ts';
import { isUnseen, shownLength } from './shown.ts';
import type { Role } from './words.ts';
import { judge, surely } from './surface.ts';
import type { Speech, Thread } from './thread.ts';

/** The conversation with an AI on a page, or what comes closest to one (with a score below the threshold), or null. */
export function generic(document: Document, seen: Scan, growth: Growth): Thread | null {
  const named = bestCandidate(seen, growth.grew);
  // Where names tell the speakers apart, what grows in one of their messages is no list of its own.
  const covers =
    named !== null && growth.places().some((place) => [...named.answers, ...named.users].some((message) => holds(message, place)));
  const options = [named, covers ? null : grownCandidate(growth, seen)].filter((one): one is Candidate => one !== null);
  let best: Thread | null = null;
  for (const candidate of options) {
    const grown = candidate.by === 'grown' || candidate.answers.some(growth.grew);
    const { score, ai, reasons } = judge(document, seen, candidate, grown);
    if (best && best.score >= score) continue;
    best = {
      site: 'generic',
      kind: 'generic',
      by: candidate.by,
      grown,
      provider: null,
      score: ai ? score : Math.min(score, surely - 1),
      reasons,
      speeches: [],
    };
    best.speeches = speeches(candidate, seen);
  }
  return best;
}

/** Does the score say that this is an AI's conversation? */
export const isSure = (thread: Thread): boolean => thread.score >= surely;

type Said = { role: Role; element: Element };

function speeches(candidate: Candidate, seen: Scan): Speech[] {
  const plain = seen.roots.length === 1;
  const messages = inOrder(candidate.users, candidate.answers).filter(
    ({ element }) => !isUnseen(element) && (plain ? (element.textContent ?? '').trim() !== '' : shownLength(element) > 0),
  );
  const names = { user: namesOf(messages, 'user'), assistant: namesOf(messages, 'assistant') };
  const examples = { user: example(messages, 'user', names.user), assistant: example(messages, 'assistant', names.assistant) };
  return messages.map(({ role, element }) => ({
    role,
    message: element,
    blocks: () => blocksLike(element, examples[role], names[role]),
    leaveOut: beside,
    messageId: idOf(element),
    model: null,
    mark: () => markOf(element),
  }));
}

/** The block of the longest of the newest messages: there the words stand out. */
function example(messages: readonly Said[], role: Role, names: readonly string[]): Element | null {
  let longest: Element | null = null;
  for (const { element } of messages.filter((message) => message.role === role).slice(-8))
    if (!longest || shownLength(element) > shownLength(longest)) longest = element;
  const blocks = longest ? blocksOf(longest, names) : [];
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

/** A message id that the page gives: stable names only, no counters. */
function idOf(message: Element): string | null {
  for (const element of [message, message.parentElement, message.firstElementChild]) {
    const id = element?.getAttribute('data-message-id') ?? element?.getAttribute('data-msg-id') ?? element?.getAttribute('data-messageid');
    if (id) return id;
  }
  return null;
}

function markOf(message: Element): ReturnType<Speech['mark']> {
  const growing = '[aria-busy=true],[data-is-streaming=true],[data-streaming=true],[data-status=running],[data-state=streaming]';
  if (message.matches(growing) || message.querySelector(growing)) return 'streaming';
  const done = '[data-is-streaming=false],[data-streaming=false],[data-status=complete]';
  return message.matches(done) || message.querySelector(done) ? 'finished' : null;
}
