import { beforeEach, expect, test } from 'vitest';
import { overlay } from '../../../lib/i18n/locales/en/overlay.ts';
import { rubric as words } from '../../../lib/i18n/locales/en/rubric.ts';
import { lockedWords, roleWords, wordsOf } from '../../../lib/i18n/rubric.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { decisions } from '../../../lib/model/review.ts';
import { defaultRubric, scoresOf } from '../../../lib/model/rubric.ts';

beforeEach(() => speak('en', overlay, words));

test('each category of the default rubric has a name, a definition and an example', () => {
  const { category, guidelines } = wordsOf(defaultRubric);
  for (const { id } of defaultRubric.categories) {
    const { label, definition, example } = category(id);
    expect(label).not.toBe(id);
    expect(definition).toMatch(/\.$/);
    expect(example).toMatch(/\.$/);
  }
  expect(guidelines?.split('\n')).toHaveLength(5);
});

test('each criterion of the default rubric has a name, and its lowest and highest score are explained', () => {
  const { criterion } = wordsOf(defaultRubric);
  for (const { id, scale } of defaultRubric.criteria) {
    const { label, anchors } = criterion(id);
    expect(label).not.toBe(id);
    expect(Object.keys(anchors).map(Number)).toEqual(expect.arrayContaining([scoresOf(scale)[0], scoresOf(scale).at(-1)]));
  }
});

test('own words come first, and what we say of our category is not said of theirs', () => {
  const { category, criterion } = wordsOf({
    ...defaultRubric,
    categories: [{ id: 'wrong', label: 'Fehler' }, { id: 'mine' }],
    criteria: [
      { id: 'legal', scale: 'yes-no' },
      { id: 'correct', label: 'Richtig', scale: 'points', anchors: { 5: 'Alles' } },
    ],
  });
  expect(category('wrong')).toEqual({ label: 'Fehler', definition: null, example: null });
  expect(category('mine')).toEqual({ label: 'mine', definition: null, example: null });
  expect(category('outdated').label).toBe(overlay['category.outdated']);
  expect(criterion('legal')).toEqual({ label: 'legal', anchors: { 0: 'No', 1: 'Yes' } });
  expect(criterion('correct')).toEqual({ label: 'Richtig', anchors: { 5: 'Alles' } });
});

test('without the table an id is better than nothing', () => {
  speak('en', {});
  expect(wordsOf(defaultRubric).category('wrong')).toEqual({ label: 'wrong', definition: null, example: null });
  expect(wordsOf(defaultRubric).guidelines).toBeNull();
});

test('a locked decision says whose role, what, and who may', () => {
  const reader = { id: 'reader', label: 'Reader', may: [] };
  expect(lockedWords(reader, [{ id: 'lead', label: 'Lead', may: ['approve'] }], 'approve')).toBe(
    'Your role (Reader) may not approve. Lead may.',
  );
  expect(lockedWords({ id: 'reviewer', may: [] }, [], 'edit')).toBe('Your role (Reviewer) may not approve with an edit. Nobody may.');
  expect(roleWords({ id: 'qa', may: [...decisions] })).toBe('qa');
});
