/**
 * AVIF and HEIF: boxes (ISO 14496-12). C2PA and XMP in `uuid` boxes (C2PA 2.4 A.5, XMP part 3, 1.2.7); XMP also as an item of `meta`, which `iinf` names
 * and `iloc` finds.
 */
import { ascii, joined, u16, u32, u64, utf8, zeroAfter } from './bytes.ts';
import { maxParts, maxXmp, type Carriers } from './carriers.ts';

const c2paUuid = 'd8fec3d61b0e483c92975828877ec481';
const xmpUuid = 'be7acfcb97a942e89c71999491e3afac';

export interface Box {
  type: string;
  data: Uint8Array;
}

export function readBmff(bytes: Uint8Array): Carriers {
  const xmp: string[] = [];
  let manifest: Uint8Array | null = null;
  for (const { type, data } of boxesOf(bytes)) {
    const uuid = type === 'uuid' ? [...data.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('') : '';
    if (uuid === xmpUuid && xmp.length < 4) xmp.push(utf8(data.subarray(16, 16 + maxXmp)));
    if (uuid === c2paUuid) manifest ??= storeOf(data);
    if (type === 'meta' && xmp.length < 4) xmp.push(...itemsOf(bytes, data.subarray(4)));
  }
  const heif = /heic|heix|hevc|mif1|msf1/.test(ascii(bytes, 8, 4)) && !ascii(bytes, 16, u32(bytes, 0) - 16).includes('avif');
  return { format: heif ? 'heif' : 'avif', xmp, manifest, resources: null };
}

/** A picture in boxes: the brands of AVIF and HEIF. */
export function isBmffImage(bytes: Uint8Array): boolean {
  return ascii(bytes, 4, 4) === 'ftyp' && /avi[fs]|mif1|msf1|hei[cxms]|hev[cmx]/.test(ascii(bytes, 8, Math.max(4, u32(bytes, 0) - 8)));
}

/** The boxes that stand side by side here. One that says it is longer than what is there is cut. */
export function* boxesOf(bytes: Uint8Array): Generator<Box> {
  let at = 0;
  for (let count = 0; count < maxParts && at + 8 <= bytes.length; count++) {
    const short = u32(bytes, at);
    const header = short === 1 ? 16 : 8;
    // 0: to the end of the file
    const length = short === 0 ? bytes.length - at : short === 1 ? u64(bytes, at + 8) : short;
    if (length < header) return;
    yield { type: ascii(bytes, at + 4, 4), data: bytes.subarray(at + header, Math.min(at + length, bytes.length)) };
    at += length;
  }
}

/** After the uuid: version and flags, what the box is for, for a manifest the place of its Merkle tree, the store. */
function storeOf(data: Uint8Array): Uint8Array | null {
  const end = zeroAfter(data, 20, 60);
  return end > 0 && ascii(data, 20, end - 20) === 'manifest' ? data.subarray(end + 9) : null;
}

/** The texts of the XMP items. `meta` begins behind its version and flags. */
function itemsOf(file: Uint8Array, meta: Uint8Array): string[] {
  const inside = [...boxesOf(meta)];
  const of = (type: string): Uint8Array => inside.find((box) => box.type === type)?.data ?? new Uint8Array();
  const information = of('iinf');
  const entries = boxesOf(information.subarray(information[0] === 0 ? 6 : 8));
  const wanted = new Set([...entries].flatMap(({ type, data }) => (type === 'infe' ? xmpItem(data) : [])));
  if (wanted.size === 0) return [];
  const texts: string[] = [];
  for (const { item, inIdat, parts } of places(of('iloc'))) {
    if (!wanted.delete(item)) continue;
    const source = inIdat ? of('idat') : file;
    let left = maxXmp;
    const bytes = parts.map(({ from, length }) => {
      const part = source.subarray(from, from + Math.min(length, left));
      left -= part.length;
      return part;
    });
    texts.push(utf8(joined(bytes)));
    if (texts.length === 4) break;
  }
  return texts;
}

/** The number of an item of type `mime` that says it is RDF. */
function xmpItem(data: Uint8Array): number[] {
  const wide = data[0] === 3;
  const type = wide ? 10 : 8;
  if (ascii(data, type, 4) !== 'mime') return [];
  const name = zeroAfter(data, type + 4, data.length);
  return name >= 0 && ascii(data, name + 1, 19) === 'application/rdf+xml' ? [wide ? u32(data, 4) : u16(data, 4)] : [];
}

interface Place {
  item: number;
  inIdat: boolean;
  parts: { from: number; length: number }[];
}

function* places(iloc: Uint8Array): Generator<Place> {
  const version = iloc[0] ?? 0;
  const [offsets, lengths] = [iloc[4]! >> 4, iloc[4]! & 15];
  const [bases, indexes] = [iloc[5]! >> 4, version > 0 ? iloc[5]! & 15 : 0];
  const number = (at: number, size: number): number => (size === 8 ? u64(iloc, at) : size === 4 ? u32(iloc, at) : 0);
  const wide = version === 2;
  let at = wide ? 10 : 8;
  const count = Math.min(wide ? u32(iloc, 6) : u16(iloc, 6), maxParts);
  for (let index = 0; index < count && at < iloc.length; index++) {
    const item = wide ? u32(iloc, at) : u16(iloc, at);
    at += wide ? 4 : 2;
    const inIdat = version > 0 && (u16(iloc, at) & 15) === 1;
    at += (version > 0 ? 2 : 0) + 2;
    const base = number(at, bases);
    at += bases;
    const extents = u16(iloc, at);
    at += 2;
    const parts: Place['parts'] = [];
    for (let extent = 0; extent < extents && at < iloc.length && parts.length < 64; extent++) {
      parts.push({ from: base + number(at + indexes, offsets), length: number(at + indexes + offsets, lengths) });
      at += indexes + offsets + lengths;
    }
    yield { item, inIdat, parts };
  }
}
