/** What a reader sees of Markdown, and where each character of it stands in the Markdown. */
import type { Nodes } from 'mdast';
import { fromMarkdown, type Extension, type Token } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';

/** The visible characters of a piece of Markdown. All offsets are in UTF-16 units, ends exclusive. */
export interface Visible {
  /** Without white space, which Markdown and pages treat differently. A formula is one unit: what it shows is not known here. */
  text: string;
  /** Where the source of each unit of `text` begins and ends in the Markdown: an entity or an escape counts whole. */
  starts: number[];
  ends: number[];
  /** Index in `text` → the TeX of the formula that stands there, in order. */
  formulas: Map<number, string>;
  /** What has a marker on each side. */
  wraps: Wrap[];
}

/** Emphasis, a link or code: from `start` to `end` in the Markdown it holds the units `first` to `last` (exclusive) of `Visible.text`. */
export interface Wrap {
  start: number;
  end: number;
  first: number;
  last: number;
}

/** White space and the zero-width marks that `capture` takes for none. */
export function isSpace(unit: string): boolean {
  const code = unit.charCodeAt(0);
  // It is asked for each unit of long texts, which are mostly ASCII.
  return code < 128 ? code === 32 || (code > 8 && code < 14) : /[\s\u200B\uFEFF]/.test(unit);
}

/** Stands for a formula in `Visible.text`. */
const formulaSign = '\uFFFC';

/** Reads Markdown (GFM with `$` math) as it is shown. Pictures, footnote signs and markup show nothing. */
export function visibleOf(markdown: string): Visible {
  const { pieces, tree, skipped } = parse(markdown);
  const visible: Visible = { text: '', starts: [], ends: [], formulas: new Map(), wraps: [] };
  const shown: string[] = [];
  const add = (value: string, start: number, end: number, each: boolean): void => {
    for (let index = 0; index < value.length; index++) {
      const unit = value[index]!;
      if (isSpace(unit)) continue;
      shown.push(unit);
      visible.starts.push(each ? start + index : start);
      visible.ends.push(each ? start + index + 1 : end);
    }
  };
  let at = 0;
  const wraps: { start: number; end: number }[] = [];
  for (const { node, inCell } of nodesOf(tree)) {
    const [start, end] = [node.position!.start.offset! + skipped, node.position!.end.offset! + skipped];
    if (/^(emphasis|strong|delete|link|inlineCode|code)$/.test(node.type)) wraps.push({ start, end });
    if (node.type === 'math' || node.type === 'inlineMath') {
      visible.formulas.set(shown.length, node.value);
      add(formulaSign, start, end, false);
    }
    const wanted = kinds[node.type];
    if (!wanted) continue;
    for (; pieces[at] && pieces[at]!.start < end; at++) {
      const piece = pieces[at]!;
      // The space behind a task's box is part of the piece, but not of its node.
      if (piece.end <= start || !wanted.test(piece.type)) continue;
      if (piece.value !== null) add(piece.value, piece.start, piece.end, false);
      // In a table's code a backslash keeps a bar from ending the cell (GFM, tables).
      else if (inCell && node.type === 'inlineCode') {
        for (const { 0: part, index } of markdown.slice(piece.start, piece.end).matchAll(/\\\||[^]/g))
          add(part.at(-1)!, piece.start + index, piece.start + index + part.length, false);
      } else add(markdown.slice(piece.start, piece.end), piece.start, piece.end, true);
    }
  }
  visible.text = shown.join('');
  visible.wraps = wraps
    .map(({ start, end }) => ({ start, end, first: countBefore(visible.starts, start), last: countBefore(visible.starts, end) }))
    .filter(({ first, last }) => first < last);
  return visible;
}

/** The same where the Markdown has no markup, so that it shows these units (without white space) as they are; null: it may have some. */
export function plainOf(markdown: string, units: string): Visible | null {
  const starts: number[] = [];
  for (let at = 0; at < markdown.length; at++) {
    const unit = markdown[at]!;
    if (isSpace(unit)) continue;
    if (unit !== units[starts.length]) return null;
    starts.push(at);
  }
  if (starts.length < units.length) return null;
  return { text: units, starts, ends: starts.map((start) => start + 1), formulas: new Map(), wraps: [] };
}

