/** Messages about what is masked; part of the one table in `protocol.ts`. */
import type { MaskChoice, Privacy, PrivacyInForce } from '../model/privacy.ts';
import type { SyncPreview } from '../model/sync.ts';

export interface MaskingCalls {
  /** What is masked, and who set it. */
  'privacy.get': { request: Record<string, never>; reply: { privacy: PrivacyInForce } };
  /** Sets what is masked; an own pattern that is wrong is refused by its name. */
  'privacy.set': { request: { privacy: Privacy }; reply: { privacy: PrivacyInForce } };
  /** The exact body of the next request, and its headers without the token's value. */
  'sync.preview': { request: { destinationId: string }; reply: SyncPreview };
  /** A person's choice about a mask of conversations; the reply is the request as it leaves now. */
  'sync.choose': { request: MaskChoice & { destinationId: string }; reply: SyncPreview };
}
