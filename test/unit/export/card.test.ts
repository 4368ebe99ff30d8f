/** The card of a data set, and the sidecar that it is counted from. */
import { describe, expect, test } from 'vitest';
import type { Exported } from '../../../lib/export/format.ts';
import { makeExport, type MakeOptions } from '../../../lib/export/make.ts';
import type { Provenance } from '../../../lib/export/provenance.ts';
import { noMasks, type ConversationKey } from '../../../lib/model/privacy.ts';
import { createFinder } from '../../../lib/privacy/find.ts';
import { answer, compared, flag, hashOf, review, reviewed } from '../sample.ts';
import { each, format } from './write.ts';

async function made(id: string, items: Exported[], options: MakeOptions = {}) {
  const files = new Map<string, string>();
  const write = (file: string, data: string | Uint8Array): void => void files.set(file, `${files.get(file) ?? ''}${String(data)}`);
  const summary = await makeExport(format(id), () => each(items), { write }, options);
  return { files, summary, card: files.get('README.md') ?? '' };
}

const span = { quote: { exact: 'Canberra', prefix: 'is ', suffix: '.' }, position: { start: 28, end: 36 } };
const two = { answer: answer({ text: 'Twice.' }), reviews: [review({ id: 'x', rating: 1 }), review({ id: 'y', rating: -1 })] };
const items: Exported[] = [
  reviewed({ id: 'a', rating: 1 }, { provider: 'acme', text: 'First.' }),
  reviewed({ id: 'b', rating: -1, flags: [flag({ span })], reviewer: { id: 'jo@work.example', name: 'Jo', role: 'lead' } }),
  { ...two, counts: two.reviews[1]! },
  reviewed({ id: 'c', rating: -1 }, { model: '| x |\n# <b>`y`', promptComplete: false, text: 'Third.' }),
  reviewed({ id: 'd', note: 'no verdict' }, { text: 'Fourth.' }),
];

describe('the card', () => {
  test('counts what the rows are', async () => {
    const { card, summary, files } = await made('trl-kto', items);
    expect(summary.files.at(-1)).toEqual({ file: 'README.md', rows: 0 });
    for (const line of [
      '- n<1K',
      '  - split: train\n    path: "bluepencil.trl-kto.jsonl"',
      'from 2026-03-12 to 2026-03-12. 4 rows in the format `trl-kto`',
      '| bluepencil.trl-kto.meta.jsonl | 4 |',
      '| thumb down | 3 |\n| thumb up | 1 |',
      '| wrong (major) | 1 |',
      '2 people, without names: rows by person 3, 1.',
      '| alone | 3 |\n| differ | 1 |',
      '| acme model-1 | 1 |',
      '| no-verdict | 1 |',
      '- 1 rows have a conversation that was not read from its beginning.',
      '- 3 of 4 rows rest on one person’s word.',
      'Nothing was masked',
    ])
      expect(card).toContain(line);
    expect(card.match(/^---$/gm)).toHaveLength(2);
    const metas = (files.get('bluepencil.trl-kto.meta.jsonl') ?? '').trimEnd().split('\n');
    expect(metas.map((line) => (JSON.parse(line) as Provenance).agreement)).toEqual(['alone', 'alone', 'differ', 'alone']);
  });

  test('counts each answer where a row holds several', async () => {
    const scores = { correct: 5, complete: 4, clear: 3, useful: 1 };
    const { card } = await made('ultrafeedback', [
      reviewed({ id: 'a', scores }, { text: 'One.' }),
      reviewed({ id: 'b', scores }, { text: 'Two.', model: 'model-2' }),
    ]);
    expect(card).toContain('1 rows in the format `ultrafeedback`');
    expect(card).toMatch(/tokens, with 2 answers\./);
    expect(card).toContain('| Model | Answers |\n| --- | ---: |\n| model-1 | 1 |\n| model-2 | 1 |');
    expect(card).toContain('- 2 of 2 answers rest on one person’s word.');
  });

  test('says nothing of who, and nothing of what was asked or answered', async () => {
    const { card } = await made('trl-kto', items);
    for (const secret of ['jo@', 'Jo', 'reviewer-1', 'Canberra', 'capital', 'chat.example']) expect(card).not.toContain(secret);
  });

  test('names from pages stay in their cell', async () => {
    const { card } = await made('trl-kto', items);
    expect(card).toContain(String.raw`| \| x \| \# \<b\>\`y\` | 1 |`);
  });

  test('names the parts that there are', async () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      reviewed({ id: `${at}`, rating: 1 }, { text: `Text ${at}.`, conversation: { id: `c${at}` } }),
    );
    const { card } = await made('parquet-chat', many, { name: 'x', split: { validation: 0, test: 40 }, rating: [1] });
    expect(card).toContain(
      '  - split: train\n    path: "x.train.parquet-chat.parquet"\n  - split: test\n    path: "x.test.parquet-chat.parquet"',
    );
    expect(card).toContain(String.raw`Asked for: rating \[1\].`);
  });

  test('says what was masked, and that it is not all', async () => {
    const mail = reviewed({ id: 'm', rating: 1 }, { text: 'Write to jane@mail.example, or joe@mail.example.' });
    const masking = {
      find: createFinder({}, null),
      read: async (one: ConversationKey) => noMasks(one),
      keep: async () => {},
      counts: new Map(),
    };
    const { card } = await made('trl-kto', [mail], { masking });
    expect(card).toContain('places by kind: email 2.');
    expect(card).toContain('Masking is by rules');
  });

  test.each([
    ['csv', items],
    ['label-studio', items],
    ['trl-sft', []],
  ])('%s has none where there is no data set', async (id, given) => expect((await made(id, given)).files.has('README.md')).toBe(false));
});

