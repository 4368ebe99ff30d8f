import type { Judgement } from '../model/review.ts';
import type { Verdict } from '../model/reviewed.ts';

const decided = { approve: 'approved', edit: 'edited', reject: 'rejected', escalate: 'escalated' } as const;

/** What a review comes to in one word; null when it says nothing, or carries tags alone. */
export function verdictOf(judgement: Judgement): Verdict | null {
  if (judgement.decision) return decided[judgement.decision];
  if (judgement.correction) return 'corrected';
  if (judgement.rating) return judgement.rating > 0 ? 'up' : 'down';
  if (judgement.flags.length > 0) return 'flagged';
  return judgement.note.trim() ? 'noted' : null;
}
