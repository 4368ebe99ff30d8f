/** Words that say what a number near them is. */
import { blank } from './view.ts';

/** Scripts that set no spaces between words, or write words together with them. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Any of the words, each as a whole where its script sets spaces; in any case. The words are expressions themselves. */
export function anyOf(words: readonly string[]): RegExp {
  const spaced = words.filter((word) => !unspaced.test(word));
  const free = words.filter((word) => unspaced.test(word));
  const whole = spaced.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{N}])`] : [];
  return new RegExp([...whole, ...free].join('|'), 'iu');
}

/** How far a word may stand before and after what it is about, in UTF-16 units; what is masked ends the look. */
export const reach = { before: 64, after: 32 };

/** What stands around a part of a text, as far as words count for it. */
export function around(text: string, start: number, end: number, { before, after } = reach): { before: string; after: string } {
  const left = text.slice(Math.max(0, start - before), start);
  const right = text.slice(end, end + after);
  const stop = right.indexOf(blank);
  return { before: left.slice(left.lastIndexOf(blank) + 1), after: stop < 0 ? right : right.slice(0, stop) };
}

/** Does one of the words stand near? */
export function isNear(text: string, start: number, end: number, words: RegExp, within = reach): boolean {
  const { before, after } = around(text, start, end, within);
  return words.test(before) || words.test(after);
}
