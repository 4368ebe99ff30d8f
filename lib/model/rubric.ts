/** What reviewers flag and score. The taxonomy comes from here, never from a component. */

/** A kind of fault. A rubric of an organisation brings its own `label`; the default one is translated. */
export interface Category {
  id: string;
  label?: string;
}

export interface Rubric {
  id: string;
  version: string;
  categories: Category[];
}

/** The rubric that everybody has who was given no other. The order gives the digit keys: 1 to 9, 0. */
export const defaultRubric: Rubric = {
  id: 'default',
  version: '1',
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
};
