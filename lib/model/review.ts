/** What a review is: one reviewer's judgement of one answer. It has revisions; the newest one counts. */

/** Thumbs. */
export type Rating = -1 | 1;

/** How much a flagged fault matters. */
export const severities = ['minor', 'major', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** approve · edit (approve with a correction) · reject · escalate. */
export const decisions = ['approve', 'edit', 'reject', 'escalate'] as const;
export type Decision = (typeof decisions)[number];

/**
 * A passage of `Answer.text`. `position` is in UTF-16 units, end exclusive; `quote.prefix` and
 * `quote.suffix` hold up to 32 characters of context (W3C TextQuoteSelector, TextPositionSelector).
 */
export interface Span {
  quote: { exact: string; prefix: string; suffix: string };
  position: { start: number; end: number };
}

/** A category with a severity, on the whole answer or on a span of it. */
export interface Flag {
  id: string;
  /** A category id of the rubric. */
  category: string;
  severity: Severity;
  span?: Span;
  note?: string;
}

/** Who reviews. `id` is pseudonymous; the name is the person's own choice. */
export interface Reviewer {
  id: string;
  name?: string;
  role: string;
}

/** When the review was made (RFC 3339, UTC) and how long the answer was actively read, in ms. */
export interface Timing {
  shownAt: string | null;
  startedAt: string;
  decidedAt: string | null;
  activeMs: number;
}

export type ReviewStatus = 'draft' | 'final' | 'withdrawn';

/** What the reviewer says, without who, when and which revision: the part that undo restores. */
export interface Judgement {
  rating: Rating | null;
  scores: Record<string, number>;
  flags: Flag[];
  /** The reviewer's own text of the answer, as Markdown, beside the original. */
  correction: { markdown: string } | null;
  decision: Decision | null;
  escalation: { to: string; reason: string } | null;
  note: string;
}

/** One revision of one review, as it is stored and sent. */
export interface Review extends Judgement {
  /** UUIDv7, the same for all revisions. */
  id: string;
  answerId: string;
  /** 1 for the first; each change that is final adds one. */
  revision: number;
  reviewer: Reviewer;
  timing: Timing;
  rubric: { id: string; version: string };
  policyVersion: string | null;
  status: ReviewStatus;
  createdAt: string;
  updatedAt: string;
}

/**
 * One act of a reviewer. The background applies it to the newest revision inside the transaction, so
 * two tabs that rate and flag at once both keep what they did.
 */
export type ReviewChange =
  | { kind: 'rate'; rating: Rating | null }
  | { kind: 'flag'; flag: Flag }
  | { kind: 'unflag'; flagId: string }
  | { kind: 'correct'; markdown: string | null }
  | { kind: 'note'; note: string }
  | { kind: 'decide'; decision: Decision | null }
  /** Back to what an earlier revision said; 0 withdraws the review. */
  | { kind: 'undo'; toRevision: number }
  | { kind: 'withdraw' }
  /** Makes the draft final as it is. */
  | { kind: 'finish' };

/** A judgement that says nothing yet. */
export const emptyJudgement = (): Judgement => ({
  rating: null,
  scores: {},
  flags: [],
  correction: null,
  decision: null,
  escalation: null,
  note: '',
});
