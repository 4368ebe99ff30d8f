import { expect, test } from 'vitest';
import { languageOf, localeOf } from '../../../lib/i18n/languages.ts';

test.each([
  // [the browser's, the words, the locale for numbers and dates]
  ['en-GB', 'en', 'en-GB'],
  ['de', 'de', 'de'],
  ['de-AT', 'de', 'de-AT'],
  ['es-419', 'es', 'es-419'],
  ['pt', 'pt-BR', 'pt'],
  ['pt-PT', 'pt-BR', 'pt-PT'],
  ['zh', 'zh-CN', 'zh'],
  ['zh-SG', 'zh-CN', 'zh-SG'],
  ['zh-Hans-HK', 'zh-CN', 'zh-Hans-HK'],
  // Written in other characters.
  ['zh-TW', 'en', 'en'],
  ['zh-Hant', 'en', 'en'],
  ['ar-EG', 'ar', 'ar-EG'],
  ['sv-SE', 'en', 'en'],
  ['', 'en', 'en'],
  ['no tag', 'en', 'en'],
])('%s', (tag, language, locale) => {
  expect(languageOf(tag)).toBe(language);
  expect(localeOf(tag)).toBe(locale);
});
