/** CBOR (RFC 8949), as much of it as assertions need: what a text could say as JSON. */
import { u16, u32, u64, utf8 } from './bytes.ts';

/** Real assertions have a few hundred values, some ten deep. */
const limits = { depth: 32, values: 50_000 };

/**
 * The first value in the bytes; undefined if they end early, are broken or have too many values. Maps become objects without a
 * prototype, of their text keys; byte strings become null, tags their content.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    return new Decoder(bytes).value(0);
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}

class Broken extends Error {}
/** Ends what was begun without a length. */
const stop = Symbol('stop');

class Decoder {
  at = 0;
  count = 0;
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  value(depth: number): unknown {
    if (depth > limits.depth || ++this.count > limits.values || this.at >= this.bytes.length) throw new Broken();
    const first = this.bytes[this.at++]!;
    const [major, extra] = [first >> 5, first & 31];
    if (major === 7) return this.simple(extra);
    if (extra === 31) return this.open(major, depth);
    const length = this.argument(extra);
    if (major === 0) return length;
    if (major === 1) return -1 - length;
    if (major === 2) return this.take(length) && null;
    if (major === 3) return utf8(this.take(length));
    if (major === 6) return this.value(depth + 1);
    // A list or map of a million that is not there ends with the bytes, or with the values that are allowed.
    return this.many(major, depth, length);
  }

  /** Text, bytes, list or map up to a stop. */
  open(major: number, depth: number): unknown {
    if (major === 4 || major === 5) return this.many(major, depth, Infinity);
    const parts: unknown[] = this.list(depth, Infinity);
    return major === 3 ? parts.filter((part) => typeof part === 'string').join('') : null;
  }

  many(major: number, depth: number, length: number): unknown {
    if (major === 4) return this.list(depth, length);
    const map = Object.create(null) as Record<string, unknown>;
    for (let index = 0; index < length; index++) {
      const key = this.value(depth + 1);
      if (key === stop) break;
      const value = this.value(depth + 1);
      if (typeof key === 'string') map[key] = value;
    }
    return map;
  }

  list(depth: number, length: number): unknown[] {
    const list: unknown[] = [];
    for (let index = 0; index < length; index++) {
      const value = this.value(depth + 1);
      if (value === stop) break;
      list.push(value);
    }
    return list;
  }

  simple(extra: number): unknown {
    if (extra === 20 || extra === 21) return extra === 21;
    if (extra === 31) return stop;
    // Floats say nothing about who made a picture.
    this.take(extra === 24 ? 1 : extra === 25 ? 2 : extra === 26 ? 4 : extra === 27 ? 8 : 0);
    return null;
  }

  argument(extra: number): number {
    if (extra < 24) return extra;
    if (extra > 27) throw new Broken();
    const at = this.at;
    this.take(2 ** (extra - 24));
    if (extra === 24) return this.bytes[at]!;
    return extra === 25 ? u16(this.bytes, at) : extra === 26 ? u32(this.bytes, at) : u64(this.bytes, at);
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new Broken();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
