/** What all frames of a tab hold together. */
import type { PageInspection } from '../../lib/model/inspection.ts';

/** Counts over all frames; the words why are those of the frame that holds most. */
export interface Found {
  /** Finished answers. */
  answers: number;
  /** Answers that are still being written. */
  streaming: number;
  /** Those with a review that is final. */
  reviewed: number;
  surface: PageInspection['surface'];
  /** The detector's own words. */
  reasons: string[];
  evidence: PageInspection['evidence'];
}

/** Sums up frames. Null if no frame answered: nothing of ours runs there. */
export function foundIn(frames: PageInspection[]): Found | null {
  const main = frames.toSorted((one, other) => weight(other) - weight(one))[0];
  if (!main) return null;
  const answers = frames.flatMap((frame) => frame.answers);
  return {
    answers: answers.filter(({ state }) => state === 'final').length,
    streaming: answers.filter(({ state }) => state === 'streaming').length,
    reviewed: answers.filter(({ review }) => review?.status === 'final').length,
    surface: main.surface,
    reasons: main.reasons,
    evidence: frames.flatMap((frame) => frame.evidence),
  };
}

/** Answers first, then the score: a frame that nearly was a chat says more than one that has nothing. */
const weight = ({ answers, score }: PageInspection): number => answers.length * 1000 + score;
