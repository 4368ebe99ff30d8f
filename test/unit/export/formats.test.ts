import { describe, expect, test } from 'vitest';
import { exportFiles, type ExportFormat, type ExportPiece, type ExportRefusal } from '../../../lib/export/format.ts';
import { formats } from '../../../lib/export/formats/index.ts';
import type { ReviewedAnswer } from '../../../lib/model/reviewed.ts';
import { all, answer, flag, hashOf, review, reviewed } from '../sample.ts';

const format = (id: string): ExportFormat => {
  const found = formats.find((item) => item.id === id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
};
async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}
async function write(id: string, items: ReviewedAnswer[]): Promise<{ files: Record<string, string>; refused: string[] }> {
  const pieces = await all<ExportPiece | ExportRefusal>(exportFiles(format(id), each(items)));
  const files: Record<string, string> = {};
  for (const piece of pieces) if ('file' in piece) files[piece.file] = (files[piece.file] ?? '') + piece.data;
  return { files, refused: pieces.flatMap((piece) => ('refused' in piece ? piece.reason : [])) };
}
const rows = async (id: string, items: ReviewedAnswer[]): Promise<unknown[]> => {
  const { files } = await write(id, items);
  return (files[`bluepencil.${id}.jsonl`] ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
};

const prompt = [{ role: 'user', content: 'What is the capital of Australia?' }];
const original = answer().text;
const said = (content: string) => [{ role: 'assistant', content }];

describe('what trains from what', () => {
  const up = reviewed({ rating: 1 });
  const down = reviewed({ rating: -1 });
  const corrected = reviewed({ correction: { markdown: 'Canberra.' } });

  test('a thumb up imitates the original and judges it good', async () => {
    expect(await rows('trl-sft', [up])).toEqual([{ prompt, completion: said(original) }]);
    expect(await rows('openai-chat', [up])).toEqual([{ messages: [...prompt, ...said(original)] }]);
    expect(await rows('trl-kto', [up])).toEqual([{ prompt, completion: said(original), label: true }]);
    expect((await write('trl-preference', [up])).refused).toEqual(['no-correction']);
  });

  test('a thumb down judges it bad, and no more', async () => {
    expect(await rows('trl-kto', [down])).toEqual([{ prompt, completion: said(original), label: false }]);
    expect((await write('trl-sft', [down])).refused).toEqual(['no-correction']);
  });

  test('a correction is imitated, and preferred to the original', async () => {
    expect(await rows('trl-sft', [corrected])).toEqual([{ prompt, completion: said('Canberra.') }]);
    expect(await rows('trl-preference', [corrected])).toEqual([{ prompt, chosen: said('Canberra.'), rejected: said(original) }]);
    expect((await write('trl-kto', [corrected])).refused).toEqual(['no-verdict']);
    expect(await rows('trl-kto', [reviewed({ rating: -1, correction: { markdown: 'x' } })])).toMatchObject([{ label: false }]);
  });

  test('a decision outranks a thumb', async () => {
    expect(await rows('trl-kto', [reviewed({ rating: -1, decision: 'approve' })])).toMatchObject([{ label: true }]);
    expect(await rows('trl-kto', [reviewed({ rating: 1, decision: 'reject' })])).toMatchObject([{ label: false }]);
    expect(await rows('trl-preference', [reviewed({ decision: 'reject', correction: { markdown: 'x' } })])).toHaveLength(1);
    expect((await write('trl-sft', [reviewed({ decision: 'reject', correction: { markdown: 'x' } })])).refused).toEqual([
      'no-answer-to-learn',
    ]);
    expect(await rows('trl-sft', [reviewed({ decision: 'edit', correction: { markdown: 'x' } })])).toMatchObject([
      { completion: said('x') },
    ]);
  });

  test.each([
    [{ rating: 1 as const, flags: [flag()] }, 'contradictory'],
    [{ decision: 'approve' as const, flags: [flag({ severity: 'critical' })] }, 'contradictory'],
    [{ rating: 1 as const, flags: [flag({ severity: 'minor' })] }, 'flagged'],
    [{ flags: [flag()] }, 'flagged'],
    [{ decision: 'escalate' as const, rating: 1 as const }, 'escalated'],
    [{ note: 'hm' }, 'no-verdict'],
    [{ decision: 'edit' as const }, 'no-verdict'],
  ])('%j trains nothing: %s', async (judgement, reason) => {
    for (const id of ['trl-sft', 'trl-preference', 'trl-kto', 'openai-chat']) {
      expect(await write(id, [reviewed(judgement)]), id).toEqual({ files: {}, refused: [reason] });
    }
  });
});

describe('rules of training files', () => {
  const about = (turns: ReviewedAnswer['answer']['prompt'], text = original) => reviewed({ rating: 1 }, { prompt: turns, text });

  test.each([
    [[], 'no-prompt'],
    [[{ role: 'system' as const, text: 'Be brief.' }], 'system-only-prompt'],
    [[{ role: 'assistant' as const, text: 'Hello!' }], 'no-prompt'],
    [
      [
        { role: 'user' as const, text: 'a' },
        { role: 'assistant' as const, text: 'b' },
      ],
      'prompt-not-user',
    ],
    [
      [
        { role: 'user' as const, text: 'a' },
        { role: 'system' as const, text: 'b' },
      ],
      'system-in-middle',
    ],
    [[{ role: 'user' as const, text: ' ' }], 'empty-content'],
  ])('%j is refused: %s', async (turns, reason) => {
    expect(await write('trl-sft', [about(turns)])).toEqual({ files: {}, refused: [reason] });
  });

  test('an empty answer and an equal pair are refused', async () => {
    expect((await write('trl-sft', [reviewed({ rating: 1 }, { markdown: ' \n' })])).refused).toEqual(['empty-content']);
    expect((await write('trl-kto', [reviewed({ rating: -1 }, { markdown: '' })])).refused).toEqual(['empty-content']);
    expect((await write('trl-preference', [reviewed({ correction: { markdown: ` ${original}\n` } })])).refused).toEqual(['equal-pair']);
  });

  test('neighbours of one role are merged, a greeting is left out, and the sidecar says so', async () => {
    const turns = [
      { role: 'system' as const, text: 'Be brief.' },
      { role: 'assistant' as const, text: 'Hello!' },
      { role: 'user' as const, text: 'One' },
      { role: 'user' as const, text: 'Two' },
    ];
    const { files } = await write('trl-sft', [about(turns)]);
    expect(JSON.parse(files['bluepencil.trl-sft.jsonl'] ?? '')).toMatchObject({
      prompt: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'One\n\nTwo' },
      ],
    });
    expect(JSON.parse(files['bluepencil.trl-sft.meta.jsonl'] ?? '')).toMatchObject({
      mended: ['dropped-leading-assistant', 'merged-turns'],
    });
  });

  test('each example once; the same answer to another prompt is another example', async () => {
    const again = [{ role: 'user' as const, text: 'Again?' }];
    const { files, refused } = await write('openai-chat', [reviewed({ rating: 1 }), reviewed({ rating: 1, id: 'r2' }), about(again)]);
    expect(refused).toEqual(['duplicate']);
    expect(files['bluepencil.openai-chat.jsonl']?.match(/\n/g)).toHaveLength(2);
  });

  test('the sidecar goes line by line with the file, and gives spans in code points too', async () => {
    const text = '😀😀 is wrong';
    const span = { quote: { exact: 'wrong', prefix: '', suffix: '' }, position: { start: 8, end: 13 } };
    const items = [
      reviewed({ rating: -1, flags: [flag({ span })] }, { text }),
      reviewed({ note: 'no row' }),
      reviewed({ rating: 1, id: 'r2' }),
    ];
    const { files } = await write('trl-kto', items);
    const lines = (files['bluepencil.trl-kto.jsonl'] ?? '').trimEnd().split('\n');
    const metas = (files['bluepencil.trl-kto.meta.jsonl'] ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(metas.map(({ sha256 }) => sha256)).toEqual(lines.map(hashOf));
    expect(metas[0]).toMatchObject({ flags: [{ span: { position: { start: 8, end: 13 }, codePoints: { start: 6, end: 11 } } }] });
    expect(Array.from(text).slice(6, 11).join('')).toBe('wrong');
  });

  test('half a character is replaced, nothing is cut', async () => {
    const long = 'word '.repeat(400_000);
    expect(await rows('trl-sft', [about([{ role: 'user', text: 'a\ud83d' }], `${long}\udc00`)])).toEqual([
      { prompt: [{ role: 'user', content: 'a\ufffd' }], completion: said(`${long}\ufffd`) },
    ]);
  });
});

