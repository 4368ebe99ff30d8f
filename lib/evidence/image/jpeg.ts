/**
 * JPEG: marks stand in the segments before the picture. XMP in APP1, in several if it is long (XMP part 3, 1.1.3); C2PA in APP11 as
 * JUMBF, cut into segments of 64 kB (C2PA 2.4 A.3.1, ISO 19566-5 annex D); IPTC in APP13.
 */
import { joined, standsAt, u16, u32, utf8 } from './bytes.ts';
import { maxParts, maxXmp, type Carriers } from './carriers.ts';

const xmpName = 'http://ns.adobe.com/xap/1.0/\0';
const extendedName = 'http://ns.adobe.com/xmp/extension/\0';
const photoshopName = 'Photoshop 3.0\0';

export function readJpeg(bytes: Uint8Array): Carriers {
  const xmp: string[] = [];
  const extended: Piece[] = [];
  const boxes: Piece[] = [];
  const resources: Uint8Array[] = [];
  for (const { marker, data } of segments(bytes)) {
    if (marker === 0xe1 && standsAt(data, 0, xmpName)) xmp.push(utf8(data.subarray(xmpName.length)));
    // 32 bytes of its packet's digest, its whole length, then where this piece belongs
    else if (marker === 0xe1 && standsAt(data, 0, extendedName))
      extended.push({ of: utf8(data.subarray(35, 67)), at: u32(data, 71), data: data.subarray(75) });
    // which box it belongs to, which piece of it this is; each piece repeats the box's header
    else if (marker === 0xeb && standsAt(data, 0, 'JP') && standsAt(data, 12, 'jumb'))
      boxes.push({ of: String(u16(data, 2)), at: u32(data, 4), data: data.subarray(8) });
    else if (marker === 0xed && standsAt(data, 0, photoshopName)) resources.push(data.subarray(photoshopName.length));
  }
  const manifests = grouped(boxes).map((pieces) =>
    joined(pieces.map((data, index) => (index === 0 ? data : data.subarray(headerOf(data))))),
  );
  return {
    format: 'jpeg',
    xmp: [...xmp, ...grouped(extended).map((pieces) => utf8(joined(pieces).subarray(0, maxXmp)))],
    // Others than C2PA use JUMBF as well, each in boxes of its own.
    manifest: manifests.find((box) => standsAt(box, headerOf(box) + 8, 'c2pa')) ?? null,
    resources: resources.length > 0 ? joined(resources) : null,
  };
}

interface Piece {
  of: string;
  at: number;
  data: Uint8Array;
}

/** The pieces of each whole, in order. */
function grouped(pieces: Piece[]): Uint8Array[][] {
  const wholes = Map.groupBy(pieces, ({ of }) => of);
  return [...wholes.values()].map((all) => all.toSorted((one, other) => one.at - other.at).map(({ data }) => data));
}

/** Length and type; a length of 1 says that a longer one follows. */
const headerOf = (box: Uint8Array): number => (u32(box, 0) === 1 ? 16 : 8);

function* segments(bytes: Uint8Array): Generator<{ marker: number; data: Uint8Array }> {
  let at = 2;
  for (let count = 0; count < maxParts && at + 4 <= bytes.length; count++) {
    if (bytes[at] !== 0xff) return;
    const marker = bytes[at + 1]!;
    // A fill byte, or a marker that stands alone.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    // The picture itself begins, or the file ends.
    if (marker === 0xda || marker === 0xd9) return;
    const length = u16(bytes, at + 2);
    if (length < 2) return;
    yield { marker, data: bytes.subarray(at + 4, at + 2 + length) };
    at += 2 + length;
  }
}
