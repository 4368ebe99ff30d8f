/** What formulas may show. How TeX is drawn is not known without a renderer, but which letters and digits it draws nearly is. */

import { functions, signs } from './tex.ts';

/** What is known of neighbouring formulas. */
export interface Shown {
  /** Longest text that they can show, in UTF-16 units without white space. */
  longest: number;
  /** Could they show this text (without white space)? */
  allows(text: string): boolean;
}

/** Commands whose arguments are not shown as they are written. Where one stands, nothing is asked for. */
const odd =
  /\\(tag|label|ref|eqref|color|textcolor|colorbox|fcolorbox|[hv]?phantom|kern|mkern|mskip|hskip|rule|raisebox|href|url|html\w*|def|newcommand|includegraphics|cancel|char|unicode)(?![a-zA-Z])|%/;

/** The formulas stand beside each other, with at most white space between. */
export function shownBy(sources: readonly string[]): Shown {
  const source = sources.join(' ');
  // Matrices and cases are drawn with signs of several parts.
  const longest = 2 * source.length + 24;
  const most = count(source);
  const words = source
    .replace(/\\(begin|end)\s*\{[^}]*\}(\s*[[{][^\]}]*[\]}])?/g, ' ')
    .replace(/\\(hspace|vspace)\*?\s*\{[^}]*\}/g, ' ')
    .replace(/\\\\\s*\[[^\]]*\]/g, ' ')
    .replace(/\\[a-zA-Z]+/g, ' ');
  const least = odd.test(source) ? new Map<string, number>() : count(words);
  return {
    longest,
    allows(text) {
      const shown = count(text);
      return within(shown, most) && within(least, shown);
    },
  };
}

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [unit] of text.toLowerCase().matchAll(/[a-z0-9]/g)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}

const within = (some: Map<string, number>, all: Map<string, number>): boolean => [...some].every(([unit, n]) => n <= (all.get(unit) ?? 0));

/** TeX → the signs that it may be drawn as. */
const drawn = new Map<string, string[]>([['*', ['∗', '*']]]);
for (const [sign, source] of Object.entries(signs)) drawn.set(source, [...(drawn.get(source) ?? []), sign]);
/** Commands that change how their argument looks, but not what it says, and space. */
const silent = /^(left|right|[bB]igg?[lr]?|math(rm|bf|it|sf|tt|bb|cal)|text(rm|bf|it)?|operatorname|displaystyle|textstyle|limits|q?quad)$/;

/**
 * Where in its TeX each UTF-16 unit of a formula's text (without white space) stands, or null where that is not known: only formulas that
 * are drawn in the order in which they are written are, no fractions, roots and matrices.
 */
export function unitsOf(tex: string, shown: string): { start: number; end: number }[] | null {
  const units: { start: number; end: number }[] = [];
  for (const { 0: token, 1: command, 2: sign, index } of tex.matchAll(
    /\\([a-zA-Z]+)|(\\[{}%&#_$]|[^\s{}^_~&\\])|\\[,;:! ]|[\s{}^_~]|[^]/gu,
  )) {
    if (/^(\\[,;:! ]|[\s{}^_~])$/.test(token) || (command && silent.test(command))) continue;
    const says = command && functions.test(command) ? [command] : (drawn.get(token) ?? []);
    const found = [...says, ...(sign ? [sign] : [])].find((one) => shown.startsWith(one, units.length));
    if (!found) return null;
    for (let unit = 0; unit < found.length; unit++) units.push({ start: index, end: index + token.length });
  }
  return units.length === shown.length ? units : null;
}
