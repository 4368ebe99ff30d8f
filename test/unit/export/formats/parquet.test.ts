/** Parquet files, read back by DuckDB: another program in another language, as those who train have it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exported } from '../../../../lib/export/format.ts';
import { makeExport } from '../../../../lib/export/make.ts';
import { reviewed } from '../../sample.ts';
import { exported, hostile } from '../generated.ts';
import { each, format, rows } from '../write.ts';

let folder: string;
let duck: DuckDBConnection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bluepencil-parquet-'));
  duck = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(async () => {
  duck.closeSync();
  await rm(folder, { recursive: true });
});

/** The file, its bytes as they were given, and the sidecar. */
async function bytes(id: string, items: Exported[]): Promise<{ file: string | null; given: Uint8Array[]; meta: string }> {
  const [given, meta]: [Uint8Array[], string[]] = [[], []];
  await makeExport(format(id), () => each(items), {
    write: (_, data) => void (typeof data === 'string' ? meta.push(data) : given.push(data)),
  });
  if (given.length === 0) return { file: null, given, meta: '' };
  const file = join(folder, `${id}.parquet`);
  await writeFile(file, Buffer.concat(given));
  return { file, given, meta: meta.join('') };
}

const select = async (query: string): Promise<unknown[][]> => (await duck.runAndReadAll(query)).getRows();

const messages = 'STRUCT("role" VARCHAR, "content" VARCHAR)[]';
const shapes: [string, string, Record<string, string>][] = [
  ['parquet-chat', 'trl-lm', { messages }],
  ['parquet-preference', 'trl-preference', { prompt: messages, chosen: messages, rejected: messages }],
  ['parquet-kto', 'trl-kto', { prompt: messages, completion: messages, label: 'BOOLEAN' }],
];

describe.each(shapes)('%s', (id, of, columns) => {
  const items = [...fc.sample(exported, { numRuns: 200, seed: 11 }), ...hostile];

  test('holds the rows of the same format in JSON, and one line of the sidecar for each', async () => {
    const { file, meta } = await bytes(id, items);
    const described = await select(`describe from read_parquet('${file}')`);
    expect(Object.fromEntries(described.map(([name, type]) => [name, type]))).toEqual(columns);
    const read = (await select(`select to_json(t) from read_parquet('${file}') t`)).map(([row]) => JSON.parse(String(row)) as unknown);
    const wanted = await rows(of, items);
    expect(wanted.length).toBeGreaterThan(20);
    expect(read).toEqual(wanted);
    expect(meta.match(/"sha256"/g)).toHaveLength(wanted.length);
  });

  test('of nothing there is no file', async () => expect((await bytes(id, [])).file).toBeNull());

  test('keeps the rules of the rows', () => {
    expect(format(id).check(`x.${id}.parquet`, '{"text":""}\n')).not.toEqual([]);
  });
});

test('rows are written in groups as they come, and no more of them are held', async () => {
  const long = Array.from({ length: 10 }, (_, at) => reviewed({ id: `${at}`, rating: 1 }, { text: `${at}`.repeat(1024 * 1024) }));
  const { file, given } = await bytes('parquet-chat', long);
  // The mark of the file, eight rows of a megabyte, then the rest with the end.
  expect(given.map(({ length }) => length > 4)).toEqual([false, true, true]);
  expect(await select(`select count(*), count(distinct messages[2].content) from read_parquet('${file}')`)).toEqual([[10n, 10n]]);
  expect(await select(`select distinct row_group_num_rows from parquet_metadata('${file}') order by 1`)).toEqual([[2n], [8n]]);
});
