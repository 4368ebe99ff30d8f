/** The acts that lead from one judgement to another: how a draft comes back after an undo. */
import type { Judgement, ReviewChange } from '../model/review.ts';

/** In an order in which each can be applied. Scores and escalations have no act of their own and are left as they are. */
export function stepsTo(from: Judgement, to: Judgement): ReviewChange[] {
  const steps: ReviewChange[] = [];
  if (from.rating !== to.rating) steps.push({ kind: 'rate', rating: to.rating });
  if (from.decision !== to.decision) steps.push({ kind: 'decide', decision: to.decision });
  for (const { id } of from.flags) if (!to.flags.some((flag) => flag.id === id)) steps.push({ kind: 'unflag', flagId: id });
  for (const flag of to.flags) {
    const known = from.flags.find(({ id }) => id === flag.id);
    if (JSON.stringify(known) !== JSON.stringify(flag)) steps.push({ kind: 'flag', flag });
  }
  if (from.correction?.markdown !== to.correction?.markdown) steps.push({ kind: 'correct', markdown: to.correction?.markdown ?? null });
  if (from.note !== to.note) steps.push({ kind: 'note', note: to.note });
  return steps;
}
