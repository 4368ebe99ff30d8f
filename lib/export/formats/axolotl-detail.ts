/**
 * Axolotl, `type: chat_template` with `message_field_training_detail: train_detail`: `{ messages: [{ role, content, train_detail: [{ begin_offset,
 * end_offset, train }, …] }, …] }`. Offsets count code points, ends are inclusive, and the ranges are the whole text: what is in none does not train.
 * Flagged passages do not train, nor does what was said before, whose list is empty.
 */
import { checkPieces, piecesOf, type Piece } from '../passages.ts';
import { checkMessages } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const axolotlDetail = trainingFormat({
  id: 'axolotl-detail',
  label: 'passages',
  reader: 'axolotl',
  models: 'train_detail',
  keys: ['messages'],
  row(lesson, prompt, item) {
    const pieces = piecesOf(lesson, item);
    if (typeof pieces === 'string') return pieces;
    const before = prompt.map((message) => ({ ...message, train_detail: [] }));
    return { messages: [...before, { role: 'assistant', content: pieces.map(({ text }) => text).join(''), train_detail: detail(pieces) }] };
  },
  check({ messages }) {
    if (!Array.isArray(messages)) return ['no messages'];
    const details = (messages as Message[]).map(({ train_detail: ranges }) => ranges);
    if (!details.every((ranges) => Array.isArray(ranges))) return ['no ranges'];
    if (details.slice(0, -1).some((ranges) => ranges.length > 0)) return ['something trains that nobody reviewed'];
    const plain = (messages as Message[]).map(({ train_detail: _ranges, ...more }) => more);
    const problems = checkMessages(plain, 'assistant');
    return problems.length > 0 ? problems : checkRanges(String(plain.at(-1)?.content), details.at(-1) ?? []);
  },
});

interface Range {
  begin_offset: number;
  end_offset: number;
  train: boolean;
}
interface Message {
  content?: unknown;
  train_detail: Range[];
}

function detail(pieces: Piece[]): Range[] {
  let at = 0;
  return pieces.map(({ text, train }) => {
    const begin = at;
    at += Array.from(text).length;
    return { begin_offset: begin, end_offset: at - 1, train };
  });
}

/** They stand one after the other, from the first character to the last. */
function checkRanges(text: string, ranges: Range[]): string[] {
  const letters = Array.from(text);
  const tiled = ranges.every(
    (range, at) =>
      Object.keys(range).join() === 'begin_offset,end_offset,train' &&
      typeof range.train === 'boolean' &&
      range.begin_offset === (ranges[at - 1]?.end_offset ?? -1) + 1 &&
      range.end_offset >= range.begin_offset,
  );
  if (!tiled || ranges.at(-1)?.end_offset !== letters.length - 1) return ['the ranges are not the whole text'];
  return checkPieces(
    ranges.map(({ begin_offset: from, end_offset: to, train }) => ({ text: letters.slice(from, to + 1).join(''), train })),
  );
}
