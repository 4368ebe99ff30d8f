/** Data sets in Parquet as other programs write them: DuckDB. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takenIn } from '../../../entrypoints/options/takeIn.ts';
import { parquetRows } from '../../../lib/dataset/parquet.ts';
import { readDataset } from '../../../lib/dataset/read.ts';
import { all, noon } from '../sample.ts';

let folder: string;
let duck: DuckDBConnection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bluepencil-dataset-'));
  duck = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
});
afterAll(async () => {
  duck.closeSync();
  await rm(folder, { recursive: true });
});

async function parquet(query: string, options = ''): Promise<File> {
  const name = join(folder, 'set.parquet');
  await duck.run(`copy (${query}) to '${name}' (format parquet${options})`);
  return new File([await readFile(name)], 'set.parquet', { lastModified: noon });
}
const none = (): never => {
  throw new Error('Parquet has no lines');
};
const rowsOf = (file: File, tell?: (share: number) => void) => all(readDataset(file, none, tell));

const talk = `[{'role': 'user', 'content': 'Is ' || i || '?'}, {'role': 'assistant', 'content': 'Yes, ' || i || ' – “Ärger” 😀'}]`;

test.each(['', ', compression uncompressed', ', parquet_version v2', ', compression zstd', ', compression zstd, parquet_version v2'])(
  'conversations come group by group%s',
  async (options) => {
    const file = await parquet(
      `select i as id, ${talk} as messages, 'm' as model from range(5000) t(i)`,
      `, row_group_size 2048${options}`,
    );
    const shares: number[] = [];
    const rows = await rowsOf(file, (share) => shares.push(share));
    expect(rows).toHaveLength(5000);
    expect(rows[4999]).toEqual({
      id: '4999',
      model: 'm',
      prompt: [{ role: 'user', text: 'Is 4999?' }],
      answers: ['Yes, 4999 – “Ärger” 😀'],
    });
    expect(shares).toEqual([2048 / 5000, 4096 / 5000, 1]);
  },
);

test('pairs, empty cells, and columns that nobody asks for', async () => {
  const file = await parquet(
    `select * from (values (1, 'A?', 'B.', 'C.', '\\xFF\\xFE'::blob), (2, 'D?', 'E.', null, null)) t(id, prompt, chosen, rejected, picture)`,
  );
  expect(await rowsOf(file)).toEqual([
    { id: '1', model: null, prompt: [{ role: 'user', text: 'A?' }], answers: ['B.', 'C.'] },
    { id: '2', model: null, prompt: [{ role: 'user', text: 'D?' }], answers: ['E.'] },
  ]);
  const inside = await parquet(
    `select [{'id': 'x', 'role': 'user', 'content': 'A?'}, {'id': 'y', 'role': 'assistant', 'content': 'B.'}] as messages`,
  );
  expect(await rowsOf(inside)).toEqual([{ id: null, model: null, prompt: [{ role: 'user', text: 'A?' }], answers: ['B.'] }]);
  expect(await all(parquetRows(file, ['prompt', 'nowhere']))).toEqual([{ prompt: 'A?' }, { prompt: 'D?' }]);
});

test('is known by the SHA-256 of all its bytes', async () => {
  const file = await parquet(`select 'A?' as prompt, 'B.' as completion`);
  const queue = { reviewer: { id: 'r', role: 'reviewer' }, rubric: { id: 'default', version: '1' }, policyVersion: null };
  const rows = takenIn(file, { signal: new AbortController().signal, progress: () => {}, queue, masking: null });
  for (let next = await rows.next(); ; next = await rows.next()) {
    if (!next.done) continue;
    expect(next.value.sha256).toBe(
      createHash('sha256')
        .update(new Uint8Array(await file.arrayBuffer()))
        .digest('hex'),
    );
    return;
  }
});

test('what cannot be read is named', async () => {
  const query = `select ${talk} as messages from range(100) t(i)`;
  const gzip = await parquet(query, ', compression gzip');
  await expect(rowsOf(gzip)).rejects.toMatchObject({ code: 'dataset-parquet', params: { detail: expect.stringContaining('GZIP') } });
  const bytes = new Uint8Array(await (await parquet(query)).arrayBuffer());
  for (const part of [bytes.slice(0, 4), bytes.slice(0, -20), bytes.slice(0, bytes.length / 2)])
    await expect(rowsOf(new File([part], 'x.parquet'))).rejects.toMatchObject({ code: 'dataset-parquet' });
  const broken = bytes.slice();
  broken.fill(0xff, 20, 200);
  await expect(rowsOf(new File([broken], 'x.parquet'))).rejects.toMatchObject({ code: 'dataset-parquet' });
  const other = await parquet(`select 1 as price`);
  await expect(rowsOf(other)).rejects.toMatchObject({ code: 'dataset-answer', params: { row: 1 } });
});

test('whatever byte of it is another one, it is read or refused: nothing of it fills the memory, or has no end', async () => {
  const query = `select i % 3 as id, if(i % 4 = 0, null, 'm' || (i % 2)) as model, ${talk} as messages from range(40) t(i)`;
  const files: Uint8Array[] = [];
  for (const options of ['', ', parquet_version v2', ', compression zstd'])
    files.push(new Uint8Array(await (await parquet(query, options)).arrayBuffer()));
  const codes = new Set<string>();
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), changes, async (whole, changed) => {
      const bytes = whole.slice();
      for (const [at, value] of changed) bytes[at % bytes.length] = value;
      await rowsOf(new File([bytes], 'x.parquet')).catch((error: { code?: string }) => {
        expect(error.code).toMatch(/^dataset-/);
        codes.add(error.code ?? '');
      });
    }),
    { numRuns: 1000 },
  );
  expect(codes).toContain('dataset-parquet');
});

test('a group that is too large to be read at once is not begun', async () => {
  const many = await parquet(`select 'x' as completion from range(1100000)`, ', row_group_size 1200000');
  await expect(rowsOf(many)).rejects.toMatchObject({ code: 'dataset-group', params: { max: 256 } });
});
