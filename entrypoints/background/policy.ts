/** What holds here: the organisation's policy, else the person's own, else the default; and what a person sets of it. */
import { lockedParams, lockedWords } from '../../lib/i18n/rubric.ts';
import type { Handlers } from '../../lib/messaging/serve.ts';
import type { Terms } from '../../lib/model/controls.ts';
import { defaultKeys, type KeyMap } from '../../lib/model/keys.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { Refusal } from '../../lib/model/result.ts';
import { decisions, type Judgement, type ReviewChange } from '../../lib/model/review.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { checkNames, mayDecide, roleOf, taken, whoMay } from '../../lib/oversight/authority.ts';
import { managed } from '../../lib/platform/managed.ts';
import { tellTabs } from '../../lib/platform/scripts.ts';
import { checkedPolicy, policyInForce, type InForce } from '../../lib/settings/policy.ts';
import { noteGivenPolicy } from '../../lib/store/noteAct.ts';
import type { Store } from '../../lib/store/open.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import { explain } from './explain.ts';
import { maskBefore } from './maskStored.ts';

const inForce = async (store: Store): Promise<InForce> => policyInForce(await managed('policy'), (await readSettings(store)).policy);

/** The policy that counts now: each act asks again. */
export const policyOf = async (store: Store): Promise<Policy> => (await inForce(store)).policy;

/** The single keys, with those that the person changed. */
export const keysOf = async (store: Store): Promise<KeyMap> => ({ ...defaultKeys, ...(await readSettings(store)).keys });

/** What reviewers of a page judge by. */
export async function termsOf(store: Store): Promise<Terms> {
  const [policy, keys, { reviewer }] = await Promise.all([policyOf(store), keysOf(store), readSettings(store)]);
  const role = roleOf(policy, reviewer.role);
  const locked = decisions
    .filter((decision) => !role.may.includes(decision))
    .map((decision) => [decision, lockedWords(role, whoMay(policy, decision), decision)] as const);
  return { policy, keys, locked: Object.fromEntries(locked) };
}

/** What an act comes to under the policy; throws what refuses it. `role` is what the person says of themself. */
export function obeying(policy: Policy, role: string, change: ReviewChange): (before: Judgement, after: Judgement) => Judgement {
  checkNames(policy, change);
  return (before, after) => {
    const decision = taken(before, after);
    if (decision === null || mayDecide(policy, role, decision)) return after;
    // What is typed is never refused: the approval goes, since it was for another text, and the text stays.
    if (change.kind === 'correct') return { ...after, decision: null };
    throw new Refusal('not-authorized', lockedParams(roleOf(policy, role), whoMay(policy, decision), decision));
  };
}

/** The policy of the organisation has changed, or the person's settings: open pages ask again. */
export const tellSettings = (): Promise<void> => tellTabs({ name: 'page.settings', data: {} });

/** Notes in the record what the organisation gives now, where that is news: it may have changed while the browser was closed. */
export async function notePolicy(store: Store): Promise<void> {
  const { policy, by, wrong } = policyInForce(await managed('policy'), null);
  await noteGivenPolicy(store, { policy: by === 'organisation' ? policy : null, wrong: wrong?.code ?? null });
}

/** What the settings page asks and sets. */
export function policyHandlers(
  store: Store,
): Pick<Handlers, 'policy.get' | 'policy.import' | 'policy.set' | 'settings.reviewer' | 'settings.keys'> {
  async function change(edit: (settings: Settings) => Settings): Promise<Settings> {
    const settings = await changeSettings(store, edit);
    await tellSettings();
    // Also where nothing changed: what a backup brought is masked then.
    void maskBefore(store);
    return settings;
  }

  async function set(policy: Policy | null): Promise<{ before: Policy | null }> {
    const { by, wrong } = await inForce(store);
    if (by === 'organisation' || wrong) throw new Refusal('policy-fixed');
    let before: Policy | null = null;
    await change((settings) => {
      before = settings.policy;
      return { ...settings, policy };
    });
    return { before };
  }

  return {
    'policy.get': async () => {
      const { policy, by, wrong } = await inForce(store);
      return { policy, by, wrong: wrong && explain(wrong).message };
    },
    'policy.import': ({ text }) => set(checkedPolicy(text)),
    'policy.set': ({ policy }) => set(policy && checkedPolicy(policy)),
    'settings.reviewer': async ({ name, role }) => ({
      settings: await change(({ reviewer, ...settings }) => {
        const called = name === undefined ? reviewer.name : name.trim();
        return { ...settings, reviewer: { id: reviewer.id, role: role ?? reviewer.role, ...(called ? { name: called } : {}) } };
      }),
    }),
    'settings.keys': async ({ keys }) => {
      await change((settings) => ({ ...settings, keys }));
      return { keys: await keysOf(store) };
    },
  };
}
