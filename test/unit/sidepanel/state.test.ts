import { expect, test } from 'vitest';
import { decided, lockOf, rated } from '../../../components/sidepanel/decide.ts';
import { fits, isDue, remaining, type PanelAnswer } from '../../../components/sidepanel/state.ts';
import type { InspectedAnswer } from '../../../lib/model/inspection.ts';
import type { Flag, Review } from '../../../lib/model/review.ts';

const flag: Flag = { id: 'f', category: 'wrong', severity: 'major' };
const one = (review: Partial<Review> | null, more: { state?: InspectedAnswer['state']; required?: string } = {}): PanelAnswer => ({
  frameId: 0,
  answer: { id: 'a', state: more.state ?? 'final' } as InspectedAnswer,
  review: review && ({ status: 'final', flags: [], decision: null, rating: null, correction: null, ...review } as Review),
  required: more.required ?? null,
});

test('a draft is unreviewed, what is still being written is not', () => {
  expect(fits('unreviewed', one(null))).toBe(true);
  expect(fits('unreviewed', one({ status: 'draft' }))).toBe(true);
  expect(fits('unreviewed', one({}))).toBe(false);
  expect(fits('unreviewed', one(null, { state: 'streaming' }))).toBe(false);
});

test('required is what a rule asks for and nobody has finished', () => {
  expect(isDue(one(null, { required: '*' }))).toBe(true);
  expect(isDue(one({ status: 'draft' }, { required: '*' }))).toBe(true);
  expect(isDue(one({}, { required: '*' }))).toBe(false);
  expect(isDue(one(null))).toBe(false);
});

test('flags are counted in drafts too', () => {
  expect(fits('flagged', one({ status: 'draft', flags: [flag] }))).toBe(true);
  expect(fits('flagged', one({}))).toBe(false);
});

test('a batch leaves out what somebody has begun to say something about', () => {
  const fresh = one(null);
  expect(remaining([fresh, one({ status: 'draft' }), one({}), one(null, { state: 'streaming' })])).toEqual([fresh]);
});

test('the same press once more takes it back, of an approval with an edit as well', () => {
  expect(rated(one({ rating: 1 }).review, 1)).toEqual({ kind: 'rate', rating: null });
  expect(rated(one({ rating: 1 }).review, -1)).toEqual({ kind: 'rate', rating: -1 });
  expect(decided(one({ decision: 'edit' }).review, 'approve')).toEqual({ kind: 'decide', decision: null });
  expect(decided(one({ decision: 'edit' }).review, 'reject')).toEqual({ kind: 'decide', decision: 'reject' });
});

test('to approve what was corrected needs the right to approve with an edit', () => {
  const locked = { edit: 'not you' };
  expect(lockOf(one({ correction: { markdown: 'x' } }).review, 'approve', { locked })).toBe('not you');
  expect(lockOf(one({}).review, 'approve', { locked })).toBeUndefined();
  expect(lockOf(null, 'escalate', { locked: { escalate: 'nor that' } })).toBe('nor that');
});
