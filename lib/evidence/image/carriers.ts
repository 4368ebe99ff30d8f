/** The parts of an image file that can carry marks, as each format's reader finds them. */

export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'svg' | 'avif' | 'heif';

export interface Carriers {
  format: ImageFormat;
  /** XMP packets, each as text. */
  xmp: string[];
  /** The C2PA manifest store: a JUMBF box and what is in it. */
  manifest: Uint8Array | null;
  /** Photoshop's image resources, which hold IPTC's older fields. */
  resources: Uint8Array | null;
}

/** No real packet is longer; the rest of one that is is not read. */
export const maxXmp = 8_000_000;

/** Segments, chunks and boxes that are looked at in one file. Real ones have tens, a JPEG of metadata a few thousand. */
export const maxParts = 20_000;
