/** Words for people. Each context loads the words it needs: the overlay must stay small. */
import type { overlay } from './locales/en/overlay.ts';
import type { pages } from './locales/en/pages.ts';

/** `{n}` and other names in braces are filled; a word with plural forms is chosen by `n`. */
export type Word = string | { one: string; other: string };
export type Words = Record<string, Word>;
export type Key = keyof typeof overlay | keyof typeof pages;
export type Params = Record<string, string | number>;

let words: Words = {};
let plurals = new Intl.PluralRules('en');
let language = 'en';

/** Sets the words of this context, once, before anything is drawn. */
export function speak(locale: string, ...tables: Words[]): void {
  language = locale;
  plurals = new Intl.PluralRules(locale);
  words = Object.assign({}, ...tables);
}

/** The sentence for a key; the key itself where a word is missing, so that nothing is ever blank. */
export function text(key: Key, params: Params = {}): string {
  const word = words[key] ?? key;
  const form = typeof word === 'string' ? word : word[plurals.select(Number(params.n)) === 'one' ? 'one' : 'other'];
  return form.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}

/** True where this context knows the word. */
export const knows = (key: string): key is Key => key in words;
