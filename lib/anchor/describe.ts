/** A passage of a text as it is kept: its words with context, where they stood, and what could be taken for it. */
import type { Span } from '../model/review.ts';
import { squeeze, squeezedOffset } from './squeeze.ts';
import { contextLength, rivalsOf, sought } from './surroundings.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Describes `[start, end)` of a text (UTF-16 units). A passage that cuts a character as a reader sees it (an emoji, a
 * letter with its accents) is widened to hold it whole. Throws a RangeError when the passage is empty or outside.
 */
export function describe(text: string, start: number, end: number): Span {
  if (!(start >= 0 && start < end && end <= text.length)) throw new RangeError(`no passage: ${start} to ${end} of ${text.length}`);
  const from = edge(text, start, 'before');
  const to = edge(text, end, 'after');
  const span = {
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(whole(text, Math.max(0, from - contextLength), 1), from),
      suffix: text.slice(to, whole(text, Math.min(text.length, to + contextLength), -1)),
    },
    position: { start: from, end: to },
  };
  const passage = sought(span);
  const squeezed = squeeze(text);
  const rivals = rivalsOf(squeezed, squeezedOffset(squeezed, from), passage);
  return rivals ? { ...span, rivals } : span;
}

/** The nearest grapheme boundary at `at` or on the given side of it. */
export function edge(text: string, at: number, side: 'before' | 'after'): number {
  if (at <= 0 || at >= text.length) return at;
  const found = graphemes.segment(text).containing(at);
  if (!found || found.index === at) return at;
  return side === 'before' ? found.index : found.index + found.segment.length;
}

/** Moves an offset that stands inside a surrogate pair by `step`. */
const whole = (text: string, at: number, step: 1 | -1): number =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]!) && /[\uDC00-\uDFFF]/.test(text[at]!) ? at + step : at;
