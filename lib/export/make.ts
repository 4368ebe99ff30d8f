/**
 * The whole way of an export, without a browser: everything → what is chosen → the review that counts → its part → masked → the
 * format's rows → files. `makeExport` is what the dashboard and the command line call, so that their files are the same.
 */
import type { Answer } from '../model/answer.ts';
import { defaultRubric } from '../model/rubric.ts';
import { cardCounter, cardFile } from './card.ts';
import { choose, type Choice } from './choose.ts';
import { unevenness, type Labels, type Uneven } from './limits.ts';
import { exportFiles, idsOf, shownOf, type Exported, type ExportFormat, type ExportOptions, type RefusalReason } from './format.ts';
import { maskExported, type ExportMasking } from './masked.ts';
import { partOf, parts, type Part, type Split } from './split.ts';
import { tokenEstimate } from './tokens.ts';

/** Where the pieces go, in order. */
export interface ExportSink {
  write(file: string, data: string | Uint8Array<ArrayBuffer>): Promise<void> | void;
}

/** What is wanted, and who hears of it. */
export interface MakeOptions extends ExportOptions, Choice {
  /** A file a part; absent: one for everything. */
  split?: Split;
  /** Absent: everything is written as it is. */
  masking?: ExportMasking;
  /** Ids of the reviews of something that whoever looks on must not see yet: their rows are written, and shown to nobody. Absent: none. */
  veiled?: (item: Exported) => string[];
  /** Hears of the things read and the rows made so far. */
  onProgress?: (read: number, rows: number) => void;
  /** Ends it with `AbortError`. */
  signal?: AbortSignal;
}

/** What an export gave. */
export interface ExportSummary {
  /** In the order in which they began; the first is the main file (of the first part), the others say where its lines come from; a data set's last is its card. */
  files: { file: string; rows: number }[];
  /** Names of the files that hold the rows: one a part that has some. */
  main: string[];
  /** Rows of the main files. */
  rows: number;
  /** Rows by part; null: it was not split. */
  parts: Record<Part, number> | null;
  /** How many reviews and preferences give no row, by reason, the most frequent first, and the ids of the first hundred. */
  refused: { reason: RefusalReason; n: number; ids: string[] }[];
  /** Reviews and preferences that were not asked for. */
  unchosen: number;
  /** Good and bad examples, in formats that say so of each row, and whether they train well together; null: others. */
  labels: (Labels & { uneven: Uneven }) | null;
  /** What the main file begins with, as it is written; each row cut to 4000 characters. */
  first: string[];
  /** Rows of the main files that are not shown because one of their reviews is veiled. */
  hidden: number;
  /** About how many tokens the main files hold. */
  tokens: number;
}

/** Ids kept of a reason, rows kept to be shown, and characters of each: an export of any length is told in as much memory. */
const [idsKept, rowsShown, shownLength] = [100, 3, 4000];

/**
 * Writes everything in a format into a sink. `items` is asked for anew for each part. Each sink write is awaited, so that a slow
 * disk holds the reading back. Rejects with what the format refuses, and with `AbortError`.
 */
