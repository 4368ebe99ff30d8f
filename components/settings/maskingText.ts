/** What a person types about masks, as settings have it, and back. */
import { text } from '../../lib/i18n/text.ts';
import type { OwnPattern, WordList } from '../../lib/model/privacy.ts';

/** What was read, or what is wrong, in words. */
export type Typed<T> = { value: T } | { wrong: string };

const split = (typed: string): string[] => [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '');

/** One thing a line, each once. */
export const linesOf = (typed: string): Typed<string[]> => ({ value: split(typed) });

/** The same as a list of words. */
export function wordsIn(typed: string): Typed<WordList[]> {
  const words = split(typed);
  return { value: words.length > 0 ? [{ label: 'WORD', words }] : [] };
}

/** Countries of two letters, with anything between them. */
export function regionsOf(typed: string): Typed<string[]> {
  const regions = typed.split(/[^\p{L}\p{N}]+/u).filter((one) => one !== '');
  const odd = regions.find((one) => !/^[a-z]{2}$/i.test(one));
  return odd === undefined
    ? { value: [...new Set(regions.map((one) => one.toUpperCase()))] }
    : { wrong: text('privacy.regionsWrong', { value: odd }) };
}

/** A label, a colon and a pattern on each line. */
export function patternsOf(typed: string): Typed<OwnPattern[]> {
  const own: OwnPattern[] = [];
  for (const line of split(typed)) {
    const [, label = '', pattern = ''] = /^([^:]{1,80}):\s*(.+)$/.exec(line) ?? [];
    if (label.trim() === '' || pattern === '') return { wrong: text('privacy.ownWrong', { value: line }) };
    own.push({ label: label.trim(), pattern });
  }
  return { value: own };
}

/** What `patternsOf` reads. */
export const patternLines = (own: readonly OwnPattern[]): string => own.map(({ label, pattern }) => `${label}: ${pattern}`).join('\n');
