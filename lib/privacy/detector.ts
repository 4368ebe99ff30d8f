/** What a detector is: one file a kind in `detectors/`, one line in their list. Each takes time linear in the text. */
import type { Kind } from '../model/privacy.ts';

/** What a detector found, in UTF-16 units of the text that it was given; `end` is exclusive. */
export interface Hit {
  start: number;
  end: number;
  kind: Kind;
  /** What made it one: a vendor, a country's number, the name of a list. */
  rule: string;
  /** The same for every way to write the same thing: what keeps its placeholder. */
  value: string;
  /** False: it counts only where the same value is sure elsewhere. */
  sure: boolean;
  /** The word of its placeholder, if not the kind's. */
  label?: string;
}

/** Looks for one kind in a text that `viewOf` made: ASCII digits, dashes and spaces, nothing invisible. */
export type Detector = (text: string) => Hit[];

/**
 * All places of `shape` that no letter, digit or longer number touches. `shape` is global and of bounded length; after one that does not
 * stand alone the search goes on in it, so that a part of a number hides none.
 */
export function* standing(text: string, shape: RegExp): Generator<{ start: number; end: number; written: string }> {
  shape.lastIndex = 0;
  for (let match = shape.exec(text); match; match = shape.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (standsAlone(text, start, end)) yield { start, end, written: match[0] };
    else shape.lastIndex = /[A-Za-z0-9_]/.test(text[start - 1] ?? '') ? endOfRun(text, start) : start + 1;
  }
}

/** Behind the row of letters and digits: nothing that begins in it stands alone. */
function endOfRun(text: string, start: number): number {
  run.lastIndex = start;
  return start + run.exec(text)![0].length;
}
const run = /[A-Za-z0-9_]+|/y;

/** Is it a word of its own, and not a part of a decimal, a version, a path or a longer number? Other scripts may touch it: they set no spaces. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 2);
  // `3,14159`: up to three digits and a comma before are a whole part; more are a row of values.
  return !/[A-Za-z0-9_+]$|\d[.\-/:]$|(?:^|[^\d])\d{1,2},$/.test(before) && !/^[A-Za-z0-9_]|^[.\-/:]\d|^-[A-Za-z]/.test(after);
}

/** What identifies a number however it is grouped: its letters and digits, in capitals. */
export const bare = (written: string): string => written.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();
