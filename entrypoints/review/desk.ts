/** Which answers of this frame have which review: asks once for each, and hears of changes made elsewhere. */
import { send } from '../../lib/messaging/send.ts';
import type { Review } from '../../lib/model/review.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';

export interface Desk {
  /** Asks for the reviews of answers that were not asked for yet; `again`: of all, since any may have changed. */
  meet(answers: FoundAnswer[], again?: boolean): Promise<void>;
  review(answerId: string): Review | null;
  /** Puts what the background said; tells `onChange`. */
  put(answerId: string, review: Review | null): void;
}

export function createDesk(origin: string, onChange: () => void): Desk {
  const reviews = new Map<string, Review | null>();
  const asked = new Set<string>();

  function put(answerId: string, review: Review | null): void {
    // A review stored under another id of the same answer is shown on this one too.
    const ids = new Set([answerId, ...[...reviews].filter(([, known]) => known !== null && known.answerId === answerId).map(([id]) => id)]);
    for (const id of ids) reviews.set(id, review);
    onChange();
  }

  return {
    put,
    review: (answerId) => reviews.get(answerId) ?? null,
    async meet(answers, again = false) {
      if (again) asked.clear();
      const fresh = answers.filter(({ id }) => !asked.has(id));
      if (fresh.length === 0) return;
      for (const { id } of fresh) asked.add(id);
      const reply = await send('reviews.find', { origin, answers: fresh.map(({ id, message }) => ({ id, messageId: message.id })) });
      if (!reply.ok) {
        for (const { id } of fresh) asked.delete(id);
        return;
      }
      const found = Object.entries(reply.value.reviews);
      // Of a long conversation all at once: to draw after each would draw all of them a thousand times.
      if (again) reviews.clear();
      for (const [id, review] of found) reviews.set(id, review);
      if (again || found.length > 0) onChange();
    },
  };
}
