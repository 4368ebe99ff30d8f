/** The exact rows of formats that say things in their own way, and what lies beside them. */
import { describe, expect, test } from 'vitest';
import type { Turn } from '../../../../lib/model/answer.ts';
import type { Provenance } from '../../../../lib/export/provenance.ts';
import { flag, hashOf, reviewed } from '../../sample.ts';
import { rows, write } from '../write.ts';

const prompt: Turn[] = [
  { role: 'system', text: 'Be brief.' },
  { role: 'user', text: 'Hi' },
  { role: 'assistant', text: 'Hello!' },
  { role: 'user', text: 'Is it?' },
];
const scores = { correct: 5, complete: 1, clear: 3, useful: 1 };
/** Worse than its correction, and bad; the other is good, short and scored. */
const corrected = reviewed({ rating: -1, correction: { markdown: 'Yes.' } }, { prompt, text: 'No.' });
const good = reviewed({ rating: 1, scores, note: 'Fine.' }, { prompt: prompt.slice(3), text: 'Yes.' });

const turns = [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello!' },
  { role: 'user', content: 'Is it?' },
];
const google = (role: string, text: string) => ({ role, parts: [{ text }] });
const googles = [google('user', 'Hi'), google('model', 'Hello!'), google('user', 'Is it?')];
const humans = [
  { from: 'human', value: 'Hi' },
  { from: 'gpt', value: 'Hello!' },
  { from: 'human', value: 'Is it?' },
];
const [yes, no] = [
  { role: 'assistant', content: 'Yes.' },
  { role: 'assistant', content: 'No.' },
];
const system = { role: 'system', content: 'Be brief.' };

test.each<[string, unknown]>([
  ['trl-implicit', { chosen: [system, ...turns, yes], rejected: [system, ...turns, no] }],
  ['together-preference', { input: { messages: [system, ...turns] }, preferred_output: [yes], non_preferred_output: [no] }],
  ['openai-rft', { messages: [{ ...system, role: 'developer' }, ...turns], reference_answer: 'Yes.' }],
  ['bedrock-rft', { messages: [system, ...turns], reference_answer: 'Yes.' }],
  ['openai-evals', { item: { input: [system, ...turns], ideal: 'Yes.' } }],
  ['gemini-sft', { systemInstruction: google('system', 'Be brief.'), contents: [...googles, google('model', 'Yes.')] }],
  [
    'gemini-preference',
    {
      system_instruction: { parts: [{ text: 'Be brief.' }] },
      contents: googles,
      completions: [
        { score: 1, completion: google('model', 'Yes.') },
        { score: 0, completion: google('model', 'No.') },
      ],
    },
  ],
  ['bedrock-claude', { system: 'Be brief.', messages: [...turns, yes] }],
  [
    'bedrock-conversation',
    {
      schemaVersion: 'bedrock-conversation-2024',
      system: [{ text: 'Be brief.' }],
      messages: [...turns, yes].map(({ role, content }) => ({ role, content: [{ text: content }] })),
    },
  ],
  ['axolotl-preference', { messages: [system, ...turns], chosen: yes, rejected: no }],
  ['llama-factory-alpaca', { instruction: 'Is it?', input: '', output: 'Yes.', system: 'Be brief.', history: [['Hi', 'Hello!']] }],
  ['llama-factory-sharegpt', { conversations: [...humans, { from: 'gpt', value: 'Yes.' }], system: 'Be brief.' }],
  [
    'llama-factory-ranking',
    { conversations: humans, chosen: { from: 'gpt', value: 'Yes.' }, rejected: { from: 'gpt', value: 'No.' }, system: 'Be brief.' },
  ],
  ['llama-factory-kto', { conversations: [...humans, { from: 'gpt', value: 'No.' }], system: 'Be brief.', kto_tag: false }],
])('%s of a correction, after a conversation', async (id, row) => expect(await rows(id, [corrected])).toEqual([row]));

