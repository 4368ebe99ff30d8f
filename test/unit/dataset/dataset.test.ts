import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { fileKind, takenIn } from '../../../entrypoints/options/takeIn.ts';
import { readRow } from '../../../lib/dataset/row.ts';
import { makeExport } from '../../../lib/export/make.ts';
import { formats } from '../../../lib/export/formats/index.ts';
import type { Exported } from '../../../lib/export/format.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { comparedAnswers } from '../../../lib/store/compared.ts';
import { listReviews } from '../../../lib/store/list.ts';
import type { Store } from '../../../lib/store/open.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { planRestore, restore, type RestorePlan } from '../../../lib/store/restore.ts';
import { readReview } from '../../../lib/store/reviews.ts';
import { reviewedAnswers } from '../../../lib/store/reviewed.ts';
import { answerSchema } from '../../../lib/schema/answer.ts';
import { contentsOf } from '../backup/files.ts';
import { act, all, answer, compare, compared, flag, freshStore, hashOf, isoAt, noon, reviewed } from '../sample.ts';

const user = (text: string) => ({ role: 'user', text });
const said = { prompt: [user('Capital?')], answers: ['Canberra.'] };

describe('a row', () => {
  const talk = [
    { role: 'user', content: 'Capital?' },
    { role: 'assistant', content: 'Canberra.' },
  ];
  test.each<[string, object, object]>([
    ['messages', { messages: talk }, said],
    ['parts', { messages: talk.map(({ role, content }) => ({ role, content: [{ type: 'text', text: content }] })) }, said],
    ['prompt and completion', { prompt: 'Capital?', completion: 'Canberra.' }, said],
    ['both as messages', { prompt: talk.slice(0, 1), completion: talk.slice(1) }, said],
    ['KTO', { prompt: 'Capital?', completion: 'Canberra.', label: true }, said],
    [
      'alpaca',
      { instruction: 'Capital', input: 'of Australia?', output: 'Canberra.', system: 'Be brief.' },
      { prompt: [{ role: 'system', text: 'Be brief.' }, user('Capital\n\nof Australia?')], answers: ['Canberra.'] },
    ],
    [
      'history',
      { instruction: 'Sure?', output: 'Yes.', history: [['Capital?', 'Canberra.']] },
      { prompt: [user('Capital?'), { role: 'assistant', text: 'Canberra.' }, user('Sure?')], answers: ['Yes.'] },
    ],
    [
      'sharegpt',
      {
        conversations: [
          { from: 'human', value: 'Capital?' },
          { from: 'gpt', value: 'Canberra.' },
        ],
      },
      said,
    ],
    [
      'gemini',
      {
        contents: [
          { role: 'user', parts: [{ text: 'Capital?' }] },
          { role: 'model', parts: [{ text: 'Canberra.' }] },
        ],
      },
      said,
    ],
    ['a pair', { prompt: 'Capital?', chosen: 'Canberra.', rejected: 'Sydney.' }, { ...said, answers: ['Canberra.', 'Sydney.'] }],
    [
      'a pair with its prompt inside',
      { chosen: talk, rejected: [talk[0], { role: 'assistant', content: 'Sydney.' }] },
      { ...said, answers: ['Canberra.', 'Sydney.'] },
    ],
    [
      'HH',
      { chosen: '\n\nHuman: Capital?\n\nAssistant: Canberra.', rejected: '\n\nHuman: Capital?\n\nAssistant: Sydney.' },
      { ...said, answers: ['Canberra.', 'Sydney.'] },
    ],
    ['its id and model', { id: 7, model: 'm', question: 'Capital?', answer: 'Canberra.' }, { ...said, id: '7', model: 'm' }],
    ['half a character', { prompt: 'a\ud83d', response: 'b\ud83d' }, { prompt: [user('a\ufffd')], answers: ['b\ufffd'] }],
  ])('%s', (_, row, expected) => expect(readRow(row, 1)).toMatchObject(expected));

  test.each<[object | string, object]>([
    ['text', { field: '*' }],
    [{ messages: 'x' }, { field: 'messages' }],
    [{ messages: [{ role: 'tool', content: 'x' }] }, { field: 'messages[1].role' }],
    [{ messages: [{ role: 'user', content: null }] }, { field: 'messages[1]' }],
    [
      { prompt: 'x', chosen: [{ role: 'user', content: 'x' }] },
      { field: 'chosen', expected: 'assistant' },
    ],
    [{ instruction: 'x', output: 'y', history: [['x']] }, { field: 'history[1]' }],
  ])('%j is refused by its field', (row, params) =>
    expect(() => readRow(row, 3)).toThrow(
      expect.objectContaining({ code: 'dataset-field', params: expect.objectContaining({ row: 3, ...params }) }),
    ),
  );
  test('without an answer', () => {
    for (const row of [{ messages: [{ role: 'user', content: 'x' }] }, { prompt: 'x', completion: ' ' }, {}])
      expect(() => readRow(row, 2)).toThrow(expect.objectContaining({ code: 'dataset-answer' }));
  });
});

