/** Places in a text as Python and the W3C count them: in code points, not in UTF-16 units. */
import type { Span } from '../model/review.ts';

/** A span's place; one that begins or ends inside of a pair takes the whole of it. */
export function inCodePoints(text: string, { start, end }: Span['position']): { start: number; end: number } {
  const [from, to] = [inPair(text, start) ? start - 1 : start, inPair(text, end) ? end + 1 : end];
  const before = length(text.slice(0, from));
  return { start: before, end: before + length(text.slice(from, to)) };
}

const inPair = (text: string, at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));

function length(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
