/** What is noted by itself, since it changes nothing else in the store. */
import { digest, readLine } from '../audit/entry.ts';
import type { AuditHead } from '../model/audit.ts';
import type { Policy } from '../model/policy.ts';
import { actor, policyFacts } from './noted.ts';
import type { Store } from './open.ts';
import { lossRow } from './quarantine.ts';
import { headIn, note, recordTables, type Noted } from './record.ts';
import { settingsOf } from './settings.ts';

/** In `meta`: a hash of what the organisation gave when it was noted last. */
const policyKey = 'audit/policy';

/**
 * Notes by itself what changes nothing in the store, such as an export. `by` is read in the same transaction. Call it before the act: what cannot be
 * noted is not done. Returns the entry's place. In the database of a newer version nothing can be noted: what only reads it is done all the same.
 */
export async function noteAct(store: Store, noted: Omit<Noted, 'by'>, now = Date.now()): Promise<AuditHead | null> {
  if ((await store.state()).readOnly) return null;
  return store.write([...recordTables], async (tx, sound) => {
    const settings = settingsOf(sound, await tx.objectStore('meta').get('settings'));
    return note(tx, sound, [{ ...noted, by: settings && actor(settings.reviewer) }], now);
  });
}

/** Notes another policy of the organisation, or that it is gone; nothing where it is the one that was noted last. */
export function noteGivenPolicy(store: Store, given: { policy: Policy | null; wrong: string | null }, now = Date.now()): Promise<void> {
  return store.write([...recordTables], async (tx, sound) => {
    const facts = { from: 'organisation', ...policyFacts(given.policy), wrong: given.wrong };
    const last: unknown = (await tx.objectStore('meta').get(policyKey))?.value;
    const fresh = digest(facts);
    // At first there is none, and that is nothing to note.
    if (last === fresh || (last === undefined && given.policy === null && given.wrong === null)) return;
    await tx.objectStore('meta').put({ key: policyKey, value: fresh });
    await note(tx, sound, [{ type: 'policy.changed', by: null, facts }], now);
  });
}

/** Notes that another record was here, whose end was `known`; nothing where that one goes on, or still stands before a new beginning. */
export function noteLost(store: Store, known: AuditHead, now = Date.now()): Promise<void> {
  return store.write(['quarantine', ...recordTables], async (tx, sound) => {
    const [head, row] = await Promise.all([headIn(tx, sound), tx.objectStore('audit').get(known.seq)]);
    if (!head || head.chain === known.chain || (row && readLine(row.line)?.hash === known.hash)) return;
    const { chain, seq: entries, hash } = known;
    await note(tx, sound, [{ type: 'chain.lost', by: null, facts: { chain, entries, hash } }], now);
    // Firefox replaces a database whose file is none without a word: then nobody has said it yet.
    const quarantine = tx.objectStore('quarantine');
    const told = await quarantine.getKey(IDBKeyRange.bound('database/', 'database/\uffff'));
    if (told === undefined) await quarantine.put(lossRow('another one is here', now));
  });
}
