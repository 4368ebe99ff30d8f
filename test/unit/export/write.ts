/** Writes an export as a page does, for tests. */
import { isDeepStrictEqual } from 'node:util';
import { exportFiles, shownOf, type Exported, type ExportFormat, type ExportOptions } from '../../../lib/export/format.ts';
import { formats } from '../../../lib/export/formats/index.ts';

/** The format of that id. */
export const format = (id: string): ExportFormat => {
  const found = formats.find((item) => item.id === id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
};

/**
 * The files by name, those of bytes as the rows that they hold, and the reasons of what gives no row, in order. What was checked instead of a line must be
 * what the line says, and the line itself must pass.
 */
export async function write(id: string, items: Exported[], options: ExportOptions = {}) {
  const files: Record<string, string> = {};
  const refused: string[] = [];
  for await (const piece of exportFiles(format(id), each(items), options)) {
    if (!('file' in piece)) {
      refused.push(piece.reason);
      continue;
    }
    const shown = shownOf(piece) ?? '';
    files[piece.file] = (files[piece.file] ?? '') + shown;
    if (!piece.value) continue;
    if (!isDeepStrictEqual(JSON.parse(shown.replace(/^,/, '')), piece.value))
      throw new Error(`${id}: another line than was checked: ${shown}`);
    const problems = format(id).check(piece.file, shown);
    if (problems.length > 0) throw new Error(`${id}: ${problems.join()}: ${shown}`);
  }
  return { files, refused };
}

/** The rows of a JSONL format. */
export async function rows(id: string, items: Exported[], options: ExportOptions = {}): Promise<unknown[]> {
  const { files } = await write(id, items, options);
  return (files[`bluepencil.${id}.jsonl`] ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

/** As the store gives them. */
export async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}
