import { beforeEach, expect, test } from 'vitest';
import { since, when } from '../../../lib/i18n/dates.ts';
import { knows, speak, text, type Key } from '../../../lib/i18n/text.ts';

const say = (key: string, params?: Record<string, string | number>) => text(key as Key, params);
beforeEach(() => speak('en', { plain: 'Hello', named: '{who} said {what}', counted: { one: '{n} review', other: '{n} reviews' } }));

test('names are filled, once, and what is missing stays visible', () => {
  expect(say('plain')).toBe('Hello');
  expect(say('named', { who: '{what}', what: 'no' })).toBe('{what} said no');
  expect(say('named', { who: 'Ann' })).toBe('Ann said {what}');
});

test('the plural form follows n', () => {
  expect(say('counted', { n: 1 })).toBe('1 review');
  expect(say('counted', { n: 0 })).toBe('0 reviews');
  expect(say('counted', { n: 1234 })).toBe('1,234 reviews');
});

test('a missing word shows its key, never nothing', () => {
  expect(say('nowhere')).toBe('nowhere');
  expect(knows('nowhere')).toBe(false);
  expect(knows('plain')).toBe(true);
});

test('times are short, and dated when not of today', () => {
  const now = new Date(2026, 10, 22, 12, 0).getTime();
  expect(when(new Date(2026, 10, 22, 10, 42).getTime(), now, 'en-GB')).toBe('10:42');
  expect(when(new Date(2026, 10, 20, 9, 5).getTime(), now, 'en-GB')).toBe('20 Nov, 09:05');
  expect(since(now - 40_000, now, 'en')).toBe('40 sec');
  expect(since(now - 3 * 3_600_000, now, 'en')).toBe('3 hr');
  expect(since(now - 3 * 86_400_000, now, 'en')).toBe('3 days');
});
