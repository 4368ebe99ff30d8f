/** What is masked here, and what a person sets of it. */
import type { Handlers } from '../../lib/messaging/serve.ts';
import type { PrivacyInForce } from '../../lib/model/privacy.ts';
import { Refusal } from '../../lib/model/result.ts';
import { managed } from '../../lib/platform/managed.ts';
import { checkRules } from '../../lib/privacy/rules.ts';
import { policyInForce } from '../../lib/settings/policy.ts';
import { privacyInForce } from '../../lib/settings/privacy.ts';
import type { Store } from '../../lib/store/open.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import type { Sync } from '../../lib/sync/sync.ts';

/** What counts now: asked before each request. */
export async function privacyOf(store: Store): Promise<PrivacyInForce> {
  const { policy, privacy } = await readSettings(store);
  return privacyInForce(policyInForce(await managed('policy'), policy), privacy);
}

export function privacyHandlers(store: Store, sync: Sync): Pick<Handlers, 'privacy.get' | 'privacy.set' | 'sync.choose'> {
  return {
    'privacy.get': async () => ({ privacy: await privacyOf(store) }),
    'privacy.set': async ({ privacy }) => {
      if ((await privacyOf(store)).by !== 'default') throw new Refusal('privacy-fixed');
      checkRules(privacy);
      await changeSettings(store, (settings) => ({ ...settings, privacy }));
      return { privacy: await privacyOf(store) };
    },
    'sync.choose': async ({ destinationId, ...choice }) => {
      await sync.choose(choice);
      return sync.preview(destinationId);
    },
  };
}