const queue = { reviewer: { id: 'reviewer-1', role: 'reviewer' }, rubric: { id: 'default', version: '1' }, policyVersion: null };
const given = { signal: new AbortController().signal, progress: () => {}, queue, masking: null };
const file = (content: BlobPart, name = 'set.jsonl'): File => new File([content], name, { lastModified: noon });
async function takeIn(store: Store, from: File): Promise<RestorePlan> {
  const plan = await planRestore(store, takenIn(from, given));
  await restore(store, takenIn(from, given), plan, { backup: 'f'.repeat(64), now: noon });
  return plan;
}
/** The SHA-256 that the record says of the file. */
async function sumOf(from: File): Promise<string> {
  const rows = takenIn(from, given);
  for (;;) {
    const next = await rows.next();
    if (next.done) return next.value.sha256;
  }
}
const drafts = async (store: Store) => (await listReviews(store, { filter: { status: ['draft'] } })).rows;

describe('a data set', () => {
  test.each([
    ['lines', '{"prompt":"A?","completion":"B."}\n{"prompt":"D?","completion":"É."}\n'],
    ['a list', '[{"prompt":"A?","completion":"B."},\n{"prompt":"D?","completion":"É."}]'],
    ['a table', 'prompt,completion\nA?,É.\n'],
  ])('as %s is known by the SHA-256 of all its bytes', async (_, content) => {
    expect(await sumOf(file(content))).toBe(hashOf(content));
  });

  test('is no backup; one that somebody has unpacked, or sealed, is none of these', async () => {
    const kinds = [
      '{"prompt":"A?"}',
      '{"format":"bluepencil-1"',
      '{"format":"bluepencil-backup"',
      '{"format":"bluepencil-sealed"',
      '\u001F\u008B',
    ];
    expect(await Promise.all(kinds.map((content) => fileKind(file(content))))).toEqual(['dataset', 'native', 'backup', 'backup', 'backup']);
    expect(await fileKind(file(''))).toBe('backup');
  });

  test('waits as drafts with the ids of its rows, once however often it comes', async () => {
    const store = freshStore();
    const set = file('{"id":"q-1","prompt":"A?","chosen":"B.","rejected":"C."}\n\n{"prompt":"D?","completion":"E."}');
    expect(await takeIn(store, set)).toMatchObject({ drafts: 3, reviews: 0 });
    const rows = await drafts(store);
    const shown = rows.map(({ title, excerpt, prompt, tags, verdict }) => [title, excerpt, prompt, tags?.join(), verdict].join('|'));
    // The first row first; both answers of a row in any order.
    expect(shown.at(-1)).toBe('set.jsonl · 2|E.|D?|set|');
    expect(new Set(shown.slice(0, 2))).toEqual(new Set(['set.jsonl · q-1|B.|A?|set|', 'set.jsonl · q-1|C.|A?|set|']));
    const { answers } = await contentsOf(store, ['answers']);
    for (const one of answers ?? []) expect(answerSchema.safeParse(one).success).toBe(true);
    const row = rows.find(({ excerpt }) => excerpt === 'B.')!;
    const { draft, ...found } = (await readReview(store, row.id))!;
    expect([found.answer.message, draft?.revision]).toEqual([{ id: 'q-1', ordinal: 0, variant: '1/2' }, 1]);

    await changeReview(store, act({ answer: undefined, answerId: row.answerId, now: noon + 1000 }));
    expect(await takeIn(store, set)).toMatchObject({ drafts: 0 });
    expect(await drafts(store)).toHaveLength(2);
    const [whole] = await all(reviewedAnswers(store));
    expect([whole?.counts.id, whole?.counts.rating, whole?.answer.message.id]).toEqual([row.id, 1, 'q-1']);
  });

  test('a thumb on each is a training row', async () => {
    const store = freshStore();
    await takeIn(store, file('prompt,response\r\n"Say ""hi"",\nplease",Hi\r\n', 'a.csv'));
    const [row] = await drafts(store);
    await changeReview(store, act({ answer: undefined, answerId: row?.answerId }));
    let text = '';
    const sft = formats.find(({ id }) => id === 'trl-sft')!;
    await makeExport(sft, () => reviewedAnswers(store), {
      write: (name, data) => void (text += name.endsWith('sft.jsonl') ? String(data) : ''),
    });
    expect(JSON.parse(text)).toMatchObject({ prompt: [{ content: 'Say "hi",\nplease' }], completion: [{ content: 'Hi' }] });
  });

  test.each([
    ['lines', '{"prompt":"A?","completion":"B."}\n{"prompt"', 'dataset-json', { row: 2 }],
    ['a field', '{"prompt":"A?","completion":"B."}\n{"messages":[{"role":"who"}]}', 'dataset-field', { row: 2, field: 'messages[1].role' }],
    ['no answer', '[{"prompt":"A?","completion":"B."},{"prompt":"A?"}]', 'dataset-answer', { row: 2 }],
    ['a list', '[{"prompt"', 'dataset-json', { row: 1 }],
    ['a table', 'prompt,answer\na,"b', 'dataset-field', { row: 1 }],
    ['a cell', 'prompt,answer\na,b"c"\n', 'dataset-field', { row: 1, field: '[2]' }],
    ['columns', 'name,place\na,b\n', 'dataset-unknown', {}],
    ['Parquet', 'PAR1\0\0', 'dataset-parquet', {}],
    ['no data set', 'PARquet', 'dataset-unknown', {}],
    ['a native line', '{"format":"bluepencil-1","answer":{}}', 'backup-record', { line: 1 }],
  ])('what is wrong in %s is named, and nothing is stored', async (_, content, code, params) => {
    const store = freshStore();
    await expect(takeIn(store, file(content))).rejects.toMatchObject({ code, params });
    expect((await contentsOf(store, ['answers', 'drafts', 'reviews'])).answers).toEqual([]);
  });
});

