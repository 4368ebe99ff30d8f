/** SVG: XMP and `<c2pa:manifest>` stand in its `<metadata>` (C2PA 2.4 A.3.3). Read as text, never as a document: nothing in it runs. */
import { utf8 } from './bytes.ts';
import { maxXmp, type Carriers } from './carriers.ts';

export function readSvg(bytes: Uint8Array): Carriers {
  const text = utf8(bytes);
  const from = text.indexOf('<c2pa:manifest');
  const begin = text.indexOf('>', from) + 1;
  const end = text.indexOf('</c2pa:manifest', begin);
  const manifest = from >= 0 && begin > 0 && end >= 0 ? fromBase64(text.slice(begin, end)) : null;
  return { format: 'svg', xmp: [text.slice(0, maxXmp)], manifest, resources: null };
}

export function isSvg(bytes: Uint8Array): boolean {
  const start = utf8(bytes.subarray(0, 4096));
  return start.trimStart().startsWith('<') && /<svg[\s>]/.test(start);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
