/** Carrying a passage over to another version of an answer. */
import { diffArrays } from 'diff/lib/diff/array.js';
import type { Span } from '../model/review.ts';
import { describe, edge } from './describe.ts';
import { find, type Found } from './find.ts';
import { squeeze, squeezedOffset } from './squeeze.ts';
import { decisive } from './surroundings.ts';

/** What is compared: an emoji, a word, white space, or one character of a script without spaces between words. */
const token = /\p{RGI_Emoji}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}_]+|\s+|[^]/gv;
/** Words that may differ. More is another answer, and comparing costs the square of it. */
const mostDifferences = 1000;
/** So much of the passage is still there, and so many units of unchanged text stand in it and around it. */
const kept = 0.75;
const enough = 24;

/**
 * The passage of the old text as a passage of the new one; null where it did not survive, or where the two texts can
 * be compared in two ways that put it in different places.
 */
export function carry(oldText: string, newText: string, span: Span): Span | null {
  const place = find(oldText, span);
  if (!place) return null;
  const exact = describe(oldText, place.start, place.end);
  const { rivals } = exact;
  // Among copies with the same words around them a comparison pairs some with some.
  const isTold = !rivals || Math.max(rivals.before, rivals.after) < decisive;
  const found =
    find(newText, exact) ?? beside(oldText, newText, exact.position) ?? (isTold ? compared(oldText, newText, exact.position) : null);
  return found && describe(newText, found.start, found.end);
}

/** Before the first and after the last change the texts are the same, white space aside: there copies keep their order. */
function beside(oldText: string, newText: string, { start, end }: Found): Found | null {
  const before = squeeze(oldText);
  const now = squeeze(newText);
  const [first, last] = [squeezedOffset(before, start), squeezedOffset(before, end)];
  const most = Math.min(before.text.length, now.text.length);
  let head = 0;
  while (head < most && before.text[head] === now.text[head]) head++;
  let tail = 0;
  while (tail < most && before.text.at(-1 - tail) === now.text.at(-1 - tail)) tail++;
  // Where both reach over the same words, copies in a row came or went, and nobody can say which: only what lies outside is safe.
  const over = Math.max(0, head + tail - most);
  const isHead = last <= head - over && head >= enough;
  const isTail = first >= before.text.length - tail + over && tail >= enough;
  if (first === last || isHead === isTail) return null;
  const by = isHead ? 0 : now.text.length - before.text.length;
  return uncut(newText, { start: now.from[first + by]!, end: now.to[last + by - 1]! });
}

/** Of two equal copies one was deleted: read forwards a comparison says the one, read backwards the other. Both have to agree. */
function compared(oldText: string, newText: string, place: Found): Found | null {
  const before = oldText.match(token) ?? [];
  const now = newText.match(token) ?? [];
  const forwards = pairs(before, now);
  const found = forwards && survivor(forwards, oldText, newText, place);
  if (!found) return null;
  const backwards = pairs(before.toReversed(), now.toReversed())?.map(({ start, at, length }) => ({
    start: oldText.length - start - length,
    at: newText.length - at - length,
    length,
  }));
  const other = backwards && survivor(backwards.toReversed(), oldText, newText, place);
  return other && other.start === found.start && other.end === found.end ? found : null;
}

/** `length` units that stand at `start` of the old text and at `at` of the new one. */
interface Pair {
  start: number;
  at: number;
  length: number;
}

function pairs(before: string[], now: string[]): Pair[] | null {
  const found: Pair[] = [];
  let start = 0;
  let at = 0;
  for (const { added, removed, value } of diffArrays(before, now, { maxEditLength: mostDifferences }) ?? []) {
    const length = value.reduce((sum, word) => sum + word.length, 0);
    if (!added && !removed) found.push({ start, at, length });
    if (!added) start += length;
    if (!removed) at += length;
  }
  return found.length > 0 ? found : null;
}

function survivor(all: Pair[], oldText: string, newText: string, { start, end }: Found): Found | null {
  const inside = all.filter((pair) => pair.start < end && pair.start + pair.length > start);
  const first = inside[0];
  const last = inside.at(-1);
  if (!first || !last) return null;
  // A changed beginning is what stands between the unchanged text right before the passage and its first unchanged words; an end likewise.
  const before = start === 0 ? 0 : endOf(all.find((pair) => pair.start + pair.length === start));
  const after = end === oldText.length ? newText.length : all.find((pair) => pair.start === end)?.at;
  const from = first.start <= start ? first.at + start - first.start : before;
  const to = last.start + last.length >= end ? last.at + end - last.start : after;
  if (from === undefined || to === undefined || to <= from) return null;
  const still = inside.reduce(
    (sum, pair) => sum + weight(oldText.slice(Math.max(start, pair.start), Math.min(end, pair.start + pair.length))),
    0,
  );
  const unchanged = inside.reduce((sum, pair) => sum + weight(oldText.slice(pair.start, pair.start + pair.length)), 0);
  const isWhole = unchanged === weight(oldText);
  if (still < kept * Math.max(weight(oldText.slice(start, end)), weight(newText.slice(from, to))) || (unchanged < enough && !isWhole))
    return null;
  return uncut(newText, { start: from, end: to });
}

/** What cuts a character is none. */
const uncut = (text: string, found: Found): Found | null =>
  edge(text, found.start, 'before') === found.start && edge(text, found.end, 'after') === found.end ? found : null;

const endOf = (pair: Pair | undefined): number | undefined => pair && pair.at + pair.length;

/** Units without white space, an emoji as one: some are 14 units long. */
const weight = (text: string): number => text.replace(/\s+/g, '').replace(/\p{RGI_Emoji}/gv, '-').length;
