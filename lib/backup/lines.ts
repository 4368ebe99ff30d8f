import { Refusal } from '../model/result.ts';

/** Bytes of a line: a review of the longest answer with all that was said before it is a tenth of it. */
const longest = 64 * 1024 * 1024;

/**
 * The lines of a stream, each with its end, whatever its pieces. What follows the last end is a line of an `open` file; else it is refused as cut
 * off (`backup-cut`). A line that is too long is refused as soon as it is (`backup-line`): it is not held.
 */
export async function* linesOf(stream: ReadableStream<Uint8Array>, { open = false } = {}): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      let start = 0;
      for (let end = value.indexOf(10); end !== -1; end = value.indexOf(10, start)) {
        const part = value.subarray(start, end + 1);
        start = end + 1;
        yield parts.length === 0 ? part : joined(parts, part, size);
        parts = [];
        size = 0;
      }
      if (start === value.length) continue;
      parts.push(value.subarray(start));
      size += value.length - start;
      if (size > longest) throw new Refusal('backup-line', { max: longest / 1024 / 1024 });
    }
    if (size > 0 && !open) throw new Refusal('backup-cut');
    if (size > 0) yield joined(parts, new Uint8Array(0), size);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function joined(parts: Uint8Array[], last: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size + last.length);
  let at = 0;
  for (const part of [...parts, last]) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
