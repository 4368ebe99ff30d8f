// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Scores, type ScoresProps } from '../../../components/review/Scores.tsx';
import { rubric as words } from '../../../lib/i18n/locales/en/rubric.ts';
import { wordsOf } from '../../../lib/i18n/rubric.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { defaultRubric } from '../../../lib/model/rubric.ts';

let root: HTMLElement;
const buttons = (criterion: string) => [...root.querySelectorAll<HTMLButtonElement>(`[data-criterion="${criterion}"] button`)];

function mount(props: Partial<ScoresProps> = {}) {
  const onScore = vi.fn<ScoresProps['onScore']>();
  render(
    <Scores criteria={defaultRubric.criteria} words={wordsOf(defaultRubric).criterion} scores={{}} onScore={onScore} {...props} />,
    root,
  );
  return onScore;
}

beforeEach(() => {
  speak('en', words);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

test('points go from 1 to 5, yes or no are 0 and 1, each with what it means in its name', () => {
  const onScore = mount();
  expect(buttons('correct').map((button) => button.getAttribute('aria-label'))).toEqual([
    `1. ${words['criterion.correct.1']}`,
    '2',
    `3. ${words['criterion.correct.3']}`,
    '4',
    `5. ${words['criterion.correct.5']}`,
  ]);
  expect(buttons('useful').map((button) => button.textContent)).toEqual(['No', 'Yes']);
  buttons('correct')[3]!.click();
  buttons('useful')[0]!.click();
  expect(onScore.mock.calls.map(([criterion, points]) => [criterion, points])).toEqual([
    ['correct', 4],
    ['useful', 0],
  ]);
});

test('a second press takes the points back', () => {
  const onScore = mount({ scores: { useful: 0 } });
  expect(buttons('useful').map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
  buttons('useful')[0]!.click();
  expect(onScore.mock.calls[0]?.slice(0, 2)).toEqual(['useful', null]);
});

test('where nobody may score, a press does nothing and the reason stands there', () => {
  const onScore = mount({ locked: 'Not yours to score.' });
  buttons('clear')[0]!.click();
  expect(onScore).not.toHaveBeenCalled();
  expect(root.textContent).toContain('Not yours to score.');
});
