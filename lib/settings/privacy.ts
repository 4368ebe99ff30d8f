/** What is masked here: default < person < policy. */
import { defaultPrivacy, type Privacy, type PrivacyInForce } from '../model/privacy.ts';
import type { InForce } from './policy.ts';

/** `own` is what the person set. It counts where no policy says anything; where the organisation's cannot be read, everything is masked. */
export function privacyInForce({ policy, by, wrong }: InForce, own: Privacy): PrivacyInForce {
  if (wrong) return { ...defaultPrivacy, export: 'masked', store: 'whole', by: 'wrong' };
  if (policy.privacy) return { ...policy.privacy, by };
  return { ...own, export: 'choice', store: 'whole', by: 'default' };
}
