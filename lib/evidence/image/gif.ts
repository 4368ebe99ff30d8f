/** GIF: application extensions, `XMP Data` (XMP part 3, 1.1.2) and `C2PA_GIF` (C2PA 2.4 A.3.4). */
import { ascii, joined, utf8 } from './bytes.ts';
import { maxParts, maxXmp, type Carriers } from './carriers.ts';

/** XMP is written as it is; this many bytes after it lead a reader of blocks to the end. */
const xmpTrailer = 257;

export function readGif(bytes: Uint8Array): Carriers {
  const xmp: string[] = [];
  let manifest: Uint8Array | null = null;
  let at = 13 + colours(bytes[10] ?? 0);
  for (let count = 0; count < maxParts && at < bytes.length; count++) {
    if (bytes[at] === 0x2c) {
      at = blocks(bytes, at + 11 + colours(bytes[at + 9] ?? 0)).end;
    } else if (bytes[at] === 0x21) {
      const name = bytes[at + 1] === 0xff ? ascii(bytes, at + 3, 8) : '';
      const start = at + 3 + (bytes[at + 2] ?? 0);
      const { parts, end } = blocks(bytes, start);
      if (name === 'XMP Data' && xmp.length < 4) xmp.push(utf8(bytes.subarray(start, Math.min(end - xmpTrailer, start + maxXmp))));
      if (name === 'C2PA_GIF') manifest ??= joined(parts);
      at = end;
    } else break;
  }
  return { format: 'gif', xmp, manifest, resources: null };
}

/** Bytes of a table of colours, as its flags say. */
const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Blocks of up to 255 bytes, each after its length; a length of 0 ends them. */
function blocks(bytes: Uint8Array, from: number): { parts: Uint8Array[]; end: number } {
  const parts: Uint8Array[] = [];
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) {
    parts.push(bytes.subarray(at + 1, at + 1 + bytes[at]!));
    at += 1 + bytes[at]!;
  }
  return { parts, end: at + 1 };
}
