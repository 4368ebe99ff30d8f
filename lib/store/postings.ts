/** A row of `words`: packed, since there are millions of places. */
import type { WordRow } from './tables.ts';
import { isWide } from './words.ts';

/** How many rows the words of one segment are spread over. */
export const bucketCount = 256;

/** A word and the places of the reviews that have it, ascending. */
export type Posting = [word: string, places: ArrayLike<number>];

/** The row that a word stands in. Words that begin alike stand together, so that the beginning of a word is enough to look. */
export function bucketOf(word: string): number {
  const [first = '', second = ''] = word;
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (const letter of isWide(word) ? [first] : [first, second]) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash ^ (hash >>> 16)) & (bucketCount - 1);
}

/** Packs words; null where there are none. */
export function pack(bucket: number, segment: number, postings: Posting[]): WordRow | null {
  if (postings.length === 0) return null;
  const sorted = postings.toSorted(([one], [other]) => (one < other ? -1 : 1));
  const starts = new Uint32Array(sorted.length + 1);
  for (const [index, [, places]] of sorted.entries()) starts[index + 1] = starts[index]! + places.length;
  const places = new Uint16Array(starts[sorted.length]!);
  for (const [index, posting] of sorted.entries()) places.set(posting[1], starts[index]);
  return { bucket, segment, words: sorted.map(([word]) => word).join('\n'), starts, places };
}

/** The words of a row in their order. */
export const unpack = ({ words, starts, places }: WordRow): Posting[] =>
  words.split('\n').map((word, index) => [word, places.subarray(starts[index], starts[index + 1])]);

/**
 * Marks in `hit` the places of every word that is `term`, or, unless `whole`, begins with it. They stand together, since words are sorted: the
 * first is looked for in the text as it is, which costs a fraction of taking the words apart.
 */
export function look({ words, starts, places }: WordRow, { term, whole }: { term: string; whole: boolean }, hit: Uint8Array): void {
  const found = words.startsWith(term) ? 0 : words.indexOf(`\n${term}`) + 1;
  let index = 0;
  for (let at = words.indexOf('\n'); at >= 0 && at < found; at = words.indexOf('\n', at + 1)) index++;
  for (let from = found; words.startsWith(term, from); index++) {
    const end = words.indexOf('\n', from);
    const to = end < 0 ? words.length : end;
    if (!whole || to - from === term.length) for (let at = starts[index]!; at < starts[index + 1]!; at++) hit[places[at]!] = 1;
    if (whole || end < 0) return;
    from = end + 1;
  }
}
