/** What an export format is. One file a format in `formats/`, one line in its list. */
import { Refusal } from '../model/result.ts';
import type { ComparedAnswers } from '../model/preference.ts';
import type { ReviewedAnswer } from '../model/reviewed.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Provenance } from './provenance.ts';
import type { Reader } from './readers.ts';

/** What an export is about: answers with their reviews, and pairs of answers with a preference. */
export type Exported = ReviewedAnswer | ComparedAnswers;

/** Ids of its reviews, or of its preferences. */
export const idsOf = (item: Exported): string[] =>
  'preference' in item ? (item.preferences ?? [item.preference]).map(({ id }) => id) : item.reviews.map(({ id }) => id);

/** How an export is wanted. */
export interface ExportOptions {
  /** Beginning of the file names; `bluepencil` if absent. */
  name?: string;
  /** Whose criteria say what a score means; the default one if absent. */
  rubric?: Rubric;
  /** The examples that are written already, of this part or another; its own if absent. */
  seen?: Set<string>;
  /** Rows of more tokens, about, are refused; absent: none. */
  maxTokens?: number;
}

/** One piece of a file as it comes, in order; `data` holds whole lines, or bytes. */
export interface ExportPiece {
  file: string;
  data: string | Uint8Array<ArrayBuffer>;
  /** In a file of bytes: the row that the piece adds, as a line of JSON. Its bytes may come later, so that `data` may be empty. */
  row?: string;
  /** What the text is the JSON of, where its maker has it: plain JSON, which needs not be read again to be checked. */
  value?: object;
  /** Ids of the reviews, or of the preferences. */
  reviewIds: string[];
  /** Of a line in the sidecar: what it says. */
  provenance?: Provenance;
  /** Of a row that says whether an answer is good: what it says. */
  good?: boolean;
}

/** A review or a preference that gives no row. `reason` is a code that has its words: `reason.<code>`. */
export interface ExportRefusal {
  refused: string;
  reason: RefusalReason;
}

/** Why a review or a preference gives no row in a format. */
export const reasons = [
  'no-verdict',
  'flagged',
  'contradictory',
  'escalated',
  'no-correction',
  'no-answer-to-learn',
  'no-prompt',
  'system-only-prompt',
  'system-in-middle',
  'prompt-not-user',
  'empty-content',
  'equal-pair',
  'duplicate',
  'as-good',
  'only-compared',
  'other-prompt',
  'several-turns',
  'system-not-held',
  'role-markers',
  'no-passage',
  'passage-lost',
  'no-flag',
  'no-scores',
  'other-rubric',
  'too-long',
  'conflicting',
  'incomplete-context',
  'other-provider',
  'across-parts',
  'over-limit',
] as const;
export type RefusalReason = (typeof reasons)[number];

/** One way to write reviews and preferences down. */
export interface ExportFormat {
  id: string;
  /** Its words are `format.<label>` and, in a line, `format.<label>.for`: what it holds. Formats of several readers may hold the same. */
  label: string;
  reader: Reader;
  /** Which models it is for, or which option of theirs: a proper name, where the reader has several formats that hold the same. */
  models?: string;
  /** Rows below which the reader takes no file, or advises against it. */
  minimum?: number;
  files(items: AsyncIterable<Exported>, options: ExportOptions): AsyncIterable<ExportPiece | ExportRefusal>;
  /**
   * What is wrong with a piece that is about to be written, bytes by their row; empty: nothing. `value` is what `data` is the JSON of; absent: it is read
   * from there. The words are for developers.
   */
  check(file: string, data: string, value?: object): string[];
}

/**
 * Writes reviews and preferences in a format, piece by piece. Every piece passes the format's own check before anybody gets it; one that does
 * not is a mistake of ours and ends the export with `export-broken`, since trainers drop or misread bad rows silently.
 */
export async function* exportFiles(
  format: ExportFormat,
  items: AsyncIterable<Exported>,
  options: ExportOptions = {},
): AsyncGenerator<ExportPiece | ExportRefusal> {
  for await (const item of format.files(items, options)) {
    if ('file' in item) {
      const shown = shownOf(item);
      const [problem] = shown === null ? [] : format.check(item.file, shown, item.value);
      if (problem !== undefined) throw new Refusal('export-broken', { file: item.file, problem, reviews: item.reviewIds.join(', ') });
    }
    yield item;
  }
}

/** The text of a piece: its lines, or its row; null: bytes alone. */
export const shownOf = ({ data, row }: ExportPiece): string | null => row ?? (typeof data === 'string' ? data : null);
