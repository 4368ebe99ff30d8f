/** One case in a page: select, describe, draw anew, find, and compare with the truth. Sets `runCases`. */
import { carry } from '../../lib/anchor/carry.ts';
import { describe } from '../../lib/anchor/describe.ts';
import { find, type Found } from '../../lib/anchor/find.ts';
import { selected } from '../../lib/anchor/selection.ts';
import { read } from '../../lib/capture/read.ts';
import type { Case } from './cases.ts';
import { change, truth } from './change.ts';
import { draw, keysIn, type Drawn } from './draw.ts';

/** `found`: the right place; `orphaned`: none although it is there; `gone`: none, and it is not there. */
export type Verdict = 'found' | 'orphaned' | 'gone' | 'wrong';

export interface Outcome {
  /** Null: nothing but white space was selected. */
  find: Verdict | null;
  carry: Verdict | null;
  /** Quote matching alone: the first copy of the exact words. */
  quote: Verdict | null;
  /** The text is the same after the page was drawn anew. */
  same: boolean;
  /** What is not as it has to be with the selection itself, or with a place that is wrong. */
  faults: string[];
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const solid = (text: string): string => text.normalize().replace(/[\s\u200B]+/g, '');

globalThis.runCases = (cases: Case[]): Outcome[] => cases.map(run);

function run({ answer, first, select, again, changes }: Case): Outcome {
  const outcome: Outcome = { find: null, carry: null, quote: null, same: false, faults: [] };
  const before = draw(answer, first);
  const reading = read([before.box]);
  const chosen = selectIn(before, select);
  const offsets = selected(document, before.box, reading.map, reading.text.length);
  if (!offsets || solid(reading.text.slice(offsets.start, offsets.end)) === '') {
    before.box.remove();
    return outcome;
  }
  const span = describe(reading.text, offsets.start, offsets.end);
  const shown = reading.map.range(span.position.start, span.position.end)!;
  const own = keysIn(before, shown);
  if (solid(textOf(shown)) !== solid(span.quote.exact)) outcome.faults.push('the range shows other words');
  if (!chosen.every((key) => own.includes(key)))
    outcome.faults.push(`the range does not hold what was selected: ${JSON.stringify({ chosen, own, span })}`);
  const edges = new Set([...graphemes.segment(reading.text)].map(({ index }) => index).concat(reading.text.length));
  if (!edges.has(span.position.start) || !edges.has(span.position.end)) outcome.faults.push('a character is cut');
  before.box.remove();

  const changed = change(answer, changes, own);
  const after = draw(changed.answer, again);
  const now = read([after.box]);
  outcome.same = now.text === reading.text;
  const expected = truth(
    [...after.keys.values()].flat().filter((key): key is string => key !== null),
    own,
    changed.replaced,
  );
  const judge = (place: Found | null): Verdict => {
    if (!place) return expected.length > 0 ? 'orphaned' : 'gone';
    const range = now.map.range(place.start, place.end);
    const marks = range ? keysIn(after, range) : [];
    if (marks.length > 0 && marks.join() === expected.join()) return 'found';
    return isOneSided(reading.text, span.position, now.text, place) ? 'found' : 'wrong';
  };
  const place = find(now.text, span);
  const carried = carry(reading.text, now.text, span)?.position ?? null;
  outcome.find = judge(place);
  outcome.carry = judge(carried);
  const start = now.text.indexOf(span.quote.exact);
  outcome.quote = judge(start < 0 ? null : { start, end: start + span.quote.exact.length });
  if (outcome.find === 'wrong' || outcome.carry === 'wrong')
    outcome.faults.push(JSON.stringify({ place, carried, span, changes, old: reading.text, now: now.text }));
  after.box.remove();
  return outcome;
}

/** Selects in the page; returns the marks of what is selected. */
function selectIn(drawn: Drawn, { start, length, byChild }: Case['select']): string[] {
  const nodes = [...drawn.keys.keys()];
  const total = nodes.reduce((sum, node) => sum + node.length, 0);
  const from = start % total;
  const range = document.createRange();
  const point = (at: number): [Node, number] => {
    let left = at;
    for (const node of nodes) {
      if (left < node.length || (left === node.length && node === nodes.at(-1))) return [node, left];
      left -= node.length;
    }
    return [drawn.box, drawn.box.childNodes.length];
  };
  range.setStart(...point(from));
  range.setEnd(...point(Math.min(total, from + length)));
  if (byChild)
    range.setStart(
      range.startContainer.parentNode!,
      [...range.startContainer.parentNode!.childNodes].indexOf(range.startContainer as ChildNode),
    );
  const selection = getSelection()!;
  selection.removeAllRanges();
  selection.addRange(range);
  return keysIn(drawn, range);
}

/**
 * Of "ha ha" and "ha ha ha" nobody can say which word is new. What is read as unchanged words with a change on one side
 * alone is right, whichever words the change was made of.
 */
function isOneSided(old: string, { start, end }: Found, now: string, place: Found): boolean {
  if (solid(old.slice(start, end)) !== solid(now.slice(place.start, place.end))) return false;
  return solid(old.slice(0, start)) === solid(now.slice(0, place.start)) || solid(old.slice(end)) === solid(now.slice(place.end));
}

/** The text of a range, whatever elements it goes through. */
const textOf = (range: Range): string => range.cloneContents().textContent;

declare global {
  var runCases: (cases: Case[]) => Outcome[];
}
