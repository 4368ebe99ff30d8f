/** What leaves of a conversation, record by record. */
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../../lib/privacy/find.ts';
import { maskLeaving } from '../../../lib/privacy/leaving.ts';
import { answerSchema } from '../../../lib/schema/answer.ts';
import { reviewSchema } from '../../../lib/schema/review.ts';
import { answer, compared, flag, hashOf, review } from '../sample.ts';

const find = createFinder({ words: [{ label: 'NAME', words: ['Jane Miller'] }] }, null);
const text = 'Write to jane@x.com, Jane Miller, soon.';
const one = answer({
  text,
  markdown: 'Write to **jane\\@x.com**, Jane Miller, soon.',
  prompt: [{ role: 'user', text: 'Who is Jane Miller? jane@x.com or joe@x.com' }],
  thinking: 'Jane Miller again',
  title: 'About jane@x.com',
  url: 'https://chat.example/c/1?mail=jane%40x.com',
  evidence: [{ kind: 'residue-chatgpt', strength: 'residue', snippet: 'joe@x.com turn0search1', rule: 'x' }],
});
const said = review({
  answerId: one.id,
  note: 'joe@x.com said so',
  tags: ['urgent', 'Jane Miller'],
  correction: { markdown: 'Write to joe@x.com.' },
  escalation: { to: 'boss@x.com', reason: 'jane@x.com asked' },
  flags: [
    flag({
      id: 'inside',
      note: 'see jane@x.com',
      span: { quote: { exact: 'jane@x', prefix: 'Write to ', suffix: '' }, position: { start: 9, end: 15 } },
    }),
    flag({
      id: 'outside',
      span: {
        quote: { exact: 'soon', prefix: 'Jane Miller, ', suffix: '.' },
        position: { start: 34, end: 38 },
        rivals: { before: 0, after: 0, frame: false, start: 3, hash: 7 },
      },
    }),
    flag({ id: 'whole' }),
  ],
});
const leaving = {
  answers: [{ answer: one, reviews: [said] }],
  preferences: [{ ...compared('first').preference, reason: 'joe@x.com prefers it' }],
};
const out = maskLeaving(leaving, { find, hash: hashOf });

describe('what leaves', () => {
  test('holds nothing of what is masked, in any field', () => {
    expect(JSON.stringify({ ...out, values: [], ledger: {} })).not.toMatch(/jane|joe|miller|boss/i);
  });

  test('has the same placeholder for the same thing in all of them, numbered as they were written', () => {
    const { answer, reviews } = out.answers[0]!;
    expect(answer.prompt[0]!.text).toBe('Who is [NAME_1]? [EMAIL_1] or [EMAIL_2]');
    expect(answer.text).toBe('Write to [EMAIL_1], [NAME_1], soon.');
    expect(answer.markdown).toBe('Write to **[EMAIL_1]**, [NAME_1], soon.');
    expect(answer.url).toBe('https://chat.example/c/1?mail=[EMAIL_1]');
    expect(reviews[0]).toMatchObject({
      note: '[EMAIL_2] said so',
      tags: ['[NAME_1]', 'urgent'],
      correction: { markdown: 'Write to [EMAIL_2].' },
      escalation: { to: '[EMAIL_3]' },
    });
    expect(out.preferences[0]!.reason).toBe('[EMAIL_2] prefers it');
  });

  test('is still an answer and a review', () => {
    expect(answerSchema.parse(out.answers[0]!.answer).textHash).toBe(hashOf(out.answers[0]!.answer.text));
    expect(reviewSchema.parse(out.answers[0]!.reviews[0])).toEqual(out.answers[0]!.reviews[0]);
  });

  test('has its passages where they are now, and says which are masked', () => {
    const [inside, outside, whole] = out.answers[0]!.reviews[0]!.flags;
    expect(inside).toMatchObject({
      note: 'see [EMAIL_1]',
      span: { quote: { exact: '[EMAIL_1]', prefix: 'Write to ' }, position: { start: 9, end: 18 } },
    });
    expect(outside!.span).toEqual({
      quote: { exact: 'soon', prefix: 'Write to [EMAIL_1], [NAME_1], ', suffix: '.' },
      position: { start: 30, end: 34 },
    });
    expect(whole).toEqual(flag({ id: 'whole' }));
    expect(out.maskedFlags).toEqual(['inside']);
  });

  test('says what was masked, for a person who looks it over', () => {
    expect(out.values.slice(0, 2)).toEqual([
      { placeholder: '[NAME_1]', value: 'jane miller', rule: 'NAME', kind: 'word', written: 'Jane Miller', times: 5 },
      { placeholder: '[EMAIL_1]', value: 'jane@x.com', rule: 'email', kind: 'email', written: 'jane@x.com', times: 7 },
    ]);
  });

  test('keeps what a person shows, and its placeholders with a ledger', () => {
    const later = maskLeaving(
      { answers: [{ answer: answer({ text: 'joe@x.com and zoe@x.com and jane@x.com' }), reviews: [] }] },
      { find, hash: hashOf, ledger: out.ledger, choices: { shown: ['jane@x.com'] } },
    );
    expect(later.answers[0]!.answer.text).toBe('[EMAIL_2] and [EMAIL_4] and jane@x.com');
  });

  test('what holds nothing personal is what it was', () => {
    const plain = { answers: [{ answer: answer(), reviews: [review()] }] };
    expect(maskLeaving(plain, { find, hash: hashOf }).answers).toEqual(plain.answers);
  });

  test('what it was given is not changed', () => {
    expect(one.text).toBe(text);
    expect(said.flags[1]!.span!.rivals).toBeDefined();
  });
});
