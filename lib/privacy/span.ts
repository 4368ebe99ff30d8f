/** Moves passages along with the text that was masked. */
import type { Span } from '../model/review.ts';
import type { Masked } from './mask.ts';

/** A passage of the masked text. `masked`: its words are not the ones that were marked, since a mask lies in it, around it or across its edge. */
export interface MovedSpan {
  span: Span;
  masked: boolean;
}

/** UTF-16 units of context on each side, as in every quote. */
const context = 32;

/**
 * Where a passage of the text before stands in the masked one: a mask that it touches belongs to it as a whole. Quote and context are
 * those of the masked text. What told it from its rivals is of the text before, and stays there.
 */
export function moveSpan({ position }: Span, { text, masks }: Masked): MovedSpan {
  let shift = 0;
  let start: number | null = null;
  let end: number | null = null;
  let masked = false;
  for (const mask of masks) {
    const { placeholder } = mask;
    if (start === null && position.start < mask.end) start = Math.min(position.start, Math.max(mask.start, 0)) + shift;
    if (end === null && position.end <= mask.start) end = position.end + shift;
    if (mask.start < position.end && mask.end > position.start) masked = true;
    const after = mask.start + shift + placeholder.length;
    shift += placeholder.length - (mask.end - mask.start);
    if (end === null && position.end <= mask.end) end = after;
  }
  const from = Math.min(start ?? position.start + shift, text.length);
  const to = Math.max(from, Math.min(end ?? position.end + shift, text.length));
  return {
    masked,
    span: {
      quote: {
        exact: text.slice(from, to),
        prefix: text.slice(Math.max(0, from - context), from).replace(/^[\udc00-\udfff]/, ''),
        suffix: text.slice(to, to + context).replace(/[\ud800-\udbff]$/, ''),
      },
      position: { start: from, end: to },
    },
  };
}
