/** What of a review is stored, as a test waits for it. */
import type { Review } from '../../lib/model/review.ts';
import { until } from '../setup/until.ts';
import { records } from './ask.ts';
import type { Driven } from './launch.ts';

/** The newest stored revision of an answer's review. */
export async function newestOf(driven: Driven, answerId: string): Promise<Review | undefined> {
  return (await records<Review>(driven, 'reviews'))
    .filter((review) => review.answerId === answerId)
    .toSorted((a, b) => a.revision - b.revision)
    .at(-1);
}

/** Waits until it is as it should be. */
export const becomes = (driven: Driven, what: string, answerId: string, holds: (review: Review) => boolean): Promise<Review> =>
  until(what, async () => {
    const review = await newestOf(driven, answerId);
    return review && holds(review) ? review : null;
  });