/** A run of source that shows itself, or `value`. */
interface Piece {
  type: string;
  start: number;
  end: number;
  value: string | null;
}

/** Which tokens show the words of which nodes. A fence's language and a picture's words are tokens of other nodes. */
const kinds: Record<string, RegExp> = {
  text: /^(data|characterEscape|characterReference|autolink|literalAutolink)/,
  inlineCode: /^codeTextData$/,
  code: /^codeFlowValue$/,
};
const shows =
  /^(data|characterEscape|characterReference|autolinkProtocol|autolinkEmail|literalAutolink(Http|Www|Email)|codeTextData|codeFlowValue)$/;

function parse(markdown: string) {
  const pieces: Piece[] = [];
  // The parser leaves a byte order mark out of its count.
  const skipped = markdown.startsWith('\uFEFF') ? 1 : 0;
  let known = 0;
  let decoded = '';
  const said = (stack: readonly object[]): string => (stack.at(-1) as { value: string }).value;
  const listener: Extension = {
    beforeEnter({ type }) {
      if (type === 'characterReferenceValue') known = said(this.stack).length;
    },
    afterExit({ type, start, end }: Token) {
      if (type === 'characterReferenceValue') decoded = said(this.stack).slice(known);
      if (!shows.test(type)) return;
      const from = start.offset + skipped;
      const value = type === 'characterReference' ? decoded : type === 'characterEscape' ? markdown[from + 1]! : null;
      pieces.push({ type, start: from, end: end.offset + skipped, value });
    },
  };
  const tree = fromMarkdown(markdown, {
    extensions: syntaxOf(markdown),
    mdastExtensions: [...trees, listener],
  });
  return { pieces, tree, skipped };
}

// What looks like an address only after decoding shows the same either way; the transform would take its offsets away.
const trees: Extension[] = [...gfmFromMarkdown().map((one) => ({ ...one, transforms: null })), mathFromMarkdown()];

/** Without which there is no construct of that name. */
const signs: Record<string, RegExp> = { emailAutolink: /@/, wwwAutolink: /www\./i, protocolAutolink: /:\/\//, table: /\||:-|-:/ };
const syntaxes = new Map<string, Syntax[]>();

/** What the parser looks for. It tries each letter and digit as the beginning of an address, which takes most of its time: only where there may be one. */
function syntaxOf(markdown: string): Syntax[] {
  const absent = Object.keys(signs).filter((name) => !signs[name]!.test(markdown));
  const key = absent.join();
  const made = syntaxes.get(key) ?? [gfm(), math()].map((extension) => without(absent, extension));
  syntaxes.set(key, made);
  return made;
}

type Syntax = ReturnType<typeof gfm>;

const without = (absent: string[], { text, flow, ...more }: Syntax): Syntax => ({
  ...more,
  text: left(absent, text),
  flow: left(absent, flow),
});

const left = (absent: string[], constructs: Syntax['text'] = {}): Syntax['text'] =>
  Object.fromEntries(
    Object.entries(constructs).flatMap(([code, list]) => {
      const wanted = [list ?? []].flat().filter(({ name }) => !absent.includes(name ?? ''));
      return wanted.length > 0 ? [[code, wanted]] : [];
    }),
  );

/** All nodes in the order of the document. Its own stack: who wrote the Markdown decides how deep it nests. */
function* nodesOf(root: Nodes): Generator<{ node: Nodes; inCell: boolean }> {
  const stack = [{ node: root, inCell: false }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node } = top;
    yield top;
    const inCell = top.inCell || node.type === 'tableCell';
    if ('children' in node) for (const child of node.children.toReversed()) stack.push({ node: child, inCell });
  }
}

/** How many of the sorted numbers are smaller. */
export function countBefore(sorted: readonly number[], than: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < than) low = middle + 1;
    else high = middle;
  }
  return low;
}
