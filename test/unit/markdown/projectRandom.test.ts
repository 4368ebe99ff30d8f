// @vitest-environment happy-dom
/**
 * Random Markdown → HTML by a real renderer → captured and written by us; random spans of the text → places in the Markdown. Whether a place
 * is right is asked of the renderer, not of us: marks are put at its ends, the Markdown is rendered and captured again, and the text
 * between the marks, and before them, must be what it was in the first place.
 */
import { integer, nat, oneof, sample, tuple } from 'fast-check';
import { renderToString } from 'katex';
import { expect, test } from 'vitest';
import { describe } from '../../../lib/anchor/describe.ts';
import { read } from '../../../lib/capture/read.ts';
import { projector, type MarkdownSpan, type Unprojected } from '../../../lib/markdown/project.ts';
import { writeMarkdown } from '../../../lib/markdown/write.ts';
import { blockOf, renderers } from '../capture/renderers.ts';
import { answers, blockMark, formulas, inlineMark } from './randomMarkdown.ts';

const spansEach = 8;
/** Marks of the two ends. Which of them leaves the Markdown's own signs alone depends on what stands beside it. */
const marks: readonly (readonly [open: string, close: string])[] = [
  ['\uE000', '\uE001'],
  ['\u2039', '\u203A'],
  ['ZOPENZ', 'ZCLOSEZ'],
  ['\uE000', '\n\n\uE001'],
  ['\uE000\n\n', '\uE001'],
  ['\uE000\n\n', '\n\n\uE001'],
];

test('500 answers: spans quote what was flagged', { timeout: 600_000 }, () => {
  const counts: Record<string, number> = { spans: 0, right: 0, wrong: 0, unproved: 0, differs: 0, 'in-formula': 0 };
  const others: string[] = [];
  for (const [index, source] of sample(answers, { numRuns: 500, seed: 20_261_123 }).entries()) {
    const { text, markdown } = captured(draw(all[index % all.length]!(source)));
    const project = projector({ text, markdown });
    for (const [start, end] of spansOf(text, index)) {
      const span = describe(text, start, end);
      if (!span.quote.exact.trim()) continue;
      counts.spans!++;
      const place = project(span);
      const found = typeof place === 'string' ? place : proof(text, markdown, span.position, place);
      counts[found]!++;
      if (found !== 'right' && found !== 'in-formula')
        others.push(JSON.stringify({ found, exact: span.quote.exact, at: at(markdown, place), text, markdown }));
    }
  }
  const judged = counts.right! + counts.wrong! + counts.differs!;
  console.table([{ ...counts, rate: counts.right! / judged, 'rate with cut formulas': counts.right! / (judged + counts['in-formula']!) }]);
  const said = `not right:\n${others.join('\n')}`;
  expect(judged / (counts.spans! - counts['in-formula']!), said).toBeGreaterThan(0.95);
  expect(counts.wrong, said).toBe(0);
  expect(counts.right! / judged, said).toBeGreaterThanOrEqual(0.995);
});

const all = Object.values(renderers);
const at = (markdown: string, place: MarkdownSpan | Unprojected) =>
  typeof place === 'string' ? place : markdown.slice(place.start, place.end);

/** `unproved`: no renderer could be asked, since each reads the Markdown with marks in another way. */
function proof(
  text: string,
  markdown: string,
  { start, end }: { start: number; end: number },
  place: MarkdownSpan,
): 'right' | 'wrong' | 'unproved' {
  const points = Array.from(markdown);
  const [from, to] = [place.codePoints.start, place.codePoints.end];
  const wanted = [text.slice(0, start), text.slice(start, end), text.slice(end)].map(bare);
  let undisturbed = false;
  for (const render of all) {
    for (const [open, close] of marks) {
      const marked = [...points.slice(0, from), open, ...points.slice(from, to), close, ...points.slice(to)].join('');
      const parts = bare(wordsOf(render(undraw(marked)))).split(new RegExp(`${open.trim()}|${close.trim()}`));
      if (parts.join('\n') === wanted.join('\n')) return 'right';
      undisturbed ||= parts.join('') === wanted.join('');
    }
  }
  return undisturbed ? 'wrong' : 'unproved';
}

