/** All elements like one: the selectors that an element and those above it offer, and which of them tell two kinds of messages apart. */
import { holds, order } from '../../capture/offsets.ts';
import { beside, placed, plain, subtle } from './combined.ts';
import { Groups, type Group, type Roots } from './groups.ts';
import { parentOf, shownLength } from '../shown.ts';

/** A way to tell answers from prompts; the higher the score, the likelier it is what the person means. */
export interface Pair {
  answers: Group;
  /** Null where the page shows no prompts. */
  prompts: Group | null;
  score: number;
  /** Told apart by something that is likely to last. */
  clear: boolean;
  /** Other groups that mark the same messages, one for one. */
  likeAnswers: Group[];
  likePrompts: Group[];
}

/** Elements looked at above what a person showed. */
const levels = 10;
/** Parts of a message, never the whole, while something stands around them. */
export const part =
  /^(P|A|B|I|EM|STRONG|SPAN|CODE|PRE|H[1-6]|UL|OL|TABLE|T[RDH]|TBODY|THEAD|BLOCKQUOTE|BR|HR|SVG|PATH|IMG|MARK|KBD|SUP|SUB|DEL)$/i;
/** A pair that is told apart so well, however many messages there are, needs no search for subtler marks. */
const clear = 5.5;
/** Selectors are tried for so long, ms: on a page without end what was found by then has to do. */
const patience = 1200;

/** The ways to tell the two apart, best first. */
export function pairs(roots: Roots, answer: Element, prompt: Element | null): Pair[] {
  const [above, below] = chains(answer, prompt);
  const lengths = new WeakMap<Element, number>();
  const length = (element: Element): number => {
    let known = lengths.get(element);
    if (known === undefined) lengths.set(element, (known = shownLength(element)));
    return known;
  };
  const deadline = performance.now() + patience;
  const sides = {
    answer: new Groups(roots, answer, length, deadline),
    prompt: prompt ? new Groups(roots, prompt, length, deadline) : null,
  };
  let best: Pair[] = [];
  for (const stage of [plain, beside, subtle, placed]) {
    const last = stage === placed;
    above.forEach((element, at) => sides.answer.add(element, stage(element, below[Math.min(at, below.length - 1)] ?? null), last));
    below.forEach((element, at) => sides.prompt?.add(element, stage(element, above[Math.min(at, above.length - 1)] ?? null), last));
    best = ranked(sides.answer.all(), sides.prompt?.all() ?? null);
    if (stage !== plain && best[0]?.clear) break;
  }
  return best;
}

/** From the outermost element that holds only one of the two down to what was shown. */
function chains(answer: Element, prompt: Element | null): [Element[], Element[]] {
  const up = (from: Element, other: Element | null): Element[] => {
    const chain: Element[] = [];
    for (let at: Element | null = from; at && !/^(BODY|HTML|MAIN)$/.test(at.tagName); at = parentOf(at)) {
      if (other && holds(at, other)) break;
      chain.unshift(at);
    }
    const whole = chain.filter((element) => !part.test(element.tagName));
    return (whole.length > 0 ? whole : chain.slice(0, 1)).slice(0, levels);
  };
  return [up(answer, prompt), prompt ? up(prompt, answer) : []];
}

function ranked(answers: Group[], prompts: Group[] | null): Pair[] {
  const made: Pair[] = [];
  for (const one of answers) {
    for (const other of prompts ?? [null]) {
      const found = worth(one, other);
      if (found) made.push({ answers: one, prompts: other, ...found, likeAnswers: [], likePrompts: [] });
    }
  }
  made.sort((one, other) => other.score - one.score);
  for (const pair of made.slice(0, 20)) {
    pair.likeAnswers = answers.filter(
      (group) => group !== pair.answers && oneForOne(group, pair.answers) && !(pair.prompts && meets(group, pair.prompts)),
    );
    pair.likePrompts = (prompts ?? []).filter(
      (group) => group !== pair.prompts && pair.prompts && oneForOne(group, pair.prompts) && !meets(group, pair.answers),
    );
  }
  return made;
}

/** How likely two groups are the two speakers; null if one stands in the other. */
function worth(answers: Group, prompts: Group | null): { score: number; clear: boolean } | null {
  const [many, few] = [answers.found.length, prompts?.found.length ?? answers.found.length];
  const changes = prompts ? changesIn(answers.found, prompts.found) : 0;
  if (changes === null) return null;
  const alternation = prompts ? changes / (many + few - 1) : 1;
  const balance = Math.abs(many - few) / (many + few);
  const cost = answers.traits[0]!.cost + (prompts?.traits[0]!.cost ?? 0);
  const likeness = alternation * 4 + (answers.alikeness + (prompts?.alikeness ?? 1)) * 1.5 - balance * 2 - cost * 0.15;
  // The outer of two elements with the same words: buttons and ids stand in it.
  const size = Math.min(1, answers.length / 4000) * 0.5;
  return { score: likeness + Math.min(5, Math.log2(1 + Math.min(many, few)) * 1.4) + size, clear: likeness >= clear };
}

/** How often the speaker changes in a conversation of both, in document order; null if one stands in another, or one side is no speaker. */
function changesIn(answers: readonly Element[], prompts: readonly Element[]): number | null {
  const most = Math.max(answers.length, prompts.length);
  if (most > 20 && most > 5 * Math.min(answers.length, prompts.length)) return null;
  let changes = 0;
  let last: { element: Element; from: readonly Element[] } | null = null;
  for (let at = 0, other = 0; at < answers.length || other < prompts.length;) {
    const [answer, prompt] = [answers[at], prompts[other]];
    const isAnswer = !prompt || (answer !== undefined && order(answer, prompt) < 0);
    const element = isAnswer ? answer! : prompt;
    const from = isAnswer ? answers : prompts;
    if (isAnswer) at++;
    else other++;
    if (last && (holds(last.element, element) || holds(element, last.element))) return null;
    if (last && last.from !== from) changes++;
    last = { element, from };
  }
  return changes;
}

/** Each of one group stands in or around exactly one of the other. */
const oneForOne = (one: Group, other: Group): boolean =>
  one.found.length === other.found.length &&
  one.found.every((element, at) => holds(element, other.found[at]!) || holds(other.found[at]!, element));

const meets = (one: Group, other: Group): boolean =>
  one.found.some((element) => other.found.some((inner) => holds(element, inner) || holds(inner, element)));
