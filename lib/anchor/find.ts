/** Finding a kept passage in a text that may have changed: the right place or none, never a guess. */
import type { Span } from '../model/review.ts';
import { edge } from './describe.ts';
import { placesOf, squeeze, squeezedOffset, type Squeezed } from './squeeze.ts';
import { around, decisive, isShort, sought, whole, type Sought } from './surroundings.ts';

/** Where a passage stands, in UTF-16 units, end exclusive. */
export interface Found {
  start: number;
  end: number;
}

/** Units of the passage and its context that have to be there: fewer are found anywhere. */
const enough = 20;
/** Of a changed passage so much has to be left (and at most 128 units may differ: comparing costs length × differences). */
const kept = 0.75;
const mostDifferences = 128;

/**
 * Where a passage stands in `text` now. In the text that it was selected in that is where it stood, whatever white space and
 * line ends the page puts into it now. In another text it is looked for by its words: the copy whose surroundings no
 * other copy had or has; then what stands between unchanged surroundings, if it is nearly the same. Null: it is
 * not there any more, or two places fit and nothing decides between them.
 */
export function find(text: string, span: Span): Found | null {
  const passage = sought(span);
  const squeezed = squeezedOf(text);
  const place =
    unchanged(squeezed, passage, span.rivals) ?? copy(squeezed, passage, span.rivals) ?? changed(squeezed, passage, span.rivals);
  if (!place) return null;
  const { start, end } = span.position;
  // White space at its ends is a part of the passage where it still stands.
  const isThere = text.slice(start, end) === span.quote.exact && squeezedOffset(squeezed, start) === place.start;
  const found = isThere ? { start, end } : { start: squeezed.from[place.start]!, end: squeezed.to[place.end - 1]! };
  // What is a part of a character now was a whole one: it is another.
  return edge(text, found.start, 'before') === found.start && edge(text, found.end, 'after') === found.end ? found : null;
}

/** All flags of an answer are looked for in one text: it is read once, which may be 100 kB and hundreds of flags. */
let latest: { text: string; squeezed: Squeezed } | null = null;

function squeezedOf(text: string): Squeezed {
  if (latest?.text !== text) latest = { text, squeezed: squeeze(text) };
  return latest.squeezed;
}

/** Where it stood, if the text is the same. A passage that nothing else can be taken for needs no such proof. */
function unchanged({ text, hash }: Squeezed, { exact }: Sought, rivals: Span['rivals']): Found | null {
  if (!exact || rivals?.hash !== hash || !text.startsWith(exact, rivals.start)) return null;
  return { start: rivals.start, end: rivals.start + exact.length };
}

/** The only copy that can be the passage, else null. */
function copy({ text }: Squeezed, passage: Sought, rivals: Span['rivals']): Found | null {
  const { length } = passage.exact;
  const all = whole(passage);
  // A rival comes to stand beside the context of one side when all between is deleted: what it shares of the other side stays as it was.
  const asked = rivals && rivals.before >= 0 ? rivals : null;
  let best: { start: number; fits: number } | null = null;
  let next = -1;
  for (const start of placesOf(text, passage.exact)) {
    const { before, after } = around(text, start, start + length, passage);
    const fits = before + after;
    const isLike = before >= Math.min(all.before, decisive) && after >= Math.min(all.after, decisive);
    const counts = asked
      ? before > asked.before &&
        after > asked.after &&
        (isBeyond(before, asked.before, all.before) || isBeyond(after, asked.after, all.after))
      : length + fits >= enough &&
        (isLike || (!rivals && (before >= enoughOf(passage.prefix, all.before) || after >= enoughOf(passage.suffix, all.after))));
    if (counts && (!best || fits > best.fits)) {
      next = Math.max(next, best?.fits ?? -1);
      best = { start, fits };
    } else next = Math.max(next, fits);
  }
  if (!best) return null;
  // One place that fits wholly is told from those that nearly do; of places that fit in part one has to be clearly better.
  const isClear = next < 0 || (next < best.fits && (best.fits === all.before + all.after || next <= best.fits - decisive));
  return isClear ? { start: best.start, end: best.start + length } : null;
}

const isBeyond = (fits: number, rival: number, all: number): boolean => fits === all || fits >= rival + decisive;

/** Context of one side that is enough alone. */
const enoughOf = (part: string, all: number): number => (isShort(part) ? all : part.length);

/** What stands between the whole context of both sides, if there is one such place and it is nearly the passage. */
function changed({ text }: Squeezed, passage: Sought, rivals: Span['rivals']): Found | null {
  const { exact, prefix, suffix, fromStart, toEnd } = passage;
  const all = whole(passage);
  if (rivals || all.before + all.after < enough) return null;
  const most = Math.ceil(exact.length / kept);
  let found: Found | null = null;
  const starts = fromStart && isShort(prefix) ? ends(text.startsWith(prefix), 0) : placesOf(text, prefix);
  for (const before of starts) {
    const start = before + prefix.length;
    const window = text.slice(start, start + most + suffix.length);
    const last = text.length - suffix.length - start;
    for (const after of toEnd && isShort(suffix) ? ends(text.endsWith(suffix), last) : placesOf(window, suffix)) {
      if (after <= 0 || after > most || !isNearly(exact, text.slice(start, start + after))) continue;
      if (found) return null;
      found = { start, end: start + after };
    }
  }
  return found;
}

const ends = (fits: boolean, at: number): number[] => (fits ? [at] : []);

/** Counts letters that were put in, taken out or replaced (Levenshtein), along the diagonal alone: a library's diff takes 1.5 kB in every page. */
function isNearly(before: string, now: string): boolean {
  const longest = Math.max(before.length, now.length);
  const most = Math.min(mostDifferences, Math.floor((1 - kept) * longest));
  if (Math.abs(before.length - now.length) > most) return false;
  // `row[most + by]`: the fewest differences of what is read of the one to what is read of the other, which is `by` longer.
  let row = Array.from({ length: 2 * most + 2 }, (_, at) => (at < most ? Infinity : at - most));
  for (let at = 1; at <= before.length; at++) {
    const next = row.map(() => Infinity);
    for (let band = Math.max(0, most - at); band <= Math.min(2 * most, now.length - at + most); band++) {
      const isSame = before[at - 1] === now[at + band - most - 1];
      const left = band > 0 ? next[band - 1]! : Infinity;
      next[band] = at + band === most ? at : Math.min(row[band]! + (isSame ? 0 : 1), row[band + 1]! + 1, left + 1);
    }
    row = next;
  }
  return row[most + now.length - before.length]! <= most;
}
