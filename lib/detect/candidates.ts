/** From names to speakers: which names on this page tell messages apart. */
import { between } from './gaps.ts';
import { orderIn, type Scan, type Stem } from './scan.ts';
import { isUnseen, onceALook, shownLength, showsText } from './shown.ts';

/** Two kinds of messages that some name, growth or buttons tell apart. */
export interface Candidate {
  by: 'pair' | 'one-sided' | 'grown' | 'rated';
  users: Element[];
  answers: Element[];
  /** How surely the names say it: 3 an AI's word, 2 a role, 1 a direction, 0 nothing. */
  strength: { user: number; assistant: number };
  /** The name stands in a `data-*` value or in an element's name, not in a class. */
  stable: boolean;
  words: string[];
}

/** Messages looked at to compare names by; the newest are always mounted. */
const sample = 12;
const several = 6;
/** Units of answers' text below which one name alone is an accident. */
const leastAlone = 40;
/** More elements than this that one name stands on are cards, not prompts. */
const mostAlone = 400;
/** No message stands in these. */
const apart = '[contenteditable=true],[contenteditable=""],[role=textbox],textarea,nav,[role=navigation],[role=menu],[role=listbox]';

/** The name that tells the most text apart the most surely, or null. `grew` says which elements have streamed. */
export function bestCandidate(scan: Scan, grew: (element: Element) => boolean): Candidate | null {
  const stems = [...scan.stems.values()];
  const options = [...stems.flatMap(paired), ...crossed(stems), ...stems.flatMap(oneSided)];
  const most = Math.max(1, ...options.map(({ text }) => text));
  let best: { value: number; candidate: Candidate } | null = null;
  for (const { candidate, alternation, text } of options) {
    const { user, assistant } = candidate.strength;
    const value =
      (user + assistant) * 1.5 +
      alternation * 3 +
      (text / most) * 8 +
      (candidate.by === 'pair' ? 2 : 0) +
      (candidate.stable ? 1 : 0) +
      (candidate.answers.slice(-3).some(grew) ? 4 : 0) -
      (candidate.users.slice(-3).some(grew) ? 4 : 0);
    if (!best || value > best.value) best = { value, candidate };
  }
  return best?.candidate ?? null;
}

interface Option {
  candidate: Candidate;
  /** Share of neighbours that differ, 0 to 1. */
  alternation: number;
  /** Units of text in the sample. */
  text: number;
}

function paired(stem: Stem): Option[] {
  if (stem.user.length === 0 || stem.assistant.length === 0) return [];
  const stable = stem.attribute !== 'class' && stem.attribute !== 'layout';
  const whole = option('pair', stem.user, stem.assistant, stem.strength, stable, [...stem.words]);
  if (stem.byWord.size < 3 || stem.byWord.size > 6) return whole;
  const words = [...stem.byWord];
  const some = words
    .filter(([, { role }]) => role === 'user')
    .flatMap(([user, mine]) =>
      words
        .filter(([, { role }]) => role === 'assistant')
        .flatMap(([answer, theirs]) =>
          option('pair', mine.elements, theirs.elements, { user: mine.strength, assistant: theirs.strength }, stable, [user, answer]),
        ),
    );
  return [...whole, ...some];
}

/** One name for prompts and quite another for answers. */
function crossed(stems: Stem[]): Option[] {
  const side = (role: 'user' | 'assistant') =>
    stems
      .filter((stem) => stem[role].length > 0 && stem[role === 'user' ? 'assistant' : 'user'].length === 0 && stem.strength[role] >= 2)
      .map((stem) => ({ stem, text: textOf(seen(stem[role].slice(-sample))) }))
      .filter(({ text }) => text > 0)
      // Of names for nearly the same text, the outer one.
      .sort((a, b) => Math.round(Math.log2(b.text)) - Math.round(Math.log2(a.text)) || a.stem[role].length - b.stem[role].length)
      .slice(0, several);
  const users = side('user');
  const answers = side('assistant');
  return users.flatMap(({ stem: user }) =>
    answers.flatMap(({ stem: answer }) =>
      option(
        'pair',
        user.user,
        answer.assistant,
        { user: user.strength.user, assistant: answer.strength.assistant },
        user.attribute !== 'class' && answer.attribute !== 'class',
        [...user.words, ...answer.words],
        0.5,
      ),
    ),
  );
}

