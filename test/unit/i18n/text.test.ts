import { beforeEach, expect, test } from 'vitest';
import { since, when } from '../../../lib/i18n/dates.ts';
import { listed, number, size } from '../../../lib/i18n/numbers.ts';
import { direction, knows, locale, speak, text, type Key } from '../../../lib/i18n/text.ts';

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

test('a language has as many plural forms as it needs, and the last stands in for those that it does not tell apart', () => {
  speak('ar', { counted: { zero: 'لا', one: 'واحد', two: 'اثنان', few: '{n} قليل', many: '{n} كثير', other: '{n} آخر' } });
  const forms = [0, 1, 2, 3, 11, 100].map((n) => say('counted', { n }));
  expect(forms.map((form) => form.replace(/^\S+ (?=\S)/, ''))).toEqual(['لا', 'واحد', 'اثنان', 'قليل', 'كثير', 'آخر']);
  speak('ja', { counted: { other: '{n} 件' } });
  expect(say('counted', { n: 1 })).toBe('1 件');
  speak('fr', { counted: { one: '{n} avis', other: '{n} avis !' } });
  expect(say('counted', { n: 0 })).toBe('0 avis');
  expect(say('counted', { n: 1_000_000 })).toMatch(/avis !$/);
});

test('numbers, sizes, lists and times follow what is spoken', () => {
  speak('de', {});
  expect([locale(), direction()]).toEqual(['de', 'ltr']);
  expect(number(1234.5)).toBe('1.234,5');
  expect([0, 812, 38_400, 2_512_345, 61_486_067_884].map(size)).toEqual(['0 Byte', '812 Byte', '38,4 kB', '2,51 MB', '61,5 GB']);
  expect(listed(['A', 'B', 'C'])).toBe('A, B und C');
  expect(when(new Date(2026, 10, 20, 9, 5).getTime(), new Date(2026, 10, 22).getTime())).toBe('20. Nov., 09:05');
  speak('ar-EG', {});
  expect([locale(), direction()]).toEqual(['ar-EG', 'rtl']);
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
