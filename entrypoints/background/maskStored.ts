/** What was stored before a policy wanted it masked is masked too: at each start and change of policy, until nothing is left. */
import type { PrivacyInForce } from '../../lib/model/privacy.ts';
import { makeAnew } from '../../lib/store/anew.ts';
import { forgetMasked, maskStored } from '../../lib/store/maskStored.ts';
import type { Store } from '../../lib/store/open.ts';
import { dropEditors } from './editors.ts';
import { indexSoon } from './jobs.ts';
import { maskAbout, rulesOf } from './masked.ts';
import { privacyOf } from './privacy.ts';
import { tellReviews } from './tell.ts';

/** One run after the other: a policy that changes meanwhile is obeyed by the next one. */
let last: Promise<void> = Promise.resolve();

/** Masks it, where the policy wants that. What is cut off goes on at the next start. */
export function maskBefore(store: Store): Promise<void> {
  last = last.then(() => run(store)).catch((error: unknown) => console.warn(`Not masked yet: ${String(error)}`));
  return last;
}

async function run(store: Store): Promise<void> {
  const privacy: PrivacyInForce = await privacyOf(store);
  if (privacy.store !== 'masked') return forgetMasked(store);
  const changed = await maskStored(store, { rules: rulesOf(privacy), mask: maskAbout(privacy), now: Date.now });
  if (changed === 0) return;
  // The words before can stay readable in the files of the database, and in what waits for an editor.
  await makeAnew(store);
  await dropEditors();
  await tellReviews();
  indexSoon(store);
}
