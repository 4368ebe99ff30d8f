/** Gives flags and corrections back to the model that wrote the answers: a draft in the page's own composer, or a copy. Never sends. */
import { speech } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import { hasFeedback } from '../../lib/model/feedback.ts';
import type { Review } from '../../lib/model/review.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';
import type { PanelOptions } from './interface.ts';

/** The answers of the frame that something can be given back about. */
export function givable(board: PanelOptions['board']): { answer: FoundAnswer; review: Review }[] {
  return board.answers.flatMap((answer) => {
    const review = board.review(answer.id);
    return review && review.status !== 'withdrawn' && hasFeedback(review, answer.text) ? [{ answer, review }] : [];
  });
}

/** Brings the script before it is needed: a browser copies only while a person's click still counts. */
export async function readyToGive(): Promise<void> {
  if (!globalThis.bluepencilCompose) await send('page.load', { script: 'compose' });
}

/** `about`: this answer, or all that something was said about. What came of it is said beside the answer. */
export async function giveBack(
  { board, terms }: Pick<PanelOptions, 'board' | 'terms'>,
  answerId: string,
  about: 'this' | 'all' | 'copy',
): Promise<void> {
  await readyToGive();
  const compose = globalThis.bluepencilCompose?.(speech());
  const marked = givable(board).filter(({ answer }) => about === 'all' || answer.id === answerId);
  const feedback = { answers: board.answers, marked, rubric: terms.policy.rubric };
  const given = await (about === 'copy' ? compose?.giveCopy(feedback) : compose?.give(feedback));
  if (given) board.say(answerId, given.words, { bad: given.bad });
}
