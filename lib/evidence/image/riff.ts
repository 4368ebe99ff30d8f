/** WebP: RIFF chunks, `XMP ` and `C2PA` (C2PA 2.4 A.3.5). */
import { ascii, u32le, utf8 } from './bytes.ts';
import { maxParts, maxXmp, type Carriers } from './carriers.ts';

export function readWebp(bytes: Uint8Array): Carriers {
  const xmp: string[] = [];
  let manifest: Uint8Array | null = null;
  let at = 12;
  for (let count = 0; count < maxParts && at + 8 <= bytes.length; count++) {
    const length = u32le(bytes, at + 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const type = ascii(bytes, at, 4);
    // Some writers end the name with a zero in place of the space.
    if ((type === 'XMP ' || type === 'XMP\0') && xmp.length < 4) xmp.push(utf8(data.subarray(0, maxXmp)));
    if (type === 'C2PA') manifest ??= data;
    at += 8 + length + (length % 2);
  }
  return { format: 'webp', xmp, manifest, resources: null };
}
