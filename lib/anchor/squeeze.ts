/** A text without its white space: a page that renders an answer anew breaks its lines, cells and blocks elsewhere, its words stay. */

export interface Squeezed {
  /** The text without white space and zero-width spaces, composed (NFC): code is kept as it is written, other text is not. */
  text: string;
  /** For each unit of `text` where it begins and ends in the original, in UTF-16 units. */
  from: Uint32Array;
  to: Uint32Array;
  /** Tells one text from another: FNV-1a over the units, 32 bits. */
  hash: number;
}

const words = /[^\s\u200B]+/g;
/** What may compose with what follows it: a base with its marks, one syllable of Hangul. */
const clusters = /(?:[\u1100-\u115F]+|[\uAC00-\uD7A3])[\u1160-\u11A7]*[\u11A8-\u11FF]*\p{M}*|\P{M}\p{M}*|\p{M}+/gu;
let last: { of: string; squeezed: Squeezed } | null = null;

/** Squeezes a text. The last one is remembered: the flags of an answer are looked for one after the other. */
export function squeeze(text: string): Squeezed {
  if (last?.of === text) return last.squeezed;
  const from: number[] = [];
  const to: number[] = [];
  const parts: string[] = [];
  for (const { 0: word, index } of text.matchAll(words)) {
    if (word.normalize() === word) {
      parts.push(word);
      for (let at = index; at < index + word.length; at++) {
        from.push(at);
        to.push(at + 1);
      }
      continue;
    }
    for (const { 0: cluster, index: at } of word.matchAll(clusters)) {
      const composed = cluster.normalize();
      parts.push(composed);
      const isPlain = composed === cluster;
      for (let unit = 0; unit < composed.length; unit++) {
        from.push(index + at + (isPlain ? unit : 0));
        to.push(index + at + (isPlain ? unit + 1 : cluster.length));
      }
    }
  }
  const squeezed = { text: parts.join(''), from: Uint32Array.from(from), to: Uint32Array.from(to), hash: 0 };
  squeezed.hash = hashOf(squeezed.text);
  last = { of: text, squeezed };
  return squeezed;
}

/** How many units of `text` begin before an offset of the original. */
export function squeezedOffset({ from }: Squeezed, offset: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All places of `part`, overlapping ones too. */
export function* placesOf(text: string, part: string): Generator<number> {
  if (part) for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) yield at;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
