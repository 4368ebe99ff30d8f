/**
 * The record of a backup in a store that has none of its own yet. It comes back as it was, entry by entry; behind its last entry a new chain
 * begins, which names both what came back and what stood here. In a store that has a record of its own, that one goes on, and notes what came.
 */
import { readLine } from '../audit/entry.ts';
import type { AuditHead } from '../model/audit.ts';
import type { Store } from './open.ts';
import { start } from './record.ts';
import type { AuditRow } from './tables.ts';

/** What a store notes before anybody reviews. */
const beginnings = new Set<string>(['chain.started', 'chain.reset', 'settings.changed', 'role.changed', 'policy.changed']);
/** More entries than a beginning has. */
const many = 100;

/** Where a record ended that comes from elsewhere. */
export type Ended = Pick<AuditHead, 'seq' | 'hash'>;

/** Makes room for a record that ends so; false where the store has one of its own. Done again for the same record, it goes on with it. */
export function beginTakeover(store: Store, ended: Ended, { empty, now }: { empty: boolean; now: number }): Promise<boolean> {
  return store.write(['audit', 'meta'], async (tx) => {
    const audit = tx.objectStore('audit');
    if (follows(await audit.get(ended.seq + 1), ended)) return true;
    const rows = empty ? await audit.getAll(null, many) : [];
    const beginning = rows.every(({ line }) => beginnings.has(readLine(line)?.type ?? ''));
    if (!empty || rows.length === many || !beginning) return false;
    const last = rows.at(-1);
    await audit.clear();
    const facts = { because: 'restored', restored: { ...ended }, replaced: rows.map(({ line }) => line) };
    start(tx, 'chain.reset', facts, { after: Math.max(ended.seq, last?.seq ?? 0), now });
    return true;
  });
}

/** Puts entries of that record into their places; those that are there stay. */
export function takeOver(store: Store, rows: AuditRow[], ended: Ended): Promise<void> {
  return store.write(['audit'], async (tx) => {
    const audit = tx.objectStore('audit');
    for (const row of rows) if (row.seq <= ended.seq && (await audit.getKey(row.seq)) === undefined) await audit.put(row);
  });
}

function follows(row: AuditRow | undefined, { seq, hash }: Ended): boolean {
  const facts = row && readLine(row.line)?.facts.restored;
  return typeof facts === 'object' && facts !== null && 'hash' in facts && facts.hash === hash && 'seq' in facts && facts.seq === seq;
}
