/**
 * SHA-256 (FIPS 180-4) for the content script, synchronous and in every page: a library's takes 2.7 kB gzipped there, this a fifth. It
 * makes identities, never secrets or signatures; the background uses the library, and a test holds both together.
 */

/** The first 32 bits of the fractional parts of the roots of the first primes: square roots to start from, cube roots for the rounds. */
const [start, rounds] = constants();

/** Lower-case hex of the hash of the text in UTF-8. */
export function sha256Hex(text: string): string {
  const bytes = new TextEncoder().encode(text);
  // A one bit, zeros, and the length in bits as 64 bits, up to a multiple of 64 bytes.
  const padded = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  padded.setUint32(padded.byteLength - 4, bytes.length << 3);
  const state = Uint32Array.from(start);
  const words = new Uint32Array(64);
  for (let at = 0; at < padded.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = padded.getUint32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const a = words[i - 15]!;
      const b = words[i - 2]!;
      words[i] = words[i - 16]! + words[i - 7]! + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i]! + words[i]!) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = state[i]! + value));
  }
  return Array.from(state, (value) => value.toString(16).padStart(8, '0')).join('');
}

const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

function constants(): [number[], number[]] {
  const primes: number[] = [];
  for (let next = 2; primes.length < 64; next++) if (primes.every((prime) => next % prime !== 0)) primes.push(next);
  const bits = (root: number): number => ((root % 1) * 2 ** 32) >>> 0;
  return [primes.slice(0, 8).map((prime) => bits(Math.sqrt(prime))), primes.map((prime) => bits(Math.cbrt(prime)))];
}
