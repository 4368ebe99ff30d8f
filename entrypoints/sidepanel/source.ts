/** Where the panel reads: the database; of a private window what the background keeps of it in memory, and the terms through it. */
import { send } from '../../lib/messaging/send.ts';
import type { Terms } from '../../lib/model/controls.ts';
import type { InspectedAnswer } from '../../lib/model/inspection.ts';
import type { Result } from '../../lib/model/result.ts';
import type { Review } from '../../lib/model/review.ts';
import { meOf } from '../../lib/oversight/team.ts';
import { countFacets } from '../../lib/store/counts.ts';
import type { Store } from '../../lib/store/open.ts';
import { findReviews } from '../../lib/store/reviews.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { forYou } from '../../lib/store/team.ts';
import { policyOf, termsOf } from '../background/policy.ts';

export interface Source {
  terms(): Promise<Terms>;
  /** Tags in use, and how often. */
  tags(): Promise<Record<string, number>>;
  /** How much colleagues ask of this person, or answered. */
  waits(): Promise<number>;
  find(origin: string, answers: Pick<InspectedAnswer, 'id'>[]): Promise<Record<string, Review>>;
}

export const storedSource = (store: Store): Source => ({
  terms: () => termsOf(store),
  tags: async () => (await countFacets(store)).tags,
  async waits() {
    const [policy, { reviewer }] = await Promise.all([policyOf(store), readSettings(store)]);
    const { asked, answered } = await forYou(store, meOf(policy, reviewer), policy);
    return asked.length + answered.length;
  },
  find: (origin, answers) => findReviews(store, origin, answers),
});

/** In Firefox a page of ours that stands in a private window has a database of its own, with nothing in it. */
export const privateSource: Source = {
  terms: async () => got(await send('terms.get', {})).terms,
  tags: async () => ({}),
  waits: async () => 0,
  async find(origin, answers) {
    const asked = answers.map(({ id }) => ({ id, messageId: null }));
    return got(await send('reviews.find', { origin, answers: asked, incognito: true })).reviews;
  },
};

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
