import { expect, test } from 'vitest';
import { csv } from '../../../lib/export/formats/csv.ts';
import { llamaFactoryAlpaca } from '../../../lib/export/formats/llama-factory-alpaca.ts';
import { trlKto } from '../../../lib/export/formats/trl-kto.ts';
import { trlPreference } from '../../../lib/export/formats/trl-preference.ts';
import { trlSft } from '../../../lib/export/formats/trl-sft.ts';
import { makeExport } from '../../../lib/export/make.ts';
import { idsOf, type Exported } from '../../../lib/export/format.ts';
import { answer, compared, flag, reviewed } from '../sample.ts';
import { format } from './write.ts';

const given = (...items: Exported[]) =>
  async function* () {
    yield* items;
  };
function sink() {
  const files = new Map<string, string>();
  return { files, write: (file: string, data: string) => void files.set(file, (files.get(file) ?? '') + data) };
}

test('counts the rows of each file, and what gives none by reason, the most frequent first', async () => {
  const into = sink();
  const summary = await makeExport(
    trlSft,
    given(
      reviewed({ id: 'a', flags: [flag()] }),
      reviewed({ id: 'b', rating: 1 }),
      reviewed({ id: 'c', rating: -1 }, { text: 'Other.' }),
      reviewed({ id: 'd', rating: -1 }, { text: 'Third.' }),
    ),
    into,
    { name: 'x' },
  );
  expect(summary).toEqual({
    main: ['x.trl-sft.jsonl'],
    parts: null,
    unchosen: 0,
    labels: null,
    first: [into.files.get('x.trl-sft.jsonl')?.trimEnd()],
    hidden: 0,
    tokens: 18,
    files: [
      { file: 'x.trl-sft.jsonl', rows: 1 },
      { file: 'x.trl-sft.meta.jsonl', rows: 1 },
      { file: 'README.md', rows: 0 },
    ],
    rows: 1,
    refused: [
      { reason: 'no-correction', n: 2, ids: ['c', 'd'] },
      { reason: 'flagged', n: 1, ids: ['a'] },
    ],
  });
  expect([...into.files.keys()]).toEqual(['x.trl-sft.jsonl', 'x.trl-sft.meta.jsonl', 'README.md']);
});

test('a heading is written and is no row', async () => {
  const into = sink();
  expect((await makeExport(csv, given(reviewed({ rating: 1 })), into)).rows).toBe(1);
  expect(into.files.get('bluepencil.csv')?.startsWith('review,')).toBe(true);
});

