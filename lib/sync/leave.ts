/** How events leave under the rules that count: masked, unless a person or an organisation chose otherwise. */
import { maskLeaving } from '../privacy/leaving.ts';
import { createFinder, type Finder } from '../privacy/find.ts';
import type { ParsePhone } from '../privacy/phones.ts';
import type { Masks, Privacy } from '../model/privacy.ts';
import type { SyncEvent } from '../model/sync.ts';
import { hash } from '../store/answers.ts';
import { unmasked } from '../store/batches.ts';
import type { Leave } from '../store/collect.ts';

/** Makes what `leaseBatch` takes; the finder of the same rules is made once. Throws a `PatternFault` for rules that are wrong: then nothing leaves. */
export function createLeave(parsePhone: ParsePhone | null): (privacy: Privacy) => Leave {
  let last: Leave | null = null;
  return ({ send, off, regions, own, words, allowed }) => {
    if (send === 'whole') return { rules: unmasked, mask: null };
    const rules = hash(JSON.stringify([off, regions, own, words, allowed])).slice(0, 32);
    if (last?.rules !== rules) {
      const find = createFinder({ off, regions, own, words, allowed }, parsePhone);
      last = { rules, mask: (event, kept) => maskEvent(event, kept, find) };
    }
    return last;
  };
}

/**
 * The event as it may leave. Its id, that of the answer and those of what is about it stay: by them an endpoint knows what belongs together.
 * `textHash` is that of the masked text.
 */
function maskEvent(event: SyncEvent, { ledger, shown, hidden }: Masks, find: Finder): ReturnType<NonNullable<Leave['mask']>> {
  const masking = { find, hash, ledger, choices: { shown, hidden } };
  if ('review' in event) {
    const masked = maskLeaving({ answers: [{ answer: event.answer, reviews: [event.review] }] }, masking);
    const [one] = masked.answers;
    const [review] = one?.reviews ?? [];
    if (!one || !review) throw new Error('an event was lost on its way through the masks');
    return { event: { ...event, answer: one.answer, review }, ledger: masked.ledger };
  }
  if (!('preference' in event)) return { event, ledger };
  const answers = event.answers.map((answer) => ({ answer, reviews: [] }));
  const masked = maskLeaving({ answers, preferences: [event.preference] }, masking);
  const [one, other] = masked.answers;
  const [preference] = masked.preferences;
  if (!one || !other || !preference) throw new Error('an event was lost on its way through the masks');
  return { event: { ...event, preference, answers: [one.answer, other.answer] }, ledger: masked.ledger };
}
