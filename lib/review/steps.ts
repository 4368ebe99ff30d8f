/** The acts that lead from one judgement to another: how a draft comes back after an undo, and what was changed meanwhile. */
import type { Judgement, Other } from '../model/review.ts';

/** In an order in which each can be applied. */
export function stepsTo(from: Judgement, to: Judgement): Other['change'][] {
  const steps: Other['change'][] = [];
  if (from.rating !== to.rating) steps.push({ kind: 'rate', rating: to.rating });
  for (const { id } of from.flags) if (!to.flags.some((flag) => flag.id === id)) steps.push({ kind: 'unflag', flagId: id });
  for (const flag of to.flags) {
    const known = from.flags.find(({ id }) => id === flag.id);
    if (JSON.stringify(known) !== JSON.stringify(flag)) steps.push({ kind: 'flag', flag });
  }
  if (from.correction?.markdown !== to.correction?.markdown) steps.push({ kind: 'correct', markdown: to.correction?.markdown ?? null });
  for (const criterion of new Set([...Object.keys(from.scores), ...Object.keys(to.scores)])) {
    const points = to.scores[criterion] ?? null;
    if (points !== (from.scores[criterion] ?? null)) steps.push({ kind: 'score', criterion, points });
  }
  // After the correction: what approving means depends on it.
  if (from.decision !== to.decision || JSON.stringify(from.escalation) !== JSON.stringify(to.escalation)) {
    if (to.decision !== 'escalate') steps.push({ kind: 'decide', decision: to.decision });
    else if (to.escalation) steps.push({ kind: 'escalate', ...to.escalation });
  }
  if (from.note !== to.note) steps.push({ kind: 'note', note: to.note });
  const [tags, wanted] = [from.tags ?? [], to.tags ?? []];
  for (const tag of tags) if (!wanted.includes(tag)) steps.push({ kind: 'untag', tag });
  for (const tag of wanted) if (!tags.includes(tag)) steps.push({ kind: 'tag', tag });
  return steps;
}
