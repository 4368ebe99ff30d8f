/**
 * From one answer and one prompt that a person showed to an adapter for the site: selectors that find all messages like
 * the two and tell them apart. What is proposed is tried with the adapter engine itself, so what is shown is what will be found.
 */
import { holds } from '../../capture/offsets.ts';
import type { Hook, Layout, SiteAdapter } from '../../model/site.ts';
import { adapted } from '../adapted.ts';
import { pairs, type Pair } from './alike.ts';
import type { Group } from './groups.ts';
import { asideIn, bodyOf, idsOf, leaveOutOf, stateOf } from './inside.ts';
import { openRoots } from '../scan.ts';
import type { Trait } from './traits.ts';

/** What a person pointed at: any element in an answer, and any in a prompt; null where the page shows none. */
export interface Shown {
  answer: Element;
  prompt: Element | null;
}

/** An adapter, and what it finds on the page now, in document order. */
export interface Proposal {
  adapter: SiteAdapter;
  answers: Element[];
  prompts: Element[];
}

export interface TeachOptions {
  /** Origin of the frame, `https://chat.example`. */
  origin: string;
  /** Path of the page; an id in it becomes the conversation's. */
  path: string;
  /** YYYY-MM-DD. */
  today: string;
}

/** Hooks kept for one part: more than the best, because the next release takes some away. */
const kept = 3;
/** From this cost on a selector rests on a mere tag or place: the best there may be, and never a second. */
const weak = 11;
/** Choices offered when it is not clear how much is meant. */
const offered = 5;
/** Points below the best at which a choice is none. */
const near = 3;

/**
 * The adapters that fit, those that find the fewest answers first; `best` is the index of the likeliest. Null where
 * nothing tells the two apart, or one stands in the other.
 */
export function propose(document: Document, shown: Shown, options: TeachOptions): { proposals: Proposal[]; best: number } | null {
  const { answer, prompt } = shown;
  if (prompt && (holds(answer, prompt) || holds(prompt, answer))) return null;
  const roots = openRoots(document);
  const found: { proposal: Proposal; score: number; answers: Element[] }[] = [];
  for (const pair of pairs(roots, answer, prompt)) {
    const answers = pair.answers.found;
    if (pair.score < (found[0]?.score ?? 0) - near || found.length === offered) break;
    // The best of those that find the same messages is enough.
    if (found.some((other) => same(other.answers, answers))) continue;
    const proposal = tried(roots, pair, shown, options);
    if (proposal) found.push({ proposal, score: pair.score, answers });
  }
  const [first] = found;
  if (!first) return null;
  const proposals = found.map(({ proposal }) => proposal).sort((one, other) => one.answers.length - other.answers.length);
  return { proposals, best: proposals.indexOf(first.proposal) };
}

/** The id of what a person taught for an origin: teaching again replaces it. */
export const taughtId = (origin: string): string =>
  `taught-${origin
    .replace(/^https?:\/\//, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;

/** Runs the adapter that a pair makes; null if it misses what the person showed. */
function tried(
  roots: (Document | ShadowRoot)[],
  pair: Pair,
  { answer, prompt }: Shown,
  { origin, path, today }: TeachOptions,
): Proposal | null {
  const hook = ({ select }: Trait): Hook => ({ select, seen: today, grade: 'taught' });
  const aside = asideIn(pair.answers.found, answer);
  const body = bodyOf(pair.answers.found, answer, aside);
  const words = pair.prompts && prompt ? bodyOf(pair.prompts.found, prompt, asideIn(pair.prompts.found, prompt)) : [];
  const layout: Layout = {
    id: 'taught',
    answer: hooksOf(pair.answers, pair.likeAnswers).map(hook),
    prompt: pair.prompts
      ? [...innerHooks(pair.prompts, words), ...hooksOf(pair.prompts, pair.likePrompts)].slice(0, kept + 1).map(hook)
      : [],
    body: body.map(hook),
    leaveOut: leaveOutOf(pair.answers.found, answer, aside).map(hook),
    messageId: idsOf(pair.answers.found, pair.prompts?.found ?? []).map(({ from, attribute, ...trait }) => ({
      ...hook(trait),
      from,
      attribute,
    })),
    ...stateOf(pair.answers.found, hook),
    model: [],
  };
  const conversation = conversationOf(path);
  const adapter: SiteAdapter = {
    id: taughtId(origin),
    provider: null,
    origins: [origin],
    ...(conversation ? { conversation } : {}),
    layouts: [layout],
  };
  const speeches = adapted(roots, [adapter])?.speeches ?? [];
  const of = (role: 'user' | 'assistant') => speeches.filter((speech) => speech.role === role).map(({ message }) => message);
  const [answers, prompts] = [of('assistant'), of('user')];
  const hit = answers.some((message) => holds(message, answer)) && (!prompt || prompts.some((message) => meet(message, prompt)));
  return hit ? { adapter, answers, prompts } : null;
}

/** Does one hold the other? A prompt's words may stand in a part of what the person showed. */
const meet = (one: Element, other: Element): boolean => holds(one, other) || holds(other, one);

/** The best selectors that find exactly the group, on different attributes first; then those of other groups that mark the same messages. */
function hooksOf(group: Group, alike: readonly Group[]): Trait[] {
  const all = [...group.traits, ...alike.flatMap(({ traits }) => traits.slice(0, 1))];
  const chosen: Trait[] = [];
  // One that needs another to hold breaks with it, and a bare tag finds pieces where the better one is gone.
  const apart = (trait: Trait): boolean =>
    chosen.length === 0 || (trait.cost < weak && !chosen.some(({ select }) => trait.select.includes(select)));
  for (const trait of all) if (chosen.length < kept && apart(trait) && !chosen.some(({ on }) => on === trait.on)) chosen.push(trait);
  for (const trait of group.traits) if (chosen.length < 2 && apart(trait)) chosen.push(trait);
  return chosen;
}

/** A prompt's own words inside it: names and times beside them are not what was asked. */
const innerHooks = ({ traits }: Group, words: readonly Trait[]): Trait[] =>
  words
    .slice(0, 1)
    .flatMap((word) =>
      word.select.startsWith(':scope') || traits.length === 0
        ? []
        : [{ select: `${traits[0]!.select} ${word.select}`, cost: traits[0]!.cost, on: `${traits[0]!.on} ${word.on}` }],
    );

/** `/c/<id>`: the last part of the path that looks made up is the conversation's id. */
function conversationOf(path: string): string | null {
  const parts = path.split('/');
  const at = parts.findLastIndex((part) => /^[\w-]{8,}$/.test(part) && /\d/.test(part));
  if (at < 2) return null;
  return `/${parts[at - 1]!.replaceAll(/[^\w-]/g, '.')}/([\\w-]+)`;
}

/** The same messages, be it by an element around or inside them. */
const same = (one: readonly Element[], other: readonly Element[]): boolean =>
  one.length === other.length && one.every((element, at) => meet(element, other[at]!));
