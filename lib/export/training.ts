/** What all training formats share: lesson → row → line, its line in the sidecar, each example once. */
import {
  idsOf,
  type Exported,
  type ExportFormat,
  type ExportOptions,
  type ExportPiece,
  type ExportRefusal,
  type RefusalReason,
} from './format.ts';
import { gathering } from './gather.ts';
import { hashesOf, hashOf } from './hash.ts';
import { lessonOf, type Lesson } from './mapping.ts';
import type { Reader } from './readers.ts';
import { checkLine, promptMessages, type Mended, type Message } from './rules.ts';
import { checkSidecar, sidecarLine, type Source } from './sidecar.ts';
import { rowTokens } from './tokens.ts';

/** How one training format differs from the others. */
export interface TrainingFormat {
  id: string;
  label: ExportFormat['label'];
  reader: Reader;
  models?: string;
  minimum?: number;
  /** Keys of a row, in order: every row has these and no others. One like `system?` is there only where it holds something; null: `check` knows. */
  keys: readonly string[] | null;
  /** The row of a lesson, or why there is none. It is asked with an empty prompt first, for the lesson alone. */
  row(lesson: Lesson, prompt: Message[], item: Exported, options: ExportOptions): Row | RefusalReason;
  /** What is wrong with a row; empty: nothing. */
  check(row: Row): string[];
  /** Rows that become one: those of one `key`, as far as they stand near each other. An `example` is written once. */
  together?: { key(row: Row): string; example(row: Row): Row; join(rows: Row[]): Row };
  /** A file that the reader needs beside the rows, if there are any. `file` is the name of theirs. */
  beside?(file: string): { file: string; data: string };
}

/** What one line holds. */
export type Row = Record<string, unknown>;

/**
 * Makes an export format of it. `<name>.<id>.jsonl` holds nothing but what trains; `<name>.<id>.meta.jsonl` holds, line by line in
 * the same order, the hash of the line and where it comes from.
 */
export function trainingFormat(format: TrainingFormat): ExportFormat {
  const { id, label, reader, models, minimum, keys } = format;
  return {
    id,
    label,
    reader,
    models,
    minimum,
    check(file, data, value) {
      if (file.endsWith('.meta.jsonl')) return checkSidecar(data, value);
      if (!file.endsWith('.jsonl')) return JSON.parse(data) ? [] : ['not JSON'];
      const { problems, row } = checkLine(data, keys, value);
      return problems.length > 0 ? problems : format.check(row);
    },
    async *files(items, options) {
      const names = namesOf(format, options);
      const seen = options.seen ?? new Set<string>();
      const before = seen.size;
      const { together } = format;
      const waiting = together ? gathering<Made>(({ row }) => together.key(row)) : null;
      for await (const item of items) {
        const made = madeOf(format, item, options, seen);
        if (typeof made === 'string') for (const refused of idsOf(item)) yield { refused, reason: made };
        else
          for (const rows of waiting ? waiting.add(made, made.line.length) : [[made]])
            for (const piece of piecesOf(format, rows, names)) yield piece;
      }
      for (const rows of waiting?.rest() ?? []) yield* piecesOf(format, rows, names);
      const beside = seen.size > before && format.beside?.(names.rows);
      if (beside) yield { ...beside, reviewIds: [] };
    },
  };
}

/** Of both files; made once, since each row asks for them. */
const namesOf = ({ id }: TrainingFormat, { name = 'bluepencil' }: ExportOptions) => ({
  rows: `${name}.${id}.jsonl`,
  sidecar: `${name}.${id}.meta.jsonl`,
});

/** A row with the line that it is alone, and what it comes from. */
interface Made extends Source {
  row: Row;
  line: string;
  hash: Uint8Array;
}

/** The row of one thing, unless it is too long or stands there already. */
function madeOf(format: TrainingFormat, item: Exported, options: ExportOptions, seen: Set<string>): Made | RefusalReason {
  const made = rowOf(format, item, options);
  if (typeof made === 'string') return made;
  const line = JSON.stringify(made.row);
  if (options.maxTokens !== undefined && rowTokens(line) > options.maxTokens) return 'over-limit';
  const { hash, example } = hashesIn(line, made);
  const key = shortened(example);
  if (seen.has(key)) return 'duplicate';
  seen.add(key);
  return { item, mended: made.mended, row: made.row, line, hash };
}

/** The hash of a line, and that of what makes an example of it. The same text once as good and once as bad is no example of either. */
function hashesIn(line: string, { row, example }: { row: Row; example: Row | null }): { hash: Uint8Array; example: Uint8Array } {
  if (example) return { hash: hashOf(line), example: hashOf(JSON.stringify(example)) };
  const label = labels.find((key) => key in row);
  if (label === undefined) {
    const hash = hashOf(line);
    return { hash, example: hash };
  }
  // It stands at the end of each such row.
  const { whole, beginning } = hashesOf(line, line.length - `,"${label}":${String(row[label])}}`.length);
  return { hash: whole, example: beginning };
}

/** Keys that say whether an answer is good: the last ones of their rows. */
const labels = ['label', 'kto_tag'] as const;

/** One row of the file, with its line in the sidecar. */
function* piecesOf(
  format: TrainingFormat,
  [first, ...more]: Made[],
  names: ReturnType<typeof namesOf>,
): Generator<ExportPiece | ExportRefusal> {
  if (!first) return;
  const row = more.length > 0 && format.together ? format.together.join([first, ...more].map((one) => one.row)) : first.row;
  const line = row === first.row ? first.line : JSON.stringify(row);
  const label = row.label ?? row.kto_tag;
  const reviewIds = [first, ...more].flatMap(({ item }) => idsOf(item));
  yield { file: names.rows, data: `${line}\n`, value: row, reviewIds, ...(typeof label === 'boolean' && { good: label }) };
  yield sidecarLine(names.sidecar, line === first.line ? first.hash : hashOf(line), first, more);
}

function rowOf(
  format: TrainingFormat,
  item: Exported,
  options: ExportOptions,
): { row: Row; example: Row | null; mended: Mended[] } | RefusalReason {
  const { lesson, prompt: turns } = lessonOf(item);
  // The lesson first: why nothing is to be learned says more than what is wrong with the prompt.
  const empty = format.row(lesson, [], item, options);
  if (typeof empty === 'string') return empty;
  const prompt = promptMessages(turns);
  if (typeof prompt === 'string') return prompt;
  const row = format.row(lesson, prompt.messages, item, options);
  if (typeof row === 'string') return row;
  const { mended } = prompt;
  return { row, example: format.together?.example(row) ?? null, mended };
}

/** Eighty bits tell examples apart. A letter a byte, and no part of a longer string: a million of them fit into memory. */
const shortened = ([a, b, c, d, e, f, g, h, i, j]: Uint8Array): string => String.fromCharCode(a!, b!, c!, d!, e!, f!, g!, h!, i!, j!);
