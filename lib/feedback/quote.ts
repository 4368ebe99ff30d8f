/** Passages of a text, quoted in Markdown that reads well as plain text too. */

/** A block quote: each line of the passage as it is, behind `> `. */
export const quoted = (passage: string): string =>
  passage
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

/** A passage longer than this, in UTF-16 units, is known by its ends: the model has the rest before it. */
const longest = 800;

/** A block quote of what the model wrote itself; of a long passage only both ends, with `[…]` between. */
export const shortQuote = (passage: string): string =>
  quoted(passage.length <= longest ? passage : `${fitting(passage, longest / 2)} […] ${endOf(passage, longest / 4)}`);

/** An item of a list: what follows the first line stands below it, so that it stays part of the item (CommonMark 5.2). */
export const indented = (marker: string, text: string): string =>
  marker + text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`);

/** So many UTF-16 units of a text are enough to know it again. */
const enough = 80;

/** The beginning of a text in one line. */
export function opening(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= enough ? line : `${fitting(line, enough)}…`;
}

/** At most `size` units from the start, cut after a word, or else between graphemes. */
function fitting(text: string, size: number): string {
  const start = text.slice(0, size);
  const word = start.search(/\s\S*$/);
  return word > size / 2 ? start.slice(0, word) : whole(start);
}

/** At most `size` units from the end, cut before a word, or else between code points. */
function endOf(text: string, size: number): string {
  const end = text.slice(-size);
  const word = end.search(/\s/);
  return word >= 0 && word < size / 2 ? end.slice(word + 1) : end.replace(/^[\uDC00-\uDFFF]/, '');
}

/** Without the last grapheme, which the cut may have gone through. */
function whole(cut: string): string {
  const last = Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(cut)).at(-1);
  return cut.slice(0, last?.index ?? 0);
}
