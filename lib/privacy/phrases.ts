/** Finds any of many phrases in one pass: a tree of their letters, walked from each beginning of a word. */
import { blank, viewOf } from './view.ts';

/** A phrase is at most this long, in UTF-16 units: it bounds the walk from each place, so that the time is linear in the text. */
export const longestPhrase = 200;

interface Node {
  next: Map<string, Node>;
  /** Which phrase ends here. */
  phrase?: number;
}

/** Where a phrase stands; `phrase` is its index. */
export interface PhraseHit {
  start: number;
  end: number;
  phrase: number;
}

/** Makes a search for phrases: whole words, in any case, with any white space for a space. What is too long or empty is never found. */
export function phraseFinder(phrases: readonly string[]): (text: string) => PhraseHit[] {
  const root: Node = { next: new Map() };
  phrases.forEach((phrase, index) => {
    // A letter with its accent is one sign or two.
    for (const form of new Set([phrase.normalize('NFC'), phrase.normalize('NFD'), phrase])) {
      const letters = [...units(viewOf(form, []).text.trim())];
      if (letters.length > 0 && letters.length <= longestPhrase && !letters.includes(blank)) leaf(root, letters).phrase ??= index;
    }
  });
  return (text) => {
    const hits: PhraseHit[] = [];
    for (let start = 0; start < text.length; start++) {
      const first = root.next.get(lower(text[start]!));
      if (!first || isGlued(text, start)) continue;
      const hit = longest(text, start, first);
      if (!hit) continue;
      hits.push(hit);
      start = hit.end - 1;
    }
    return hits;
  };
}

/** The node at the end of the letters, with those that lead to it. */
function leaf(root: Node, letters: readonly string[]): Node {
  let node = root;
  for (const letter of letters) {
    const next = node.next.get(letter) ?? { next: new Map<string, Node>() };
    node.next.set(letter, next);
    node = next;
  }
  return node;
}

/** The phrase as it is walked: lower case, one space for all white space. */
export const spelled = (phrase: string): string => [...units(phrase.trim())].join('');

function* units(phrase: string): Generator<string> {
  let previous = '';
  for (let at = 0; at < phrase.length; at++) {
    const unit = lower(phrase[at]!);
    if (unit !== ' ' || previous !== ' ') yield unit;
    previous = unit;
  }
}

function longest(text: string, start: number, first: Node): PhraseHit | null {
  let hit: PhraseHit | null = null;
  let node: Node | undefined = first;
  for (let end = start + 1; node; end++) {
    if (node.phrase !== undefined && !isGlued(text, end)) hit = { start, end, phrase: node.phrase };
    if (end >= text.length) break;
    const unit = lower(text[end]!);
    // White space that goes on is still the one space, if it is not longer than any phrase.
    if (unit === ' ' && lower(text[end - 1]!) === ' ' && end - start < longestPhrase * 2) continue;
    node = node.next.get(unit);
  }
  return hit;
}

/** One unit stays one unit: `İ` in lower case would be two. */
function lower(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 128) return ascii[code]!;
  if (/\s/.test(unit)) return ' ';
  const small = unit.toLowerCase();
  return small.length === 1 ? small : unit;
}
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).replace(/\s/, ' ').toLowerCase());

const wordly = /[\p{L}\p{M}\p{N}_]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const isWordly = (unit: string | undefined): boolean => unit !== undefined && wordly.test(unit) && !unspaced.test(unit);

/** Is `at` inside a word, in scripts that set spaces between words? */
export const isGlued = (text: string, at: number): boolean => isWordly(text[at - 1]) && isWordly(text[at]);
