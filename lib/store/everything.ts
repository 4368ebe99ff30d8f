/** All that a backup holds, table by table. A table that is not named here does not compile. */
import { z } from '../schema/zod.ts';
import { answerSchema } from '../schema/answer.ts';
import { preferenceSchema } from '../schema/preference.ts';
import { reviewSchema } from '../schema/review.ts';
import { settingsSchema } from '../schema/settings.ts';
import { migrations } from './migrations.ts';
import type { Sound, Store, Table } from './open.ts';
import { auditRowSchema, masksSchema, quarantineSchema, receiptSchema, settingsRowSchema } from './rows.ts';

/** A table whose rows are in a backup: how they are read, and by what they are found. */
export interface Kept {
  schema: z.ZodType;
  key: (record: never) => IDBValidKey;
}

const byId = ({ id }: { id: string }): string => id;
const byRevision = ({ id, revision }: { id: string; revision: number }): [string, number] => [id, revision];

/** Which tables a backup keeps, in the order of its file; of the others, why not. */
export const tablesOfBackup = {
  // Before what it speaks of: what is made while a backup is read may then lack its entry, but no entry lacks what it speaks of.
  audit: { schema: auditRowSchema, key: ({ seq }: { seq: number }) => seq },
  reviews: { schema: reviewSchema, key: byRevision },
  preferences: { schema: preferenceSchema, key: byRevision },
  drafts: { schema: reviewSchema, key: ({ answerId }: { answerId: string }) => answerId },
  // After all that is about them, so that none is missing.
  answers: { schema: answerSchema, key: byId },
  // With what a person hid by hand: it stays hidden wherever the reviews are sent from.
  masks: { schema: masksSchema, key: ({ conversation }: { conversation: string[] }) => conversation },
  receipts: { schema: receiptSchema, key: ({ key }: { key: string }) => key },
  quarantine: { schema: quarantineSchema, key: byId },
  // The settings alone. The rest is where this browser is with its work.
  meta: { schema: settingsRowSchema, key: ({ key }: { key: string }) => key },
  heads: 'made of reviews and answers again',
  counts: 'made of the list again',
  unindexed: 'made of the list again',
  segments: 'made of the list again',
  words: 'made of the list again',
  // In flight. What an endpoint has not acknowledged is enqueued anew under the same event id, so nothing is lost, and nothing is there twice.
  outbox: 'made again of what has no receipt',
  batches: 'leases of this browser',
  secrets: 'never leave',
} satisfies Record<Table, Kept | string>;

export type KeptTable = { [T in Table]: (typeof tablesOfBackup)[T] extends string ? never : T }[Table];

/** The tables of a backup, in their order, as `openBackup` takes them. */
export const backupTables: readonly (Kept & { table: KeptTable })[] = Object.entries(tablesOfBackup).flatMap(([table, kept]) =>
  typeof kept === 'string' ? [] : [{ table: table as KeptTable, ...kept }],
);

/** The version of the database that this code writes, and reads from a backup. */
export const databaseVersion = migrations.length;

/** Characters read in one transaction, about; and rows at most. */
const portion = 1_000_000;
const most = 250;

/**
 * Every row of those tables, written as JSON. What cannot be read goes to `quarantine`, and with that into the backup. What is saved meanwhile may
 * or may not be in it. From the database of a newer version rows are taken as they are there: that version reads them.
 */
export async function* everyRow(store: Store): AsyncGenerator<{ table: KeptTable; json: string }> {
  const { readOnly } = await store.state();
  for (const kept of backupTables) yield* rowsOf(store, readOnly ? { ...kept, schema: asTheyAre } : kept);
}

const asTheyAre: z.ZodType = z.unknown();

/** How many rows there are, for a progress. */
export async function countRows(store: Store): Promise<number> {
  const tables = backupTables.map(({ table }) => table);
  return store.read(tables, async (tx) => {
    const counts = await Promise.all(tables.map((table) => tx.objectStore(table).count()));
    return counts.reduce((sum, count) => sum + count, 0);
  });
}

interface Portion {
  keys: IDBValidKey[];
  texts: string[];
}

async function* rowsOf(
  store: Store,
  { table, schema, key }: Kept & { table: KeptTable },
): AsyncGenerator<{ table: KeptTable; json: string }> {
  // The first read is small: nobody knows yet how big the rows are.
  let page = 8;
  for (let after: IDBValidKey | null = null; ;) {
    const range: IDBKeyRange | null =
      table === 'meta' ? IDBKeyRange.only('settings') : after === null ? null : IDBKeyRange.lowerBound(after, true);
    const { keys, texts }: Portion = await store.read([table], async (tx, sound): Promise<Portion> => {
      const from = tx.objectStore(table);
      const [keys, records]: [IDBValidKey[], unknown[]] = await Promise.all([
        from.getAllKeys(range as IDBKeyRange, page),
        from.getAll(range as IDBKeyRange, page),
      ]);
      return { keys, texts: records.flatMap((record, at) => written(sound, { table, schema, key }, keys[at] ?? '', record)) };
    });
    for (const json of texts) yield { table, json };
    if (keys.length < page || table === 'meta') return;
    after = keys.at(-1) ?? null;
    const size = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
    page = Math.max(1, Math.min(most, Math.floor(portion / Math.max(1, size))));
  }
}

/** A row as a backup has it; none where it cannot be read. */
export function written(sound: Sound, { table, schema }: Kept & { table: KeptTable }, key: IDBValidKey, record: unknown): string[] {
  // What is in quarantine is not to be set aside once more, and a record of settings is judged by what it holds.
  const sane = table === 'quarantine' ? plain(record) : record;
  const parsed =
    table === 'quarantine'
      ? (quarantineSchema.safeParse(sane).data ?? null)
      : table === 'meta'
        ? settingsRow(sound, schema === asTheyAre ? schema : settingsSchema, record)
        : sound(table, key, schema, record);
  return parsed === null ? [] : [JSON.stringify(parsed)];
}

function settingsRow(sound: Sound, schema: z.ZodType, record: unknown): { key: string; value: unknown } | null {
  const value = sound('meta', 'settings', schema, (record as { value?: unknown }).value);
  return value === null ? null : { key: 'settings', value };
}

/** A quarantined record as JSON can hold it: it may be anything, and the file must be one that is read again. */
function plain(row: unknown): unknown {
  try {
    const text = JSON.stringify(row);
    return /"__proto__"/.test(text) || /[[{](?:[^[\]{}]*[[{]){60}/.test(text) ? { ...(row as object), record: text } : JSON.parse(text);
  } catch {
    return { ...(row as object), record: String((row as { record?: unknown }).record) };
  }
}
