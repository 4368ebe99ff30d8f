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
  /**
   * Set if something else in the text could be taken for the passage. All counts without white space: the most context that a
   * copy of its words shares on each side (−1: there is no copy), whether its context stands in the text twice, where it
   * begins, and the hash of the text, by which the same text is known again.
   */
  rivals?: { before: number; after: number; frame: boolean; start: number; hash: number };
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

/** A note, of a review, a flag or an escalation, in UTF-16 units: what a person reads of another. */
export const noteLimit = 10_000;

/** A tag in UTF-16 units, and how many a review may carry. */
export const tagLength = 50;
export const tagLimit = 20;

/** A tag as it is stored: one form of each character, one space between words. Empty: it is none. */
export const tagOf = (typed: string): string => {
  const tag = typed.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim();
  // Half a surrogate pair at the cut goes along.
  return tag
    .slice(0, tagLength)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
};

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
  /** Short words of the person's own, as `tagOf` writes them, sorted by UTF-16 units, each once. Absent: none. */
  tags?: string[];
}

/**
 * What was said in another tab at the same time, or stands in a backup, on a field of which something else counts now: the act that makes it count. It is kept until the
 * person chooses, and never leaves this browser.
 */
export interface Other {
  change: Exclude<ReviewChange, { kind: 'undo' | 'withdraw' | 'finish' | 'settle' }>;
  /** RFC 3339, UTC. */
  at: string;
  /** It came with a backup, or from another computer of the person's. Absent: another tab. */
  from?: 'backup' | 'computer';
}

/** A judgement, and what waits to be chosen from. */
export interface Said extends Judgement {
  others?: Other[];
}

/** One revision of one review, as it is stored; it is sent without `others`. */
export interface Review extends Said {
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
  | { kind: 'tag'; tag: string }
  | { kind: 'untag'; tag: string }
  /** Points on one criterion of the rubric; null takes them back. */
  | { kind: 'score'; criterion: string; points: number | null }
  /** Approve, reject, or null to take it back; an answer with a correction is approved with that edit. */
  | { kind: 'decide'; decision: Exclude<Decision, 'escalate'> | null }
  | { kind: 'escalate'; to: string; reason: string }
  /** Back to what an earlier revision said; 0 withdraws the review. */
  | { kind: 'undo'; toRevision: number }
  | { kind: 'withdraw' }
  /** Makes the draft final as it is. */
  | { kind: 'finish' }
  /** Of what was said on a field in two tabs, what counts stays: the others go. `field` is that of `fieldOf`. */
  | { kind: 'settle'; field: string };

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