/** What HTML of these renderers shows, by its source alone: reading 4,000 pages by their DOM takes minutes. */
const wordsOf = (html: string): string =>
  html
    .replace(
      /<sup><a[^>]*data-footnote-ref[^>]*>.*?<\/a><\/sup>|<h2[^>]*id="footnote-label".*?<\/h2>|<a[^>]*data-footnote-backref.*?<\/a>/gs,
      '',
    )
    .replace(/<\/?[a-zA-Z](?:[^>"]|"[^"]*")*>/g, '')
    .replace(/Q(FORM|BLOCK)([A-Z])Q/g, (_, kind, letter: string) => shown[letter.charCodeAt(0) - 65]![kind === 'FORM' ? 0 : 1]!)
    .replace(/QDRAWN(\d+)Q/g, (_, index: string) => withMarks[Number(index)]!)
    .replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")
    .normalize();

const bare = (text: string): string => text.replace(/[\s\u200B\uFEFF]/g, '');

function captured(html: string): { text: string; markdown: string } {
  const block = document.body.appendChild(blockOf(html));
  const { text, hast } = read([block]);
  const markdown = writeMarkdown(hast);
  block.remove();
  return { text, markdown };
}

const drawn = formulas.map((tex) => [false, true].map((displayMode) => renderToString(tex, { displayMode })));
const shown = drawn.map((two) => two.map((html) => captured(html).text));
/** Formulas in HTML in the place of their marks. */
const draw = (html: string): string =>
  html.replace(
    /<p>\s*QBLOCK([A-Z])Q\s*<\/p>|QBLOCK([A-Z])Q|QFORM([A-Z])Q/g,
    (_, alone?: string, block?: string, inline?: string) => drawn[(alone ?? block ?? inline!).charCodeAt(0) - 65]![inline ? 0 : 1]!,
  );
/** The formulas as they are written, displayed or not, with marks of letters anywhere in them. */
const anyMarks = '(?:ZOPENZ|ZCLOSEZ)*';
const written = formulas.map((tex) => {
  const within = Array.from(tex, (sign) => sign.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')).join(anyMarks);
  return new RegExp(`\\$\\$\\n[> ]*(${anyMarks}${within}${anyMarks})\\n[> ]*\\$\\$|\\$(${anyMarks}${within}${anyMarks})\\$`, 'g');
});
/** What formulas with marks in them show: KaTeX draws the marks as it draws any letters. */
const withMarks: string[] = [];
/** Words in Markdown in the place of its formulas. */
const undraw = (markdown: string): string =>
  written.reduce(
    (before, pattern, index) =>
      before.replace(pattern, (_, block?: string, inline?: string) => {
        const tex = block ?? inline!;
        if (!/ZOPENZ|ZCLOSEZ/.test(tex)) return block ? blockMark(index) : inlineMark(index);
        withMarks.push(
          captured(renderToString(tex.replace(/ZOPENZ|ZCLOSEZ/g, '{$&}'), { displayMode: block !== undefined, throwOnError: false })).text,
        );
        return `QDRAWN${withMarks.length - 1}Q`;
      }),
    markdown,
  );

/** Spans at random, most of them short. */
function spansOf(text: string, seed: number): [number, number][] {
  if (text.length < 2) return [];
  const pair = tuple(
    nat(text.length - 1),
    oneof(integer({ min: 1, max: 12 }), integer({ min: 1, max: 80 }), integer({ min: 1, max: text.length })),
  );
  return sample(pair, { numRuns: spansEach, seed }).map(([start, length]) => [start, Math.min(text.length, start + length)]);
}
