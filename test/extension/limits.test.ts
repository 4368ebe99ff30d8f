/** Input and records that are too long, empty or broken: each works or is said, and nothing else is touched. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../lib/model/answer.ts';
import { call, demand, records, spoil } from './ask.ts';
import { drained, firstOf, setUp, type Desk } from './desk.ts';
import { exported } from './exported.ts';
import { answerWith, rate } from './reviews.ts';

let desk: Desk;
beforeAll(async () => void (desk = await setUp('chromium')));
afterAll(() => desk?.[Symbol.asyncDispose]());

test('an empty correction is refused in words, and the review stays as it was', async () => {
  const { driven } = desk;
  const review = await rate(driven, 'An answer that nobody may correct to nothing.');
  const result = await call(driven, 'review.change', {
    answerId: review.answerId,
    change: { kind: 'correct', markdown: ' \n ' },
    final: true,
  });
  expect(result).toMatchObject({ ok: false, error: { code: 'empty-correction' } });
  if (!result.ok) expect(result.error.message).not.toBe('empty-correction');
  expect(await records(driven, 'reviews')).toHaveLength(1);
});

test('an answer of 2 MB is kept, sent and exported whole', async () => {
  const text = `A long answer. ${'Every character of it has to arrive, in the right place. '.repeat(36_000)}The end.`;
  expect(text.length).toBeGreaterThan(2_000_000);
  const review = await rate(desk.driven, text);
  const kept = (await records<Answer>(desk.driven, 'answers')).find(({ id }) => id === review.answerId);
  expect(kept?.text === text).toBe(true);
  await drained(desk);
  const sent = (await desk.endpoint.stored()).filter(({ answer }) => answer.id === review.answerId);
  expect(sent.map(({ answer }) => answer.text === text)).toEqual([true]);
  const lines = await exported(desk, 'native');
  expect(lines.some((line) => line.includes(text))).toBe(true);
});

test('a broken record is set aside and shown; the others still list, send and export', async () => {
  const { driven } = desk;
  const broken = await rate(driven, 'An answer whose record will break.');
  const fine = await rate(driven, 'An answer whose record stays fine.');
  await spoil(driven, 'answers', broken.answerId, { id: broken.answerId, text: 42 });

  const lines = await exported(desk, 'native');
  expect(lines.some((line) => line.includes('stays fine'))).toBe(true);
  await drained(desk);
  expect((await desk.endpoint.stored()).some(({ answer }) => answer.id === fine.answerId)).toBe(true);
  expect((await records(driven, 'quarantine')).length).toBeGreaterThan(0);
  expect(firstOf(await demand(driven, 'sync.status', {})).waiting).toBe(0);
});

test('a request with a wrong field is refused by the name of the field', async () => {
  const answer = { ...answerWith('x'), capturedAt: 'yesterday' };
  const result = await call(desk.driven, 'review.change', { answerId: 'x', answer, change: { kind: 'rate', rating: 1 }, final: true });
  expect(result).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  if (!result.ok) expect(result.error.message).toContain('capturedAt');
});
