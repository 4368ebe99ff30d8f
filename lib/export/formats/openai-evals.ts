/**
 * Items for OpenAI's Evals: `{ item: { input: [messages], ideal } }`. Beside them the data source that an evaluation is made with, so that
 * its graders can name `{{item.ideal}}` and `{{sample.output_text}}`.
 */
import { imitating } from '../learned.ts';
import { checkMessages, checkText } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const openaiEvals = trainingFormat({
  id: 'openai-evals',
  label: 'evals',
  reader: 'openai',
  keys: ['item'],
  row: imitating((ideal, input) => ({ item: { input, ideal } })),
  check({ item }) {
    const { input, ideal, ...more } = (item ?? {}) as { input?: unknown; ideal?: unknown };
    const wrong = Object.keys(more).length === 0 ? [] : ['the item holds something else'];
    return [...wrong, ...checkMessages(input, 'user'), ...checkText(ideal, 'the ideal')];
  },
  beside: (file) => ({
    file: file.replace(/\.jsonl$/, '.source.json'),
    data: `${JSON.stringify({ type: 'custom', item_schema: schema, include_sample_schema: true }, null, 2)}\n`,
  }),
});

const text = { type: 'string' };
const message = { type: 'object', properties: { role: text, content: text }, required: ['role', 'content'] };
const schema = {
  type: 'object',
  properties: { input: { type: 'array', items: message }, ideal: text },
  required: ['input', 'ideal'],
};