/** Only one side is named: the other is what stands between. */
function oneSided(stem: Stem): Option[] {
  const role =
    stem.user.length > 0 && stem.assistant.length === 0 ? 'user' : stem.assistant.length > 0 && stem.user.length === 0 ? 'assistant' : null;
  if (!role || stem.strength[role] < 2) return [];
  // Alone, a host or an agent is anything; an assistant or a response is not.
  if (role === 'assistant' && stem.strength.assistant < 3 && ![...stem.words].every((word) => /^(answer|response|model)$/.test(word)))
    return [];
  if (stem[role].length > mostAlone) return [];
  const known = seen(stem[role]);
  if (known.length === 0) return [];
  const others = between(known, role);
  if (others.length === 0 && role === 'user') return [];
  const strength = { user: role === 'user' ? stem.strength.user : 0, assistant: role === 'assistant' ? stem.strength.assistant : 0 };
  const [users, answers] = role === 'user' ? [known, others] : [others, known];
  return option('one-sided', users, answers, strength, stem.attribute === 'data' || stem.attribute === 'tag', [...stem.words], 0.5);
}

function option(
  by: Candidate['by'],
  users: Element[],
  answers: Element[],
  strength: Candidate['strength'],
  stable: boolean,
  names: string[],
  least = 0.3,
): Option[] {
  const someUsers = seen(users.slice(-sample));
  const someAnswers = seen(answers.slice(-sample));
  if (someAnswers.length === 0 || (by === 'pair' && someUsers.length === 0)) return [];
  for (const answer of someAnswers) if (someUsers.some((user) => answer.contains(user) || user.contains(answer))) return [];
  const merged = inOrder(someUsers, someAnswers);
  const changes = merged.filter(({ role }, at) => at > 0 && role !== merged[at - 1]!.role).length;
  const alternation = merged.length > 1 ? changes / (merged.length - 1) : 0;
  if (someUsers.length > 0 && alternation < least) return [];
  const words = textOf(someAnswers);
  if (by === 'one-sided' && words < leastAlone) return [];
  const text = textOf(someUsers) + words;
  return [{ candidate: { by, users, answers, strength, stable, words: names }, alternation, text }];
}

interface Turn {
  role: 'user' | 'assistant';
  element: Element;
}
const turns = new WeakMap<Candidate, Turn[]>();

/** All messages of a candidate in document order: put in order with the first question, which a `scan` makes quick. */
export function turnsOf(candidate: Candidate, scan?: Scan): Turn[] {
  const known = turns.get(candidate) ?? inOrder(candidate.users, candidate.answers, scan);
  turns.set(candidate, known);
  return known;
}

/** Both kinds in document order. Within one root each is so already. */
function inOrder(users: readonly Element[], answers: readonly Element[], scan?: Scan): Turn[] {
  const order = (one: Element, other: Element) => orderIn(scan, one, other);
  const merged: Turn[] = [];
  let at = 0;
  for (const element of users) {
    for (; at < answers.length && order(answers[at]!, element) < 0; at++) merged.push({ role: 'assistant', element: answers[at]! });
    merged.push({ role: 'user', element });
  }
  for (; at < answers.length; at++) merged.push({ role: 'assistant', element: answers[at]! });
  const isSorted = merged.every(({ element }, index) => index === 0 || order(merged[index - 1]!.element, element) <= 0);
  return isSorted ? merged : merged.sort((one, other) => order(one.element, other.element));
}

const seen = (elements: Element[]): Element[] => elements.filter(isSeen);
const isSeen = onceALook((element) => !element.closest(apart) && showsText(element) && !isUnseen(element));
const textOf = (elements: Element[]): number => elements.reduce((sum, element) => sum + shownLength(element), 0);
