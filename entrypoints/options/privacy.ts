/** What is masked, on the settings page. */
import { signal } from '@preact/signals';
import { send } from '../../lib/messaging/send.ts';
import type { Privacy, PrivacyInForce } from '../../lib/model/privacy.ts';
import { problem } from './state.ts';

/** Null until it is read. */
export const privacy = signal<PrivacyInForce | null>(null);

/** Reads it again. */
export async function readPrivacy(): Promise<void> {
  const reply = await send('privacy.get', {});
  if (reply.ok) privacy.value = reply.value.privacy;
  else problem.value = reply.error.message;
}

/** Saves it; what went wrong, in words, or null. */
export async function savePrivacy(wanted: Privacy): Promise<string | null> {
  const reply = await send('privacy.set', { privacy: wanted });
  if (reply.ok) privacy.value = reply.value.privacy;
  return reply.ok ? null : reply.error.message;
}