test.each<[string, unknown]>([
  ['gemini-sft', { contents: [google('user', 'Is it?'), google('model', 'Yes.')] }],
  ['bedrock-claude', { messages: [turns[2], yes] }],
  ['bedrock-completion', { prompt: 'Is it?', completion: 'Yes.' }],
  ['axolotl-kto', { system: '', prompt: 'Is it?', completion: 'Yes.', label: true }],
  ['llama-factory-sharegpt', { conversations: [humans[2], { from: 'gpt', value: 'Yes.' }], system: '' }],
  ['trl-stepwise', { prompt: 'Is it?', completions: ['Yes.'], labels: [true] }],
  ['helpsteer', { prompt: 'Is it?', response: 'Yes.', correctness: 4, complete: 0, coherence: 2, helpfulness: 4 }],
  [
    'ultrafeedback',
    {
      instruction: 'Is it?',
      models: ['model-1'],
      completions: [
        {
          model: 'model-1',
          response: 'Yes.',
          annotations: {
            truthfulness: { Rating: '5', Rationale: '' },
            instruction_following: { Rating: '1', Rationale: '' },
            clear: { Rating: '3', Rationale: '' },
            helpfulness: { Rating: '5', Rationale: '' },
          },
          critique: 'Fine.',
          'fine-grained_score': 3.5,
        },
      ],
    },
  ],
])('%s of a good answer to one turn', async (id, row) => expect(await rows(id, [good])).toEqual([row]));

test.each([
  ['bedrock-completion', corrected, 'system-not-held'],
  ['bedrock-completion', reviewed({ rating: 1 }, { prompt: prompt.slice(1) }), 'several-turns'],
  ['axolotl-kto', corrected, 'several-turns'],
  ['hh-rlhf', corrected, 'system-not-held'],
  ['helpsteer', corrected, 'no-scores'],
  ['ultrafeedback', reviewed({ scores: { correct: 5 } }), 'no-scores'],
  ['helpsteer', reviewed({ scores, rubric: { id: 'ours', version: '1' } }), 'other-rubric'],
  ['helpsteer', reviewed({ scores, decision: 'escalate' }), 'escalated'],
])('%s refuses by name: %#', async (id, item, reason) => expect(await write(id, [item])).toEqual({ files: {}, refused: [reason] }));

test('the scale of a score comes from the rubric that is given', async () => {
  const rubric = { id: 'ours', version: '1', categories: [], criteria: [{ id: 'true', scale: 'yes-no' as const }] };
  const [row] = await rows('helpsteer', [reviewed({ scores: { true: 1 }, rubric: { id: 'ours', version: '1' } })], { rubric });
  expect(row).toMatchObject({ true: 4 });
});

describe('ultrafeedback', () => {
  const said = (id: string, text: string, model: string, prompt = 'Is it?') =>
    reviewed({ id, scores }, { text, model, prompt: [{ role: 'user', text: prompt }] });
  const items = [said('a', 'Yes.', 'm1'), said('b', 'Blue.', 'm1', 'Which colour?'), said('c', 'No.', 'm2'), said('d', ' Yes.', 'm2')];

  test('the answers to one prompt stand in one row, each answer once, and the sidecar names them all', async () => {
    const { files, refused } = await write('ultrafeedback', items);
    const lines = (file: string) => (files[file] ?? '').trimEnd().split('\n');
    const made = lines('bluepencil.ultrafeedback.jsonl').map((line) => JSON.parse(line) as unknown);
    expect(made).toMatchObject([
      { instruction: 'Is it?', models: ['m1', 'm2'], completions: [{ response: 'Yes.' }, { response: 'No.' }] },
      { instruction: 'Which colour?', models: ['m1'], completions: [{ response: 'Blue.' }] },
    ]);
    expect(refused).toEqual(['duplicate']);
    const [both, alone] = lines('bluepencil.ultrafeedback.meta.jsonl').map((line) => JSON.parse(line) as Provenance);
    const sha256 = hashOf(lines('bluepencil.ultrafeedback.jsonl')[0] ?? '');
    expect(both).toMatchObject({ sha256, reviewIds: ['a'], model: 'm1', others: [{ sha256, reviewIds: ['c'], model: 'm2' }] });
    expect(alone).not.toHaveProperty('others');
  });

  test('more than can wait goes out, the oldest prompt first, and what comes to it later begins a row', async () => {
    const long = (id: string, prompt: string) => said(id, `${id} ${'x'.repeat(3 * 1024 * 1024)}`, id, prompt);
    const made = (await rows('ultrafeedback', [long('a', 'One?'), long('b', 'Two?'), long('c', 'Three?'), long('d', 'One?')])) as {
      models: string[];
    }[];
    expect(made.map(({ models }) => models.join())).toEqual(['a', 'b', 'c', 'd']);
    const near = (await rows('ultrafeedback', [long('a', 'One?'), long('b', 'Two?'), long('d', 'One?')])) as { models: string[] }[];
    expect(near.map(({ models }) => models.join())).toEqual(['a,d', 'b']);
  });
});

