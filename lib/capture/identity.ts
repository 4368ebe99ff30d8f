/**
 * The identity of an answer. It never comes from a node, a marker attribute or the detector's name, so that
 * the same answer is the same after a remount, a reload, or when another detector finds it.
 */
import { sha256Hex } from './sha256.ts';

/** What an answer's identity is made of. `prompt` is the text of the nearest user turn before, null if there is none. */
export interface IdentityParts {
  /** Origin of the page, `https://chatgpt.com`. */
  origin: string;
  /** The tool's own id of the message, null where it shows none. */
  messageId: string | null;
  prompt: string | null;
  /** `Answer.text`. */
  text: string;
}

/** Hex SHA-256 over origin, message id and text; without a message id the nearest prompt stands in its place. */
export function answerId({ origin, messageId, prompt, text }: IdentityParts): string {
  const parts = messageId === null ? ['p', origin, prompt === null ? null : textHash(prompt)] : ['m', origin, messageId];
  return sha256Hex(JSON.stringify([...parts, textHash(text)]));
}

/** Hex SHA-256 of a text in UTF-8; a lone surrogate counts as U+FFFD. Synchronous: plain-http pages have no `crypto.subtle`. */
export const textHash = (text: string): string => sha256Hex(text);
