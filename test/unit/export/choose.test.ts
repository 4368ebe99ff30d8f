import { describe, expect, test } from 'vitest';
import { choose } from '../../../lib/export/choose.ts';
import type { ConflictRule } from '../../../lib/export/resolve.ts';
import type { Review } from '../../../lib/model/review.ts';
import type { ReviewedAnswer } from '../../../lib/model/reviewed.ts';
import type { ComparedAnswers, Preference } from '../../../lib/model/preference.ts';
import { answer, compared, isoAt, review, reviewed, variants } from '../sample.ts';
import { rows, write } from './write.ts';

/** Reviewers of one answer, oldest first. */
function by(...reviews: Partial<Review>[]): ReviewedAnswer {
  const all = reviews.map((parts, at) => review({ id: `r${at}`, ...parts }));
  return { answer: answer(), reviews: all, counts: all.at(-1)! };
}
const [good, bad, noted] = [{ rating: 1 as const }, { rating: -1 as const }, { note: 'Hm.' }];
const settles = { decision: 'reject' as const, reviewer: { id: 'a', role: 'adjudicator' } };

describe('reviewers who do not say the same', () => {
  test.each<[ConflictRule, ReviewedAnswer, string]>([
    ['latest', by(good, good, bad), 'r2'],
    ['latest', by(good, noted), 'r1'],
    ['majority', by(good, good, bad), 'r1'],
    ['majority', by(good, bad), 'conflicting'],
    ['majority', by(good, bad, { correction: { markdown: 'x' } }), 'conflicting'],
    ['majority', by(good, noted, noted), 'r0'],
    ['majority', by(noted), 'r0'],
    ['adjudicated', by(good, good, bad), 'conflicting'],
    ['adjudicated', by(good, settles, good), 'r1'],
    ['adjudicated', by(good, good), 'r1'],
    ['adjudicated', by(good), 'r0'],
  ])('%s', (conflicts, item, expected) => {
    const found = choose(item, { conflicts });
    expect(found && typeof found === 'object' && 'counts' in found ? found.counts.id : found).toBe(expected);
  });
});

describe('reviewers who do not prefer the same of two answers', () => {
  const [one, other] = variants();
  /** What each says, oldest first; a capital is an adjudicator's word, `/` names the pair the other way round. */
  function saying(words: string): ComparedAnswers {
    const { preference } = compared('first');
    const preferences = words.split('').map((word, at): Preference => {
      const better = { a: one.id, b: other.id }[word.toLowerCase()] ?? null;
      const answerIds: [string, string] = at % 2 ? [other.id, one.id] : [one.id, other.id];
      const reviewer = { id: `who-${at}`, role: word === word.toUpperCase() && word !== '=' ? 'adjudicator' : 'reviewer' };
      return { ...preference, id: `p${at}`, answerIds, better, reviewer, updatedAt: isoAt(at * 1000) };
    });
    const last = preferences.at(-1)!;
    const answers: ComparedAnswers['answers'] = last.answerIds[0] === one.id ? [one, other] : [other, one];
    return { preference: last, answers, ...(preferences.length > 1 && { preferences }) };
  }

  test.each<[ConflictRule, string, string]>([
    ['latest', 'aab', 'p2'],
    ['latest', 'a', 'p0'],
    ['majority', 'aab', 'p1'],
    ['majority', 'baa=', 'p2'],
    ['majority', '==a', 'p1'],
    ['majority', 'ab', 'conflicting'],
    ['majority', 'a', 'p0'],
    ['adjudicated', 'aab', 'conflicting'],
    ['adjudicated', 'aBa', 'p1'],
    ['adjudicated', 'a=', 'conflicting'],
    ['adjudicated', 'aa', 'p1'],
  ])('%s of %s', (conflicts, words, expected) => {
    const found = choose(saying(words), { conflicts });
    expect(found && typeof found === 'object' && 'preference' in found ? found.preference.id : found).toBe(expected);
    // The answers stand as the preference that counts names them.
    if (found && typeof found === 'object' && 'preference' in found)
      expect(found.answers.map(({ id }) => id)).toEqual(found.preference.answerIds);
  });

  test('give one row, with all of them behind it', async () => {
    const { files, refused } = await write('trl-preference', [choose(saying('aab'), { conflicts: 'majority' }) as ComparedAnswers]);
    expect(refused).toEqual([]);
    expect(JSON.parse(files['bluepencil.trl-preference.jsonl'] ?? '')).toMatchObject({ chosen: [{ content: one.markdown }] });
    expect(JSON.parse(files['bluepencil.trl-preference.meta.jsonl'] ?? '')).toMatchObject({
      reviewIds: ['p0', 'p1', 'p2'],
      counts: 'p1',
      reviewers: ['who-0', 'who-1', 'who-2'],
      agreement: 'differ',
      answerId: one.id,
      rejectedAnswerId: other.id,
    });
  });

  test('none is lost where nothing trains: each has its reason, its line of a native export, its word in a report', async () => {
    const item = saying('ab=');
    expect((await write('trl-sft', [item])).refused).toEqual(['as-good', 'as-good', 'as-good']);
    const natives = (await rows('native', [item])) as ComparedAnswers[];
    expect(natives.map(({ preference }) => preference.id)).toEqual(['p0', 'p1', 'p2']);
    for (const { preference, answers } of natives) expect(answers.map(({ id }) => id)).toEqual(preference.answerIds);
    const { files } = await write('report', [item]);
    expect(files['bluepencil.report.md']?.match(/^- (The first is better|The second is better|Both are as good)/gm)).toEqual([
      '- The first is better',
      '- The second is better',
      '- Both are as good',
    ]);
  });
});

test('takes what was asked for by rating and agreement, of the review that counts', () => {
  expect(choose(by(good, good, bad), { rating: [1], conflicts: 'majority' })).not.toBeNull();
  expect(choose(by(good, good, bad), { rating: [1] })).toBeNull();
  expect(choose(compared('first'), { rating: [1] })).toBeNull();
  expect(choose(by(good, good), { agreement: ['agreed'] })).not.toBeNull();
  expect(choose(by(good, bad), { agreement: ['agreed'] })).toBeNull();
  expect(choose(by(good, noted), { agreement: ['alone'] })).not.toBeNull();
  expect(choose(compared('first'), { agreement: ['alone'] })).not.toBeNull();
  expect(choose(compared('first'), { agreement: ['agreed', 'differ'] })).toBeNull();
});

test('says why: a provider that was not chosen, a conversation that was not read from its beginning', () => {
  const [known, unknown] = [reviewed(good, { provider: 'openai' }), reviewed(good)];
  expect(choose(known, { providers: ['mistral', ''] })).toBe('other-provider');
  expect(choose(known, { providers: ['openai'] })).toBe(known);
  expect(choose(unknown, { providers: [''] })).toBe(unknown);
  expect(choose(compared('first', [answer({ provider: 'openai' }), answer({ text: 'B' })]), { providers: [''] })).toBe('other-provider');
  expect(choose(reviewed(good, { promptComplete: false }), { wholeContext: true })).toBe('incomplete-context');
  expect(choose(unknown, { wholeContext: true })).toBe(unknown);
});
