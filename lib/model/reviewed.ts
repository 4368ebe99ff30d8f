/** Reviews together with what they are about: as lists show them and as exports read them. */
import type { Answer } from './answer.ts';
import type { Review, ReviewStatus, Severity } from './review.ts';

/** One answer with what was said about it. */
export interface ReviewedAnswer {
  answer: Answer;
  /** The newest revision of each reviewer's review, final ones only, oldest first. Never empty. */
  reviews: Review[];
  /** The one that counts: the newest of `reviews`. */
  counts: Review;
}

/** What a review comes to in one word. A decision outranks a correction, that a thumb, that a flag, that a note. */
export const verdicts = ['approved', 'edited', 'rejected', 'escalated', 'corrected', 'up', 'down', 'flagged', 'noted'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a row of a list comes to: `compared` is a preference, all else a review. */
export const rowVerdicts = [...verdicts, 'compared'] as const;
export type RowVerdict = (typeof rowVerdicts)[number];

/** A review or a preference as lists show it: kept beside them, so that a list reads no answer. */
export interface ReviewRow {
  /** The review's id, or the preference's. */
  id: string;
  /** The answer; of a preference the better one, or the first. */
  answerId: string;
  /** The newest revision; for a draft the one that it would become. */
  revision: number;
  status: ReviewStatus;
  /** True while something typed is not final yet. */
  hasDraft: boolean;
  verdict: RowVerdict | null;
  flags: { category: string; severity: Severity }[];
  reviewer: string;
  /** The reviewer's id; absent in rows from before it was noted. */
  by?: string;
  origin: string;
  site: string;
  title: string;
  model: string | null;
  /** The first 240 characters of the nearest user turn; null where none is known. */
  prompt: string | null;
  /** The first 240 characters of the answer. */
  excerpt: string;
  /** Absent: none. */
  tags?: string[];
  /** RFC 3339, UTC. */
  updatedAt: string;
}

/** Which reviews a list or an export takes. What is absent does not restrict. */
export interface ReviewFilter {
  /** `final` and drafts that were never final, if absent. */
  status?: ReviewStatus[];
  verdict?: RowVerdict[];
  /** Adapter ids, `generic` or `page`. */
  site?: string[];
  /** Flag categories; one of them is enough. */
  flag?: string[];
  /** Names of models, as the tools show them. */
  model?: string[];
  /** Names of reviewers. */
  reviewer?: string[];
  /** Tags; one of them is enough. */
  tag?: string[];
  /** Words that stand in the prompt, the answer, the correction, a note or a tag, in any case; a "quoted phrase" stands there as it is. */
  text?: string;
  /** RFC 3339, inclusive and exclusive. */
  from?: string;
  to?: string;
}
