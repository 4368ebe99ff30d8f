/**
 * Scores in the style of UltraFeedback: `{ instruction, models, completions: [{ model, response, annotations: { <aspect>: { Rating: "1" to "5", Rationale } },
 * critique, fine-grained_score }] }`. The answers to one prompt stand in one row; the aspects are the criteria of the rubric, under UltraFeedback's names where it has one.
 */
import { checkText } from '../rules.ts';
import { scoring } from '../scored.ts';
import { trainingFormat } from '../training.ts';

const names: Record<string, string> = { useful: 'helpfulness', correct: 'truthfulness', complete: 'instruction_following' };

export const ultrafeedback = trainingFormat({
  id: 'ultrafeedback',
  label: 'ultrafeedback',
  reader: 'datasets',
  keys: ['instruction', 'models', 'completions'],
  row: scoring(({ prompt, answer, item, scores }) => {
    const model = item.answer.model?.toWellFormed() ?? 'unknown';
    const aspects = scores.map(({ criterion, points }) => [names[criterion] ?? criterion, { Rating: String(points), Rationale: '' }]);
    const mean = scores.reduce((sum, { points }) => sum + points, 0) / scores.length;
    const annotations = Object.fromEntries(aspects) as Record<string, unknown>;
    const completion = { model, response: answer, annotations, critique: item.counts.note.toWellFormed(), 'fine-grained_score': mean };
    return { instruction: prompt, models: [model], completions: [completion] };
  }),
  together: {
    key: ({ instruction }) => String(instruction),
    // Scored twice, an answer is still one.
    example: ({ instruction, completions }) => ({ instruction, responses: (completions as Completion[]).map(responseOf) }),
    join: (rows) => ({
      instruction: rows[0]?.instruction,
      models: rows.flatMap(({ models }) => models),
      completions: rows.flatMap(({ completions }) => completions),
    }),
  },
  check({ instruction, models, completions }) {
    const all = (Array.isArray(completions) ? completions : []) as Completion[];
    if (all.length === 0 || !Array.isArray(models) || JSON.stringify(models) !== JSON.stringify(all.map(({ model }) => model)))
      return ['not one model a completion'];
    const twice = new Set(all.map(responseOf)).size < all.length ? ['a response stands there twice'] : [];
    return [...checkText(instruction, 'the instruction'), ...twice, ...all.flatMap(checkCompletion)];
  },
});

const responseOf = ({ response }: Completion): unknown => (typeof response === 'string' ? response.trim() : response);

function checkCompletion({ response, annotations }: Completion): string[] {
  const ratings = Object.values(annotations ?? {}).map((aspect) => aspect?.Rating);
  const right = ratings.length > 0 && ratings.every((rating) => typeof rating === 'string' && /^[1-5]$/.test(rating));
  return [...checkText(response, 'the response'), ...(right ? [] : ['a rating is not "1" to "5"'])];
}

interface Completion {
  model?: unknown;
  response?: unknown;
  annotations?: Record<string, { Rating?: unknown } | null>;
}
