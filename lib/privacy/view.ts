/** A text as the detectors read it: other scripts' digits, wide letters, dashes and spaces as ASCII; what is invisible or escapes, left out. */
import { placeholder } from './kinds.ts';

/** A part of a text, in UTF-16 units, `end` exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** `text` is what to search; `origin` says which part of the original a part of it is. */
export interface View {
  text: string;
  origin: (range: Range) => Range;
}

/** What is masked already. No detector takes it for a letter, digit, space or sign, and none looks past it. */
export const blank = '\0';

/** The zeros of the scripts whose digits people write numbers with. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0];
const foldable = new RegExp(
  `[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000\\u2010-\\u2015\\u2212\\uff01-\\uff5e${zeros.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`,
  'g',
);
/** What no reader sees: soft hyphen, zero width, direction. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** That, a Markdown escape, and `@` as addresses of pages write it. */
const dropped = new RegExp(`\\\\(?=[!-/:-@[-\`{-~])|${invisible.source}|%40`, 'g');

/** Is there anything in it that parts words in one view and not in the other? */
export const hasInvisible = (text: string): boolean => text.search(invisible) >= 0;

/**
 * The view of a text, with `masked` (sorted) and all placeholders blanked out. What is invisible is left out, since it may stand in a
 * number; `apart`: it is a space, since it may stand between two.
 */
export function viewOf(text: string, masked: readonly Range[], apart = false): View {
  const folded = blanked(text, masked)
    .replaceAll(placeholder, (found) => blank.repeat(found.length))
    .replaceAll(foldable, fold)
    .replaceAll(invisible, (sign) => (apart ? ' ' : sign));
  const pieces: Piece[] = [];
  const keep = (kept: string, piece: Omit<Piece, 'at' | 'kept'>): void => {
    const before = pieces.at(-1);
    if (kept !== '') pieces.push({ ...piece, kept, at: before ? before.at + before.kept.length : 0 });
  };
  let done = 0;
  let begin = 0;
  for (const { 0: found, index } of folded.matchAll(dropped)) {
    keep(folded.slice(done, index), { begin, from: done, to: index });
    done = index + found.length;
    if (found.startsWith('%')) keep('@', { begin: index, from: index, to: done });
    begin = found === '\\' ? index : done;
  }
  if (done === 0) return { text: folded, origin: (range) => range };
  keep(folded.slice(done), { begin, from: done, to: folded.length });
  return {
    text: pieces.map(({ kept }) => kept).join(''),
    origin: ({ start, end }) => {
      const first = pieceAt(pieces, start);
      const last = pieceAt(pieces, end - 1);
      return {
        start: start === first.at ? first.begin : first.from + start - first.at,
        end: end === last.at + last.kept.length ? last.to : last.from + end - last.at,
      };
    },
  };
}

/** A part of the view, and where it comes from; it begins at the backslash that escapes it. */
interface Piece {
  at: number;
  kept: string;
  begin: number;
  from: number;
  to: number;
}

function pieceAt(pieces: readonly Piece[], at: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!;
}

function blanked(text: string, masked: readonly Range[]): string {
  let out = '';
  let done = 0;
  for (const { start, end } of masked) {
    out += text.slice(done, start) + blank.repeat(end - start);
    done = end;
  }
  return out + text.slice(done);
}

function fold(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  const zero = zeros.find((zero) => code >= zero && code <= zero + 9);
  if (zero !== undefined) return String(code - zero);
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? '-' : ' ';
}
