/**
 * A passphrase around a file: AES-256-GCM in chunks, the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015). The nonce is
 * 7 random bytes, the number of the chunk, and 1 for the last chunk; the header is bound to each of them. So a chunk that is changed, moved or
 * missing shows where it stands, and nothing of it is given out.
 */
import { Refusal } from '../model/result.ts';
import { z } from '../schema/zod.ts';

/** Rounds of PBKDF2 with SHA-256: the least that OWASP's Password Storage Cheat Sheet names. */
const rounds = 600_000;
/** Bytes in a chunk, and those that GCM adds. */
const chunkSize = 65_536;
const tagSize = 16;
/** A header is shorter. */
const headerLimit = 1000;
/** Chunks looked through for the place of one that stands elsewhere. */
const searched = 20_000;

type Bytes = Uint8Array<ArrayBuffer>;

const headerSchema = z.strictObject({
  format: z.literal('bluepencil-sealed'),
  version: z.int().min(1),
  kdf: z.literal('PBKDF2-SHA-256'),
  // More would be a way to keep a computer busy.
  rounds: z.int().min(100_000).max(10_000_000),
  salt: z.base64().length(24),
  cipher: z.literal('AES-256-GCM-STREAM'),
  chunk: z.literal(chunkSize),
  nonce: z.base64().length(12),
});

/** What a sealed file begins with. */
export const sealedStart = '{"format":"bluepencil-sealed"';

/** Seals what goes through it. */
export async function sealing(passphrase: string): Promise<TransformStream<Bytes, Bytes>> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(7));
  const said = {
    format: 'bluepencil-sealed',
    version: 1,
    kdf: 'PBKDF2-SHA-256',
    rounds,
    salt: base64(salt),
    cipher: 'AES-256-GCM-STREAM',
    chunk: chunkSize,
    nonce: base64(nonce),
  };
  const header: Bytes = new TextEncoder().encode(`${JSON.stringify(said)}\n`);
  const key = await keyOf(passphrase, salt, rounds);
  const seal = async (number: number, last: boolean, data: Bytes): Promise<Bytes> =>
    new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, number, last, header), key, data));
  let number = 0;
  return chunked(chunkSize, {
    async start(give) {
      give(header);
      // An empty chunk: by it a wrong passphrase is known before anything else is read.
      give(await seal(number++, false, new Uint8Array(0)));
    },
    chunk: (data, last) => seal(number++, last, data),
  });
}

/**
 * Opens what `sealing` made; `bytes` is the size of the file. Refusals: `backup-not-ours`, `backup-newer-file`, `backup-passphrase`,
 * `backup-damaged`, `backup-order`, `backup-cut`.
 */
export async function unsealed(file: Blob, passphrase: string): Promise<{ from: number; opening: TransformStream<Bytes, Bytes> }> {
  const start = new Uint8Array(await file.slice(0, headerLimit).arrayBuffer());
  const header = start.slice(0, start.indexOf(10) + 1);
  const { salt, nonce, rounds } = readHeader(header);
  const key = await keyOf(passphrase, salt, rounds);
  const open = async (number: number, last: boolean, data: Bytes): Promise<Bytes | null> => {
    try {
      return new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, number, last, header), key, data));
    } catch {
      return null;
    }
  };
  const from = header.length + tagSize;
  const check = new Uint8Array(await file.slice(header.length, from).arrayBuffer());
  if (check.length < tagSize) throw new Refusal('backup-cut');
  if (!(await open(0, false, check))) throw new Refusal('backup-passphrase');
  const count = Math.ceil((file.size - from) / (chunkSize + tagSize));
  let number = 0;
  const opening = chunked(chunkSize + tagSize, {
    async chunk(data, last) {
      number++;
      const plain = await open(number, last, data);
      if (plain) return plain;
      // The end of a whole file carries the mark of the last chunk.
      if (last) throw new Refusal('backup-cut');
      for (let other = 1; other <= Math.min(count, searched); other++)
        if ((await open(other, false, data)) || (await open(other, true, data))) throw new Refusal('backup-order');
      throw new Refusal('backup-damaged');
    },
  });
  return { from, opening };
}

function readHeader(header: Bytes): { salt: Bytes; nonce: Bytes; rounds: number } {
  let said: unknown;
  try {
    said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(header));
  } catch {
    throw new Refusal(header.length === 0 ? 'backup-cut' : 'backup-damaged');
  }
  const parsed = headerSchema.safeParse(said);
  if (!parsed.success) throw new Refusal('backup-damaged');
  if (parsed.data.version > 1) throw new Refusal('backup-newer-file');
  return { salt: bytesOf(parsed.data.salt), nonce: bytesOf(parsed.data.nonce), rounds: parsed.data.rounds };
}

/** Cuts a stream into pieces of one size; the last, which may be shorter or empty, is known by the end. */
function chunked(
  size: number,
  work: { start?: (give: (data: Bytes) => void) => Promise<void>; chunk: (data: Bytes, last: boolean) => Promise<Bytes> },
): TransformStream<Bytes, Bytes> {
  const waiting = new Uint8Array(size);
  let filled = 0;
  return new TransformStream<Bytes, Bytes>({
    start: (controller) => work.start?.((data) => controller.enqueue(data)),
    async transform(data, controller) {
      for (let at = 0; at < data.length;) {
        if (filled === size) {
          controller.enqueue(await work.chunk(waiting, false));
          filled = 0;
        }
        const part = data.subarray(at, at + size - filled);
        waiting.set(part, filled);
        filled += part.length;
        at += part.length;
      }
    },
    flush: async (controller) => controller.enqueue(await work.chunk(waiting.slice(0, filled), true)),
  });
}

async function keyOf(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  // The same letters may be typed as other signs on another computer.
  const secret = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const from = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(from, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function gcm(prefix: Bytes, number: number, last: boolean, header: Bytes): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(prefix);
  new DataView(iv.buffer).setUint32(7, number);
  iv[11] = last ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData: header };
}

const base64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));
const bytesOf = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
