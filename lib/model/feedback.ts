/** What is given back to the model that wrote an answer. */

import type { Judgement } from './review.ts';

/** What became of a draft: it stands in the page's composer; there is none; or it does not take what we write. */
export type Drafted = 'drafted' | 'no-composer' | 'not-inserted';

/** True where a judgement says anything that its model can learn from; `markdown` is the answer as the model wrote it. */
export const hasFeedback = ({ flags, correction, note }: Pick<Judgement, 'flags' | 'correction' | 'note'>, markdown: string): boolean =>
  flags.length > 0 || note.trim() !== '' || (correction !== null && correction.markdown.trim() !== markdown.trim());
