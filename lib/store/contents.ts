/** Do the stored reviews and preferences still say what the record says that they said? */
import { committed, readLine } from '../audit/entry.ts';
import type { AuditType, Json, LinkedEntry } from '../model/audit.ts';
import { answerContent, asJson } from './noted.ts';
import type { Reading, Store } from './open.ts';
import type { AuditRow } from './tables.ts';

/** What the stored content is like beside the record. */
export interface ContentReport {
  /** Revisions that were compared. */
  compared: number;
  /** Reviews and preferences, or the answers that they are about, that were changed past the record: their ids, the first 100. */
  changed: string[];
  /** Those that are gone without an entry that erases them; the first 100. */
  missing: string[];
  /** Revisions that no entry speaks of and that are not older than the record. */
  unnoted: number;
}

/** Entries that speak of revisions without saying what stands in each. */
const bringing = new Set<AuditType>(['chain.started', 'restore', 'sync.received']);

/** Entries looked at in one transaction, and how many ids are listed. */
const page = 200;
const listed = 100;

/** Compares every revision whose content is not erased. Records are taken as they lie in the database, unread by any schema. */
export async function checkContents(store: Store, progress: (compared: number) => void = () => {}): Promise<ContentReport> {
  const changed = new Set<string>();
  const missing = new Set<string>();
  let compared = 0;
  /** Stored revisions that an entry speaks of, or that were there before it. */
  let known = 0;
  for (let after = 0; ;) {
    const rows = await store.read(['audit', 'reviews', 'preferences', 'answers'], async (tx) => {
      const some = await tx.objectStore('audit').getAll(IDBKeyRange.lowerBound(after, true), page);
      const results = await Promise.all(some.map((row) => compare(tx, row)));
      for (const [index, result] of results.entries()) {
        const id = some[index]?.about ?? '';
        if (result === 'changed') changed.add(id);
        if (result === 'gone' || result === 'unanswered') missing.add(id);
        if (result === 'changed' || result === 'same') compared++;
        if (result !== null && result !== 'gone') known++;
      }
      return some;
    });
    for (const { line } of rows) known += olderThan(readLine(line));
    progress(compared);
    if (rows.length < page) break;
    after = rows.at(-1)?.seq ?? Infinity;
  }
  const stored = await store.read(['reviews', 'preferences'], async (tx) => {
    const counts = await Promise.all([tx.objectStore('reviews').count(), tx.objectStore('preferences').count()]);
    return counts[0] + counts[1];
  });
  const unnoted = Math.max(0, stored - known);
  return { compared, changed: [...changed].slice(0, listed), missing: [...missing].slice(0, listed), unnoted };
}

async function compare(tx: Reading, { line, salts }: AuditRow): Promise<'same' | 'changed' | 'gone' | 'unanswered' | 'forgotten' | null> {
  const entry = readLine(line);
  if (!entry) return null;
  const { review, preference, revision } = entry.facts;
  const table = review === undefined ? 'preferences' : 'reviews';
  const id = review ?? preference;
  const record = typeof id === 'string' ? await tx.objectStore(table).get([id, Number(revision)]) : undefined;
  // Masked since, as a policy wants it: the record cannot tell any more what it said.
  if (!salts) return record ? 'forgotten' : null;
  if (!record) return 'gone';
  const answerIds = 'answerId' in record ? [record.answerId] : record.answerIds;
  const answers = await Promise.all(answerIds.map((id) => tx.objectStore('answers').get(id)));
  if (answers.some((answer) => !answer)) return 'unanswered';
  try {
    const [one, other] = answers.map((answer) => answer && answerContent(answer));
    const said: Record<string, Json | undefined> =
      'answerId' in record ? { review: asJson(record), answer: one } : { preference: asJson(record), first: one, second: other };
    return Object.entries(said).every(([name, value]) => fits(entry, salts[name], name, value)) ? 'same' : 'changed';
  } catch {
    // A record that is none has no content.
    return 'changed';
  }
}

const fits = ({ content }: LinkedEntry, salt: string | undefined, name: string, value: Json | undefined): boolean =>
  salt !== undefined && value !== undefined && committed(salt, value) === content[name];

/** How many revisions an entry says were there before the record, or came into it from a backup or from colleagues. */
function olderThan(entry: LinkedEntry | null): number {
  if (!entry || !bringing.has(entry.type)) return 0;
  const { before } = entry.facts;
  if (typeof before !== 'object' || before === null || !('reviews' in before)) return 0;
  return Number(before.reviews) + Number(before.preferences);
}
