/** Answers of a plain page and their flags, as the panels hand them to `createHighlights`. Sets `spans` in the page. */
import { describe } from '../../lib/anchor/describe.ts';
import { read } from '../../lib/capture/read.ts';
import type { Flag, Severity } from '../../lib/model/review.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';
import { createHighlights } from '../../lib/overlay/highlights.ts';

const owner = new AbortController();

/** The answer in an element, as far as the highlights look at it. */
const answer = (block: Element): FoundAnswer =>
  ({ id: block.id, blocks: [block], text: read([block]).text, read: () => read([block]) }) as Partial<FoundAnswer> as FoundAnswer;

/** Flags on the first copy of some words in the element's text. */
function flags(block: Element, ...wanted: [id: string, severity: Severity, words: string][]): Flag[] {
  const { text } = read([block]);
  return wanted.map(([id, severity, words]) => {
    const start = text.indexOf(words);
    return { id, severity, category: 'other', span: describe(text, start, start + words.length) };
  });
}

/** The words that each of the highlights paints now. */
const painted = (): Record<string, string[]> =>
  Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map((range) => (range as Range).toString())]));

const spans = { highlights: createHighlights(window, owner.signal), answer, flags, painted, end: () => owner.abort() };
globalThis.spans = spans;

export type Spans = typeof spans;

declare global {
  var spans: Spans;
}