describe('native', () => {
  test('holds everything as it is stored', async () => {
    const one = review({ rating: 1 });
    const other = review({ id: 'r2', reviewer: { id: 'x', role: 'lead' }, rating: -1 });
    const [line] = await rows('native', [{ answer: answer(), reviews: [one, other], counts: other }]);
    expect(line).toEqual({ format: 'bluepencil-1', answer: answer(), reviews: [one, other], counts: 'r2' });
  });
});

describe('csv', () => {
  test('one review a line, quoted as RFC 4180 says', async () => {
    const { files } = await write('csv', [reviewed({ rating: 1, note: 'a "b", c\nd' })]);
    const [header, ...rest] = (files['bluepencil.csv'] ?? '').split('\r\n');
    expect(header).toMatch(/^review,revision,answer_id,/);
    expect(rest.join('\r\n')).toContain(',"a ""b"", c\nd",');
    expect(files['bluepencil.csv']?.endsWith('\r\n')).toBe(true);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', "=cmd|'/c calc'!A0"])('%j is no formula', async (note) => {
    const { files } = await write('csv', [reviewed({ note })]);
    expect(files['bluepencil.csv']).toContain(`'${note}`);
  });

  test('an answer of 2 MB is whole', async () => {
    const text = 'a "quoted" word, '.repeat(130_000);
    const { files } = await write('csv', [reviewed({ rating: 1 }, { text })]);
    expect(files['bluepencil.csv']).toContain(text.replaceAll('"', '""'));
  });
});

describe('checks', () => {
  const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

  test.each([
    ['trl-sft', { prompt, completion: said('x'), extra: 1 }],
    ['trl-sft', { completion: said('x'), prompt }],
    ['trl-sft', { prompt: [], completion: said('x') }],
    ['trl-sft', { prompt: 'text', completion: said('x') }],
    ['trl-sft', { prompt, completion: said('') }],
    ['trl-sft', { prompt: [...prompt, ...prompt], completion: said('x') }],
    ['trl-preference', { prompt, chosen: said('x'), rejected: said(' x') }],
    ['trl-kto', { prompt, completion: said('x'), label: 'true' }],
    ['openai-chat', { messages: prompt }],
    ['openai-chat', { messages: [...prompt, { role: 'assistant', content: 'x', weight: 1 }] }],
    ['native', { format: 'bluepencil-1', answer: {}, reviews: [], counts: '' }],
  ])('%s refuses %j', (id, row) => {
    expect(format(id).check(`bluepencil.${id}.jsonl`, line(row))).not.toEqual([]);
  });

  test('a row that fails the check ends the export', async () => {
    const wrong: ExportFormat = { ...format('native'), check: () => ['wrong'] };
    await expect(all(exportFiles(wrong, each([reviewed({ rating: 1 })])))).rejects.toMatchObject({ code: 'export-broken' });
  });
});
