/**
 * Gzip, unpacked, and given up as soon as it is made to unpack without end: a megabyte can become a gigabyte. The file itself cannot be asked how
 * much is in it, since whoever makes such a file says what they like; but how often its own size has come out of it so far is known at each point.
 */
import { Refusal } from '../model/result.ts';

/**
 * Every row of ours has ids, hashes and salts of its own, which do not pack: the most even that we could make, the same long correction in
 * hundreds of revisions, becomes 107 times its size. The first bytes are free: of a few any number may come.
 */
const ratio = 400;
const free = 8 * 1024 * 1024;

/** Bytes unpacked at once: what comes out of them lies in memory before anybody asks for it. */
const portion = 16 * 1024;

type Bytes = Uint8Array<ArrayBuffer>;

/** Reading it fails with the refusal `backup-bomb` where it is one, and with whatever a `DecompressionStream` fails with. */
export function unpacked(packed: ReadableStream<Bytes>): ReadableStream<Bytes> {
  let read = 0;
  let given = 0;
  const cut = new TransformStream<Bytes, Bytes>({
    transform(chunk, controller) {
      for (let at = 0; at < chunk.length; at += portion) controller.enqueue(chunk.subarray(at, at + portion));
    },
  });
  const counted = new TransformStream<Bytes, Bytes>({
    transform(chunk, controller) {
      read += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const bounded = new TransformStream<Bytes, Bytes>({
    transform(chunk, controller) {
      given += chunk.length;
      if (given > free + ratio * read) throw new Refusal('backup-bomb', { times: Math.floor(given / read) });
      controller.enqueue(chunk);
    },
  });
  return packed.pipeThrough(cut).pipeThrough(counted).pipeThrough(new DecompressionStream('gzip')).pipeThrough(bounded);
}
