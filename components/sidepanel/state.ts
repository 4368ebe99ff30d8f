/** What the side panel shows and is asked for, as values. */
import type { Terms } from '../../lib/model/controls.ts';
import { hasFeedback } from '../../lib/model/feedback.ts';
import type { InspectedAnswer } from '../../lib/model/inspection.ts';
import type { Review, ReviewChange } from '../../lib/model/review.ts';

/** One answer of the page. */
export interface PanelAnswer {
  /** Frames may show the same answer; together with the frame it is one. */
  frameId: number;
  answer: InspectedAnswer;
  /** The draft or the newest revision; null: none, or withdrawn. */
  review: Review | null;
  /** The rule because of which it must be reviewed, as the policy writes it; null: none. */
  required: string | null;
}

/** What tells one answer of the page from another. */
export const keyOf = ({ frameId, answer }: PanelAnswer): string => `${frameId}/${answer.id}`;

export const filters = ['all', 'unreviewed', 'required', 'flagged'] as const;
export type Filter = (typeof filters)[number];

const unreviewed = ({ answer, review }: PanelAnswer): boolean => answer.state === 'final' && review?.status !== 'final';

/** True while a rule asks for a review that is not there yet. */
export const isDue = (one: PanelAnswer): boolean => one.required !== null && unreviewed(one);

/** Does an answer belong in what is filtered? What is still being written waits for nobody. */
export function fits(filter: Filter, one: PanelAnswer): boolean {
  switch (filter) {
    case 'unreviewed':
      return unreviewed(one);
    case 'required':
      return isDue(one);
    case 'flagged':
      return (one.review?.flags.length ?? 0) > 0;
    default:
      return true;
  }
}

/** What "approve the remaining" is about: finished answers about which nothing was said, not even in a draft. */
export const remaining = (answers: readonly PanelAnswer[]): PanelAnswer[] =>
  answers.filter((one) => one.review === null && unreviewed(one));

/** Those that have something to give back to the model. */
export const telling = (answers: readonly PanelAnswer[]): PanelAnswer[] =>
  answers.filter(({ answer, review }) => review !== null && hasFeedback(review, answer.markdown));

/** What is written in the open answer; a flag is named by its id. */
export type Writing = 'note' | 'correct' | 'escalate' | { flag: string };

/** What was just done. It leaves after a while, unless somebody is at it. */
export interface Toast {
  words: string;
  /** A kind remark, or null. */
  remark: string | null;
  /** What could not be done, each with its reason. */
  failed: { what: string; why: string }[];
  undo: boolean;
}

/** So many of so many are approved. */
export interface Progress {
  n: number;
  all: number;
}

export interface PanelState {
  /** Null while the page is asked; `off` where review is not on, or we may not look. */
  answers: PanelAnswer[] | 'off' | null;
  filter: Filter;
  /** Key of the open one. */
  open: string | null;
  writing: Writing | null;
  /** Null until they are read. */
  terms: Terms | null;
  progress: Progress | null;
  toast: Toast | null;
  /** Tags in use, and how often. */
  tags: Record<string, number>;
  /** How much colleagues ask of this person, or answered. */
  waits: number;
  problem: string | null;
  /** The reviews are those of a private window: kept in memory alone, in no list of ours. */
  isPrivate: boolean;
}

/** What the components ask for. */
export interface PanelCalls {
  /** Opens or closes an answer; one that opens is shown in the page. */
  open: (one: PanelAnswer) => void;
  /** One act; with `final: false` it goes to the draft. The reply is what went wrong, in words, or null. */
  act: (one: PanelAnswer, change: ReviewChange, final?: boolean) => Promise<string | null>;
  write: (writing: Writing | null) => void;
  filter: (filter: Filter) => void;
  approveRest: (those: PanelAnswer[]) => void;
  stop: () => void;
  /** Drafts what was said about these in the page's own text box, or copies it where there is none. */
  giveBack: (those: PanelAnswer[]) => void;
  copyFeedback: (those: PanelAnswer[]) => void;
  undo: () => void;
  /** Takes back the newest revision of this answer's review. */
  undoOf: (one: PanelAnswer) => Promise<void>;
  dismiss: () => void;
  refresh: () => void;
  turnOn: () => void;
}
