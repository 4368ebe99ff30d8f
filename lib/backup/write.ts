/** Writes a backup as it is read: nothing of it is held but the part that is on its way. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fileVersion, type BackupHeader, type WrittenRow } from './format.ts';
import { sealing } from './seal.ts';

/** Where it goes, and who wants to know. */
export interface Writing {
  to: WritableStream<Uint8Array<ArrayBuffer>>;
  /** Absent: everybody who has the file can read it. */
  passphrase?: string;
  signal?: AbortSignal;
  /** Rows that are read so far. */
  progress?: (rows: number) => void;
}

/** Characters gathered before they go on. */
const portion = 256 * 1024;

/** Writes all rows; resolves with their number when the file is whole. Rejects with what `rows`, the target or the signal threw. */
export async function writeBackup(
  rows: AsyncIterable<WrittenRow>,
  about: Pick<BackupHeader, 'database' | 'app' | 'at'>,
  { to, passphrase, signal, progress = () => {} }: Writing,
): Promise<number> {
  const header: BackupHeader = { format: 'bluepencil-backup', version: fileVersion, ...about };
  const hash = sha256.create();
  const items = rows[Symbol.asyncIterator]();
  let count = 0;
  const lines = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        let text = count === 0 ? line(header) : '';
        let done = false;
        while (!done && text.length < portion) {
          const next = await items.next();
          if (next.done) done = true;
          else {
            text += `{"table":${JSON.stringify(next.value.table)},"record":${next.value.json}}\n`;
            count++;
          }
        }
        progress(count);
        const bytes = encoder.encode(text);
        hash.update(bytes);
        controller.enqueue(bytes);
        if (!done) return;
        controller.enqueue(encoder.encode(line({ rows: count, sha256: bytesToHex(hash.digest()) })));
        controller.close();
      },
      cancel: async () => void (await items.return?.()),
    },
    { highWaterMark: 1 },
  );
  const packed = lines.pipeThrough<Uint8Array<ArrayBuffer>>(new CompressionStream('gzip'));
  const sealed = passphrase === undefined ? packed : packed.pipeThrough(await sealing(passphrase));
  await sealed.pipeTo(to, { signal });
  return count;
}

const encoder = new TextEncoder();
const line = (value: object): string => `${JSON.stringify(value)}\n`;
