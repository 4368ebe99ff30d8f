/**
 * Spans of an answer's visible text on its Markdown: the text that trains. What is stored is enough, the page is not needed.
 * It parses Markdown: for pages of ours and the command line, never in the background.
 */
import type { Answer } from '../model/answer.ts';
import type { Span } from '../model/review.ts';
import { align, none, type Group } from './align.ts';
import { unitsOf } from './formula.ts';
import { countBefore, isSpace, plainOf, visibleOf, type Wrap } from './visible.ts';

/** A passage of `Answer.markdown`: UTF-16 units for JavaScript, code points for Python; ends exclusive. */
export interface MarkdownSpan {
  start: number;
  end: number;
  codePoints: { start: number; end: number };
}

/**
 * Why a span has no place in the Markdown. `moved`: its quote is not what stands there in the text; `blank`: it is white space alone;
 * `in-formula`: it cuts a formula that is not drawn in the order of its TeX (a fraction, a root); `differs`: the Markdown does not show this text, or shows more in the middle of it.
 */
export type Unprojected = 'moved' | 'blank' | 'in-formula' | 'differs';

/**
 * Reads an answer once, for all of its spans: the function it returns gives a span's place in the Markdown, or why it has none.
 *
 * The passage is the smallest that shows the span's characters; white space at its ends is left out. Escapes, entities and formulas count
 * whole, with their `\`, `&…;` and `$`. Markers at its ends are left out (`bold` of `**bold**`, `some **bol` of `some **bold**`), but for
 * those whose partner stands inside of it: of `**bold** text` the span `bold text` is `**bold** text`.
 */
export function projector({ text, markdown }: Pick<Answer, 'text' | 'markdown'>): (span: Span) => MarkdownSpan | Unprojected {
  const { units, before } = squeezed(text);
  const visible = plainOf(markdown, units) ?? visibleOf(markdown);
  const { to, groups } = align(visible, units);
  const opens = Map.groupBy(visible.wraps, ({ first }) => first);
  const closes = Map.groupBy(visible.wraps, ({ last }) => last);
  const codePoint = codePoints(markdown);

  return ({ quote, position: { start, end } }) => {
    if (text.slice(start, end) !== quote.exact) return 'moved';
    const passage = shown(before[start]!, before[end]!);
    if (typeof passage === 'string') return passage;
    const { first, last, cut } = passage;
    const from = cut.start ?? Math.min(visible.starts[first]!, ...starts(opens.get(first), last));
    const until = cut.end ?? Math.max(visible.ends[last - 1]!, ...ends(closes.get(last), first));
    return { start: from, end: until, codePoints: { start: codePoint(from), end: codePoint(until) } };
  };

  /** The units of the Markdown's visible text that show those from `at` to `end` of the answer's, if they stand together. */
  function shown(at: number, end: number): Passage | Unprojected {
    if (at >= end) return 'blank';
    let passage: Passage | null = null;
    while (at < end) {
      const unit = to[at]!;
      if (unit === none) return 'differs';
      const group = unit < none ? groups[-2 - unit]! : { from: at, to: at + 1, first: unit, last: unit + 1 };
      passage ??= { first: group.first, last: group.first, cut: {} };
      // A formula may show nothing.
      for (let index = passage.last; index < group.first; index++) if (!visible.formulas.has(index)) return 'differs';
      if (group.first < passage.last) return 'differs';
      passage.last = group.last;
      if (group.from < at || group.to > end) {
        const inside = insideOf(group, at, Math.min(end, group.to));
        if (!inside) return 'in-formula';
        if (group.first === passage.first) passage.cut.start = inside.start;
        if (group.to >= end) passage.cut.end = inside.end;
      }
      at = group.to;
    }
    return passage!;
  }

  /** A part of a formula that is drawn as it is written. */
  function insideOf({ from, to: until, first, last }: Group, at: number, end: number): { start: number; end: number } | null {
    const tex = visible.formulas.get(first)!;
    const source = markdown.slice(visible.starts[first], visible.ends[first]).indexOf(tex);
    const inTex = last === first + 1 && source >= 0 ? unitsOf(tex, units.slice(from, until)) : null;
    if (!inTex) return null;
    const offset = visible.starts[first]! + source;
    return { start: offset + inTex[at - from]!.start, end: offset + inTex[end - 1 - from]!.end };
  }
}

/** Units `first` to `last` (exclusive) of `Visible.text`. `cut`: where in the Markdown it begins or ends, inside of a formula. */
interface Passage {
  first: number;
  last: number;
  cut: { start?: number; end?: number };
}

/** Of what begins with the passage and ends before it does. */
const starts = (wraps: readonly Wrap[] = [], last: number): number[] => wraps.filter((wrap) => wrap.last < last).map(({ start }) => start);
/** Of what ends with the passage and begins after it does. */
const ends = (wraps: readonly Wrap[] = [], first: number): number[] => wraps.filter((wrap) => wrap.first > first).map(({ end }) => end);

/** The text without white space, and how many of its units stand before each offset. */
function squeezed(text: string): { units: string; before: Int32Array } {
  const units: string[] = [];
  const before = new Int32Array(text.length + 1);
  for (let offset = 0; offset < text.length; offset++) {
    before[offset] = units.length;
    const unit = text[offset]!;
    if (!isSpace(unit)) units.push(unit);
  }
  before[text.length] = units.length;
  return { units: units.join(''), before };
}

/** From offsets in UTF-16 units to offsets in code points. */
function codePoints(text: string): (offset: number) => number {
  const pairs = [...text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map(({ index }) => index);
  return (offset) => offset - countBefore(pairs, offset);
}
