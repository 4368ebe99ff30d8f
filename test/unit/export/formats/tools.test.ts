/** Lists for annotation tools: what they hold, and what their readers take. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { flag, reviewed } from '../../sample.ts';
import { exported, hostile } from '../generated.ts';
import { format, write } from '../write.ts';

const text = '😀 It is wrong.';
const span = { quote: { exact: 'wrong', prefix: '😀 It is ', suffix: '.' }, position: { start: 9, end: 14 } };
const flagged = reviewed(
  {
    rating: -1,
    correction: { markdown: 'It is right.' },
    note: 'Hm.',
    flags: [flag({ id: 'a', span, note: 'No.' }), flag({ id: 'b', category: 'tone <&"' })],
  },
  { text },
);
const list = async (id: string, extension: string, ...items: Parameters<typeof write>[1]): Promise<unknown[]> => {
  const { files } = await write(id, items);
  return JSON.parse(files[`bluepencil.${id}.${extension}`] ?? '[]') as unknown[];
};

const string = z.string().refine((value) => value.isWellFormed() && !value.includes('\0'));
const suggestion = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, score: z.null(), agent: z.string().regex(/^[a-zA-Z0-9-_:./\s]+$/) }).optional();
const passage = z.strictObject({ label: string, start: z.int().min(0), end: z.int().min(1) });

/** What each reader takes, from the W3C's model and the tools' own code. */
const readers: Record<string, { extension: string; row: z.ZodType }> = {
  'web-annotation': {
    extension: 'jsonld',
    row: z.strictObject({
      '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
      id: z.string().regex(/^urn:uuid:[^\s<>]+$/),
      type: z.literal('Annotation'),
      motivation: z.enum(['tagging', 'editing']),
      creator: z.strictObject({ type: z.literal('Person'), nickname: string, name: string.optional() }),
      created: z.iso.datetime(),
      modified: z.iso.datetime(),
      body: z
        .array(
          z.strictObject({
            type: z.literal('TextualBody'),
            purpose: z.enum(['tagging', 'classifying', 'commenting', 'editing']),
            format: z.literal('text/markdown').optional(),
            value: string,
          }),
        )
        .min(1),
      target: z.strictObject({
        source: z.url(),
        selector: z
          .array(z.strictObject({ type: z.literal('TextQuoteSelector'), exact: string, prefix: string, suffix: string }))
          .optional(),
      }),
    }),
  },
  'label-studio': {
    extension: 'json',
    row: z.strictObject({
      data: z.record(z.string(), string).refine((data) => data.text?.trim() !== ''),
      annotations: z.array(
        z.strictObject({
          result: z.array(
            z.discriminatedUnion('type', [
              z.strictObject({
                id: string,
                from_name: z.literal('label'),
                to_name: z.literal('text'),
                type: z.literal('labels'),
                value: z.strictObject({ start: z.int().min(0), end: z.int().min(1), text: string, labels: z.array(string).length(1) }),
              }),
              z.strictObject({
                id: string,
                from_name: z.enum(['flags', 'verdict']),
                to_name: z.literal('text'),
                type: z.literal('choices'),
                value: z.strictObject({ choices: z.array(string).min(1) }),
              }),
              z.strictObject({
                id: string,
                from_name: z.literal('correction'),
                to_name: z.literal('text'),
                type: z.literal('textarea'),
                // Not `textarea`.
                value: z.strictObject({ text: z.array(string).length(1) }),
              }),
            ]),
          ),
        }),
      ),
    }),
  },
  argilla: {
    extension: 'json',
    row: z
      .strictObject({
        id: string,
        fields: z.strictObject({ prompt: string, answer: string }),
        metadata: z.record(z.string().regex(/^[a-z0-9_-]+$/), string),
        suggestions: z.strictObject({
          verdict: suggestion(z.enum(['up', 'down', 'approve', 'edit', 'reject', 'escalate'])),
          passages: suggestion(z.array(passage).min(1)),
          flags: suggestion(z.array(string).min(1)),
          correction: suggestion(string.min(1)),
          note: suggestion(string.min(1)),
        }),
        responses: z.strictObject({}),
        vectors: z.strictObject({}),
        _server_id: z.null(),
      })
      .refine(({ fields, suggestions }) =>
        (suggestions.passages?.value ?? []).every(({ start, end }) => end > start && end <= Array.from(fields.answer).length),
      ),
  },
};

