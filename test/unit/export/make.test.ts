import { expect, test } from 'vitest';
import { csv } from '../../../lib/export/formats/csv.ts';
import { trlSft } from '../../../lib/export/formats/trl-sft.ts';
import { makeExport } from '../../../lib/export/make.ts';
import type { ReviewedAnswer } from '../../../lib/model/reviewed.ts';
import { flag, reviewed } from '../sample.ts';

async function* given(...items: ReviewedAnswer[]) {
  yield* items;
}
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
    files: [
      { file: 'x.trl-sft.jsonl', rows: 1 },
      { file: 'x.trl-sft.meta.jsonl', rows: 1 },
    ],
    rows: 1,
    refused: [
      { reason: 'no-correction', n: 2 },
      { reason: 'flagged', n: 1 },
    ],
  });
  expect([...into.files.keys()]).toEqual(['x.trl-sft.jsonl', 'x.trl-sft.meta.jsonl']);
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
    onRow: () => stop.abort(),
  });
  await expect(making).rejects.toThrow('aborted');
});
