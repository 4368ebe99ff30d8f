/** Brings a backup back: first what would come of it, then, once somebody has said yes, portion by portion. Done twice it is as done once. */
import { readLine } from '../audit/entry.ts';
import type { Answer } from '../model/answer.ts';
import type { Masks } from '../model/privacy.ts';
import type { Review } from '../model/review.ts';
import type { Settings } from '../model/settings.ts';
import { mergeMasks } from './masks.ts';
import type { Revision } from './merge.ts';
import { actor } from './noted.ts';
import type { Store, Writing } from './open.ts';
import { note, recordTables } from './record.ts';
import { draftsIn, mergedIn, putAnswers, putDrafts, putRevisions, restoredTables } from './restored.ts';
import { changeSettings, readSettings } from './settings.ts';
import { changeSyncState } from './syncState.ts';
import type { AuditRow, QuarantineRow, Receipt, Tables } from './tables.ts';
import { beginTakeover, takeOver, type Ended } from './takeover.ts';

/** A row of a backup, read by the schema of its table. */
export interface GivenRow {
  table: string;
  record: unknown;
  /** Of its text, in bytes. */
  size: number;
}

/** What a backup would bring. Preferences are counted as reviews, as the list counts them. */
export interface RestorePlan {
  /** Reviews in the backup; those that are not here, and those of which something is not here. */
  reviews: number;
  fresh: number;
  changed: number;
  /** Drafts and adapters that are not here. */
  drafts: number;
  adapters: number;
  /** Nothing was reviewed here yet: then the settings come back too, if there are any. */
  empty: boolean;
  settings: Settings | null;
  /** Where its record ends; null: it has none that can be read. */
  ended: Ended | null;
}

/** Reads all of a backup and writes nothing. */
export async function planRestore(store: Store, rows: AsyncIterable<GivenRow>): Promise<RestorePlan> {
  const empty = await store.read(['heads'], async (tx) => (await tx.objectStore('heads').count()) === 0);
  const plan: RestorePlan = { reviews: 0, fresh: 0, changed: 0, drafts: 0, adapters: 0, empty, settings: null, ended: null };
  for await (const { table, records } of portions(rows)) {
    if (table === 'reviews' || table === 'preferences') {
      const merged = await store.read([table], (tx, sound) => mergedIn(tx, sound, table, records as Revision[]));
      plan.reviews += merged.length;
      for (const { kind } of merged) {
        if (kind === 'new') plan.fresh++;
        if (kind === 'changed') plan.changed++;
      }
    } else if (table === 'drafts')
      plan.drafts += (await store.read(['drafts', 'reviews'], (tx, sound) => draftsIn(tx, sound, records as Review[]))).length;
    else if (table === 'meta') plan.settings = (records as { value: Settings }[])[0]?.value ?? null;
    else if (table === 'audit') {
      const last = (records as AuditRow[]).at(-1);
      const entry = last ? readLine(last.line) : null;
      plan.ended = entry && entry.seq === last?.seq ? { seq: entry.seq, hash: entry.hash } : null;
    }
  }
  const { adapters } = await readSettings(store);
  const known = new Set(adapters.map(({ adapter }) => adapter.id));
  plan.adapters = (plan.settings?.adapters ?? []).filter(({ adapter }) => !known.has(adapter.id)).length;
  return plan;
}

/**
 * Brings back what `planRestore` counted. Each portion is one strict transaction: stopped anywhere, everything that is there is whole, and the same
 * file brings the rest. `backup` is the file's SHA-256, `now` epoch ms. Rejects with what `rows` threw, and with the store's refusals.
 */
export async function restore(
  store: Store,
  rows: AsyncIterable<GivenRow>,
  plan: RestorePlan,
  { backup, now = Date.now() }: { backup: string; now?: number },
): Promise<void> {
  const by = actor((await readSettings(store)).reviewer);
  const { ended, empty } = plan;
  const taken = ended !== null && (await beginTakeover(store, ended, { empty, now }));
  for await (const { table, records } of portions(rows)) {
    if (table === 'audit' && taken) await takeOver(store, records as AuditRow[], ended);
    else if (table === 'reviews' || table === 'preferences')
      await store.write([...restoredTables, ...recordTables], async (tx, sound) => {
        const added = await putRevisions(tx, sound, table, records as Revision[]);
        // A record that came along speaks of them itself.
        const before = { reviews: 0, preferences: 0, ...(taken ? {} : { [table]: added }) };
        if (added > 0) await note(tx, sound, [{ type: 'restore', by, facts: { backup, [table]: added, before } }], now);
      });
    else if (table === 'drafts') await store.write([...restoredTables], (tx, sound) => putDrafts(tx, sound, records as Review[]));
    else if (table === 'answers') await store.write([...restoredTables], (tx, sound) => putAnswers(tx, sound, records as Answer[]));
    else if (table === 'masks') await mergeMasks(store, records as Masks[]);
    else if (table === 'receipts') await store.write([table], (tx) => putMissing(tx, table, records as Receipt[], ({ key }) => key));
    else if (table === 'quarantine') await store.write([table], (tx) => putMissing(tx, table, records as QuarantineRow[], ({ id }) => id));
  }
  await restoreSettings(store, plan, now);
}

async function putMissing<T extends 'receipts' | 'quarantine'>(
  tx: Writing,
  table: T,
  records: Tables[T]['value'][],
  keyOf: (record: Tables[T]['value']) => string,
): Promise<void> {
  const target = tx.objectStore(table as 'receipts');
  for (const record of records) if ((await target.getKey(keyOf(record))) === undefined) await target.put(record as Receipt);
}

/** Adapters are added. All else a person set comes back where nothing was reviewed yet; what leaves has to be seen by somebody first, once more. */
async function restoreSettings(store: Store, { settings: given, empty }: RestorePlan, now: number): Promise<void> {
  const { destinations } = await changeSettings(
    store,
    (here) => {
      const known = new Set(here.adapters.map(({ adapter }) => adapter.id));
      const adapters = [...here.adapters, ...(given?.adapters ?? []).filter(({ adapter }) => !known.has(adapter.id))];
      if (!given || !empty) return { ...here, adapters };
      return { ...given, adapters, destinations: given.destinations.map((one) => ({ ...one, approved: false })) };
    },
    now,
  );
  for (const { id } of destinations) await changeSyncState(store, id, (state) => ({ ...state, behind: true }));
}

/** Rows and bytes of a transaction, about. The revisions of one id stay together, up to a point where that would be somebody's trick. */
const most = 250;
const bytes = 2_000_000;

async function* portions(rows: AsyncIterable<GivenRow>): AsyncGenerator<{ table: string; records: unknown[] }> {
  let table = '';
  let records: unknown[] = [];
  let size = 0;
  let last: unknown;
  for await (const row of rows) {
    const { id } = row.record as { id?: unknown };
    const full = records.length >= most || size >= bytes;
    const whole = id === undefined || id !== last || size >= 10 * bytes;
    if (records.length > 0 && (row.table !== table || (full && whole))) {
      yield { table, records };
      records = [];
      size = 0;
    }
    ({ table } = row);
    last = id;
    records.push(row.record);
    size += row.size;
  }
  if (records.length > 0) yield { table, records };
}
