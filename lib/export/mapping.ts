/** What trains from what (design §4). One place for all training formats. */
import type { Turn } from '../model/answer.ts';
import type { ComparedAnswers } from '../model/preference.ts';
import type { Review } from '../model/review.ts';
import type { ReviewedAnswer } from '../model/reviewed.ts';
import type { Exported, RefusalReason } from './format.ts';

/** What a review or a preference teaches: each part is null where it teaches nothing of that kind, and `reason` says why. */
export interface Lesson {
  /** The answer to imitate. */
  imitate: string | null;
  /** The better and the worse answer to the same prompt. */
  prefer: { chosen: string; rejected: string } | null;
  /** The original, and whether it is good. */
  judge: { completion: string; good: boolean } | null;
  reason: RefusalReason;
}

/** The lesson of one item, and the turns that it answers. */
export const lessonOf = (item: Exported): { lesson: Lesson; prompt: Turn[] } =>
  'preference' in item ? ofPreference(item) : { lesson: ofReview(item), prompt: item.answer.prompt };

const nothing = (reason: RefusalReason): Lesson => ({ imitate: null, prefer: null, judge: null, reason });

/** Which is better says not whether either is good: it teaches the preference alone. */
function ofPreference({ preference, answers: [one, other] }: ComparedAnswers): { lesson: Lesson; prompt: Turn[] } {
  const prompt = sharedPrompt(one.prompt, other.prompt, [one.promptComplete, other.promptComplete]);
  if (!prompt) return { lesson: nothing('other-prompt'), prompt: [] };
  if (preference.better === null) return { lesson: nothing('as-good'), prompt };
  const [better, worse] = preference.better === one.id ? [one, other] : [other, one];
  return { lesson: { ...nothing('only-compared'), prefer: { chosen: better.markdown, rejected: worse.markdown } }, prompt };
}

/**
 * What both answer: the same turns up to the last one of a person. Of two answers side by side the first stands before the
 * second, so that what the assistant said since then is no part of it. One that is not complete may have lost its beginning.
 */
function sharedPrompt(one: Turn[], other: Turn[], complete: [boolean, boolean]): Turn[] | null {
  const ends = (turns: Turn[]): Turn[] => turns.slice(0, turns.findLastIndex(({ role }) => role !== 'assistant') + 1);
  const [first, second] = [ends(one), ends(other)];
  const [long, short, whole] = first.length >= second.length ? [first, second, complete[1]] : [second, first, complete[0]];
  if (short.length < long.length && (whole || short.length === 0)) return null;
  const tail = long.slice(long.length - short.length);
  return short.every(({ role, text }, at) => role === tail[at]?.role && text.trim() === tail[at].text.trim()) ? long : null;
}

/**
 * The lesson of the review that counts. A decision outranks a thumb. A correction replaces the original; whether the
 * original was bad is known only where somebody said so.
 */
function ofReview({ answer, counts }: ReviewedAnswer): Lesson {
  const original = answer.markdown;
  const corrected = counts.correction?.markdown ?? null;
  const prefer = corrected === null ? null : { chosen: corrected, rejected: original };
  const bad = { completion: original, good: false };

  switch (standOf(counts)) {
    case 'escalated':
      return nothing('escalated');
    case 'corrected':
      return { imitate: corrected, prefer, judge: counts.decision === null && counts.rating === -1 ? bad : null, reason: 'no-verdict' };
    case 'bad':
      return { imitate: null, prefer, judge: bad, reason: prefer ? 'no-answer-to-learn' : 'no-correction' };
    case 'good':
      if (counts.flags.some(({ severity }) => severity !== 'minor')) return nothing('contradictory');
      if (counts.flags.length > 0) return nothing('flagged');
      return { imitate: original, prefer: null, judge: { completion: original, good: true }, reason: 'no-correction' };
    default:
      return nothing(counts.flags.length > 0 ? 'flagged' : 'no-verdict');
  }
}

/** What a review says of the original; `none`: neither good nor bad. */
type Stand = 'escalated' | 'corrected' | 'bad' | 'good' | 'none';

/** A decision outranks a correction, that a thumb. */
export function standOf({ decision, correction, rating }: Review): Stand {
  if (decision === 'escalate') return 'escalated';
  if (decision === 'reject') return 'bad';
  if (correction) return 'corrected';
  if (decision === 'approve') return 'good';
  // Approved with an edit, but the edit was taken back: nothing says what the good text is.
  if (decision === 'edit' || rating === null) return 'none';
  return rating === 1 ? 'good' : 'bad';
}
