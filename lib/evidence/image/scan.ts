/** Looks into the bytes of an image for marks that say who made it. Nothing is decoded, verified or fetched. */
import { isBmffImage, readBmff } from './bmff.ts';
import { standsAt } from './bytes.ts';
import type { Carriers, ImageFormat } from './carriers.ts';
import { marksOfManifest } from './credentials.ts';
import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import type { ImageMark } from './marks.ts';
import { pngSignature, readPng } from './png.ts';
import { marksOfResources } from './resources.ts';
import { readWebp } from './riff.ts';
import { isSvg, readSvg } from './svg.ts';
import { marksOfXmp } from './xmp.ts';

export interface ImageMarks {
  /** By its first bytes, never by its name; null: none that we read. */
  format: ImageFormat | null;
  /** The same mark once, Content Credentials first. At most 50. */
  marks: ImageMark[];
  /** There is a manifest in the file, whose signature can be checked. */
  signed: boolean;
}

/**
 * The marks in an image file. Never throws: of a broken file it gives what stands before the break. Time and memory grow with the size of the file, and
 * with nothing that the file says.
 */
export async function scanImage(bytes: Uint8Array): Promise<ImageMarks> {
  const carriers = await read(bytes);
  if (!carriers) return { format: null, marks: [], signed: false };
  const { format, xmp, manifest, resources } = carriers;
  const credentials = manifest ? marksOfManifest(manifest) : [];
  const others = [...xmp.flatMap(marksOfXmp), ...(resources ? marksOfResources(resources) : [])];
  const once = new Map([...credentials, ...others].map((found) => [`${found.rule} ${found.kind} ${found.snippet}`, found]));
  return { format, marks: [...once.values()].slice(0, 50), signed: credentials.length > 0 };
}

async function read(bytes: Uint8Array): Promise<Carriers | null> {
  if (standsAt(bytes, 0, '\xff\xd8')) return readJpeg(bytes);
  if (standsAt(bytes, 0, pngSignature)) return readPng(bytes);
  if (standsAt(bytes, 0, 'RIFF') && standsAt(bytes, 8, 'WEBP')) return readWebp(bytes);
  if (standsAt(bytes, 0, 'GIF8')) return readGif(bytes);
  if (isBmffImage(bytes)) return readBmff(bytes);
  return isSvg(bytes) ? readSvg(bytes) : null;
}
