/** What a preference is: one reviewer's word on which of two answers to the same prompt is better. It has revisions; the newest one counts. */
import type { Answer } from './answer.ts';
import type { Reviewer } from './review.ts';

/** How two answers compare: by their place in the pair that is asked about. */
export const comparisons = ['first', 'second', 'same'] as const;
export type Comparison = (typeof comparisons)[number];

/** One revision of one preference, as it is stored and sent. */
export interface Preference {
  /** UUIDv7, the same for all revisions. */
  id: string;
  /** In the order in which they were first compared. One reviewer has one preference about two answers, whichever is named first. */
  answerIds: [string, string];
  /** One of `answerIds`; null: they are as good as each other, or the preference is withdrawn. */
  better: string | null;
  reason: string;
  reviewer: Reviewer;
  rubric: { id: string; version: string };
  policyVersion: string | null;
  /** Withdrawn, it says nothing. */
  status: 'final' | 'withdrawn';
  /** 1 for the first; each change adds one. */
  revision: number;
  /** RFC 3339, UTC. */
  createdAt: string;
  updatedAt: string;
}

/** A preference with what it is about, in the order of `answerIds`. */
export interface ComparedAnswers {
  preference: Preference;
  answers: [Answer, Answer];
  /** The newest word of each reviewer on the pair, oldest first, where more than one spoke; `preference` is the one of them that counts, the newest. */
  preferences?: Preference[];
}

/** The same for two preferences about the same two answers, whichever is named first. */
export const pairKey = ({ answerIds }: Preference): string => answerIds.toSorted().join(' ');

/** What several reviewers say of one pair, oldest first. */
export const oldestFirst = (preferences: readonly Preference[]): Preference[] =>
  preferences.toSorted((one, other) => order(one.updatedAt, other.updatedAt) || order(one.id, other.id));

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
