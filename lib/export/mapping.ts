/** What trains from what (design §4). One place for all training formats. */
import type { Review } from '../model/review.ts';
import type { ReviewedAnswer } from '../model/reviewed.ts';
import type { RefusalReason } from './format.ts';

/** What a review teaches: each part is null where it teaches nothing of that kind, and `reason` says why. */
export interface Lesson {
  /** The answer to imitate. */
  imitate: string | null;
  /** The better and the worse answer to the same prompt. */
  prefer: { chosen: string; rejected: string } | null;
  /** The original, and whether it is good. */
  judge: { completion: string; good: boolean } | null;
  reason: RefusalReason;
}

/**
 * The lesson of the review that counts. A decision outranks a thumb. A correction replaces the original; whether the
 * original was bad is known only where somebody said so.
 */
export function lessonOf({ answer, counts }: ReviewedAnswer): Lesson {
  const original = answer.markdown;
  const corrected = counts.correction?.markdown ?? null;
  const prefer = corrected === null ? null : { chosen: corrected, rejected: original };
  const nothing = (reason: RefusalReason): Lesson => ({ imitate: null, prefer: null, judge: null, reason });
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

function standOf({ decision, correction, rating }: Review): 'escalated' | 'corrected' | 'bad' | 'good' | 'none' {
  if (decision === 'escalate') return 'escalated';
  if (decision === 'reject') return 'bad';
  if (correction) return 'corrected';
  if (decision === 'approve') return 'good';
  // Approved with an edit, but the edit was taken back: nothing says what the good text is.
  if (decision === 'edit' || rating === null) return 'none';
  return rating === 1 ? 'good' : 'bad';
}
