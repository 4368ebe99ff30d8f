/** Small PNG files of pictures with few colours, written and read without a package: only what the visual reference holds. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Three bytes a pixel: red, green, blue, from the top left. */
export interface Pixels {
  width: number;
  height: number;
  rgb: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours of a kept picture: what an eye tells apart in text and icons. */
const colours = 96;

/** Reads an 8-bit PNG with a palette, or with red, green and blue (transparency is dropped), not interlaced. Throws for any other. */
export function readPng(file: Uint8Array): Pixels {
  const data = Buffer.from(file);
  const parts: Buffer[] = [];
  let [width, height, kind] = [0, 0, 0];
  let palette = Buffer.alloc(0);
  for (let at = signature.length; at < data.length;) {
    const size = data.readUInt32BE(at);
    const type = data.toString('latin1', at + 4, at + 8);
    const body = data.subarray(at + 8, at + 8 + size);
    if (type === 'IHDR') [width, height, kind] = [body.readUInt32BE(0), body.readUInt32BE(4), body.readUInt8(9)];
    if (type === 'IHDR' && (body[8] !== 8 || body[12] !== 0)) throw new Error('This PNG has another depth, or is interlaced.');
    if (type === 'PLTE') palette = Buffer.from(body);
    if (type === 'IDAT') parts.push(body);
    at += 12 + size;
  }
  const step = { 2: 3, 3: 1, 6: 4 }[kind];
  if (!step) throw new Error('This PNG is neither of colours nor with a palette.');
  const raw = unfilter(inflateSync(Buffer.concat(parts)), width * step, height, step);
  const rgb = new Uint8Array(width * height * 3);
  for (let n = 0; n < width * height; n++)
    for (let c = 0; c < 3; c++) rgb[3 * n + c] = kind === 3 ? palette[3 * raw[n]! + c]! : raw[step * n + c]!;
  return { width, height, rgb };
}

/** Writes a picture with its most frequent colours; the others become the nearest of those. */
export function writePng({ width, height, rgb }: Pixels): Uint8Array {
  const count = new Map<number, number>();
  const at = (n: number): number => (rgb[3 * n]! << 16) | (rgb[3 * n + 1]! << 8) | rgb[3 * n + 2]!;
  for (let n = 0; n < width * height; n++) count.set(at(n), (count.get(at(n)) ?? 0) + 1);
  const kept = [...count].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, colours);
  const palette = kept.map(([colour]) => colour);
  const index = new Map(palette.map((colour, n) => [colour, n]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let n = 0; n < width * height; n++) {
    const colour = at(n);
    if (!index.has(colour)) index.set(colour, nearest(palette, colour));
    rows[n + 1 + Math.floor(n / width)] = index.get(colour)!;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const bodies = [['IHDR', head] as const, ['PLTE', table] as const, ['IDAT', deflateSync(rows, { level: 9 })] as const];
  return Buffer.concat([signature, ...[...bodies, ['IEND', Buffer.alloc(0)] as const].map(([type, body]) => chunk(type, body))]);
}

function nearest(palette: number[], colour: number): number {
  const off = (one: number, bits: number): number => ((one >> bits) & 255) - ((colour >> bits) & 255);
  const distances = palette.map((one) => off(one, 16) ** 2 + off(one, 8) ** 2 + off(one, 0) ** 2);
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** The five filters of the PNG specification, §9. */
function unfilter(data: Buffer, line: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(line * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const left = x < step ? 0 : out[y * line + x - step]!;
      const up = y === 0 ? 0 : out[(y - 1) * line + x]!;
      const corner = x < step || y === 0 ? 0 : out[(y - 1) * line + x - step]!;
      const add = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0;
      out[y * line + x] = data[y * (line + 1) + 1 + x]! + add;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