test('a flag is an annotation that quotes its passage, a correction is an edit', async () => {
  expect(await list('web-annotation', 'jsonld', flagged)).toMatchObject([
    {
      id: `urn:uuid:${flagged.counts.id}#a`,
      motivation: 'tagging',
      body: [{ value: 'wrong' }, { value: 'major' }, { purpose: 'commenting', value: 'No.' }],
      target: { source: 'https://chat.example/c/1', selector: [{ exact: 'wrong', prefix: '😀 It is ', suffix: '.' }] },
    },
    { id: `urn:uuid:${flagged.counts.id}#b`, target: { source: 'https://chat.example/c/1' } },
    { motivation: 'editing', body: [{ value: 'It is right.' }] },
  ]);
  expect((await write('web-annotation', [reviewed({ rating: 1 })])).refused).toEqual(['no-flag']);
});

test('a task has its passages in code points, as Label Studio counts, and the setup that it needs', async () => {
  const { files } = await write('label-studio', [flagged]);
  const [task] = JSON.parse(files['bluepencil.label-studio.json'] ?? '') as { data: { text: string }; annotations: unknown[] }[];
  expect(task).toMatchObject({
    data: { text, prompt: 'What is the capital of Australia?' },
    annotations: [
      {
        result: [
          { id: 'a', from_name: 'label', type: 'labels', value: { start: 8, end: 13, text: 'wrong', labels: ['wrong'] } },
          { from_name: 'flags', value: { choices: ['tone <&"'] } },
          { from_name: 'verdict', value: { choices: ['down'] } },
          { from_name: 'correction', type: 'textarea', value: { text: ['It is right.'] } },
        ],
      },
    ],
  });
  expect(Array.from(text).slice(8, 13).join('')).toBe('wrong');
  const setup = files['bluepencil.label-studio.xml'] ?? '';
  expect(setup).toContain('<Label value="wrong"/>');
  expect(setup).toContain('<Choice value="tone &lt;&amp;&quot;"/>');
});

test('a record has what the review says as suggestions, in code points', async () => {
  expect(await list('argilla', 'json', flagged)).toMatchObject([
    {
      fields: { prompt: 'What is the capital of Australia?', answer: text },
      suggestions: {
        verdict: { value: 'down' },
        passages: { value: [{ label: 'wrong', start: 8, end: 13 }] },
        flags: { value: ['tone <&"'] },
        correction: { value: 'It is right.' },
        note: { value: 'Hm.' },
      },
    },
  ]);
});

test('a passage that begins or ends inside of a character takes the whole of it', async () => {
  const half = { quote: { exact: '', prefix: '', suffix: '' }, position: { start: 1, end: 4 } };
  const [record] = await list('argilla', 'json', reviewed({ flags: [flag({ span: half })] }, { text: '😀a😀b' }));
  expect(record).toMatchObject({ suggestions: { passages: { value: [{ start: 0, end: 3 }] } } });
});

describe.each(Object.entries(readers))('%s', (id, { extension, row }) => {
  const samples = fc.sample(fc.array(exported, { maxLength: 6 }), { numRuns: 60, seed: 7 });

  test('any reviews give a list that its reader takes, or a reason', async () => {
    let made = 0;
    for (const items of [...samples, hostile]) {
      const { files, refused } = await write(id, items);
      const rows = JSON.parse(files[`bluepencil.${id}.${extension}`] ?? '[]') as unknown[];
      for (const one of rows) expect(row.safeParse(one).error, JSON.stringify(one).slice(0, 400)).toBeUndefined();
      expect(items.length > 0 && rows.length + refused.length === 0).toBe(false);
      made += rows.length;
    }
    expect(made).toBeGreaterThan(0);
  });

  test('the check refuses what its reader does not take', () => {
    const checked = (data: string) => format(id).check(`x.${extension}`, data);
    for (const wrong of ['{}\n', '{"@context":"x","data":{"text":""},"id":1}\n', '{"a":\n', ''])
      expect(checked(wrong), wrong).not.toEqual([]);
  });

  test('without a row there is no file', async () => expect((await write(id, [])).files).toEqual({}));
});

test.each<[string, unknown]>([
  ['label-studio', { data: { text: 'It is.' }, annotations: [{ result: [{ value: { start: 0, end: 3, text: 'It', labels: ['x'] } }] }] }],
  ['argilla', { id: 'a', fields: { prompt: '', answer: 'It' }, suggestions: { passages: { value: [{ start: 1, end: 3 }] } } }],
  [
    'web-annotation',
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:x',
      type: 'Annotation',
      motivation: 'tagging',
      body: [],
      target: { source: 'x' },
    },
  ],
])('%s refuses what points at nothing', (id, row) => expect(format(id).check('x.json', JSON.stringify(row))).not.toEqual([]));
