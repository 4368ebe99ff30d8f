/** What a person sets. Secrets are not here. */
import type { Reviewer } from './review.ts';
import type { Destination } from './sync.ts';

export interface Settings {
  reviewer: Reviewer;
  destination: Destination | null;
  /** Origins turned on by the person, or off although they are on by default. */
  sites: { on: string[]; off: string[] };
}
