import { beforeEach, expect, test, vi } from 'vitest';
import { createGiveBack } from '../../../entrypoints/compose/giveBack.ts';
import type { Feedback } from '../../../entrypoints/compose/interface.ts';
import { feedback as words } from '../../../lib/i18n/locales/en/feedback.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { defaultRubric } from '../../../lib/model/rubric.ts';
import type { Flag } from '../../../lib/model/review.ts';
import { flag } from '../sample.ts';

speak('en', words, { 'category.tone': 'Tone or style' });
const draft = vi.fn();
const copy = vi.fn();
const { give, giveCopy } = createGiveBack(draft, copy);

/** Two answers; `flags` are those of each. */
const given = (...flags: Flag[][]): Feedback => {
  const answers = ['First answer', 'Second answer'].map((text, at) => ({
    id: `a${at}`,
    asked: `Question ${at}`,
    prompt: [],
    read: () => ({ text }),
  }));
  const marked = flags.map((own, at) => ({ answer: answers[at], review: { flags: own, note: '', correction: null } }));
  return { answers, marked, rubric: defaultRubric } as unknown as Feedback;
};
const tone = flag({ category: 'tone' });

beforeEach(() => void vi.resetAllMocks());

test('the last answer: a draft in its conversation, with the words of the rubric', async () => {
  draft.mockResolvedValue('drafted');
  const feedback = given([], [tone]);
  expect(await give(feedback)).toEqual({ words: words['feedback.drafted'], bad: false });
  const text = 'Please correct your last answer.\n\n1. The answer as a whole: Tone or style';
  expect(draft).toHaveBeenCalledExactlyOnceWith(feedback.answers, 'a1', text);
  expect(copy).not.toHaveBeenCalled();
});

test('an older answer is named by what was asked', async () => {
  draft.mockResolvedValue('drafted');
  await give(given([tone]));
  expect(draft.mock.calls[0]?.[2]).toMatch(/^Please correct your answer to “Question 0”:/);
});

test.each([
  ['no-composer', true, words['feedback.noComposer'], false],
  ['not-inserted', true, words['feedback.notInserted'], false],
  ['no-composer', false, words['feedback.notCopied'], true],
])('%s, copied: %s', async (drafted, copied, said, bad) => {
  draft.mockResolvedValue(drafted);
  copy.mockResolvedValue(copied);
  expect(await give(given([tone]))).toEqual({ words: said, bad });
  expect(copy.mock.calls).toEqual([[draft.mock.calls[0]?.[2]]]);
});

test('a copy at once', async () => {
  copy.mockResolvedValue(true);
  expect(await giveCopy(given([tone]))).toEqual({ words: words['feedback.copied'], bad: false });
  expect(draft).not.toHaveBeenCalled();
});

test('nothing was marked: nothing is given', async () => {
  for (const act of [give, giveCopy]) expect(await act(given([], []))).toEqual({ words: words['feedback.nothing'], bad: true });
  expect(draft).not.toHaveBeenCalled();
  expect(copy).not.toHaveBeenCalled();
});
