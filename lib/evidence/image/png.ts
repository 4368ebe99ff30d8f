/** PNG: XMP in an `iTXt` chunk, which may be compressed (XMP part 3, 1.1.5); C2PA in the chunk `caBX` (C2PA 2.4 A.3.2). */
import { ascii, u32, utf8, zeroAfter } from './bytes.ts';
import { maxParts, maxXmp, type Carriers } from './carriers.ts';
import { inflate } from './inflate.ts';

export const pngSignature = '\x89PNG\r\n\x1a\n';
const xmpKeyword = 'XML:com.adobe.xmp';

export async function readPng(bytes: Uint8Array): Promise<Carriers> {
  const xmp: string[] = [];
  let manifest: Uint8Array | null = null;
  let at = pngSignature.length;
  for (let count = 0; count < maxParts && at + 8 <= bytes.length; count++) {
    const length = u32(bytes, at);
    const type = ascii(bytes, at + 4, 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    // More than one packet is against the rules; a few are read, a thousand compressed ones would take a while.
    if (type === 'iTXt' && xmp.length < 4 && ascii(data, 0, xmpKeyword.length + 1) === `${xmpKeyword}\0`) xmp.push(await textOf(data));
    if (type === 'caBX') manifest ??= data;
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return { format: 'png', xmp, manifest, resources: null };
}

/** After the keyword: is it compressed, how, a language, a translated keyword, the text. */
async function textOf(data: Uint8Array): Promise<string> {
  const flags = xmpKeyword.length + 1;
  const language = zeroAfter(data, flags + 2, data.length);
  const translated = language < 0 ? -1 : zeroAfter(data, language + 1, data.length);
  if (translated < 0) return '';
  const text = data.subarray(translated + 1);
  return utf8(data[flags] === 1 ? await inflate(text, maxXmp) : text.subarray(0, maxXmp));
}
