/**
 * The versions of an answer that were seen: regenerated, switched to, or side by side. A page shows one of them at a time, so
 * each is remembered as it finishes: its tree is the one that was read for its text, and costs nothing while it is mounted.
 */
import type { CapturedAnswer } from '../model/answer.ts';
import type { SeenVersion, SeenVersions } from '../model/controls.ts';
import type { FoundAnswer } from '../model/view.ts';
import { sharedEnds } from './turns.ts';

export interface Variants extends SeenVersions {
  /** The finished answers that are mounted now, in document order. */
  see(answers: readonly FoundAnswer[]): void;
}

/** Versions kept of one answer, and units of text in all: with its tree a text takes about ten times its units. */
const versions = 4;
const mostText = 200_000;
/** Of those that come at once, as when a long conversation is opened: the last ones are what is made again. */
const atOnce = 20;
/** Of the shorter text so much stands in the longer one too: it was stopped and went on, or has got its citations (design §4). */
const same = 0.9;

/** `capture` reads a mounted answer, as for a review. */
export function createVariants(capture: (answer: FoundAnswer) => CapturedAnswer): Variants {
  /** Every id that was ever looked at: what was let go of does not come back. */
  const met = new Set<string>();
  const kept = new Map<string, SeenVersion>();
  let mounted: readonly FoundAnswer[] = [];

  function remember(answer: FoundAnswer, before: string | null): void {
    const { id, asked, message, model, thinking, conversation } = answer;
    met.add(id);
    if (!asked) return;
    const { text, hast } = answer.read();
    // It moved on between the two: the next look has it.
    if (text !== answer.text) return void met.delete(id);
    const fresh = { id, asked, before, text, hast, message, model, thinking, conversation, capturedAt: new Date().toISOString() };
    const others = [...kept.values()].filter((one) => alike(one, fresh));
    const grown = others.find((one) => one.message.id === message.id && grew(one.text, text));
    if (grown) kept.delete(grown.id);
    else if (others.length >= versions) kept.delete(others[0]!.id);
    kept.set(id, fresh);
    let units = 0;
    for (const one of [...kept.values()].toReversed()) if ((units += one.text.length) > mostText && one !== fresh) kept.delete(one.id);
  }

  return {
    see(answers) {
      mounted = answers;
      const early = new Set(answers.filter(({ id }) => !met.has(id)).slice(0, -atOnce));
      let before: string | null = null;
      for (const answer of answers) {
        const { id } = answer;
        const known = kept.get(id);
        if (early.has(answer)) met.add(id);
        else if (!met.has(id)) remember(answer, before);
        else if (known) known.before ??= before;
        before = id;
      }
    },
    mounted: () => mounted,
    like(answerId) {
      const own = kept.get(answerId);
      return own ? [...kept.values()].filter((one) => one !== own && alike(one, own)).toReversed() : [];
    },
    capture,
  };
}

/** The same place: the same was asked, after the same answer, in what may be one conversation. */
const alike = (one: SeenVersion, other: SeenVersion): boolean =>
  one.asked === other.asked &&
  one.before === other.before &&
  (one.conversation.id === null || other.conversation.id === null || one.conversation.id === other.conversation.id);

const grew = (one: string, other: string): boolean => sharedEnds(one, other) >= Math.min(one.length, other.length) * same;
