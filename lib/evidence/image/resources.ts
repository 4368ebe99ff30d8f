/** Photoshop's image resources, where JPEG keeps IPTC's older fields (IIM 4.2): the credit line, and sometimes a packet of XMP. */
import { standsAt, u16, u32, utf8 } from './bytes.ts';
import { maxParts } from './carriers.ts';
import { creditMark, marksOfXmp } from './xmp.ts';
import type { ImageMark } from './marks.ts';

const iim = 0x0404;
const xmp = 0x0424;

export function marksOfResources(bytes: Uint8Array): ImageMark[] {
  const marks: ImageMark[] = [];
  let at = 0;
  for (let count = 0; count < maxParts && standsAt(bytes, at, '8BIM'); count++) {
    const id = u16(bytes, at + 4);
    // A name after its length, filled up to an even length; so is the content.
    const name = (bytes[at + 6] ?? 0) + 1;
    const size = at + 6 + name + (name % 2);
    const length = u32(bytes, size);
    const content = bytes.subarray(size + 4, size + 4 + length);
    if (id === iim) marks.push(...credits(content));
    if (id === xmp) marks.push(...marksOfXmp(utf8(content)));
    at = size + 4 + length + (length % 2);
  }
  return marks;
}

/** Data sets: 0x1C, record, number, length, value. Credit is 2:110. */
function credits(bytes: Uint8Array): ImageMark[] {
  const marks: ImageMark[] = [];
  let at = 0;
  for (let count = 0; count < maxParts && bytes[at] === 0x1c; count++) {
    const length = u16(bytes, at + 3);
    if (bytes[at + 1] === 2 && bytes[at + 2] === 110)
      marks.push(...creditMark(utf8(bytes.subarray(at + 5, at + 5 + Math.min(length, 1000)))));
    at += 5 + length;
  }
  return marks;
}
