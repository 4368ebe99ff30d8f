/** How much of what stands around a passage stands around another place. Everything here counts in units of squeezed text. */
import type { Span } from '../model/review.ts';
import { placesOf, squeeze, type Squeezed } from './squeeze.ts';

/** Context on each side of a passage, in UTF-16 units of the text (the length that Hypothesis uses as well). */
export const contextLength = 32;
/** What the beginning or the end of the text is worth as context; also the units by which a place has to beat its rivals. */
export const decisive = 16;

/** A quote without white space, and which of its sides reach an end of the text. */
export interface Sought {
  exact: string;
  prefix: string;
  suffix: string;
  fromStart: boolean;
  toEnd: boolean;
}

/** Shorter context than usual says that the text was over; a pair of surrogates may have cost one unit. */
export const sought = ({ quote, position }: Pick<Span, 'quote' | 'position'>): Sought => ({
  exact: squeeze(quote.exact).text,
  prefix: squeeze(quote.prefix).text,
  suffix: squeeze(quote.suffix).text,
  fromStart: position.start === quote.prefix.length,
  toEnd: quote.suffix.length < contextLength - 1,
});

/** What `before` and `after` are where everything fits. */
export const whole = ({ prefix, suffix, fromStart, toEnd }: Sought): { before: number; after: number } => ({
  before: prefix.length + (fromStart ? decisive : 0),
  after: suffix.length + (toEnd ? decisive : 0),
});

/** How much of the context stands around `[start, end)`, counted outwards from it. */
export function around(text: string, start: number, end: number, { prefix, suffix, fromStart, toEnd }: Sought) {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  if (fromStart && before === prefix.length && start === before) before += decisive;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  if (toEnd && after === suffix.length && end + after === text.length) after += decisive;
  return { before, after };
}

/**
 * What in the squeezed text could be taken for the passage that stands at `start`: undefined if nothing can.
 * The text that the passage was selected in is the only one that knows: when the passage is gone, a copy of it is still there.
 */
export function rivalsOf({ text, hash }: Squeezed, start: number, passage: Sought): Span['rivals'] {
  let before = -1;
  let after = -1;
  for (const at of placesOf(text, passage.exact)) {
    if (at === start) continue;
    const shared = around(text, at, at + passage.exact.length, passage);
    before = Math.max(before, shared.before);
    after = Math.max(after, shared.after);
  }
  const frame = isTwice(text, passage.prefix, passage.fromStart) || isTwice(text, passage.suffix, passage.toEnd);
  return before >= 0 || frame ? { before, after, frame, start, hash } : undefined;
}

function isTwice(text: string, part: string, atEdge: boolean): boolean {
  if (atEdge && isShort(part)) return false;
  return !part || text.indexOf(part) !== text.lastIndexOf(part);
}

/** Context that says something only together with the beginning or the end of the text that it reaches. */
export const isShort = (part: string): boolean => part.length < decisive;
