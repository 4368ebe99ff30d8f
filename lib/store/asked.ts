/** Which of everything that an export reads a filter asks for. */
import type { ComparedAnswers } from '../model/preference.ts';
import type { ReviewedAnswer, ReviewFilter } from '../model/reviewed.ts';
import { headOf, headOfPreference } from './heads.ts';
import { matches } from './list.ts';
import { preferenceTexts, reviewTexts } from './texts.ts';
import { found, queryOf } from './words.ts';

/** Says of each whether the filter asks for it. It applies to the review that counts; what is withdrawn is never asked for. */
export function asked(filter: ReviewFilter): (item: ReviewedAnswer | ComparedAnswers) => boolean {
  const query = filter.text?.trim() ? queryOf(filter.text) : null;
  return (item) => {
    const compared = 'preference' in item;
    if (compared && item.preference.status !== 'final') return false;
    const head = compared ? headOfPreference(item) : headOf(item.answer, item.counts, false);
    if (!matches(head, filter)) return false;
    return !query || found(query, compared ? preferenceTexts(item.answers, item.preference) : reviewTexts(item.answer, item.counts));
  };
}
