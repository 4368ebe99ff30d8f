/**
 * Axolotl, `type: chat_template`, with contents of parts: `{ messages: [{ role, content: [{ type: "text", text, train }, …] }, …] }`. Flagged
 * passages do not train, nor does what was said before: nobody reviewed it here. All contents are lists, so that all rows have one type.
 */
import { checkPieces, piecesOf, type Piece } from '../passages.ts';
import { checkMessages } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const axolotlParts = trainingFormat({
  id: 'axolotl-parts',
  label: 'passages',
  reader: 'axolotl',
  models: 'train',
  keys: ['messages'],
  row(lesson, prompt, item) {
    const pieces = piecesOf(lesson, item);
    if (typeof pieces === 'string') return pieces;
    const before = prompt.map(({ role, content }) => ({ role, content: parts([{ text: content, train: false }]) }));
    return { messages: [...before, { role: 'assistant', content: parts(pieces) }] };
  },
  check({ messages }) {
    if (!Array.isArray(messages)) return ['no messages'];
    const contents = (messages as Message[]).map(({ content }) => content);
    const right = contents.every((list) => Array.isArray(list) && list.every((part) => Object.keys(part).join() === 'type,text,train'));
    const wrong = ({ type, text, train }: Part): boolean => type !== 'text' || typeof text !== 'string' || typeof train !== 'boolean';
    if (!right || contents.flat().some(wrong)) return ['a content is no parts'];
    if (contents.slice(0, -1).some((list) => list.length !== 1 || list[0]?.train)) return ['something trains that nobody reviewed'];
    const texts = (messages as Message[]).map(({ content, ...more }) => ({ ...more, content: content.map(({ text }) => text).join('') }));
    return [...checkMessages(texts, 'assistant'), ...checkPieces(contents.at(-1) ?? [])];
  },
});

const parts = (pieces: Piece[]) => pieces.map(({ text, train }) => ({ type: 'text', text, train }));

interface Part extends Piece {
  type: string;
}
interface Message {
  role: string;
  content: Part[];
}
