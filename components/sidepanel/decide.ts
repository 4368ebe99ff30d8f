/** What a press on a thumb or a decision means, given what is said already: the same once more takes it back. */
import type { Terms } from '../../lib/model/controls.ts';
import type { Rating, Review, ReviewChange } from '../../lib/model/review.ts';

/** Thumbs. */
export const rated = (review: Review | null, rating: Rating): ReviewChange => ({
  kind: 'rate',
  rating: review?.rating === rating ? null : rating,
});

/** True where this is what was decided; an approval with an edit is one. */
export const isDecided = (review: Review | null, decision: 'approve' | 'reject' | 'escalate'): boolean =>
  review?.decision === decision || (decision === 'approve' && review?.decision === 'edit');

/** Approve or reject. */
export const decided = (review: Review | null, decision: 'approve' | 'reject'): ReviewChange => ({
  kind: 'decide',
  decision: isDecided(review, decision) ? null : decision,
});

/** Why a decision is locked for this reviewer, in words; undefined: it is not. To approve what one has corrected is to approve it with that edit. */
export const lockOf = (
  review: Review | null,
  decision: 'approve' | 'reject' | 'escalate',
  { locked }: Pick<Terms, 'locked'>,
): string | undefined => locked[decision === 'approve' && review?.correction ? 'edit' : decision];
