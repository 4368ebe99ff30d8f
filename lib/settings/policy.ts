/** Which policy holds: default < person < organisation. */
import { defaultPolicy, type Policy } from '../model/policy.ts';
import { Refusal } from '../model/result.ts';
import { checkRules } from '../privacy/rules.ts';
import { policyFrom } from '../schema/policy.ts';

/** The policy in force, and who set it. */
export interface InForce {
  policy: Policy;
  by: 'organisation' | 'person' | 'default';
  /** What is wrong with the organisation's: then the default counts, not the person's, for nobody may slip out of a policy by a fault in it. */
  wrong: Refusal | null;
}

/** `managed` is what the browser's policy gives us, JSON text or already read, undefined where it gives nothing; `own` is the person's. */
export function policyInForce(managed: unknown, own: Policy | null): InForce {
  if (managed === undefined || managed === null)
    return own ? { policy: own, by: 'person', wrong: null } : { policy: defaultPolicy, by: 'default', wrong: null };
  try {
    return { policy: checkedPolicy(managed), by: 'organisation', wrong: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { policy: defaultPolicy, by: 'default', wrong: error };
  }
}

/** The policy that a JSON text says, or what was read from one, its own patterns checked. Throws what `policyFrom` and `checkRules` throw. */
export function checkedPolicy(value: unknown): Policy {
  const policy = policyFrom(value);
  checkRules(policy.privacy ?? {});
  return policy;
}
