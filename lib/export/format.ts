/** What an export format is. One file a format in `formats/`, one line in its list. */
import { Refusal } from '../model/result.ts';
import type { ReviewedAnswer } from '../model/reviewed.ts';

/** How an export is wanted. */
export interface ExportOptions {
  /** Beginning of the file names; `bluepencil` if absent. */
  name?: string;
}

/** One piece of a file as it comes, in order; `data` holds whole lines. */
export interface ExportPiece {
  file: string;
  data: string;
  reviewIds: string[];
}

/** A review that gives no row. `reason` is a code that has its words: `reason.<code>`. */
export interface ExportRefusal {
  refused: string;
  reason: RefusalReason;
}

/** Why a review gives no row in a format. */
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
] as const;
export type RefusalReason = (typeof reasons)[number];

/** One way to write reviews down. */
export interface ExportFormat {
  id: string;
  /** Key of its name in `lib/i18n`. */
  label: `format.${string}`;
  files(reviews: AsyncIterable<ReviewedAnswer>, options: ExportOptions): AsyncIterable<ExportPiece | ExportRefusal>;
  /** What is wrong with a piece that is about to be written; empty: nothing. The words are for developers. */
  check(file: string, data: string): string[];
}

/**
 * Writes reviews in a format, piece by piece. Every piece passes the format's own check before anybody gets it; one that does
 * not is a mistake of ours and ends the export with `export-broken`, since trainers drop or misread bad rows silently.
 */
export async function* exportFiles(
  format: ExportFormat,
  reviewed: AsyncIterable<ReviewedAnswer>,
  options: ExportOptions = {},
): AsyncGenerator<ExportPiece | ExportRefusal> {
  for await (const item of format.files(reviewed, options)) {
    if ('file' in item) {
      const [problem] = format.check(item.file, item.data);
      if (problem !== undefined) throw new Refusal('export-broken', { file: item.file, problem, reviews: item.reviewIds.join(', ') });
    }
    yield item;
  }
}
