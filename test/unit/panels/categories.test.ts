import { expect, test } from 'vitest';
import { chosenBy, digitAt, fitting } from '../../../components/panels/categories.ts';
import { rubric } from '../../../lib/i18n/locales/en/rubric.ts';
import { overlay } from '../../../lib/i18n/locales/en/overlay.ts';
import { wordsOf } from '../../../lib/i18n/rubric.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { defaultRubric } from '../../../lib/model/rubric.ts';

speak('en', overlay, rubric);
const words = wordsOf(defaultRubric);
const { categories } = defaultRubric;

test('a digit chooses of what is shown; the eleventh has none, and a letter chooses nothing', () => {
  expect(chosenBy('1', categories)?.id).toBe('wrong');
  expect(chosenBy('0', categories)?.id).toBe('tone');
  expect(digitAt(10)).toBeNull();
  expect(chosenBy(null, categories)).toBeUndefined();
});

test('what is typed is looked for in any case and without accents; what begins with it comes first', () => {
  expect(fitting(categories, words, 'IN').map(({ id }) => id)).toEqual(['incomplete', 'instructions']);
  expect(fitting(categories, words, ' sóurce').map(({ id }) => id)).toEqual(['invented-source']);
  expect(fitting(categories, words, 'no such thing')).toEqual([]);
  expect(fitting(categories, words, '')).toEqual(categories);
});
