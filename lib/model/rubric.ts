/** What reviewers are told, flag and score. The taxonomy comes from here, never from a component. */

/** A kind of fault. A rubric of an organisation brings its own words; those of the default one are translated. */
export interface Category {
  id: string;
  label?: string;
  /** One line: what belongs here. */
  definition?: string;
  /** One case of it. */
  example?: string;
}

/** How a criterion is scored: 1 to 5, or 0 for no and 1 for yes. */
export type Scale = 'points' | 'yes-no';

/** What an answer is scored on. */
export interface Criterion {
  id: string;
  label?: string;
  scale: Scale;
  /** What a score means, keyed by the score as text, such as `{ "1": "…", "5": "…" }`. */
  anchors?: Record<string, string>;
}

export interface Rubric {
  id: string;
  version: string;
  /** The order gives the digit keys: 1 to 9, 0. */
  categories: Category[];
  /** None: answers are not scored. */
  criteria: Criterion[];
  /** What reviewers are told, as Markdown; the default one's are translated. */
  guidelines?: string;
}

/** The scores that a scale knows, lowest first. */
export const scoresOf = (scale: Scale): number[] => (scale === 'points' ? [1, 2, 3, 4, 5] : [0, 1]);

/** The rubric that everybody has who was given no other. */
export const defaultRubric: Rubric = {
  id: 'default',
  version: '2',
  categories: [
    { id: 'wrong' },
    { id: 'invented-source' },
    { id: 'outdated' },
    { id: 'instructions' },
    { id: 'incomplete' },
    { id: 'unsafe' },
    { id: 'biased' },
    { id: 'private-data' },
    { id: 'refused' },
    { id: 'tone' },
    { id: 'other' },
  ],
  criteria: [
    { id: 'correct', scale: 'points' },
    { id: 'complete', scale: 'points' },
    { id: 'clear', scale: 'points' },
    { id: 'useful', scale: 'yes-no' },
  ],
};
