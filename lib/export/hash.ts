/** SHA-256 of text in UTF-8, many times over: the bytes of one are written where those of the last one stood. */
import { sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
let bytes = new Uint8Array(65_536);

/** Its 32 bytes. */
export function hashOf(text: string): Uint8Array {
  const hash = sha256(encoded(text));
  forget();
  return hash;
}

/** Those of the whole text, and of its first `until` UTF-16 units, in one pass. */
export function hashesOf(text: string, until: number): { whole: Uint8Array; beginning: Uint8Array } {
  const hasher = sha256.create().update(encoded(text.slice(0, until)));
  const beginning = hasher.clone().digest();
  const whole = hasher.update(encoded(text.slice(until))).digest();
  forget();
  return { whole, beginning };
}

function encoded(text: string): Uint8Array {
  // A UTF-16 unit is at most three bytes.
  if (bytes.length < text.length * 3) bytes = new Uint8Array(text.length * 3);
  const { written } = encoder.encodeInto(text, bytes);
  return bytes.subarray(0, written);
}

/** What a turn of 1 MB needed is not kept for the next ones. */
function forget(): void {
  if (bytes.length > 1_000_000) bytes = new Uint8Array(65_536);
}
