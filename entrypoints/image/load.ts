/** Gets the bytes of an image: from its address, with the person's permission for its host, or from a file that they chose. */
import type { ImageFormat } from '../../lib/evidence/image/carriers.ts';

/** Bytes of the largest image that is read. */
export const maxBytes = 50_000_000;

/** Why an image was not read; the words are `image.problem.<code>`. */
export class LoadProblem extends Error {
  readonly code: 'large' | 'fetch' | 'status';
  readonly detail: string;
  constructor(code: LoadProblem['code'], detail = '') {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/**
 * Where an image comes from. `host`: a permission is needed for `origin`. `inline`: the bytes are in the address. `page`: only the page that showed it can
 * read it (`blob:`), or the address is too long.
 */
export type Source = { kind: 'host'; url: string; origin: string } | { kind: 'inline'; url: string } | { kind: 'page' };

/** What the context menu gave; null where the page was opened without an image. */
export function sourceOf(src: string | null): Source | null {
  if (!src) return null;
  const url = URL.canParse(src) ? new URL(src) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return { kind: 'host', url: url.href, origin: url.origin };
  // What was cut on the way here is not the image.
  return url?.protocol === 'data:' && src.length < 300_000 ? { kind: 'inline', url: src } : { kind: 'page' };
}

/** One request for the image, as the page that showed it made one: with the host's cookies, and without saying where from. */
export async function fetchImage(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { signal, credentials: 'include', referrerPolicy: 'no-referrer' }).catch((error: unknown) => {
    throw new LoadProblem('fetch', String(error));
  });
  if (!response.ok) throw new LoadProblem('status', String(response.status));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const reader = response.body!.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw new LoadProblem('large');
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

export async function readImageFile(file: File): Promise<Uint8Array> {
  if (file.size > maxBytes) throw new LoadProblem('large');
  return new Uint8Array(await file.arrayBuffer());
}

/** What the bytes are, whatever the server or the file's name said. */
export const mimeOf = (format: ImageFormat): string =>
  format === 'svg' ? 'image/svg+xml' : format === 'heif' ? 'image/heic' : `image/${format}`;
