/** Files that are no backup, as rows that are restored like one: exports in the native format, and data sets whose answers wait to be reviewed. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { unpackedStart, type ReadRow } from '../../lib/backup/format.ts';
import { linesOf } from '../../lib/backup/lines.ts';
import { sealedStart } from '../../lib/backup/seal.ts';
import { queued, type QueueFor } from '../../lib/dataset/queue.ts';
import { kindOf, readDataset } from '../../lib/dataset/read.ts';
import { isNative, readNative } from '../../lib/export/formats/native.ts';
import { conversationOf, type ConversationKey, type Masks } from '../../lib/model/privacy.ts';
import type { About, MaskAbout } from '../../lib/store/maskStored.ts';

/** What a file is, by how it begins: packed, sealed and unpacked backups, and nothing at all, are left to those who read backups. */
export async function fileKind(file: Blob): Promise<'backup' | 'native' | 'dataset'> {
  const bytes = new Uint8Array(await file.slice(0, 40).arrayBuffer());
  const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (start === '' || bytes[0] === 0x1f || start.startsWith(sealedStart) || start.startsWith(unpackedStart)) return 'backup';
  return isNative(start) ? 'native' : 'dataset';
}

/** How a file is read, and who hears of the share of it that was read, from 0 to 1. */
interface TakingIn {
  signal: AbortSignal;
  progress: (share: number) => void;
  /** Of a data set: what its drafts have in common. */
  queue: Omit<QueueFor, 'name' | 'at'>;
  /** Where a policy wants what is stored masked: nothing comes in as it was. */
  masking: Masking | null;
}

/** How it is masked, and what is kept of a conversation. */
export interface Masking {
  mask: MaskAbout;
  read: (conversation: ConversationKey) => Promise<Masks>;
}

/** Things whose rows stand together: a transaction takes as many. */
const together = 250;

/** All rows, and at the end the file's SHA-256. Throws what `readNative` and `readDataset` throw. */
export async function* takenIn(file: File, { signal, progress, queue, masking }: TakingIn): AsyncGenerator<ReadRow, { sha256: string }> {
  const hash = sha256.create();
  let read = 0;
  const lines = async function* (from: Blob): AsyncGenerator<Uint8Array> {
    for await (const line of linesOf(from.stream(), { open: true })) {
      signal.throwIfAborted();
      hash.update(line);
      progress((read += line.length) / file.size);
      yield line;
    }
  };
  let waiting: Record<string, ReadRow[]> = {};
  let count = 0;
  const put = (table: string, record: unknown): void => {
    (waiting[table] ??= []).push({ table, record, size: 0 });
  };
  const kept = new Map<string, Masks>();
  /** What is about one answer, as it may be stored. */
  const masked = async (about: About): Promise<About> => {
    if (!masking) return about;
    const conversation = conversationOf(about.answer);
    const name = JSON.stringify(conversation);
    const done = masking.mask(about, kept.get(name) ?? (await masking.read(conversation)));
    kept.set(name, done.kept);
    return done.about;
  };
  // The placeholders first, so that none is given twice; answers last: the rows of the list are made once, of all that is about them.
  const flush = function* (): Generator<ReadRow> {
    for (const one of kept.values()) put('masks', one);
    for (const table of ['masks', 'reviews', 'preferences', 'drafts', 'answers']) yield* waiting[table] ?? [];
    waiting = {};
    kept.clear();
    count = 0;
  };
  if ((await fileKind(file)) === 'native') {
    for await (const item of readNative(lines(file))) {
      if ('preference' in item) {
        const [one, other] = item.answers;
        const first = await masked({ answer: one, reviews: [], preferences: [item.preference] });
        for (const preference of first.preferences) put('preferences', preference);
        put('answers', first.answer);
        put('answers', (await masked({ answer: other, reviews: [], preferences: [] })).answer);
      } else {
        const { answer, reviews } = await masked({ answer: item.answer, reviews: item.reviews, preferences: [] });
        for (const review of reviews) put('reviews', review);
        put('answers', answer);
      }
      if (++count >= together) yield* flush();
    }
  } else {
    let number = 0;
    // No line of it is read: it is hashed as it lies.
    if ((await kindOf(file)) === 'parquet') for await (const chunk of file.stream()) hash.update(chunk);
    for await (const row of readDataset(file, lines, progress)) {
      signal.throwIfAborted();
      for (const { answer, draft } of queued(row, ++number, { ...queue, name: file.name, at: file.lastModified })) {
        const about = await masked({ answer, reviews: [draft], preferences: [] });
        for (const one of about.reviews) put('drafts', one);
        put('answers', about.answer);
      }
      if (++count >= together) yield* flush();
    }
  }
  yield* flush();
  return { sha256: bytesToHex(hash.digest()) };
}
