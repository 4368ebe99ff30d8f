/** Training, validation and test: which part a conversation belongs to, and which share of everything is drawn. The same today and tomorrow. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Answer } from '../model/answer.ts';
import { conversationOf } from '../model/privacy.ts';

/** The parts, in the order in which their files are written. */
export const parts = ['train', 'validation', 'test'] as const;
export type Part = (typeof parts)[number];

/** Percent of the conversations that are held back; the rest trains. Together below 100. */
export interface Split {
  validation: number;
  test: number;
}

/** A share of everything, in percent, drawn by a seed: the same seed draws the same, and a larger share holds the smaller one. */
export interface Sample {
  percent: number;
  seed: string;
}

/**
 * The part of an answer's conversation. It follows from the conversation alone, so that what comes later moves nothing, and no
 * conversation is on both sides.
 */
export function partOf(answer: Pick<Answer, 'origin' | 'conversation' | 'url'>, { validation, test }: Split): Part {
  const place = placeOf(conversationOf(answer));
  if (place < test) return 'test';
  return place < test + validation ? 'validation' : 'train';
}

/** Is the thing of that id drawn? */
export const isDrawn = (id: string, { percent, seed }: Sample): boolean => placeOf([seed, id]) < percent;

/** An even place from 0 to 100, 100 exclusive, from the first 32 bits of a hash. */
function placeOf(key: readonly string[]): number {
  const bytes = sha256(utf8ToBytes(JSON.stringify(key)));
  return (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32) * 100;
}
