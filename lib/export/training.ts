/** What all training formats share: lesson → row → line, its line in the sidecar, each example once. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Flag } from '../model/review.ts';
import type { ReviewedAnswer } from '../model/reviewed.ts';
import type { ExportFormat, ExportOptions, ExportPiece, ExportRefusal, RefusalReason } from './format.ts';
import { lessonOf, type Lesson } from './mapping.ts';
import { checkLine, promptMessages, type Mended, type Message } from './rules.ts';

/** How one training format differs from the others. */
export interface TrainingFormat {
  id: string;
  label: ExportFormat['label'];
  /** Keys of a row, in order: every row has these and no others. */
  keys: readonly string[];
  /** The row of a lesson, or why there is none. */
  row(lesson: Lesson, prompt: Message[]): Record<string, unknown> | RefusalReason;
  /** What is wrong with a row; empty: nothing. */
  check(row: Record<string, unknown>): string[];
}

/** An assistant's message, as a completion. */
export const said = (content: string): Message[] => [{ role: 'assistant', content: content.toWellFormed() }];

/**
 * Makes an export format of it. `<name>.<id>.jsonl` holds nothing but what trains; `<name>.<id>.meta.jsonl` holds, line by line in
 * the same order, the hash of the line and where it comes from.
 */
export function trainingFormat(format: TrainingFormat): ExportFormat {
  const { id, label, keys } = format;
  return {
    id,
    label,
    check(file, data) {
      if (file.endsWith('.meta.jsonl')) return checkLine(data, metaKeys).problems;
      const { problems, row } = checkLine(data, keys);
      return problems.length > 0 ? problems : format.check(row);
    },
    async *files(reviews, options) {
      const seen = new Set<string>();
      for await (const reviewed of reviews) yield* piecesOf(format, reviewed, options, seen);
    },
  };
}

function* piecesOf(
  format: TrainingFormat,
  reviewed: ReviewedAnswer,
  options: ExportOptions,
  seen: Set<string>,
): Generator<ExportPiece | ExportRefusal> {
  const reviewIds = reviewed.reviews.map(({ id }) => id);
  const made = rowOf(format, reviewed);
  const reason = typeof made === 'string' ? made : seen.has(made.key) ? 'duplicate' : null;
  if (typeof made === 'string' || reason !== null) {
    for (const refused of reviewIds) yield { refused, reason: reason ?? 'duplicate' };
    return;
  }
  seen.add(made.key);
  const line = JSON.stringify(made.row);
  const file = `${options.name ?? 'bluepencil'}.${format.id}`;
  yield { file: `${file}.jsonl`, data: `${line}\n`, reviewIds };
  yield { file: `${file}.meta.jsonl`, data: `${JSON.stringify(metaOf(reviewed, line, made.mended))}\n`, reviewIds };
}

function rowOf(
  format: TrainingFormat,
  reviewed: ReviewedAnswer,
): { row: Record<string, unknown>; key: string; mended: Mended[] } | RefusalReason {
  const lesson = lessonOf(reviewed);
  // The lesson first: why nothing is to be learned says more than what is wrong with the prompt.
  const empty = format.row(lesson, []);
  if (typeof empty === 'string') return empty;
  const prompt = promptMessages(reviewed.answer.prompt);
  if (typeof prompt === 'string') return prompt;
  const row = format.row(lesson, prompt.messages);
  if (typeof row === 'string') return row;
  const { label: _label, ...example } = row;
  return { row, key: hash(JSON.stringify(example)), mended: prompt.mended };
}

const metaKeys = [
  'sha256',
  'reviewIds',
  'counts',
  'revision',
  'answerId',
  'site',
  'url',
  'provider',
  'model',
  'capturedAt',
  'promptComplete',
  'rating',
  'decision',
  'flags',
  'mended',
];

function metaOf({ answer, reviews, counts }: ReviewedAnswer, line: string, mended: Mended[]) {
  const { id, site, url, provider, model, capturedAt, promptComplete } = answer;
  return {
    sha256: hash(line),
    reviewIds: reviews.map((review) => review.id),
    counts: counts.id,
    revision: counts.revision,
    answerId: id,
    site,
    url,
    provider,
    model,
    capturedAt,
    promptComplete,
    rating: counts.rating,
    decision: counts.decision,
    flags: counts.flags.map((flag) => withCodePoints(flag, answer.text)),
    mended,
  };
}

/** Spans are in UTF-16 units of the answer's plain text; Python counts code points, so both are given. */
function withCodePoints(flag: Flag, text: string) {
  if (!flag.span) return flag;
  const { start, end } = flag.span.position;
  const codePoints = { start: length(text.slice(0, start)), end: length(text.slice(0, end)) };
  return { ...flag, span: { ...flag.span, codePoints } };
}

function length(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
