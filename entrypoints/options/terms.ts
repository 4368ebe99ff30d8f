/** What holds for what a file brings in: whose it becomes, and how it is masked. */
import type { QueueFor } from '../../lib/dataset/queue.ts';
import { send } from '../../lib/messaging/send.ts';
import { readMasks } from '../../lib/store/masks.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { store } from './state.ts';
import type { Masking } from './takeIn.ts';

/** Whose drafts they become, and by which rules they are reviewed. */
export async function queueFor(): Promise<Omit<QueueFor, 'name' | 'at'>> {
  const [reply, { reviewer }] = await Promise.all([send('policy.get', {}), readSettings(store)]);
  if (!reply.ok) throw new Error(reply.error.message);
  const { rubric, version } = reply.value.policy;
  return { reviewer, rubric: { id: rubric.id, version: rubric.version }, policyVersion: version };
}

/** How the policy wants what is stored masked; null: it does not. */
export async function maskingNow(): Promise<Masking | null> {
  const reply = await send('privacy.get', {});
  if (!reply.ok) throw new Error(reply.error.message);
  const { privacy } = reply.value;
  if (privacy.store !== 'masked') return null;
  const { maskAbout } = await import('../background/masked.ts');
  return { mask: maskAbout(privacy), read: (conversation) => readMasks(store, conversation) };
}
