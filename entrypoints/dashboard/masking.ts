/** How the exports of this page are masked. */
import type { ExportMasking } from '../../lib/export/masked.ts';
import { send } from '../../lib/messaging/send.ts';
import type { Kind, PrivacyInForce } from '../../lib/model/privacy.ts';
import { createFinder } from '../../lib/privacy/find.ts';
import type { ParsePhone } from '../../lib/privacy/phones.ts';
import { mergeMasks, readMasks } from '../../lib/store/masks.ts';
import type { Store } from '../../lib/store/open.ts';

/** By the rules that count now, counted into `counts`; the plans of phone numbers are loaded when they are needed. */
export async function maskingBy(store: Store, privacy: PrivacyInForce, counts: Map<Kind, number>): Promise<ExportMasking> {
  const { off, regions, own, words, allowed } = privacy;
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const find = createFinder({ off, regions, own, words, allowed }, parsePhoneNumberFromString as ParsePhone);
  return { find, counts, read: (one) => readMasks(store, one), keep: (many) => mergeMasks(store, many) };
}

/** Rejects with the reason, in words, where it is not known: nothing is exported by guess. */
export async function privacyNow(): Promise<PrivacyInForce> {
  const reply = await send('privacy.get', {});
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.privacy;
}
