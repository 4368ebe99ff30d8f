/** What the person has selected, as a passage of one of the answers. */
import { describe } from '../anchor/describe.ts';
import { selected } from '../anchor/selection.ts';
import type { Rect } from '../model/inspection.ts';
import type { Span } from '../model/review.ts';
import type { FoundAnswer, TextMap } from '../model/view.ts';
import { isAround } from './surroundings.ts';

export interface Picked {
  answer: FoundAnswer;
  span: Span;
  /** The last line of it as it stands now; null when it is gone. */
  rect: () => Rect | null;
}

/** Null when nothing is selected in these answers. Blank selections say nothing. */
export function picked(document: Document, answers: FoundAnswer[]): Picked | null {
  const selection = document.getSelection();
  if (!selection || selection.type === 'None') return null;
  for (const answer of answers) {
    const [block] = answer.blocks;
    if (!block?.isConnected) continue;
    const offsets = selected(document, block, mapOf(answer), answer.text.length);
    if (!offsets) continue;
    const { text, map } = answer.read();
    if (text.slice(offsets.start, offsets.end).trim() === '') continue;
    const span = describe(text, offsets.start, offsets.end);
    const range = map.range(span.position.start, span.position.end);
    const rect = (): Rect | null => range && lastLine(range);
    if (rect()) return { answer, span, rect };
  }
  return null;
}

function lastLine(range: Range): Rect | null {
  const line = [...range.getClientRects()].findLast(({ width }) => width > 0);
  return line ? { x: line.left, y: line.top, width: line.width, height: line.height } : null;
}

/** Reads the answer only when an end of the selection lies in it: a conversation may hold a thousand, and a selection moves often. */
function mapOf(answer: FoundAnswer): TextMap {
  let map: TextMap | null = null;
  const known = (): TextMap => (map ??= answer.read().map);
  return {
    range: (start, end) => known().range(start, end),
    offset: (node, at, side) => (answer.blocks.some((block) => isAround(block, node)) ? known().offset(node, at, side) : null),
  };
}
