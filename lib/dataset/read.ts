/**
 * Reads a data set row by row: JSON lines, one JSON list, CSV with a heading (RFC 4180), or Parquet. Nothing of it is trusted, and but a list, or a group
 * of rows in Parquet, nothing is held.
 */
import { Refusal } from '../model/result.ts';
import { parquetRows, parquetStart } from './parquet.ts';
import { allFields, knownFields, readRow, type DatasetRow } from './row.ts';

/** Bytes of a file that is one JSON list: it has to be held whole. */
const longestList = 64 * 1024 * 1024;

/** How its rows stand in it; null: it is no data set that can be read. Known by how it begins. */
export async function kindOf(file: Blob): Promise<'lines' | 'list' | 'table' | 'parquet' | null> {
  const start = (await file.slice(0, 64 * 1024).text()).replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith(parquetStart)) return 'parquet';
  if (start.startsWith('{')) return 'lines';
  if (start.startsWith('[')) return 'list';
  const heading = start.slice(0, start.search(/[\r\n]|$/)).split(',');
  return heading.some((name) => knownFields.includes(name.replaceAll('"', '').trim().toLowerCase())) ? 'table' : null;
}

/**
 * The rows. `lines` reads the file's lines, each with its end; Parquet has none, and of it `tell` hears the share that was read. Throws `dataset-json`, `dataset-field`, `dataset-answer`, each with its `row` (from 1, a
 * heading not counted), `dataset-large`, `dataset-unknown`, and what `parquetRows` throws.
 */
export async function* readDataset(
  file: Blob,
  lines: (file: Blob) => AsyncIterable<Uint8Array>,
  tell?: (share: number) => void,
): AsyncGenerator<DatasetRow> {
  const kind = await kindOf(file);
  if (kind === null) throw new Refusal('dataset-unknown');
  const decoder = new TextDecoder();
  let number = 0;
  if (kind === 'parquet') {
    for await (const row of parquetRows(file, allFields, tell)) yield readRow(row, ++number);
    return;
  }
  if (kind === 'list') {
    if (file.size > longestList) throw new Refusal('dataset-large', { max: longestList / 1024 / 1024 });
    let text = '';
    // By its lines too: the caller counts and hashes what is read.
    for await (const line of lines(file)) text += decoder.decode(line);
    const all = json(text, 1);
    for (const one of Array.isArray(all) ? (all as unknown[]) : []) yield readRow(one, ++number);
    return;
  }
  let heading: string[] | null = null;
  let record = '';
  for await (const bytes of lines(file)) {
    const line = decoder.decode(bytes);
    if (kind === 'lines') {
      number++;
      if (line.trim() !== '') yield readRow(json(line, number), number);
      continue;
    }
    record += line;
    // A line end between quotes belongs to a cell.
    if ((record.split('"').length - 1) % 2 === 1) continue;
    const cells = cellsOf(record, number + 1);
    record = '';
    if (cells.length === 1 && cells[0] === '') continue;
    if (heading === null) heading = cells.map((cell) => cell.trim().toLowerCase());
    else yield readRow(Object.fromEntries(heading.map((name, at) => [name, cells[at] ?? ''])), ++number);
  }
  if (record !== '') throw new Refusal('dataset-field', { row: number + 1, field: '"', expected: '" … "' });
}

function json(text: string, row: number): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refusal('dataset-json', { row, detail: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}

function cellsOf(record: string, row: number): string[] {
  const cells: string[] = [];
  const piece = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  for (;;) {
    const match = piece.exec(record);
    if (!match) throw new Refusal('dataset-field', { row, field: `[${cells.length + 1}]`, expected: '" … "' });
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') return cells;
  }
}
