/** Flagged passages in what trains: not learned, or learned as errors. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flag, Review } from '../../../../lib/model/review.ts';
import { flag, hashOf, reviewed } from '../../sample.ts';
import { exported, hostile } from '../generated.ts';
import { format, rows, write } from '../write.ts';

const text = 'It is 😀 right. It is wrong. And the end.';
const markdown = 'It is 😀 *right*. It is **wrong**.\n\nAnd the end.';
const shown = 'It is 😀 right. It is wrong.\n\nAnd the end.';
const on = (exact: string, parts: Partial<Flag> = {}, whole = shown): Flag => {
  const start = whole.indexOf(exact);
  return flag({ ...parts, span: { quote: { exact, prefix: '', suffix: '' }, position: { start, end: start + exact.length } } });
};
const about = (judgement: Partial<Review>) => reviewed(judgement, { text: shown, markdown });

describe('axolotl learns what is not flagged', () => {
  const last = async (id: string, judgement: Partial<Review>) => {
    const [row] = (await rows(id, [about(judgement)])) as { messages: { content: unknown; train_detail?: unknown }[] }[];
    return row?.messages.at(-1);
  };

  test('in parts, with the space before the passage and the line ends behind it', async () => {
    expect(await last('axolotl-parts', { flags: [on('It is wrong.')] })).toEqual({
      role: 'assistant',
      content: [
        { type: 'text', text: 'It is 😀 *right*.', train: true },
        { type: 'text', text: ' It is **wrong**.\n\n', train: false },
        { type: 'text', text: 'And the end.', train: true },
      ],
    });
  });

  test('in ranges of code points, ends inclusive', async () => {
    const message = await last('axolotl-detail', { rating: 1, flags: [on('wrong')] });
    const [before, passage, behind] = (message?.train_detail ?? []) as { begin_offset: number; end_offset: number; train: boolean }[];
    const letters = Array.from(markdown);
    const said = ({ begin_offset: from, end_offset: to }: NonNullable<typeof before>) => letters.slice(from, to + 1).join('');
    expect([before, passage, behind].map((range) => [said(range!), range!.train])).toEqual([
      ['It is 😀 *right*. It is **', true],
      ['wrong', false],
      ['**.\n\nAnd the end.', true],
    ]);
  });

  test.each([
    ['a good answer whole', { rating: 1 as const }, [markdown]],
    ['a correction whole', { flags: [on('wrong')], correction: { markdown: 'Right.' } }, ['Right.']],
    ['passages that overlap as one', { flags: [on('It is wrong.'), on('wrong', { id: 'f2' })] }, ['It is 😀 *right*.', 'And the end.']],
  ])('%s', async (_, judgement, wanted) => {
    const { content } = (await last('axolotl-parts', judgement)) as { content: { text: string; train: boolean }[] };
    expect(content.flatMap((part) => (part.train ? [part.text] : []))).toEqual(wanted);
  });

  test.each([
    ['flagged', { flags: [flag(), on('wrong', { id: 'f2' })] }],
    ['contradictory', { rating: 1 as const, flags: [flag()] }],
    ['no-correction', { rating: -1 as const, flags: [on('wrong')] }],
    ['escalated', { decision: 'escalate' as const, flags: [on('wrong')] }],
    ['passage-lost', { flags: [flag({ span: { quote: { exact: 'x', prefix: '', suffix: '' }, position: { start: 0, end: 1 } } })] }],
    ['no-answer-to-learn', { flags: [on(shown)] }],
  ])('%s gives no row', async (reason, judgement) => {
    for (const id of ['axolotl-parts', 'axolotl-detail'])
      expect(await write(id, [about(judgement)])).toEqual({ files: {}, refused: [reason] });
  });
});

describe('fine-grained-rlhf', () => {
  const element = async (judgement: Partial<Review>) => {
    const { files } = await write('fine-grained-rlhf', [reviewed(judgement, { text })]);
    return (JSON.parse(files['bluepencil.fine-grained-rlhf.json'] ?? '[]') as Element[])[0];
  };
  const quoted = ({ 'prediction 1': said, feedback }: Element) =>
    feedback.errors.map(({ start, end, 'error type': type }) => [Array.from(said).slice(start, end).join(''), type]);

  test('errors are whole words, apart from each other, of the types that its scripts know', async () => {
    const flags = [
      on('wron', {}, text),
      on('ight. It', { id: 'f2', category: 'tone', note: 'Rude.' }, text),
      on('ong. A', { id: 'f3' }, text),
    ];
    const row = await element({ flags, correction: { markdown: 'Right.' } });
    expect(quoted(row!)).toEqual([
      ['right. It', 'tone'],
      ['wrong. And', 'Wrong-Grounding'],
    ]);
    expect(row?.feedback).toMatchObject({ 'corrected-prediction': 'Right.', 'missing-info': [], errors: [{ explanation: 'Rude.' }, {}] });
    expect(row?.question).toBe('What is the capital of Australia?');
  });

  test('a good answer has no errors; a bad one without a passage says nothing', async () => {
    expect((await element({ rating: 1 }))?.feedback.errors).toEqual([]);
    expect((await write('fine-grained-rlhf', [reviewed({ rating: -1 })])).refused).toEqual(['no-passage']);
    expect((await write('fine-grained-rlhf', [reviewed({ note: 'hm' })])).refused).toEqual(['no-verdict']);
  });

  test('the sidecar goes with the elements', async () => {
    const { files } = await write('fine-grained-rlhf', [
      reviewed({ rating: 1 }),
      reviewed({ id: 'b', flags: [on('wrong', {}, text)] }, { text }),
    ]);
    const elements = (files['bluepencil.fine-grained-rlhf.json'] ?? '').split('\n').slice(1, -2);
    const metas = (files['bluepencil.fine-grained-rlhf.meta.jsonl'] ?? '').trimEnd().split('\n');
    expect(metas.map((line) => (JSON.parse(line) as { sha256: string }).sha256)).toEqual(
      elements.map((line) => hashOf(line.replace(/^,/, ''))),
    );
  });

  const good = { question: 'q', passages: [], 'prediction 1': 'It is wrong.', feedback: { errors: [], 'corrected-prediction': '' } };
  const error = (start: number, end: number) => ({ start, end, 'error type': 'tone', explanation: '' });
  const erring = (...errors: unknown[]) => ({ ...good, feedback: { ...good.feedback, errors } });
  test.each([
    ['takes words', erring(error(0, 2), error(6, 12)), true],
    ['refuses half a word', erring(error(6, 9)), false],
    ['refuses the space before a word', erring(error(5, 12)), false],
    ['refuses what shares a word', erring(error(0, 5), error(3, 12)), false],
    ['refuses what lies outside', erring(error(6, 40)), false],
    ['refuses nothing', erring(error(6, 6)), false],
    ['refuses no type', erring({ ...error(0, 2), 'error type': '' }), false],
    ['refuses no question', { ...good, question: ' ' }, false],
    ['refuses no correction', { ...good, feedback: { errors: [] } }, false],
  ])('%s', (_, row, right) => {
    const problems = format('fine-grained-rlhf').check('x.fine-grained-rlhf.json', `,${JSON.stringify(row)}\n`);
    expect(problems.length === 0).toBe(right);
  });

  test('any reviews give what its scripts assert, or a reason', async () => {
    const { files, refused } = await write('fine-grained-rlhf', [...fc.sample(exported, { numRuns: 300, seed: 5 }), ...hostile]);
    const all = JSON.parse(files['bluepencil.fine-grained-rlhf.json'] ?? '[]') as Element[];
    expect(all.some(({ feedback }) => feedback.errors.length > 0)).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
    for (const { 'prediction 1': said, feedback } of all) {
      const letters = Array.from(said);
      for (const { start, end } of feedback.errors) {
        // As create_rel_fact_rm_files.py asserts it; its `strip` keeps U+FEFF.
        const blank = (letter: string): boolean => letter.replaceAll('\uFEFF', 'x').trim() === '';
        expect(!blank(letters[start]!) && (start === 0 || blank(letters[start - 1]!))).toBe(true);
        expect(end === letters.length || blank(letters[end]!) || '\x1c\x1d\x1e\x1f\x85'.includes(letters[end]!)).toBe(true);
      }
    }
  });
});

interface Element {
  question: string;
  'prediction 1': string;
  feedback: { errors: { start: number; end: number; 'error type': string }[] };
}
