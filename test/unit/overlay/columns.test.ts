import { expect, test } from 'vitest';
import { Columns } from '../../../lib/overlay/columns.ts';

const scroller = {};

test('one line for answers that begin together, also when the widest is out of sight', () => {
  const columns = new Columns();
  columns.add(scroller, 800, { start: 20, end: 600 }, false);
  columns.add(scroller, 800, { start: 22, end: 90 }, false);
  columns.add(scroller, 800, { start: 300, end: 400 }, false);
  expect(columns.endOf(scroller, { start: 21, end: 90 })).toBe(600);
  expect(columns.endOf(scroller, { start: 300, end: 350 })).toBe(400);
  expect(columns.endOf({}, { start: 20, end: 90 })).toBe(90);
});

test('forgotten when the scroller has another width, or an answer changed its own', () => {
  const columns = new Columns();
  columns.add(scroller, 800, { start: 20, end: 600 }, false);
  columns.add(scroller, 500, { start: 20, end: 300 }, false);
  expect(columns.endOf(scroller, { start: 20, end: 300 })).toBe(300);
  columns.add(scroller, 500, { start: 20, end: 200 }, true);
  expect(columns.endOf(scroller, { start: 20, end: 200 })).toBe(200);
});