describe('the sidecar', () => {
  test('goes line by line with the rows, and says where each comes from', async () => {
    const scores = { correct: 4, useful: 1 };
    const all = [...items, reviewed({ id: 'e', decision: 'reject', scores, flags: [flag({ span })] }, { text: `${answer().text}!` })];
    const { files } = await made('trl-kto', all);
    const lines = (files.get('bluepencil.trl-kto.jsonl') ?? '').trimEnd().split('\n');
    const metas = (files.get('bluepencil.trl-kto.meta.jsonl') ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Provenance);
    expect(metas.map(({ sha256 }) => sha256)).toEqual(lines.map(hashOf));
    expect(metas.at(-1)).toMatchObject({
      counts: 'e',
      decision: 'reject',
      scores,
      corrected: false,
      reviewers: ['reviewer-1'],
      rubric: { id: 'default', version: '1' },
      policyVersion: null,
      detectedBy: 'generic:generic',
      reviewedAt: '2026-03-12T10:00:00.000Z',
    });
    const place = metas.at(-1)?.flags[0]?.span;
    expect(answer().text.slice(place?.markdown?.start, place?.markdown?.end)).toBe('Canberra');
    expect(metas[2]).toMatchObject({ reviewIds: ['x', 'y'], counts: 'y' });
  });

  test('a comparison judges neither answer', async () => {
    const { files, card } = await made('trl-preference', [compared('second')]);
    expect(JSON.parse(files.get('bluepencil.trl-preference.meta.jsonl') ?? '')).toMatchObject({ rating: null, scores: {}, flags: [] });
    expect(card).toContain('| compared | 1 |');
  });

  test.each(['sha256', 'scores', 'flags', 'reviewers'])('without %s it is not written', async (key) => {
    const { files } = await made('trl-preference', [compared('second')]);
    const { [key]: _gone, ...rest } = JSON.parse(files.get('bluepencil.trl-preference.meta.jsonl') ?? '') as Record<string, unknown>;
    expect(format('trl-preference').check('x.meta.jsonl', `${JSON.stringify(rest)}\n`)).not.toEqual([]);
  });
});