describe('hh-rlhf', () => {
  const about = (text: string, markdown = 'Yes.') =>
    reviewed({ rating: -1, correction: { markdown } }, { prompt: [{ role: 'user', text }], text: 'No.' });

  test('writes the words of the turns', async () => {
    const before = '\n\nHuman: Is it?\n\nAssistant: ';
    expect(await rows('hh-rlhf', [about('Is it?')])).toEqual([{ chosen: `${before}Yes.`, rejected: `${before}No.` }]);
  });

  test.each([
    ['a prompt', about('So:\n\nHuman: hi')],
    ['an answer', about('Is it?', 'Yes.\n \nAssistant: no')],
    ['an answer after one line feed', about('Is it?', 'Yes.\nHuman: no')],
  ])('refuses the markers of turns in %s', async (_, item) => expect((await write('hh-rlhf', [item])).refused).toEqual(['role-markers']));
});

describe('trl-stepwise', () => {
  const text = 'One.\n\nTwo is wrong.\nThree.';
  const at = (exact: string) =>
    flag({
      span: { quote: { exact, prefix: '', suffix: '' }, position: { start: text.indexOf(exact), end: text.indexOf(exact) + exact.length } },
    });

  test('a line is wrong where a flag marks a passage of it; the lines are the answer', async () => {
    const [row] = (await rows('trl-stepwise', [reviewed({ rating: -1, flags: [at('wrong')] }, { text })])) as { completions: string[] }[];
    expect(row).toMatchObject({ completions: ['One.', '\nTwo is wrong.', 'Three.'], labels: [true, false, true] });
    expect(row?.completions.join('\n')).toBe(text);
  });

  test('a passage over two lines marks both', async () => {
    const [row] = await rows('trl-stepwise', [reviewed({ flags: [at('wrong.\nThr')] }, { text })]);
    expect(row).toMatchObject({ labels: [true, false, false] });
  });

  test.each([
    [reviewed({ rating: -1 }), 'no-passage'],
    [reviewed({ flags: [flag()] }), 'no-passage'],
    [reviewed({ correction: { markdown: 'x' } }), 'no-passage'],
    [reviewed({ note: 'x' }), 'no-verdict'],
    [reviewed({ rating: 1, flags: [at('One')] }, { text }), 'contradictory'],
  ])('refuses what says not which line is wrong: %#', async (item, reason) =>
    expect((await write('trl-stepwise', [item])).refused).toEqual([reason]),
  );
});

describe('what lies beside the rows', () => {
  test('LLaMA-Factory finds the file by its entry, with all tags', async () => {
    const { files } = await write('llama-factory-ranking', [corrected], { name: 'x' });
    expect(Object.keys(files)).toEqual(['x.llama-factory-ranking.jsonl', 'x.llama-factory-ranking.meta.jsonl', 'dataset_info.json']);
    const info = JSON.parse(files['dataset_info.json'] ?? '') as Record<string, { columns: Record<string, string>; tags: object }>;
    const entry = info['x.llama-factory-ranking'];
    expect(entry).toMatchObject({ file_name: 'x.llama-factory-ranking.jsonl', formatting: 'sharegpt', ranking: true });
    expect(Object.keys(entry?.tags ?? {})).toEqual([
      'role_tag',
      'content_tag',
      'user_tag',
      'assistant_tag',
      'observation_tag',
      'function_tag',
      'system_tag',
    ]);
    // A column that the rows do not have makes the trainer fail.
    for (const id of ['alpaca', 'sharegpt', 'ranking', 'kto']) {
      const made = (await write(`llama-factory-${id}`, [corrected], { name: 'x' })).files;
      const about = (JSON.parse(made['dataset_info.json'] ?? '') as typeof info)[`x.llama-factory-${id}`];
      const row = Object.keys(JSON.parse(made[`x.llama-factory-${id}.jsonl`] ?? '') as object);
      expect(Object.values(about?.columns ?? {}).toSorted()).toEqual(row.toSorted());
    }
  });

  test('an evaluation knows the fields of its items', async () => {
    const { files } = await write('openai-evals', [corrected]);
    expect(JSON.parse(files['bluepencil.openai-evals.source.json'] ?? '')).toMatchObject({
      type: 'custom',
      item_schema: { properties: { input: { type: 'array' }, ideal: { type: 'string' } }, required: ['input', 'ideal'] },
    });
  });

  test('without a row there is nothing beside', async () => {
    expect((await write('llama-factory-kto', [reviewed({ note: 'x' })])).files).toEqual({});
  });
});
