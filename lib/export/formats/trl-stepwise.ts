/**
 * TRL stepwise supervision (PRMTrainer), which knows the standard form alone: `{ prompt, completions: [text, …], labels: [boolean, …] }`.
 * A step is a line of the answer's visible text, since flags point into it; empty lines go with the step after them, so that the steps
 * joined by TRL's own separator, a line feed, are the answer. A step is right where no flag marks a passage of it.
 */
import type { RefusalReason } from '../format.ts';
import { onlyTurn } from '../learned.ts';
import { checkText } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const trlStepwise = trainingFormat({
  id: 'trl-stepwise',
  label: 'stepwise',
  reader: 'trl',
  keys: ['prompt', 'completions', 'labels'],
  row({ judge, reason }, prompt, item) {
    if ('preference' in item) return 'only-compared';
    if (unclear.has(reason)) return reason;
    const text = item.answer.text.toWellFormed().trimEnd();
    if (text === '') return 'empty-content';
    const { flags, rating, decision, correction } = item.counts;
    const spans = flags.flatMap(({ span }) => span?.position ?? []);
    if (spans.length === 0 && !judge?.good) {
      return flags.length > 0 || correction !== null || rating !== null || decision !== null ? 'no-passage' : reason;
    }
    const turn = onlyTurn(prompt);
    if (typeof turn === 'string') return turn;
    const steps = stepsOf(text);
    return {
      prompt: turn.text,
      completions: steps.map((step) => step.text),
      labels: steps.map(({ start, end }) => !spans.some((span) => span.start < end && span.end > start)),
    };
  },
  check({ prompt, completions, labels }) {
    if (!Array.isArray(completions) || !Array.isArray(labels) || completions.length === 0) return ['no steps'];
    if (completions.length !== labels.length) return ['not one label a step'];
    const wrong = labels.every((label) => typeof label === 'boolean') ? [] : ['a label is no boolean'];
    return [...checkText(prompt, 'the prompt'), ...completions.flatMap((step) => checkText(step, 'a step')), ...wrong];
  },
});

/** What no review says clearly enough to say which lines are right. */
const unclear = new Set<RefusalReason>(['escalated', 'contradictory']);

/** The lines that hold something, each with the empty ones before it; where they stand in the text, in UTF-16 units. */
function stepsOf(text: string): { text: string; start: number; end: number }[] {
  const steps: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    if (line.trim() === '') continue;
    const end = index + line.length;
    steps.push({ text: text.slice(start, end), start, end });
    start = end + 1;
  }
  return steps;
}