test('ends where the signal says so', async () => {
  const stop = new AbortController();
  const making = makeExport(csv, given(reviewed({ rating: 1 }), reviewed({ rating: 1 })), sink(), {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await expect(making).rejects.toThrow('aborted');
});

const byConversation = (id: string, text = `Text ${id}.`) =>
  reviewed({ id: `r${id}`, rating: 1 }, { id: `a${id}`, text, conversation: { id }, prompt: [{ role: 'user', text: `Ask ${id}` }] });

test('a conversation stands in one part, the same one whatever else there is, and the parts are about as large as asked', async () => {
  const many = Array.from({ length: 400 }, (_, at) => [byConversation(`c${at}`), byConversation(`c${at}`, `Second ${at}.`)]).flat();
  const split = { validation: 20, test: 10 };
  const [whole, half] = [sink(), sink()];
  const { parts, rows, main } = await makeExport(trlSft, given(...many), whole, { split });
  await makeExport(trlSft, given(...many.slice(0, 300)), half, { split });
  expect(rows).toBe(800);
  expect(main).toEqual(['train', 'validation', 'test'].map((part) => `bluepencil.${part}.trl-sft.jsonl`));
  expect((parts?.validation ?? 0) / 800).toBeCloseTo(0.2, 1);
  expect((parts?.test ?? 0) / 800).toBeCloseTo(0.1, 1);
  const asked = main.map((file) => new Set(whole.files.get(file)?.match(/Ask c\d+/g)));
  expect(asked.reduce((sum, { size }) => sum + size, 0)).toBe(400);
  for (const file of main) expect(whole.files.get(file)?.startsWith(half.files.get(file) ?? '-')).toBe(true);
});

test('an example that stands in two conversations is written once, whatever their parts are', async () => {
  const same = Array.from({ length: 50 }, (_, at) => reviewed({ id: `${at}`, rating: 1 }, { conversation: { id: `c${at}` } }));
  const { rows, refused } = await makeExport(trlSft, given(...same), sink(), { split: { validation: 30, test: 30 } });
  expect([rows, refused[0]?.reason, refused[0]?.n]).toEqual([1, 'duplicate', 49]);
});

test('what the reader needs beside the files of all parts is one file, with an entry for each', async () => {
  const into = sink();
  await makeExport(llamaFactoryAlpaca, given(...Array.from({ length: 60 }, (_, at) => byConversation(`${at}`))), into, {
    split: { validation: 30, test: 30 },
  });
  const info = JSON.parse(into.files.get('dataset_info.json') ?? '') as Record<string, unknown>;
  expect(Object.keys(info)).toEqual(['train', 'validation', 'test'].map((part) => `bluepencil.${part}.llama-factory-alpaca`));
});

test('a comparison of answers that would stand in two parts belongs to none', async () => {
  const pairs = Array.from({ length: 60 }, (_, at) =>
    compared('first', [
      answer({ text: `One ${at}.`, conversation: { id: `x${at}` } }),
      answer({ text: `Two ${at}.`, conversation: { id: `y${at}` } }),
    ]),
  );
  const { rows, refused } = await makeExport(trlPreference, given(...pairs), sink(), { split: { validation: 30, test: 30 } });
  const across = refused.find(({ reason }) => reason === 'across-parts')?.n ?? 0;
  expect(across).toBeGreaterThan(20);
  expect(rows + across).toBe(60);
});

test('a sample is the same for the same seed, another for another, and a larger one holds the smaller', async () => {
  const many = given(...Array.from({ length: 200 }, (_, at) => byConversation(`${at}`)));
  const drawn = async (percent: number, seed: string) => {
    const into = sink();
    const { rows, unchosen } = await makeExport(trlSft, many, into, { sample: { percent, seed } });
    expect(rows + unchosen).toBe(200);
    return new Set(into.files.get('bluepencil.trl-sft.jsonl')?.split('\n'));
  };
  const [ten, again, forty, other] = [await drawn(10, 'a'), await drawn(10, 'a'), await drawn(40, 'a'), await drawn(10, 'b')];
  expect([...ten]).toEqual([...again]);
  expect([...ten].every((line) => forty.has(line)) && forty.size > ten.size).toBe(true);
  expect([...other]).not.toEqual([...ten]);
});

test('the labels of judged rows are counted', async () => {
  const { labels } = await makeExport(trlKto, given(byConversation('1'), byConversation('2')), sink());
  expect(labels).toEqual({ good: 2, bad: 0, uneven: 'one' });
});

test.each([
  [4, 1, null],
  [5, 1, 'lopsided'],
  [1, 5, 'lopsided'],
] as const)('%i good and %i bad labels are %s', async (good, bad, uneven) => {
  const judged = (rating: 1 | -1) => (_: unknown, at: number) => reviewed({ id: `${rating} ${at}`, rating }, { text: `${rating} ${at}` });
  const items = [...Array.from({ length: good }, judged(1)), ...Array.from({ length: bad }, judged(-1))];
  expect((await makeExport(trlKto, given(...items), sink())).labels).toEqual({ good, bad, uneven });
});

test('rows of more tokens than are allowed are refused by name, in what trains', async () => {
  const items = given(byConversation('1'), byConversation('2', 'word '.repeat(400)), byConversation('3', '字'.repeat(400)));
  const { rows, refused } = await makeExport(trlSft, items, sink(), { maxTokens: 100 });
  expect([rows, refused]).toEqual([1, [{ reason: 'over-limit', n: 2, ids: ['r2', 'r3'] }]]);
  expect((await makeExport(csv, items, sink(), { maxTokens: 100 })).rows).toBe(3);
  // Lists too: what a tool or a trainer of passages reads is cut there as well.
  for (const id of ['fine-grained-rlhf', 'label-studio', 'argilla']) {
    const made = await makeExport(format(id), items, sink(), { maxTokens: 100 });
    expect([id, made.rows, made.refused]).toEqual([id, 1, [{ reason: 'over-limit', n: 2, ids: ['r2', 'r3'] }]]);
  }
});

test('ids and first rows of a long export are told in as much memory as of a short one', async () => {
  const long = Array.from({ length: 150 }, (_, at) => byConversation(`${at}`, 'x'.repeat(9000)));
  const bad = Array.from({ length: 150 }, (_, at) => reviewed({ id: `${at}`, rating: -1 }, { text: `${at}` }));
  const { first, refused, rows } = await makeExport(trlSft, given(...long, ...bad), sink());
  expect([rows, first.length, first[0]?.length, refused[0]?.n, refused[0]?.ids.length]).toEqual([150, 3, 4001, 150, 100]);
});

test('rows of what is veiled are written and counted, and shown to nobody; others are shown in their place', async () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((id) => reviewed({ id, rating: 1, note: `Said by ${id}.` }, { text: `Text ${id}.` }));
  const into = sink();
  const veiled = (item: Exported) => idsOf(item).filter((id) => id === 'a' || id === 'c');
  const { first, hidden, rows } = await makeExport(csv, given(...items), into, { veiled });
  expect([rows, hidden]).toEqual([5, 2]);
  expect(first.map((line) => /Said by \w/.exec(line)?.[0] ?? 'heading')).toEqual(['heading', 'Said by b', 'Said by d', 'Said by e']);
  expect(into.files.get('bluepencil.csv')).toContain('Said by a.');
});
