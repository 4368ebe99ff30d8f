import { describe, expect, test } from 'vitest';
import { applyChange, isEmpty, isFinal, sameJudgement } from '../../../lib/review/apply.ts';
import { verdictOf } from '../../../lib/review/verdict.ts';
import { emptyJudgement, tagLength, tagOf } from '../../../lib/model/review.ts';
import { reviewChangeSchema, reviewSchema } from '../../../lib/schema/review.ts';
import { flag, review } from '../sample.ts';

const empty = emptyJudgement();

describe('tags', () => {
  const tag = (...tags: string[]) => tags.reduce((said, one) => applyChange(said, { kind: 'tag', tag: one }), empty);

  test('are kept in one order, each once; without any the review is as it was before there were tags', () => {
    expect(tag('b', 'a', 'b')).toEqual({ ...empty, tags: ['a', 'b'] });
    expect(sameJudgement(tag('a', 'b'), tag('b', 'a'))).toBe(true);
    const none = applyChange(tag('a'), { kind: 'untag', tag: 'a' });
    expect(Object.keys(none)).toEqual(Object.keys(empty));
    expect(isEmpty(none)).toBe(true);
    expect(isEmpty(tag('a'))).toBe(false);
  });

  test('have one form, and are short', () => {
    expect(tagOf('  Cafe\u0301  \n noir ')).toBe('Caf\u00e9 noir');
    expect(tagOf('x'.repeat(80))).toBe('x'.repeat(tagLength));
    expect(tagOf(`${'x'.repeat(tagLength - 1)}😀`)).toBe('x'.repeat(tagLength - 1));
    const parsed = reviewChangeSchema.parse({ kind: 'tag', tag: ' a  b ' });
    expect(parsed).toEqual({ kind: 'tag', tag: 'a b' });
    for (const tag of ['', ' ', '\u200a']) expect(reviewChangeSchema.safeParse({ kind: 'tag', tag }).success).toBe(false);
    expect(reviewSchema.parse(review({ tags: ['b', 'a ', 'a'] })).tags).toEqual(['a', 'b']);
  });
});

describe('applyChange', () => {
  test('a thumb, and taking it back, leaves nothing', () => {
    const up = applyChange(empty, { kind: 'rate', rating: 1 });
    expect(up.rating).toBe(1);
    expect(isEmpty(applyChange(up, { kind: 'rate', rating: null }))).toBe(true);
  });

  test('a flag with a known id replaces that one, in its place', () => {
    const two = [flag(), flag({ id: 'f2' })].reduce((judgement, flag) => applyChange(judgement, { kind: 'flag', flag }), empty);
    const changed = applyChange(two, { kind: 'flag', flag: flag({ severity: 'minor' }) });
    expect(changed.flags.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['f1 minor', 'f2 major']);
    expect(applyChange(changed, { kind: 'unflag', flagId: 'f1' }).flags.map(({ id }) => id)).toEqual(['f2']);
  });

  test('acts do not touch what others said, nor their input', () => {
    const before = Object.freeze({ ...empty, note: 'kept' });
    expect(applyChange(before, { kind: 'correct', markdown: 'better' })).toEqual({
      ...empty,
      note: 'kept',
      correction: { markdown: 'better' },
    });
  });

  test('undo goes back to what was said, or to nothing; withdraw too', () => {
    const now = { ...empty, rating: 1 as const };
    expect(applyChange(now, { kind: 'undo', toRevision: 1 }, { ...empty, note: 'before' })).toEqual({ ...empty, note: 'before' });
    expect(applyChange(now, { kind: 'undo', toRevision: 0 })).toEqual(empty);
    expect(applyChange(now, { kind: 'withdraw' })).toEqual(empty);
  });

  test('what is typed stays a draft', () => {
    expect(isFinal({ kind: 'correct', markdown: 'x' })).toBe(false);
    expect(isFinal({ kind: 'note', note: 'x' })).toBe(false);
    expect(isFinal({ kind: 'rate', rating: 1 })).toBe(true);
    expect(isFinal({ kind: 'finish' })).toBe(true);
  });

  test('the order of keys says nothing', () => {
    expect(sameJudgement({ ...empty, scores: { a: 1, b: 2 } }, { ...empty, scores: { b: 2, a: 1 } })).toBe(true);
    expect(sameJudgement(empty, { ...empty, note: 'x' })).toBe(false);
  });
});

test('a decision outranks a correction, that a thumb, that a flag', () => {
  const full = { ...empty, rating: 1 as const, flags: [flag()], correction: { markdown: 'x' }, decision: 'reject' as const, note: 'n' };
  expect(verdictOf(full)).toBe('rejected');
  expect(verdictOf({ ...full, decision: null })).toBe('corrected');
  expect(verdictOf({ ...full, decision: null, correction: null })).toBe('up');
  expect(verdictOf({ ...full, decision: null, correction: null, rating: null })).toBe('flagged');
  expect(verdictOf({ ...empty, note: 'n' })).toBe('noted');
  expect(verdictOf(empty)).toBeNull();
});
