/**
 * What a saved file holds for an export, in the order in which the dashboard reads its own store. Nothing but an index is held: a backup is
 * checked to its end and laid out on the disk once, and its records are read from there, a few at a time.
 */
import { openSync, readSync, closeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { openBackup } from '../backup/read.ts';
import type { Answer } from '../model/answer.ts';
import { oldestFirst, pairKey, type Preference } from '../model/preference.ts';
import type { Masks } from '../model/privacy.ts';
import type { Review } from '../model/review.ts';
import type { Settings } from '../model/settings.ts';
import type { Exported } from '../export/format.ts';
import { backupTables, databaseVersion } from '../store/everything.ts';
import { reviewedOf } from '../store/reviewed.ts';

/** A file that is open to be exported. */
export interface Saved {
  /** All of it, as often as it is asked for. */
  items: () => AsyncGenerator<Exported>;
  /** What was masked before, and by what; none in a native export. */
  masks: Masks[];
  /** Null: the file holds none. */
  settings: Settings | null;
  close: () => void;
}

/** Where a record lies on the disk. */
interface Place {
  at: number;
  length: number;
}
interface AnswerPlace extends Place {
  id: string;
  capturedAt: string;
}
/** Bytes gathered before a write. */
const portion = 1_000_000;

/** Lays a backup out in `spill`, a file of the caller's. Rejects with what `openBackup` refuses. */
export async function openSavedBackup(file: Blob, passphrase: string | undefined, spill: string): Promise<Saved> {
  const { rows } = await openBackup(file, { database: databaseVersion, tables: backupTables, passphrase });
  const answers: AnswerPlace[] = [];
  const byAnswer = new Map<string, Place[]>();
  const byName = new Map<string, Place>();
  const preferences = new Map<string, Place>();
  /** By pair, those that say something. */
  const pairs = new Map<string, Set<string>>();
  const masks: Masks[] = [];
  let settings: Settings | null = null;
  const out = await open(spill, 'w');
  try {
    let waiting: Buffer[] = [];
    let [size, at] = [0, 0];
    const flush = async (): Promise<void> => {
      await out.writev(waiting);
      waiting = [];
      size = 0;
    };
    const lay = async (record: unknown): Promise<Place> => {
      const bytes = Buffer.from(JSON.stringify(record));
      const place = { at, length: bytes.length };
      waiting.push(bytes);
      at += bytes.length;
      if ((size += bytes.length) > portion) await flush();
      return place;
    };
    for await (const { table, record } of rows) {
      if (table === 'reviews') {
        const { answerId } = record as Review;
        const places = byAnswer.get(answerId) ?? [];
        byAnswer.set(answerId, places);
        places.push(await lay(record));
      } else if (table === 'preferences') {
        // The revisions of one stand together, the newest last.
        const preference = record as Preference;
        const { id, status } = preference;
        preferences.set(id, await lay(record));
        const key = pairKey(preference);
        const pair = pairs.get(key) ?? new Set();
        pairs.set(key, pair);
        if (status === 'final') pair.add(id);
        else pair.delete(id);
      } else if (table === 'answers') {
        const { id, aliases, capturedAt } = record as Answer;
        const place = { ...(await lay(record)), id, capturedAt };
        answers.push(place);
        for (const alias of aliases) if (!byName.has(alias)) byName.set(alias, place);
        byName.set(id, place);
      } else if (table === 'masks') masks.push(record as Masks);
      else if (table === 'meta') settings = (record as { value: Settings }).value;
    }
    await flush();
  } finally {
    await out.close();
  }
  answers.sort((one, other) => order(one.capturedAt, other.capturedAt) || order(one.id, other.id));
  const disk = openSync(spill, 'r');
  const read = ({ at, length }: Place): unknown => {
    const bytes = Buffer.allocUnsafe(length);
    readSync(disk, bytes, 0, length, at);
    return JSON.parse(bytes.toString());
  };

  async function* items(): AsyncGenerator<Exported> {
    for (const place of answers) {
      const revisions = (byAnswer.get(place.id) ?? []).map((one) => read(one) as Review);
      revisions.sort((one, other) => one.revision - other.revision || order(one.id, other.id));
      const reviewed = revisions.length > 0 && reviewedOf(read(place) as Answer, revisions);
      if (reviewed) yield reviewed;
    }
    // Each pair where its first preference stands: those of a backup stand in the order of their ids.
    for (const ids of [...pairs.values()].toSorted(([one = ''], [other = '']) => order(one, other))) {
      const said = oldestFirst([...ids].map((id) => read(preferences.get(id) as Place) as Preference));
      const preference = said.at(-1);
      const [one, other] = preference?.answerIds.map((id) => byName.get(id)) ?? [];
      if (!preference || !one || !other) continue;
      yield { preference, answers: [read(one) as Answer, read(other) as Answer], ...(said.length > 1 && { preferences: said }) };
    }
  }
  return { items, masks, settings, close: () => closeSync(disk) };
}

/** As IndexedDB orders strings: by UTF-16 units. */
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
