/** Who hears that many reviews have changed at once. */
import { push } from '../../lib/messaging/send.ts';
import { tellTabs } from '../../lib/platform/scripts.ts';

/** Reviews came or went, nobody can say which: open pages and tabs ask for theirs again. */
export async function tellReviews(): Promise<void> {
  push('reviews.changed', { answerId: null });
  await tellTabs({ name: 'page.reviews', data: {} });
}
