/** What is kept and for how long: the policy says it, or the person where the policy does not. */
import type { Keeping } from '../model/erase.ts';
import type { Policy } from '../model/policy.ts';
import type { Settings } from '../model/settings.ts';

/** The rule and the holds in force: holds of both add up, since a hold is there to keep what somebody else would erase. */
export const keepingOf = (policy: Policy, settings: Settings): Keeping => ({
  rule: policy.retention ?? settings.retention,
  ruleFixed: policy.retention !== undefined,
  holds: [...(policy.holds ?? []).map((hold) => ({ hold, fixed: true })), ...settings.holds.map((hold) => ({ hold, fixed: false }))],
});
