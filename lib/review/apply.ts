/** The life of one review, as pure functions: what an act makes of it, and when it is final. */
import { emptyJudgement, type Decision, type Judgement, type ReviewChange } from '../model/review.ts';

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
      return {
        ...current,
        correction: change.markdown === null ? null : { markdown: change.markdown },
        decision: approved(current.decision) ? approval(change.markdown !== null) : current.decision,
      };
    case 'note':
      return { ...current, note: change.note };
    case 'tag':
      return tagged(current, [...(current.tags ?? []), change.tag]);
    case 'untag':
      return tagged(
        current,
        (current.tags ?? []).filter((tag) => tag !== change.tag),
      );
    case 'score': {
      const { [change.criterion]: _, ...others } = current.scores;
      return { ...current, scores: change.points === null ? others : { ...others, [change.criterion]: change.points } };
    }
    case 'decide':
      return {
        ...current,
        decision: approved(change.decision) ? approval(current.correction !== null) : change.decision,
        escalation: null,
      };
    case 'escalate':
      return { ...current, decision: 'escalate', escalation: { to: change.to, reason: change.reason } };
    case 'undo':
      return earlier ? judgementOf(earlier) : emptyJudgement();
    case 'withdraw':
      return emptyJudgement();
    default:
      // `finish` makes it final as it is; `settle` is about what does not count.
      return current;
  }
}

const approved = (decision: Decision | null): boolean => decision === 'approve' || decision === 'edit';
/** To approve an answer that one has corrected is to approve it with that edit. */
const approval = (corrected: boolean): Decision => (corrected ? 'edit' : 'approve');

/** Without any there is no field: so were reviews before there were tags. */
function tagged(current: Judgement, tags: string[]): Judgement {
  const { tags: _, ...rest } = current;
  return tags.length > 0 ? { ...rest, tags: [...new Set(tags)].sort() } : rest;
}

/** True for acts that are a whole review by themselves; what is typed stays a draft until `finish`. */
export const isFinal = (change: ReviewChange): boolean => change.kind !== 'correct' && change.kind !== 'note';

/** True when nothing is said: a review that comes to this is withdrawn. */
export function isEmpty(judgement: Judgement): boolean {
  const { rating, scores, flags, correction, decision, escalation, note, tags = [] } = judgement;
  return (
    rating === null &&
    tags.length === 0 &&
    flags.length === 0 &&
    !correction &&
    !decision &&
    !escalation &&
    note.trim() === '' &&
    Object.keys(scores).length === 0
  );
}

/** Only what the reviewer says, of a whole review. */
export function judgementOf({ rating, scores, flags, correction, decision, escalation, note, tags = [] }: Judgement): Judgement {
  return { rating, scores, flags, correction, decision, escalation, note, ...(tags.length > 0 ? { tags } : {}) };
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
