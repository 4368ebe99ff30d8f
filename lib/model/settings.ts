/** What a person sets. Secrets are not here. */
import type { Hold, RetentionRule } from './erase.ts';
import type { KeyMap } from './keys.ts';
import type { Policy } from './policy.ts';
import type { Privacy } from './privacy.ts';
import type { Reviewer } from './review.ts';
import type { OwnAdapter } from './site.ts';
import type { Destination } from './sync.ts';

export interface Settings {
  reviewer: Reviewer;
  /** In the order in which they were set. */
  destinations: Destination[];
  /** Origins turned on by the person, or off although they are on by default. */
  sites: { on: string[]; off: string[] };
  /** Adapters of the person's own, newest last. */
  adapters: OwnAdapter[];
  /** A policy of the person's own; it counts where the organisation gives none. */
  policy: Policy | null;
  /** The single keys that the person changed. */
  keys: Partial<KeyMap>;
  /** When reviews are erased by themselves, where the policy does not say; null: never. */
  retention: RetentionRule | null;
  /** Legal holds of the person's own. */
  holds: Hold[];
  /** What is masked; a policy may fix another. */
  privacy: Privacy;
}
