/** Formats that are one JSON list: a line an element, so that it can be written as it comes. */
import { idsOf, type Exported, type ExportFormat, type RefusalReason } from './format.ts';
import { hashOf } from './hash.ts';
import type { Reader } from './readers.ts';
import { checkSidecar, sidecarLine } from './sidecar.ts';
import { rowTokens } from './tokens.ts';

/** How one list differs from the others. */
export interface ListFormat {
  id: string;
  label: string;
  reader: Reader;
  extension: 'json' | 'jsonld';
  /** The elements of one thing to export, each with the reviews it comes from; `seen` is kept for `beside`. */
  rows(item: Exported, seen: Set<string>): { row: object; reviewIds: string[] }[] | RefusalReason;
  /** What is wrong with an element; empty: nothing. */
  check(row: unknown): string[];
  /** Does a data set's sidecar go with it? Its lines go with the elements, one element a thing. */
  sidecar?: true;
  /** What the reader needs beside the list. */
  beside?: { extension: string; data(seen: Set<string>): string; check(data: string): string[] };
}

/** Makes an export format of it. Readers keep text in databases that know no NUL, and in languages that know no half character. */
export const listFormat = ({ id, label, reader, extension, beside, sidecar, ...list }: ListFormat): ExportFormat => ({
  id,
  label,
  reader,
  async *files(items, { name = 'bluepencil', maxTokens = Infinity }) {
    const [file, sidecarFile] = [`${name}.${id}.${extension}`, `${name}.${id}.meta.jsonl`];
    const seen = new Set<string>();
    let begun = false;
    for await (const item of items) {
      const made = list.rows(item, seen);
      if (typeof made === 'string') {
        for (const refused of idsOf(item)) yield { refused, reason: made };
        continue;
      }
      const elements = made.map(({ row, reviewIds }) => ({ ...elementOf(row), reviewIds }));
      // All that is made of one thing goes or stays together.
      if (maxTokens < Infinity && elements.some(({ element }) => rowTokens(element) > maxTokens)) {
        for (const refused of idsOf(item)) yield { refused, reason: 'over-limit' };
        continue;
      }
      for (const { element, value, reviewIds } of elements) {
        if (!begun) yield { file, data: '[\n', reviewIds: [] };
        yield { file, data: `${begun ? ',' : ''}${element}\n`, value, reviewIds };
        begun = true;
        if (sidecar) yield sidecarLine(sidecarFile, hashOf(element), { item, mended: [] });
      }
    }
    if (!begun) return;
    yield { file, data: ']\n', reviewIds: [] };
    if (beside) yield { file: `${name}.${id}.${beside.extension}`, data: beside.data(seen), reviewIds: [] };
  },
  check(file, data, value) {
    if (beside && file.endsWith(`.${beside.extension}`)) return beside.check(data);
    if (file.endsWith('.meta.jsonl')) return checkSidecar(data, value);
    if (data === '[\n' || data === ']\n') return [];
    try {
      return list.check(value ?? JSON.parse(data.replace(/^,/, '')));
    } catch {
      return ['not JSON'];
    }
  },
});

/** A row as it is written, and the row itself where nothing in it had to be replaced: what may have to be is written as an escape. */
function elementOf(row: object): { element: string; value?: object } {
  const element = JSON.stringify(row);
  return /\\u(?:d[89a-f]|0000)/.test(element) ? { element: JSON.stringify(row, whole) } : { element, value: row };
}

const whole = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value;
