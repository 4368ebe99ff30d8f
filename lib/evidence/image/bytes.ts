/** Reads numbers and text out of a file that may be broken: beyond its end there are zeros, and nothing throws. */

export const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

export const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 0x1_00_00 + u16(bytes, at + 2);

/** Exact up to 2^53; what is larger is larger than any file, and so is what comes out. */
export const u64 = (bytes: Uint8Array, at: number): number => u32(bytes, at) * 0x1_00_00_00_00 + u32(bytes, at + 4);

/** Little-endian, as RIFF has it. */
export const u32le = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 0x1_00 + (bytes[at + 2] ?? 0) * 0x1_00_00 + (bytes[at + 3] ?? 0) * 0x1_00_00_00;

/** One character a byte, for names and marks. */
export const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + Math.min(length, 1000)));

/** Does `name` stand at this place? */
export function standsAt(bytes: Uint8Array, at: number, name: string): boolean {
  return ascii(bytes, at, name.length) === name;
}

/** UTF-8; what is no UTF-8 becomes U+FFFD. A byte order mark is left out. */
export const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The end of a text that a zero byte ends: where that byte is, or -1 before `limit`. */
export function zeroAfter(bytes: Uint8Array, from: number, limit: number): number {
  const at = bytes.indexOf(0, from);
  return at >= 0 && at < limit ? at : -1;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
