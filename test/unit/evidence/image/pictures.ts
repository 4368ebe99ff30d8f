/** Small real pictures, and how each format carries XMP. The bytes are put together by hand, as the formats' specifications say. */
import { deflateSync } from 'node:zlib';

export type Format = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg';

const from64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
export const bytes = (...parts: (Uint8Array | number[] | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))));
export const be32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
export const be16 = (value: number): number[] => [(value >>> 8) & 255, value & 255];
const le32 = (value: number): number[] => be32(value).toReversed();

/** A picture without any mark. The PNG shows a sky over a hill; the others are one dot. */
export const plain: Record<Format, Uint8Array> = {
  png: landscape(240, 150),
  jpeg: greyJpeg(),
  webp: from64('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='),
  avif: from64(
    'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB0AAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAAIAAAACAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQ0MAAAAABNjb2xybmNseAACAAIAAYAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACVtZGF0EgAKCBgANogQEAwgMg8f8D///8WfhwB8+ErK42A=',
  ),
  gif: from64('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
  svg: text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle r="4" cx="4" cy="4"/></svg>'),
};

/** A picture with a packet of XMP in it. */
export function withXmp(format: Format, packet: string): Uint8Array {
  const xmp = text(packet);
  const file = plain[format];
  if (format === 'jpeg') return jpegWith(segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', xmp)));
  if (format === 'png') return pngWith(chunk('iTXt', bytes('XML:com.adobe.xmp\0\0\0\0\0', xmp)));
  if (format === 'webp') return webpWith(riffChunk('XMP ', xmp));
  if (format === 'avif') return bytes(file, box('uuid', bytes(from64('vnrPy5epQuiccZmUkeOvrA=='), xmp)));
  if (format === 'gif') {
    const trailer = [1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0];
    return bytes(file.subarray(0, 19), [0x21, 0xff, 11], 'XMP DataXMP', xmp, trailer, file.subarray(19));
  }
  return text(Buffer.from(file).toString().replace('<circle', `<metadata>${packet}</metadata><circle`));
}

export const compressedXmp = (packet: string): Uint8Array =>
  pngWith(chunk('iTXt', bytes('XML:com.adobe.xmp\0', [1, 0], '\0\0', deflateSync(text(packet)))));

/** A long packet is cut into pieces, here written last piece first. */
export function extendedXmp(packet: string, pieces: number): Uint8Array {
  const xmp = text(packet);
  const size = Math.ceil(xmp.length / pieces);
  const parts = Array.from({ length: pieces }, (_, index) =>
    segment(
      0xe1,
      bytes(
        'http://ns.adobe.com/xmp/extension/\0',
        'A1B2C3D4E5F60718293A4B5C6D7E8F90',
        be32(xmp.length),
        be32(index * size),
        xmp.subarray(index * size, (index + 1) * size),
      ),
    ),
  );
  return jpegWith(bytes(...parts.toReversed()));
}

/** XMP as an item of `meta`, in `idat`. */
export function itemXmp(packet: string): Uint8Array {
  const xmp = text(packet);
  const meta = box(
    'meta',
    bytes(
      be32(0),
      box('iinf', bytes(be32(0), be16(1), box('infe', bytes([2, 0, 0, 1], be16(7), be16(0), 'mime', 'xmp\0application/rdf+xml\0')))),
      box('iloc', bytes([1, 0, 0, 0, 0x44, 0x00], be16(1), be16(7), be16(1), be16(0), be16(1), be32(0), be32(xmp.length))),
      box('idat', xmp),
    ),
  );
  return bytes(box('ftyp', bytes('heic', be32(0), 'mif1heic')), meta);
}

/** XMP as one of Photoshop's resources, behind another one with a name. */
export function resourceXmp(packet: string): Uint8Array {
  const xmp = text(packet);
  const other = bytes('8BIM', be16(0x03ed), [3], 'abc', be32(3), [1, 2, 3, 0]);
  const padding = xmp.length % 2 ? [0] : [];
  return jpegWith(segment(0xed, bytes('Photoshop 3.0\0', other, '8BIM', be16(0x0424), [0, 0], be32(xmp.length), xmp, padding)));
}

/** IPTC's older fields with a credit line. */
export function withCredit(credit: string): Uint8Array {
  const iim = bytes([0x1c, 2, 0], be16(2), be16(4), [0x1c, 2, 110], be16(credit.length), credit);
  const padding = iim.length % 2 ? [0] : [];
  return jpegWith(segment(0xed, bytes('Photoshop 3.0\0', '8BIM', be16(0x0404), [0, 0], be32(iim.length), iim, padding)));
}

export const box = (type: string, data: Uint8Array): Uint8Array => bytes(be32(data.length + 8), type, data);
const riffChunk = (type: string, data: Uint8Array): Uint8Array => bytes(type, le32(data.length), data, data.length % 2 ? [0] : []);
const jpegWith = (segments: Uint8Array): Uint8Array => bytes(plain.jpeg.subarray(0, 20), segments, plain.jpeg.subarray(20));
const pngWith = (chunks: Uint8Array): Uint8Array => bytes(plain.png.subarray(0, 33), chunks, plain.png.subarray(33));

/** The extended form: a header that says there is XMP, one dot in size. */
function webpWith(chunks: Uint8Array): Uint8Array {
  const all = bytes('WEBP', riffChunk('VP8X', bytes([4, 0, 0, 0, 0, 0, 0, 0, 0, 0])), plain.webp.subarray(12), chunks);
  return bytes('RIFF', le32(all.length), all);
}

export function segment(marker: number, data: Uint8Array): Uint8Array {
  return bytes([0xff, marker], be16(data.length + 2), data);
}

/** 8 × 8 grey dots: one block, whose one value is the grey. */
function greyJpeg(): Uint8Array {
  const table = (kind: number): Uint8Array =>
    segment(
      0xc4,
      bytes(
        [kind, 1],
        Array.from({ length: 15 }, () => 0),
        [0],
      ),
    );
  return bytes(
    [0xff, 0xd8],
    segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    segment(
      0xdb,
      bytes(
        [0],
        Array.from({ length: 64 }, () => 1),
      ),
    ),
    segment(0xc0, bytes([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    table(0x00),
    table(0x10),
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    [0x3f, 0xff, 0xd9],
  );
}

function landscape(width: number, height: number): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = [0];
    for (let x = 0; x < width; x++) {
      const hill = y > height * 0.62 + Math.sin(x / 38) * 16;
      row.push(...(hill ? [54, 110 + (x % 40), 86] : [140 + y / 2, 180 + y / 3, 235]).map(Math.round));
    }
    return new Uint8Array(row);
  });
  const header = bytes(be32(width), be32(height), [8, 2, 0, 0, 0]);
  return bytes('\x89PNG\r\n\x1a\n', chunk('IHDR', header), chunk('IDAT', deflateSync(bytes(...rows))), chunk('IEND', new Uint8Array()));
}

export function chunk(type: string, data: Uint8Array): Uint8Array {
  return bytes(be32(data.length), type, data, be32(crc(bytes(type, data))));
}

function crc(data: Uint8Array): number {
  let value = 0xff_ff_ff_ff;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~value >>> 0;
}