export async function makeExport(
  format: ExportFormat,
  items: () => AsyncIterable<Exported>,
  sink: ExportSink,
  { split, masking, veiled, onProgress, signal, name = 'bluepencil', rubric, ...choice }: MakeOptions = {},
): Promise<ExportSummary> {
  const rows = new Map<string, number>();
  const refused = new Map<RefusalReason, { n: number; ids: string[] }>();
  const shared = new Map<string, object>();
  const labels = { good: 0, bad: 0 };
  const first: string[] = [];
  const main = new Map<Part | null, string>();
  const tokens = tokenEstimate();
  // What people and annotation tools read has no sidecar to count, and is no data set.
  const counter = format.reader === 'people' || format.reader === 'tools' ? null : cardCounter();
  const unseen = new Set<string>();
  let [read, made, unchosen, hidden] = [0, 0, 0, 0];

  const refuse = (reason: RefusalReason, id: string): void => {
    const entry = refused.get(reason) ?? { n: 0, ids: [] };
    refused.set(reason, entry);
    entry.n += 1;
    if (entry.ids.length < idsKept) entry.ids.push(id);
  };

  /** What goes to a part. What is left out is told once, with the first part. */
  async function* chosen(part: Part | null): AsyncGenerator<Exported> {
    const telling = part === null || part === parts[0];
    for await (const item of items()) {
      signal?.throwIfAborted();
      if (telling) onProgress?.(++read, made);
      for (const id of veiled?.(item) ?? []) unseen.add(id);
      const found = choose(item, choice);
      const to = found === null || typeof found === 'string' ? found : part && split ? placeOf(found, split) : found;
      if (to === null) unchosen += telling ? idsOf(item).length : 0;
      else if (to === 'across-parts' || (typeof to === 'string' && to === found)) {
        if (telling) for (const id of idsOf(item)) refuse(to, id);
      } else if (typeof to !== 'string' || to === part) yield found as Exported;
    }
  }

  // An example that stands in two conversations must not be learned in one part and asked for in another.
  const options = { rubric, seen: new Set<string>(), maxTokens: choice.maxTokens };
  for (const part of split ? parts : [null]) {
    const taken = chosen(part);
    const named = part ? `${name}.${part}` : name;
    const beginning = `${named}.`;
    const all = exportFiles(format, masking ? maskExported(taken, masking) : taken, { ...options, name: named });
    for await (const piece of all) {
      signal?.throwIfAborted();
      if ('refused' in piece) {
        refuse(piece.reason, piece.refused);
        continue;
      }
      const shown = shownOf(piece);
      if (!piece.file.startsWith(beginning)) {
        shared.set(piece.file, { ...shared.get(piece.file), ...(JSON.parse(shown ?? '') as object) });
        continue;
      }
      const writing = piece.data.length > 0 ? sink.write(piece.file, piece.data) : undefined;
      if (writing) await writing;
      if (piece.provenance) counter?.add(piece.provenance);
      // A heading is in the file but is no row: no review stands behind it.
      const isRow = piece.reviewIds.length > 0;
      rows.set(piece.file, (rows.get(piece.file) ?? 0) + (isRow ? 1 : 0));
      if (!main.has(part)) main.set(part, piece.file);
      if (main.get(part) !== piece.file) continue;
      if (shown === null) continue;
      const isHidden = piece.reviewIds.some((id) => unseen.has(id));
      if (isHidden) hidden += 1;
      else if (main.size === 1 && (rows.get(piece.file) ?? 0) - hidden <= rowsShown && first.length <= rowsShown + 1)
        first.push(cut(shown));
      if (!isRow) continue;
      made += 1;
      tokens.add(shown);
      if (piece.good !== undefined) labels[piece.good ? 'good' : 'bad'] += 1;
    }
  }
  signal?.throwIfAborted();
  for (const [file, data] of shared) {
    await sink.write(file, `${JSON.stringify(data, null, 2)}\n`);
    rows.set(file, 0);
  }
  const inPart = (part: Part): number => rows.get(main.get(part) ?? '') ?? 0;
  const summary: ExportSummary = {
    files: [...rows].map(([file, count]) => ({ file, rows: count })),
    main: [...main.values()],
    rows: made,
    parts: split ? { train: inPart('train'), validation: inPart('validation'), test: inPart('test') } : null,
    refused: [...refused].map(([reason, entry]) => ({ reason, ...entry })).sort((one, other) => other.n - one.n),
    unchosen,
    labels: labels.good + labels.bad > 0 ? { ...labels, uneven: unevenness(labels) } : null,
    first,
    hidden,
    tokens: tokens.sum(),
  };
  if (!counter || made === 0) return summary;
  const card = { format, summary, choice, rubric: rubric ?? defaultRubric, masked: masking?.counts ?? null };
  await sink.write(cardFile, counter.card(card));
  return { ...summary, files: [...summary.files, { file: cardFile, rows: 0 }] };
}

/** The part; a comparison of answers that would stand on two sides belongs to none. */
function placeOf(item: Exported, split: Split): Part | 'across-parts' {
  const answers: [Answer, ...Answer[]] = 'preference' in item ? item.answers : [item.answer];
  const [part, ...more] = answers.map((answer) => partOf(answer, split)) as [Part, ...Part[]];
  return more.every((other) => other === part) ? part : 'across-parts';
}

const cut = (data: string): string => (data.length > shownLength ? `${data.slice(0, shownLength).toWellFormed()}…` : data.trimEnd());
