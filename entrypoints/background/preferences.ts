/** Preferences on their way into the store, and who hears of a change. */
import type { Calls, ComparedAnswer } from '../../lib/messaging/protocol.ts';
import type { Handlers, Sender } from '../../lib/messaging/serve.ts';
import { push } from '../../lib/messaging/send.ts';
import { roleOf } from '../../lib/oversight/authority.ts';
import type { Store } from '../../lib/store/open.ts';
import {
  changePreference,
  findPreferences,
  type Named,
  type PreferenceChange,
  type PreferenceRequest,
} from '../../lib/store/preferences.ts';
import type { PrivateStore } from '../../lib/store/private.ts';
import { demandRoom } from '../../lib/store/room.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { indexSoon } from './jobs.ts';
import { maskedToStore } from './masked.ts';
import { policyOf } from './policy.ts';
import { stored, written } from './reviews.ts';

type Name = 'preference.save' | 'preference.find' | 'preference.withdraw' | 'preference.undo';

/** `saved` is called after each change: its undo time has begun, and then it may leave. What is said in private windows goes to `kept`, and stays there. */
export function preferenceHandlers(store: Store, kept: PrivateStore, saved: () => void): Pick<Handlers, Name> {
  async function change({ incognito }: Sender, wanted: PreferenceChange): Promise<Calls['preference.save']['reply']> {
    if (!incognito) await demandRoom();
    const [{ reviewer, destinations }, policy] = await Promise.all([readSettings(store), policyOf(store)]);
    const request: PreferenceRequest = {
      change: incognito ? wanted : await masked(wanted),
      reviewer: { ...reviewer, role: roleOf(policy, reviewer.role).id },
      rubric: { id: policy.rubric.id, version: policy.rubric.version },
      policyVersion: policy.version,
      now: Date.now(),
      destinationIds: destinations.map(({ id }) => id),
    };
    const preference = await (incognito ? kept.compare(request) : changePreference(store, request));
    for (const answerId of preference.answerIds) push('reviews.changed', { answerId });
    if (!incognito) {
      saved();
      indexSoon(store);
    }
    return { preference };
  }

  async function masked(wanted: PreferenceChange): Promise<PreferenceChange> {
    if (wanted.kind !== 'prefer') return wanted;
    const [one, other] = wanted.pair;
    const { reason, ...first } = await maskedToStore(store, { ...one, reason: wanted.reason });
    return { ...wanted, pair: [first, await maskedToStore(store, other)], reason };
  }

  return {
    'preference.save': ({ pair: [one, other], better, reason }, from) =>
      change(from, { kind: 'prefer', pair: [named(one), named(other)], better, reason: reason.trim() }),
    'preference.find': async ({ answerIds }, { incognito }) => ({
      preferences: await (incognito ? kept.preferences(answerIds) : findPreferences(store, answerIds)),
    }),
    'preference.withdraw': ({ id }, from) => change(from, { kind: 'withdraw', id }),
    'preference.undo': ({ id, toRevision }, from) => change(from, { kind: 'undo', id, toRevision }),
  };
}

/** The text as it was captured decides, whatever the page's script named it. */
function named({ answerId, answer }: ComparedAnswer): Named {
  if (!answer) return { answerId };
  const whole = stored(written(answer));
  return { answerId: whole.id, answer: whole };
}
