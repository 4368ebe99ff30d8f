/** The life of one review, as pure functions: what an act makes of it, and when it is final. */
import { emptyJudgement, type Judgement, type ReviewChange } from '../model/review.ts';

/**
 * What the review says after an act. `earlier` is what the revision said that an `undo` goes back to; null
 * for revision 0, which said nothing. The same act twice gives the same: a second thumb that takes the first one
 * back comes as `rate` with null.
 */
export function applyChange(current: Judgement, change: ReviewChange, earlier: Judgement | null = null): Judgement {
  switch (change.kind) {
    case 'rate':
      return { ...current, rating: change.rating };
    case 'flag': {
      const known = current.flags.some(({ id }) => id === change.flag.id);
      const flags = known
        ? current.flags.map((flag) => (flag.id === change.flag.id ? change.flag : flag))
        : [...current.flags, change.flag];
      return { ...current, flags };
    }
    case 'unflag':
      return { ...current, flags: current.flags.filter(({ id }) => id !== change.flagId) };
    case 'correct':
      return { ...current, correction: change.markdown === null ? null : { markdown: change.markdown } };
    case 'note':
      return { ...current, note: change.note };
    case 'decide':
      return { ...current, decision: change.decision };
    case 'undo':
      return earlier ? judgementOf(earlier) : emptyJudgement();
    case 'withdraw':
      return emptyJudgement();
    default:
      // `finish` makes it final as it is.
      return current;
  }
}

/** True for acts that are a whole review by themselves; what is typed stays a draft until `finish`. */
export const isFinal = (change: ReviewChange): boolean => change.kind !== 'correct' && change.kind !== 'note';

/** True when nothing is said: a review that comes to this is withdrawn. */
export function isEmpty(judgement: Judgement): boolean {
  const { rating, scores, flags, correction, decision, escalation, note } = judgement;
  return (
    rating === null &&
    flags.length === 0 &&
    !correction &&
    !decision &&
    !escalation &&
    note.trim() === '' &&
    Object.keys(scores).length === 0
  );
}

/** Only what the reviewer says, of a whole review. */
export function judgementOf({ rating, scores, flags, correction, decision, escalation, note }: Judgement): Judgement {
  return { rating, scores, flags, correction, decision, escalation, note };
}

/** True when two judgements say the same. */
export const sameJudgement = (one: Judgement, other: Judgement): boolean => canonical(one) === canonical(other);

/** JSON with sorted keys: stored records and fresh ones may order them differently. */
const canonical = (judgement: Judgement): string =>
  JSON.stringify(judgementOf(judgement), (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
