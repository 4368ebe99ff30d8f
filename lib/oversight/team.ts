/** The person at this computer under a policy, as colleagues' reviews see them. */
import type { Policy } from '../model/policy.ts';
import type { Reviewer } from '../model/review.ts';
import { namesOf, type Me } from '../model/team.ts';
import { roleOf } from './authority.ts';

/** The person under a policy. */
export function meOf(policy: Policy, reviewer: Reviewer): Me {
  const role = roleOf(policy, reviewer.role);
  return { id: reviewer.id, names: namesOf(reviewer, role), seesAll: role.seesAll ?? false };
}
