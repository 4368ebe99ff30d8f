/** Erases what goes, table by table, in one transaction. A table that is not named here does not compile. */
import { outboxRowSchema } from '../schema/sync.ts';
import { recordOf } from '../model/sync.ts';
import { eraseMasks } from './eraseMasks.ts';
import type { Gone } from './gone.ts';
import { dropHeads } from './heads.ts';
import type { Sound, Table, Writing } from './open.ts';
import { eventIdOf, nextSeq } from './outbox.ts';
import { forget } from './record.ts';
import { batchSchema } from './rows.ts';
import { eraseWords } from './segments.ts';
import { eraseSent } from './sent.ts';
import { putSyncState, syncStateIn } from './syncState.ts';
import type { QuarantineRow } from './tables.ts';

/** How it is to be erased. */
export interface Manner {
  /** Epoch ms. */
  now: number;
  /** Destinations that have it are told to forget it. */
  tell: boolean;
  /** The words go now; else the caller takes them out later, segment by segment. */
  words: boolean;
}

type Rule = ((tx: Writing, gone: Gone, manner: Manner) => Promise<unknown>) | string;

/** Per table what goes of it, or why nothing does, in the order in which it is done. */
export const eraseRules = {
  masks: (tx, { answers }) => eraseMasks(tx, answers),
  answers: (tx, { answers }) => remove(tx, 'answers', answers),
  reviews: (tx, { reviews }) => remove(tx, 'reviews', reviews),
  preferences: (tx, { preferences }) => remove(tx, 'preferences', preferences),
  drafts: (tx, { answers }) => remove(tx, 'drafts', answers),
  heads: (tx, { records }) => dropHeads(tx, quiet, records.keys()),
  counts: 'move with the list',
  segments: 'changed with the words',
  words: async (tx, { records }, { words }) => words && eraseWords(tx, [...records.keys()]),
  // Until the words are out, a search has to know that they hold no longer.
  unindexed: async (tx, { records }, { words }) => {
    if (words) await remove(tx, 'unindexed', records.keys());
    else for (const id of records.keys()) await tx.objectStore('unindexed').put({ id, stamp: crypto.randomUUID() });
  },
  receipts: (tx, { receipts }) => remove(tx, 'receipts', receipts),
  batches: endBatches,
  outbox: async (tx, gone, manner) => {
    await remove(tx, 'outbox', gone.outbox);
    if (manner.tell) await enqueueErased(tx, gone, manner.now);
  },
  audit: (tx, { records }) => forget(tx, [...records.keys()]),
  quarantine: eraseQuarantine,
  meta: forgetProblems,
  secrets: 'nothing of a review is in it',
} satisfies Record<Table, Rule>;

/** Every table: what a transaction that erases has to be over. */
export const allTables = Object.keys(eraseRules) as Table[];

/** Does it. */
export async function eraseGone(tx: Writing, gone: Gone, manner: Manner): Promise<void> {
  for (const rule of Object.values<Rule>(eraseRules)) if (typeof rule !== 'string') await rule(tx, gone, manner);
}

/** Reads without setting aside what it cannot read: that would keep a copy of what is being erased. */
export const quiet: Sound = (_table, _key, schema, record) => (record === undefined ? null : (schema.safeParse(record).data ?? null));

const remove = async (tx: Writing, table: Table, keys: Iterable<IDBValidKey>): Promise<void> => {
  const from = tx.objectStore(table);
  await Promise.all([...keys].map((key) => from.delete(key as never)));
};

/** A request that holds any of it ends; what else was in it waits for another one. */
export async function endBatches(tx: Writing, { records }: { records: { has(id: string): boolean } }): Promise<void> {
  const outbox = tx.objectStore('outbox');
  for (let cursor = await tx.objectStore('batches').openCursor(); cursor; cursor = await cursor.continue()) {
    const batch = quiet('batches', cursor.value.id, batchSchema, cursor.value);
    // One that cannot be read is sent by nobody, and may hold anything.
    if (batch && !batch.events.some((event) => records.has(recordOf(event).id))) continue;
    await cursor.delete();
    for (const { id } of batch?.events ?? []) {
      const row = quiet('outbox', id, outboxRowSchema, await outbox.get(`${batch?.destinationId}/${id}`));
      const lastError = row?.lastError ? { ...row.lastError, detail: '' } : null;
      if (row?.batchId === cursor.value.id) await outbox.put({ ...row, state: 'pending', leasedUntil: null, batchId: null, lastError });
    }
  }
}

/** One row a record and destination, with nothing in it but the id: whoever has it is told to forget it. */
async function enqueueErased(tx: Writing, { sent, records }: Gone, now: number): Promise<void> {
  if (sent.length === 0) return;
  let seq = await nextSeq(tx, sent.length);
  for (const { destinationId, id } of sent) {
    const { kind, revision: highest } = records.get(id) ?? { kind: 'review', revision: 0 };
    const revision = highest + 1;
    const eventId = eventIdOf({ id, revision });
    await tx.objectStore('outbox').put({
      key: `${destinationId}/${eventId}`,
      destinationId,
      eventId,
      reviewId: id,
      revision,
      answerId: '',
      state: 'pending',
      seq: seq++,
      notBefore: now,
      attempts: 0,
      leasedUntil: null,
      batchId: null,
      lastError: null,
      createdAt: new Date(now).toISOString(),
      erased: kind,
    });
  }
}

/** Copies of any of it that could not be read, or that name it. */
async function eraseQuarantine(tx: Writing, { answers, records }: Gone): Promise<void> {
  const names = (text: string): boolean => text.split(/["/\\]|\.\d/).some((part) => answers.has(part) || records.has(part));
  for (let cursor = await tx.objectStore('quarantine').openCursor(); cursor; cursor = await cursor.continue())
    if (names(plain(cursor.value))) await cursor.delete();
}

/** What was set aside may be anything, even what is no JSON. */
function plain(row: QuarantineRow): string {
  try {
    return JSON.stringify(row);
  } catch {
    return row.id;
  }
}

/** What an endpoint said last may quote what it was sent; what was sent is kept for a while. */
async function forgetProblems(tx: Writing, { sent, records }: Gone): Promise<void> {
  await eraseSent(tx, records);
  for (const id of new Set(sent.map(({ destinationId }) => destinationId))) {
    const state = await syncStateIn(tx, quiet, id);
    if (state.lastProblem) await putSyncState(tx, id, { ...state, lastProblem: { ...state.lastProblem, detail: '' } });
  }
}
