/**
 * Feedback in the shape of FineGrainedRLHF (`train_feedback.json`, one list): `{ question, passages, "prediction 1", feedback: { errors: [{ start, end,
 * "error type", explanation }], "missing-info", "corrected-prediction" } }`. Offsets count code points of the answer's plain text; its scripts
 * ask for whole words that no two errors share.
 */
import type { Flag } from '../../model/review.ts';
import { inCodePoints } from '../codePoints.ts';
import { onlyTurn } from '../learned.ts';
import { listFormat } from '../list.ts';
import { lessonOf } from '../mapping.ts';
import { checkText, promptMessages } from '../rules.ts';

/** Two of its error types make its factual reward model; all others make the other one. */
const types: Record<string, string> = { wrong: 'Wrong-Grounding', outdated: 'Wrong-Grounding', 'invented-source': 'Unverifiable' };

export const fineGrainedRlhf = listFormat({
  id: 'fine-grained-rlhf',
  label: 'errors',
  reader: 'datasets',
  extension: 'json',
  sidecar: true,
  rows(item) {
    if ('preference' in item) return 'only-compared';
    const { lesson, prompt } = lessonOf(item);
    if (lesson.reason === 'escalated' || lesson.reason === 'contradictory') return lesson.reason;
    const { answer, counts, reviews } = item;
    const text = answer.text.toWellFormed();
    if (text.trim() === '') return 'empty-content';
    const errors = errorsOf(text, counts.flags);
    if (errors.length === 0 && !lesson.judge?.good) return counts.flags.length > 0 || lesson.judge ? 'no-passage' : lesson.reason;
    const messages = promptMessages(prompt);
    if (typeof messages === 'string') return messages;
    const turn = onlyTurn(messages.messages);
    if (typeof turn === 'string') return turn;
    const feedback = { errors, 'missing-info': [], 'corrected-prediction': (counts.correction?.markdown ?? '').toWellFormed() };
    const row = { question: turn.text, passages: [], 'prediction 1': text, feedback };
    return [{ row, reviewIds: reviews.map(({ id }) => id) }];
  },
  check(row) {
    const { question, 'prediction 1': text, passages, feedback } = row as Record<string, unknown>;
    const { errors, 'corrected-prediction': corrected } = (feedback ?? {}) as { errors?: unknown; 'corrected-prediction'?: unknown };
    const problems = [...checkText(question, 'the question'), ...checkText(text, 'the prediction')];
    if (problems.length > 0) return problems;
    if (!Array.isArray(passages) || !Array.isArray(errors) || typeof corrected !== 'string') return ['no feedback'];
    const letters = errors.length > 0 ? Array.from(text as string) : [];
    const apart = (errors as Error[]).every(({ start, end, 'error type': type }, at) => {
      const [first, before, behind] = [letters[start] ?? ' ', letters[start - 1] ?? ' ', letters[end] ?? ' '];
      const inside = start >= ((errors[at - 1] as Error | undefined)?.end ?? 0);
      return inside && end > start && end <= letters.length && type !== '' && !space(first) && space(before) && space(behind);
    });
    return apart ? [] : ['an error is not whole words, or shares some'];
  },
});

interface Error {
  start: number;
  end: number;
  'error type': string;
  explanation: string;
}

/** Its scripts are in Python, whose space has a few characters more than ours, and one less. */
const space = (letter: string): boolean => (letter.trim() === '' && letter !== '\uFEFF') || '\x1c\x1d\x1e\x1f\x85'.includes(letter);

/** The flagged passages as whole words, in order; those that share a word are one, of the first one's type. */
function errorsOf(text: string, flags: Flag[]): Error[] {
  if (!flags.some(({ span }) => span)) return [];
  const letters = Array.from(text);
  const errors: Error[] = [];
  const wide = flags.flatMap(({ category, note = '', span }) => {
    if (!span) return [];
    let { start, end } = inCodePoints(text, span.position);
    while (start < end && space(letters[start] ?? ' ')) start++;
    while (end > start && space(letters[end - 1] ?? ' ')) end--;
    if (start >= end) return [];
    while (start > 0 && !space(letters[start - 1]!)) start--;
    while (end < letters.length && !space(letters[end]!)) end++;
    return [{ start, end, 'error type': types[category] ?? category, explanation: note.toWellFormed() }];
  });
  for (const error of wide.toSorted((one, other) => one.start - other.start)) {
    const last = errors.at(-1);
    if (!last || error.start >= last.end) errors.push(error);
    else {
      last.end = Math.max(last.end, error.end);
      last.explanation = [last.explanation, error.explanation].filter(Boolean).join(' ');
    }
  }
  return errors;
}
