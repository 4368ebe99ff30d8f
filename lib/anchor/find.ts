/** Finding a kept passage in a text that may have changed. */
import search from 'approx-string-match';
import type { Span } from '../model/review.ts';

/** More differences than this are another passage: at most 64, at most a quarter of its length. */
const mostErrors = (length: number): number => Math.min(64, Math.floor(length / 4));
/** Fuzzy search costs about text × passage / 32 steps; beyond this many it looks only around the old place. */
const mostWork = 4e8;
/** Units on both sides of the old place that are searched then. */
const nearby = 20_000;

/**
 * Where a passage stands in `text` now (UTF-16 units): as it was, else its only exact copy, else the copy whose
 * surroundings fit best, else the passage that differs least; null when there is none.
 */
export function find(text: string, span: Span): { start: number; end: number } | null {
  const { exact } = span.quote;
  const { start, end } = span.position;
  if (!exact) return null;
  if (text.slice(start, end) === exact) return { start, end };
  let best: Candidate | null = null;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    best = better(best, { start: at, end: at + exact.length, errors: 0 }, text, span);
  }
  return best ? { start: best.start, end: best.end } : fuzzy(text, span);
}

interface Candidate {
  start: number;
  end: number;
  errors: number;
  context?: number;
}

function fuzzy(text: string, span: Span): { start: number; end: number } | null {
  const { exact } = span.quote;
  const errors = mostErrors(exact.length);
  if (errors === 0) return null;
  const far = (text.length * exact.length) / 32 > mostWork;
  const from = far ? Math.max(0, span.position.start - nearby) : 0;
  const part = far ? text.slice(from, span.position.end + nearby) : text;
  let best: Candidate | null = null;
  for (const match of search(part, exact, errors)) {
    best = better(best, { start: match.start + from, end: match.end + from, errors: match.errors }, text, span);
  }
  return best && best.end > best.start ? { start: best.start, end: best.end } : null;
}

/** Fewer differences win, then more of the context, then the shorter way from the old place. */
function better(best: Candidate | null, next: Candidate, text: string, span: Span): Candidate {
  next.context = alike(text, next, span);
  if (!best) return next;
  if (next.errors !== best.errors) return next.errors < best.errors ? next : best;
  if (next.context !== best.context) return next.context > best.context! ? next : best;
  return Math.abs(next.start - span.position.start) < Math.abs(best.start - span.position.start) ? next : best;
}

/** How many units of the kept context stand around the candidate, counted outwards from it. */
function alike(text: string, { start, end }: Candidate, { quote }: Span): number {
  let before = 0;
  while (before < quote.prefix.length && text[start - 1 - before] === quote.prefix[quote.prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < quote.suffix.length && text[end + after] === quote.suffix[after]) after++;
  return before + after;
}
