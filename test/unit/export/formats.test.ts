import { describe, expect, test } from 'vitest';
import { exportFiles, type ExportFormat } from '../../../lib/export/format.ts';
import type { Turn } from '../../../lib/model/answer.ts';
import { all, answer, compared, flag, hashOf, review, reviewed, variants } from '../sample.ts';
import { format, rows, write } from './write.ts';

async function* just<T>(item: T): AsyncGenerator<T> {
  yield item;
}
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

describe('which of two answers is better', () => {
  const [one, other] = variants();
  const preferred = { prompt, chosen: said(one.markdown), rejected: said(other.markdown) };
  const about = (first: Partial<typeof one>, second: Partial<typeof one> = {}) =>
    compared('first', [
      { ...one, ...first },
      { ...other, ...second },
    ]);

  test('the better one is chosen, the other rejected', async () => {
    expect(await rows('trl-preference', [compared('first')])).toEqual([preferred]);
    expect(await rows('trl-preference', [compared('second')])).toEqual([
      { prompt, chosen: said(other.markdown), rejected: said(one.markdown) },
    ]);
  });

  test('as good as each other, or answers to different prompts, give no row', async () => {
    const elsewhere = about({ prompt: [{ role: 'user', text: 'And of New Zealand?' }] });
    expect(await write('trl-preference', [compared('same'), elsewhere])).toEqual({ files: {}, refused: ['as-good', 'other-prompt'] });
  });

  test('which is better does not say that it is good', async () => {
    for (const id of ['trl-sft', 'trl-kto', 'openai-chat', 'csv']) {
      expect(await write(id, [compared('first')]), id).toEqual({ files: {}, refused: ['only-compared'] });
    }
  });

  test('side by side the first is no part of what the second answers', async () => {
    const second = { prompt: [...other.prompt, { role: 'assistant' as const, text: one.text }] };
    expect(await rows('trl-preference', [about({}, second)])).toEqual([preferred]);
  });

  test('a prompt that is not complete may have lost its beginning, and no more', async () => {
    const before: Turn[] = [
      { role: 'user', text: 'Hi' },
      { role: 'assistant', text: 'Hello!' },
    ];
    const whole = { prompt: [...before, ...one.prompt] };
    const [row] = await rows('trl-preference', [about(whole, { promptComplete: false })]);
    expect(row).toMatchObject({ prompt: [{ content: 'Hi' }, {}, ...prompt], rejected: said(other.markdown) });
    expect((await write('trl-preference', [about(whole)])).refused).toEqual(['other-prompt']);
    expect((await write('trl-preference', [about(whole, { prompt: [], promptComplete: false })])).refused).toEqual(['other-prompt']);
    expect((await write('trl-preference', [about({ prompt: [] }, { prompt: [] })])).refused).toEqual(['no-prompt']);
  });

  test('an equal pair and an example that is there already are refused', async () => {
    const [item] = [about({}, { markdown: ` ${one.markdown}` })];
    expect((await write('trl-preference', [item])).refused).toEqual(['equal-pair']);
    const correction = reviewed({ correction: { markdown: one.markdown } }, other);
    expect((await write('trl-preference', [correction, compared('first')])).refused).toEqual(['duplicate']);
  });

  test('the sidecar names both answers', async () => {
    const { files } = await write('trl-preference', [compared('second'), reviewed({ correction: { markdown: 'x' } })]);
    const [first, second] = (files['bluepencil.trl-preference.meta.jsonl'] ?? '').trimEnd().split('\n');
    const { id } = compared('second').preference;
    expect(JSON.parse(first ?? '')).toMatchObject({
      reviewIds: [id],
      counts: id,
      revision: 1,
      answerId: other.id,
      rejectedAnswerId: one.id,
      rating: null,
      flags: [],
    });
    expect(JSON.parse(second ?? '')).toMatchObject({ rejectedAnswerId: null });
  });

  test('everything holds it as it is stored', async () => {
    const item = compared('same');
    expect(await rows('native', [item])).toEqual([{ format: 'bluepencil-1', ...item }]);
    const wrong = { ...item.preference, better: 'neither' };
    const line = JSON.stringify({ format: 'bluepencil-1', preference: wrong, answers: item.answers });
    expect(format('native').check('x', `${line}\n`)).toEqual(['preference.better: must be one of the two answers']);
  });
});

describe('rules of training files', () => {
  const about = (turns: Turn[], text = original) => reviewed({ rating: 1 }, { prompt: turns, text });

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

  test.each(['trl-kto', 'axolotl-kto', 'llama-factory-kto'])(
    '%s: the same text once as good and once as bad is one example',
    async (id) => {
      const bad = reviewed({ id: '019ce1a4-0000-7000-8000-000000000002', rating: -1 });
      const { files, refused } = await write(id, [reviewed({ rating: 1 }), bad]);
      expect(refused).toEqual(['duplicate']);
      const [line] = (files[`bluepencil.${id}.jsonl`] ?? '').split('\n');
      const [note] = (files[`bluepencil.${id}.meta.jsonl`] ?? '').split('\n');
      expect(JSON.parse(note ?? '')).toMatchObject({ sha256: hashOf(line ?? '') });
    },
  );

  test('the sidecar goes line by line with the file, and gives spans in code points too', async () => {
    const text = '😀😀 is wrong';
    const span = { quote: { exact: 'wrong', prefix: '', suffix: '' }, position: { start: 8, end: 13 } };
    const items = [
      reviewed({ rating: -1, flags: [flag({ span })] }, { text, markdown: '😀😀 is **wrong**' }),
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
    expect(metas[0].flags[0].span.markdown).toEqual({ start: 10, end: 15, codePoints: { start: 8, end: 13 } });
  });

  test('a span that has no place in the Markdown says why', async () => {
    const span = { quote: { exact: 'x', prefix: '', suffix: '' }, position: { start: 0, end: 1 } };
    const { files } = await write('trl-kto', [reviewed({ rating: -1, flags: [flag({ span })] }, { text: 'yes', markdown: 'yes' })]);
    const [meta] = (files['bluepencil.trl-kto.meta.jsonl'] ?? '').split('\n').map((line) => JSON.parse(line || 'null'));
    expect(meta.flags[0].span).toMatchObject({ markdown: null, noMarkdown: 'moved' });
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
  test('native refuses what is no review', () => {
    expect(format('native').check('x', `${JSON.stringify({ format: 'bluepencil-1', answer: {}, reviews: [], counts: '' })}\n`)).not.toEqual(
      [],
    );
  });

  test('a row that fails the check ends the export', async () => {
    const wrong: ExportFormat = { ...format('native'), check: () => ['wrong'] };
    await expect(all(exportFiles(wrong, just(reviewed({ rating: 1 }))))).rejects.toMatchObject({ code: 'export-broken' });
  });
});
