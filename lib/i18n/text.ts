/** Words for people. Each context says once which it speaks: pages of ours and the background all, a script in a page those it is sent. */
import type { Speech, Words } from '../model/words.ts';
import type { en } from './locales/en/index.ts';

export type TableName = keyof typeof en;
export type Key = { [T in TableName]: keyof (typeof en)[T] }[TableName];
export type Params = Record<string, string | number>;

/** All tables of a language. */
export type Tables = Record<TableName, Words>;

let words: Words = {};
let plurals = new Intl.PluralRules('en');
let spoken = 'en';

/** Sets the words of this context, before anything is drawn. `wanted` is the locale that they are in. */
export function speak(wanted: string, ...tables: Words[]): void {
  spoken = wanted;
  plurals = new Intl.PluralRules(wanted);
  words = Object.assign({}, ...tables);
}

/** The sentence for a key; the key itself where a word is missing, so that nothing is ever blank. */
export function text(key: Key, params: Params = {}): string {
  const word = words[key] ?? key;
  const form = typeof word === 'string' ? word : (word[plurals.select(Number(params.n))] ?? word.other);
  return form.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString(spoken) : value;
  });
}

/** What is spoken here, for another script of the same page. */
export const speech = (): Speech => ({ locale: spoken, words });

/** True where this context knows the word. */
export const knows = (key: string): key is Key => key in words;

/** The locale that is spoken, a BCP 47 tag: for `lang`, and for numbers, dates and lists. */
export const locale = (): string => spoken;

/** How what is spoken is written, for `dir`: of our languages Arabic alone from right to left. */
export const direction = (): 'ltr' | 'rtl' => (/^ar\b/.test(spoken) ? 'rtl' : 'ltr');