/** What the formats hold comes back as answers. */
test.each(
  formats
    .filter(({ id }) =>
      /trl-(sft|lm|preference|implicit|kto)|parquet|chat|alpaca|sharegpt|ranking|hh-rlhf|^csv|(openai|together|gemini)-(preference|sft)|ultrafeedback/.test(
        id,
      ),
    )
    .map(({ id }) => id),
)('rows of %s are a data set', async (id) => {
  const files: Record<string, BlobPart[]> = {};
  const items = async function* (): AsyncGenerator<Exported> {
    yield reviewed({ rating: 1, scores: { correct: 5, complete: 4, clear: 3, useful: 1 } });
    yield reviewed({ id: 'b', rating: -1, correction: { markdown: 'Better.' } }, { text: 'Worse.', id: 'w' });
    yield compared('first');
  };
  await makeExport(
    formats.find((one) => one.id === id)!,
    items,
    { write: (name, data) => void (files[name] ??= []).push(data) },
  );
  const [[name, content] = ['', []]] = Object.entries(files);
  const rows = (await all(takenIn(new File(content, name, { lastModified: noon }), given))).filter(({ table }) => table === 'answers');
  const texts = rows.map(({ record }) => (record as { markdown: string }).markdown);
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text).toMatch(/^(The capital|It is|Better|Worse|Sydney)/);
});

test('a native export on an empty profile is the same content, and its export the same bytes', async () => {
  const here = freshStore();
  for (let n = 0; n < 20; n++) {
    const about = answer({
      text: `Answer ${n}`,
      id: `a${(n * 7) % 20}`,
      capturedAt: isoAt(n),
      message: { id: `m${n}`, ordinal: 1, variant: null },
    });
    const by = (id: string) => ({ answer: about, reviewer: { id, role: 'reviewer' }, now: noon + n });
    await changeReview(here, act({ ...by('a'), change: { kind: 'rate', rating: n % 2 ? 1 : -1 } }));
    if (n % 3 === 0) await changeReview(here, act({ ...by('b'), change: { kind: 'flag', flag: flag() } }));
    if (n % 4 === 0) await changeReview(here, act({ ...by('c'), change: { kind: 'correct', markdown: 'Better.' } }));
  }
  await changePreference(here, compare());
  const written = async (store: Store): Promise<string> => {
    let text = '';
    const items = async function* () {
      yield* reviewedAnswers(store);
      yield* comparedAnswers(store);
    };
    await makeExport(formats[0]!, items, { write: (_, data) => void (text += String(data)) });
    return text;
  };
  const there = freshStore();
  const native = await written(here);
  const plan = await takeIn(there, file(native));
  expect(plan).toMatchObject({ reviews: plan.fresh, changed: 0, drafts: 0 });
  const tables = ['answers', 'reviews', 'preferences', 'heads', 'counts', 'drafts'] as const;
  expect(await contentsOf(there, [...tables])).toEqual(await contentsOf(here, [...tables]));
  expect(await written(there)).toBe(native);
  expect(await takeIn(there, file(native))).toMatchObject({ fresh: 0, changed: 0 });
});
