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

/** A review as lists show it: kept beside the reviews, so that a list reads no answer. */
export interface ReviewRow {
  /** The review's id. */
  id: string;
  answerId: string;
  /** The newest revision; for a draft the one that it would become. */
  revision: number;
  status: ReviewStatus;
  /** True while something typed is not final yet. */
  hasDraft: boolean;
  verdict: Verdict | null;
  flags: { category: string; severity: Severity }[];
  reviewer: string;
  origin: string;
  site: string;
  title: string;
  model: string | null;
  /** The first 240 characters of the nearest user turn; null where none is known. */
  prompt: string | null;
  /** The first 240 characters of the answer. */
  excerpt: string;
  /** RFC 3339, UTC. */
  updatedAt: string;
}

/** Which reviews a list or an export takes. What is absent does not restrict. */
export interface ReviewFilter {
  /** `final` and drafts that were never final, if absent. */
  status?: ReviewStatus[];
  verdict?: Verdict[];
  /** Adapter ids, `generic` or `page`. */
  site?: string[];
  /** Flag categories; one of them is enough. */
  flag?: string[];
  /** Words that stand in the prompt, the answer, the correction or a note, in any case. */
  text?: string;
  /** RFC 3339, inclusive and exclusive. */
  from?: string;
  to?: string;
}
