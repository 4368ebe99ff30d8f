/** What zlib made small, made large again, but never larger than asked for: a bomb of a few kB holds gigabytes. */
import { joined } from './bytes.ts';

/** At most `limit` bytes; of broken data what came before the break. */
export async function inflate(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const reader = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (let left = limit; left > 0;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value.subarray(0, left));
      left -= value.length;
    }
  } catch {
    // Broken from here on.
  }
  await reader.cancel().catch(() => {});
  return joined(parts);
}
