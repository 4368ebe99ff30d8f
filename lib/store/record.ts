/** The store `audit`: the record of what was done. An entry is appended in the transaction of what it is about. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { chainOf, committed, isHead, lineOf, linked, origin, readLine } from '../audit/entry.ts';
import type { AuditEntry, AuditHead, Json } from '../model/audit.ts';
import { uuid7 } from '../model/uuid.ts';
import type { Reading, Sound, Store, Writing } from './open.ts';
import { auditHeadSchema } from './rows.ts';
import type { AuditRow } from './tables.ts';
import { unawaited } from './unawaited.ts';

/** What is to be noted. `content` is committed to under fresh salts and stands in the entry as hashes only. */
export interface Noted extends Pick<AuditEntry, 'type' | 'by' | 'facts'> {
  content?: Record<string, Json>;
  /** The review or preference whose salts go when it is erased. */
  about?: string;
}

/** What a transaction that notes something has to be over, beside its own. */
export const recordTables = ['audit', 'meta'] as const;

const headKey = 'audit';

/** What stands at the end of the record: its last row, and where it should end. */
interface End {
  row: AuditRow | null;
  head: AuditHead | null;
}

/** Asked for early in a transaction, it is there when something is noted. */
export async function endOf(tx: Reading, sound: Sound): Promise<End> {
  const [cursor, head] = await Promise.all([tx.objectStore('audit').openCursor(null, 'prev'), headIn(tx, sound)]);
  return { row: cursor?.value ?? null, head };
}

/**
 * Appends entries, in their order, in a transaction over `recordTables`; returns the last one's place. `now` is epoch ms. `end` is what
 * `endOf` gave in this transaction, with nothing noted since.
 */
export async function note(tx: Writing, sound: Sound, noted: Noted[], now: number, end?: Promise<End>): Promise<AuditHead | null> {
  if (noted.length === 0) return null;
  let head = continued(tx, await (end ?? endOf(tx, sound)), now);
  for (const { content = {}, about, ...said } of noted) {
    const salts: Record<string, string> = {};
    const hashes: Record<string, string> = {};
    for (const [name, value] of Object.entries(content)) {
      const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
      salts[name] = salt;
      hashes[name] = committed(salt, value);
    }
    head = append(tx, head, { ...said, content: hashes }, { now, salts, about });
  }
  return head;
}

/**
 * The first entry of a fresh store, in the transaction that makes it: how many revisions were there before there was a record, and whether the
 * browser lost another store just now.
 */
export async function beginRecord(tx: Writing, begun: { now: number; lost: boolean }): Promise<void> {
  const [reviews, preferences] = await Promise.all([tx.objectStore('reviews').count(), tx.objectStore('preferences').count()]);
  const facts = { before: { reviews, preferences }, ...(begun.lost ? { because: 'lost' } : {}) };
  start(tx, begun.lost ? 'chain.reset' : 'chain.started', facts, { after: 0, now: begun.now });
}

/** Where the record ends; null: it is lost. */
export const readHead = (store: Store): Promise<AuditHead | null> => store.read(['meta'], (tx, sound) => headIn(tx, sound));

/** Lines read in one transaction. */
const page = 500;

/** The lines of the record, up to and with the entry `last`, as they are saved and checked. */
export async function* recordLines(store: Store, last = Infinity): AsyncGenerator<string> {
  for (let after = -1; ;) {
    const range = IDBKeyRange.bound(after, last, true);
    const rows = await store.read(['audit'], (tx) => tx.objectStore('audit').getAll(range, page));
    for (const { line } of rows) yield line;
    if (rows.length < page) return;
    after = rows.at(-1)?.seq ?? Infinity;
  }
}

/**
 * Forgets what the entries about these reviews and preferences committed to: the salts go, the entries stay as they are, and nobody can tell any
 * more what their hashes were of. For the transaction that erases the content itself.
 */
export async function forget(tx: Writing, ids: string[]): Promise<void> {
  const audit = tx.objectStore('audit');
  for (const id of ids) for (const row of await audit.index('byAbout').getAll(id)) if (row.salts) await audit.put({ ...row, salts: null });
}

/** The head to continue from. What cannot be continued is not hidden: the chain begins anew behind it, with an entry that says so. */
function continued(tx: Writing, { row, head }: End, now: number): AuditHead {
  const last = row && readLine(row.line);
  if (last && head && isHead(last, head)) return head;
  const facts = {
    because: head && last ? 'replaced' : row && !last ? 'unreadable' : 'missing',
    ...(head ? { known: { ...head } } : {}),
  };
  return start(tx, 'chain.reset', facts, { after: Math.max(row?.seq ?? 0, head?.seq ?? 0), now });
}

/** Begins a chain behind the entry `after`. */
export function start(
  tx: Writing,
  type: 'chain.started' | 'chain.reset',
  facts: AuditEntry['facts'],
  { after, now }: { after: number; now: number },
): AuditHead {
  const chain = uuid7(now);
  const entry = { type, by: null, facts: { chain, ...facts }, content: {} };
  return append(tx, { chain, seq: after, hash: origin }, entry, { now, salts: {} });
}

function append(
  tx: Writing,
  head: AuditHead,
  said: Omit<AuditEntry, 'v' | 'seq' | 'at'>,
  { now, salts, about }: { now: number; salts: Record<string, string>; about?: string },
): AuditHead {
  const entry = linked({ v: 1, seq: head.seq + 1, at: new Date(now).toISOString(), ...said }, head.hash);
  const next = { chain: chainOf(entry) ?? head.chain, seq: entry.seq, hash: entry.hash };
  const row = { seq: entry.seq, line: lineOf(entry), salts: Object.keys(salts).length > 0 ? salts : null, ...(about ? { about } : {}) };
  unawaited(tx.objectStore('audit').add(row), tx.objectStore('meta').put({ key: headKey, value: next }));
  return next;
}

/** The same in a transaction over `meta`. */
export async function headIn(tx: Reading, sound: Sound): Promise<AuditHead | null> {
  return sound('meta', headKey, auditHeadSchema, (await tx.objectStore('meta').get(headKey))?.value);
}
