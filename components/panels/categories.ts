/** Which categories of a rubric fit what was typed. */
import type { RubricWords } from '../../lib/i18n/rubric.ts';
import type { Category } from '../../lib/model/rubric.ts';

/** Categories with the typed words in their label: those that begin with them first. */
export function fitting(categories: Category[], words: RubricWords, typed: string): Category[] {
  const wanted = plain(typed);
  if (wanted === '') return categories;
  return categories
    .map((category) => ({ category, at: plain(words.category(category.id).label).indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => Number(one.at > 0) - Number(other.at > 0))
    .map(({ category }) => category);
}

/** The digit that chooses the nth category shown; null from the eleventh on. */
export const digitAt = (index: number): string | null => (index < 9 ? String(index + 1) : index === 9 ? '0' : null);

/** What a digit chooses of what is shown; undefined where there is nothing, or no digit was pressed. */
export const chosenBy = <T>(digit: string | null, shown: readonly T[]): T | undefined =>
  digit === null ? undefined : shown.find((_, index) => digitAt(index) === digit);

/** Without case and accents: people type what is quick. */
const plain = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
