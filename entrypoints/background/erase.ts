/** Keeping and erasing: what the pages ask, what goes by itself each day, and who hears of it. */
import type { Handlers } from '../../lib/messaging/serve.ts';
import type { Hold, Keeping } from '../../lib/model/erase.ts';
import { Refusal } from '../../lib/model/result.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { clearOutgoing } from '../../lib/platform/files.ts';
import { keepingOf } from '../../lib/settings/keeping.ts';
import { fitsAnew, makeAnew } from '../../lib/store/anew.ts';
import { erase, planErase, resumeErase } from '../../lib/store/erase.ts';
import type { Store } from '../../lib/store/open.ts';
import { eraseDue } from '../../lib/store/retention.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import { dropEditors } from './editors.ts';
import { policyOf } from './policy.ts';
import { tellReviews } from './tell.ts';

type Name = 'erase.plan' | 'erase.run' | 'keeping.get' | 'keeping.rule' | 'keeping.hold';

const keeping = async (store: Store): Promise<Keeping> => keepingOf(await policyOf(store), await readSettings(store));
const holdsIn = ({ holds }: Pick<Keeping, 'holds'>): Hold[] => holds.map(({ hold }) => hold);

/** Does what is left of an erase that was cut off. */
export async function eraseRest(store: Store): Promise<void> {
  if (!(await resumeErase(store, holdsIn(await keeping(store))))) return;
  await makeAnew(store);
  await done();
}

/** Erases what the rule says is due. */
export async function eraseByRule(store: Store, now = Date.now()): Promise<void> {
  const { rule, ...kept } = await keeping(store);
  if (!rule) return;
  const { answers, reviews } = await eraseDue(store, { rule, holds: holdsIn(kept), now });
  if (answers + reviews === 0) return;
  await makeAnew(store);
  await done();
}

/** What waits outside the database for an editor or a download goes too. */
async function done(): Promise<void> {
  await Promise.all([dropEditors(), clearOutgoing()]);
  await tellReviews();
}

/** `erased` is called after each erase: who was sent what is gone may be told. */
export function eraseHandlers(store: Store, erased: () => void): Pick<Handlers, Name> {
  const change = async (edit: (settings: Settings) => Settings): Promise<{ keeping: Keeping }> => {
    await changeSettings(store, edit);
    return { keeping: await keeping(store) };
  };
  return {
    'erase.plan': async ({ scope }) => {
      const plan = await planErase(store, { scope, holds: holdsIn(await keeping(store)), now: Date.now() });
      return { plan: { ...plan, fresh: await fitsAnew() } };
    },
    'erase.run': async ({ scope }) => {
      try {
        const counts = await erase(store, { scope, holds: holdsIn(await keeping(store)), now: Date.now() });
        await makeAnew(store);
        erased();
        return { counts };
      } finally {
        await done();
      }
    },
    'keeping.get': async () => ({ keeping: await keeping(store) }),
    'keeping.rule': async ({ rule }) => {
      if ((await keeping(store)).ruleFixed) throw new Refusal('keeping-fixed');
      return change((settings) => ({ ...settings, retention: rule }));
    },
    'keeping.hold': ({ hold, on }) =>
      change((settings) => {
        const others = settings.holds.filter((one) => JSON.stringify(one) !== JSON.stringify(hold));
        return { ...settings, holds: on ? [...others, hold] : others };
      }),
  };
}
