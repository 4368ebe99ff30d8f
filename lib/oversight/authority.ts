/** Who may decide what. Everything else, a thumb, a flag or a correction, is open to everybody. */
import type { Policy, Role } from '../model/policy.ts';
import { Refusal } from '../model/result.ts';
import type { Decision, Judgement, ReviewChange } from '../model/review.ts';
import { scoresOf } from '../model/rubric.ts';

/** The role that counts: the one that the policy gives, else the person's own; the first where the policy knows no such role. */
export function roleOf(policy: Policy, own: string): Role {
  const wanted = policy.reviewerRole ?? own;
  const role = policy.roles.find(({ id }) => id === wanted) ?? policy.roles[0];
  if (!role) throw new Error('A policy has at least one role.');
  return role;
}

/** May this kind of reviewer take this decision? `role` is what the person says of themself. */
export const mayDecide = (policy: Policy, role: string, decision: Decision): boolean => roleOf(policy, role).may.includes(decision);

/** The roles that may, in the policy's order; none where nobody may. */
export const whoMay = (policy: Policy, decision: Decision): Role[] => policy.roles.filter(({ may }) => may.includes(decision));

/** The decision that an act took: another one than before, or the same of another text or to somebody else; null: it took none, or took one back. */
export function taken(before: Judgement, after: Judgement): Decision | null {
  const { decision } = after;
  if (decision === before.decision) {
    const same =
      decision === 'edit'
        ? before.correction?.markdown === after.correction?.markdown
        : decision !== 'escalate' ||
          (before.escalation?.to === after.escalation?.to && before.escalation?.reason === after.escalation?.reason);
    if (same) return null;
  }
  return decision;
}

/**
 * Checks an act against what the policy names, whoever acts: scores of its rubric, and people to escalate to. Throws `score-unknown`,
 * `score-points` or `escalate-to`.
 */
export function checkNames({ rubric, escalateTo }: Policy, change: ReviewChange): void {
  if (change.kind === 'escalate' && escalateTo.length > 0 && !escalateTo.includes(change.to))
    throw new Refusal('escalate-to', { who: escalateTo.join(', ') });
  // A score of a criterion that is no more can still be taken back.
  if (change.kind !== 'score' || change.points === null) return;
  const criterion = rubric.criteria.find(({ id }) => id === change.criterion);
  if (!criterion) throw new Refusal('score-unknown', { criterion: change.criterion.slice(0, 80) });
  const scores = scoresOf(criterion.scale);
  if (!scores.includes(change.points))
    throw new Refusal('score-points', { criterion: criterion.label ?? criterion.id, scores: scores.join(', ') });
}
