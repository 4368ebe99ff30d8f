/**
 * Argilla records, as `dataset.records.from_json` reads them: `{ id, fields: { prompt, answer }, metadata, suggestions, responses, vectors, _server_id }`.
 * The review that counts stands as suggestions, since a response needs an account of the server. The data set has the text fields `prompt` and
 * `answer`, a label question `verdict`, a span question `passages` on `answer`, a multi-label question `flags` and the text questions `correction` and `note`.
 */
import { inCodePoints } from '../codePoints.ts';
import { listFormat } from '../list.ts';

export const argilla = listFormat({
  id: 'argilla',
  label: 'records',
  reader: 'tools',
  extension: 'json',
  rows(item) {
    if ('preference' in item) return 'only-compared';
    const { answer, reviews, counts } = item;
    if (answer.text.trim() === '') return 'empty-content';
    const passages = counts.flags.flatMap(({ category: label, span }) =>
      span ? [{ label, ...inCodePoints(answer.text, span.position) }] : [],
    );
    const flags = [...new Set(counts.flags.flatMap(({ category, span }) => (span ? [] : category)))];
    const suggestions = {
      ...suggested('verdict', counts.decision ?? (counts.rating === null ? '' : counts.rating > 0 ? 'up' : 'down')),
      ...suggested('passages', passages),
      ...suggested('flags', flags),
      ...suggested('correction', counts.correction?.markdown ?? ''),
      ...suggested('note', counts.note),
    };
    const prompt = answer.prompt.findLast(({ role }) => role === 'user')?.text ?? '';
    const { site, url, model } = answer;
    const metadata = { review_id: counts.id, reviewer: counts.reviewer.id, site, url, ...(model !== null && { model }) };
    const row = {
      id: answer.id,
      fields: { prompt, answer: answer.text },
      metadata,
      suggestions,
      responses: {},
      vectors: {},
      _server_id: null,
    };
    return [{ row, reviewIds: reviews.map(({ id }) => id) }];
  },
  check(row) {
    const { id, fields, suggestions } = row as {
      id?: unknown;
      fields?: Record<string, unknown>;
      suggestions?: Record<string, { value?: unknown }>;
    };
    const text = fields?.answer;
    if (typeof id !== 'string' || typeof text !== 'string' || typeof fields?.prompt !== 'string' || text.trim() === '')
      return ['no record'];
    const spans = (suggestions?.passages?.value ?? []) as { start: number; end: number }[];
    const length = spans.length > 0 ? Array.from(text).length : 0;
    return spans.every(({ start, end }) => start >= 0 && end > start && end <= length) ? [] : ['a span lies outside the text'];
  },
});

/** Nothing is no suggestion. */
const suggested = (question: string, value: string | unknown[]) =>
  value.length > 0 ? { [question]: { value, score: null, agent: 'bluepencil' } } : {};
