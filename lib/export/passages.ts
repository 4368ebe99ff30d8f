/** An answer in pieces that train and pieces that do not: what is flagged in it is no example of what to say. */
import type { Answer } from '../model/answer.ts';
import type { Exported, RefusalReason } from './format.ts';
import type { Lesson } from './mapping.ts';
import { checkText } from './rules.ts';
import { withPlaces } from './provenance.ts';

/** One piece of a text; together they are the whole of it. */
export interface Piece {
  text: string;
  train: boolean;
}

/**
 * The answer to imitate, whole; or, where nothing but passages of the original is wrong, the original with those left out of the training.
 * An answer that is flagged as a whole, or rejected, teaches nothing.
 */
export function piecesOf({ imitate, reason }: Lesson, item: Exported): Piece[] | RefusalReason {
  if (imitate !== null) return imitate.trim() === '' ? 'empty-content' : [{ text: imitate.toWellFormed(), train: true }];
  if ('preference' in item || (reason !== 'flagged' && reason !== 'contradictory')) return reason;
  const { answer, counts } = item;
  if (answer.markdown.trim() === '') return 'empty-content';
  if (counts.flags.some(({ span }) => !span)) return reason;
  const places = withPlaces(counts.flags, answer).map(({ span }) => span?.markdown ?? null);
  if (places.includes(null)) return 'passage-lost';
  const pieces = cut(answer, places as { start: number; end: number }[]);
  return pieces.some(({ text, train }) => train && text.trim() !== '') ? pieces : 'no-answer-to-learn';
}

/** What is wrong with pieces; empty: nothing. */
export const checkPieces = (pieces: Piece[]): string[] => [
  ...checkText(pieces.map(({ text }) => text).join(''), 'the answer'),
  ...(pieces.every(({ text }) => text !== '' && text.isWellFormed()) ? [] : ['a piece is empty or broken']),
  ...(pieces.some(({ text, train }) => train && text.trim() !== '') ? [] : ['nothing trains']),
  ...(pieces.every(({ train }, at) => train !== pieces[at - 1]?.train) ? [] : ['two pieces are one']),
];

/**
 * Tokens begin with the space before a word and end with the line ends behind it, and one that stands on both sides counts wrongly: a
 * passage takes both.
 */
function cut({ markdown }: Answer, places: { start: number; end: number }[]): Piece[] {
  const text = markdown.toWellFormed();
  const pieces: Piece[] = [];
  let done = 0;
  const add = (end: number, train: boolean): void => {
    if (end <= done) return;
    const last = pieces.at(-1);
    if (last?.train === train) last.text += text.slice(done, end);
    else pieces.push({ text: text.slice(done, end), train });
    done = end;
  };
  for (const { start, end } of places.toSorted((one, other) => one.start - other.start)) {
    const from = whole(text, text[start - 1] === ' ' ? start - 1 : start, -1);
    add(from, true);
    add(whole(text, end + (/^\n+/.exec(text.slice(end, end + 8))?.[0].length ?? 0), 1), false);
  }
  add(text.length, true);
  return pieces;
}

/** No cut goes through a pair of surrogates. */
const whole = (text: string, at: number, step: 1 | -1): number =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at + step : at;
