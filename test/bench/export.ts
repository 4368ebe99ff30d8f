/**
 * Exports of many reviews, rows as they are written beside `JSON.stringify` of the same rows, those in Parquet beside the writer alone, and the heap on the way: what is held must not grow with
 * the number of reviews.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Exported } from '../../lib/export/format.ts';
import { formats } from '../../lib/export/formats/index.ts';
import { makeExport } from '../../lib/export/make.ts';
import { answer, flag, review } from '../unit/sample.ts';
import { bareParquet } from './parquet.ts';
import type { Result } from './result.ts';

const count = Number(process.env.BLUEPENCIL_BENCH_EXPORTED ?? 100_000);
const wanted = process.env.BLUEPENCIL_BENCH_FORMATS?.split(',');
/** Rows kept to be written bare. */
const kept = 5000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const prose = 'The capital of Australia is **Canberra**, which was founded in 1913 as a compromise between Sydney and Melbourne. ';

const sample = answer();
const judged = review();

/** About 1.5 kB of text each; a third corrected, a tenth flagged on a passage. */
function item(n: number): Exported {
  const markdown = `${n}. ${prose.repeat(6)}`;
  const text = markdown.replaceAll('**', '');
  const good = n % 3 !== 0;
  const span = {
    quote: { exact: 'Canberra', prefix: '', suffix: '' },
    position: { start: text.indexOf('Canberra'), end: text.indexOf('Canberra') + 8 },
  };
  const counts = {
    ...judged,
    id: `019ce1a4-0000-7000-8000-${String(n).padStart(12, '0')}`,
    answerId: `a${n}`,
    rating: good ? (1 as const) : (-1 as const),
    correction: good ? null : { markdown: `${n}. ${prose.repeat(4)}It is.` },
    flags: n % 10 === 0 ? [flag({ severity: 'minor', span })] : [],
    scores: { correct: 4, complete: 3, clear: 5, useful: 1 },
  };
  const prompt = [{ role: 'user' as const, text: `What is the capital of Australia, for the ${n}th time? ${prose}` }];
  const about = { ...sample, id: `a${n}`, text, markdown, prompt, conversation: { id: `c${n >> 2}` } };
  return { answer: about, reviews: [counts], counts };
}

async function* items(total: number): AsyncGenerator<Exported> {
  for (let n = 0; n < total; n++) yield item(n);
}

/** Rows a second of each format, and MB of the heap at the end of it above that at its first tenth. */
export async function benchExport(): Promise<Result[]> {
  const results: Result[] = [];
  const making = await seconds(async () => {
    for await (const _ of items(count));
  });
  for (const format of formats) {
    if (wanted && !wanted.includes(format.id)) continue;
    const lines: string[] = [];
    const heap: number[] = [];
    const parquet: Uint8Array[] = [];
    let bytes = 0;
    const write = (file: string, data: string | Uint8Array): void => {
      bytes += data.length;
      // Its bytes stay outside of the heap.
      if (file.endsWith('.parquet') && typeof data !== 'string') parquet.push(data);
      if (lines.length < kept) lines.push(shown(data));
    };
    let [rows, collecting] = [0, 0];
    const taken = await seconds(async () => {
      const onProgress = (read: number): void => {
        if (read % Math.ceil(count / 10) !== 0) return;
        collecting += run(collect);
        heap.push(process.memoryUsage().heapUsed / 1e6);
      };
      ({ rows } = await makeExport(format, () => items(count), { write }, { onProgress }));
    });
    const ours = taken - collecting - making;
    const bare = parquet.length > 0 ? (await bareParquet(parquet, run)) * rows : stringified(lines) * bytes;
    results.push({
      name: `export: ${format.id}, ms a thousand rows beside ${parquet.length > 0 ? 'the writer alone' : 'JSON.stringify'}`,
      value: (ours * 1e6) / rows,
      unit: 'ms',
      baseline: (bare * 1e6) / rows,
      ratio: ours / bare,
    });
    const [first = 0] = heap;
    const last = Math.max(...heap);
    results.push({
      name: `export: ${format.id}, heap of ${count.toLocaleString('en')} beside that of a tenth`,
      value: last,
      unit: 'MB',
      baseline: first,
      ratio: last / first,
    });
  }
  return results;
}

/** Seconds that `JSON.stringify` takes for a byte of such lines. */
function stringified(lines: string[]): number {
  const parsed = lines.map(parse);
  const taken = run(() => {
    for (let round = 0; round < 10; round++) for (const row of parsed) if (`${JSON.stringify(row)}\n`.length < 0) throw new Error();
  });
  return taken / 10 / lines.reduce((sum, { length }) => sum + length, 0);
}

/** A line of a list has a comma before; what is no JSON is written bare as the text that it is. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^,/, ''));
  } catch {
    return line;
  }
}

const shown = (data: string | Uint8Array): string => (typeof data === 'string' ? data : Buffer.from(data).toString('latin1'));

/** Processor time, which is not that of other programs. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  return since(begun);
}

function run(work: () => unknown): number {
  const begun = process.cpuUsage();
  work();
  return since(begun);
}

function since(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}
