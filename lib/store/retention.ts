/** Erases by itself what the rule says is due. Found by reading alone, then asked once more within the transaction that erases it. */
import { isDue, type EraseCounts, type Hold, type RetentionRule, type Standing } from '../model/erase.ts';
import { eraseSlices } from './erase.ts';
import { goneTables, type Targets } from './gone.ts';
import type { Reading, Store } from './open.ts';
import { quiet } from './erasing.ts';
import { settingsOf } from './settings.ts';
import { syncStateIn } from './syncState.ts';
import type { HeadRow } from './tables.ts';

/** What a rule is asked about. */
export interface RetentionOrder {
  rule: RetentionRule;
  holds: readonly Hold[];
  /** Epoch ms. */
  now: number;
}

const tables = [...goneTables, 'heads', 'meta'] as const;

/** Rows looked at in one transaction, and answers erased in one. */
const page = 100;

/**
 * Erases every answer about which nothing was changed for as long as the rule says, unless it waits to be sent or a hold keeps it. Whoever has it
 * is not told: it goes here because it is old, and its own rule decides there. Stopped anywhere, the next run does the rest.
 */
export async function eraseDue(store: Store, order: RetentionOrder): Promise<EraseCounts> {
  const due = await findDue(store, order);
  if (due.length === 0) return { answers: 0, reviews: 0, held: 0 };
  const { rule, holds, now } = order;
  const facts = { because: 'retention' as const, days: rule.days, when: rule.when };
  return eraseSlices(store, {
    holds,
    now,
    facts,
    tell: false,
    async slices(tx, after) {
      const from = typeof after?.key === 'number' ? after.key : 0;
      const to = from + page;
      const targets = await Promise.all(due.slice(from, to).map((id) => dueAbout(tx, order, id)));
      return { ...joined(targets), next: to < due.length ? { key: to, primaryKey: '' } : null };
    },
  });
}

/** Ids of list rows about which everything is due, the oldest first. */
async function findDue(store: Store, order: RetentionOrder): Promise<string[]> {
  const found: string[] = [];
  const oldest = order.rule.days * 86_400_000 - order.now;
  for (let after: [number, string] | null = null; ;) {
    const from: [number, string] | null = after;
    const read = await store.read([...tables], async (tx) => {
      const range = from ? IDBKeyRange.bound([oldest], from, false, true) : IDBKeyRange.lowerBound([oldest]);
      const rows: HeadRow[] = [];
      const index = tx.objectStore('heads').index('byOrder');
      for (let cursor = await index.openCursor(range, 'prev'); cursor && rows.length < page; cursor = await cursor.continue())
        rows.push(cursor.value);
      const targets = await Promise.all(rows.map(({ id }) => dueAbout(tx, order, id)));
      return { rows, due: rows.filter((_, at) => targets[at] !== null) };
    });
    found.push(...read.due.map(({ id }) => id));
    const last = read.rows.at(-1);
    if (!last || read.rows.length < page) return found;
    after = [last.order, last.id];
  }
}

/** What goes with a list row; null: nothing, for something about it is not due. */
async function dueAbout(tx: Reading, order: RetentionOrder, id: string): Promise<Targets | null> {
  const head = await tx.objectStore('heads').get(id);
  if (!head) return null;
  const compares = head.verdict === 'compared';
  const about = compares ? [head] : await headsAbout(tx, head.answerId);
  const draft = compares ? undefined : await tx.objectStore('drafts').get(head.answerId);
  const standings = await Promise.all(about.map((one) => standingOf(tx, one)));
  const draftAt = Date.parse(draft?.updatedAt ?? '');
  // A draft on a review that was sent is not sent itself.
  if (draft) standings.push({ changedAt: Number.isNaN(draftAt) ? order.now : draftAt, waits: false, acknowledged: false });
  if (!isDue(order.rule, standings, order.now)) return null;
  return compares ? { answers: [], preferences: [id] } : { answers: [head.answerId] };
}

/** The rows of everything that would go with an answer. */
async function headsAbout(tx: Reading, answerId: string): Promise<HeadRow[]> {
  const [reviews, pairs, draft] = await Promise.all([
    tx
      .objectStore('reviews')
      .index('byAnswer')
      .getAllKeys(IDBKeyRange.bound([answerId], [answerId, []])),
    tx.objectStore('preferences').index('byAnswer').getAllKeys(answerId),
    tx.objectStore('drafts').get(answerId),
  ]);
  const ids = new Set([...[...reviews, ...pairs].map(([id]) => id), ...(draft ? [draft.id] : [])]);
  const heads = await Promise.all([...ids].map((id) => tx.objectStore('heads').get(id)));
  return heads.filter((head) => head !== undefined);
}

/** Of several destinations it waits for any, and has come to all. What came from one goes to no other. */
async function standingOf(tx: Reading, head: HeadRow): Promise<Standing> {
  const destinations = settingsOf(quiet, await tx.objectStore('meta').get('settings'))?.destinations ?? [];
  const each = await Promise.all(destinations.map(({ id }) => standingAt(tx, head, id)));
  return {
    changedAt: -head.order,
    waits: each.some(({ waits }) => waits),
    acknowledged: each.some(({ received }) => received) || (each.length > 0 && each.every(({ acknowledged }) => acknowledged)),
  };
}

async function standingAt(
  tx: Reading,
  { id, revision, status }: HeadRow,
  destination: string,
): Promise<Omit<Standing, 'changedAt'> & { received: boolean }> {
  const [receipts, rows, { behind }] = await Promise.all([
    tx.objectStore('receipts').index('byReview').getAll([destination, id]),
    tx.objectStore('outbox').index('byReview').getAllKeys([destination, id]),
    syncStateIn(tx, quiet, destination),
  ]);
  const nothingThere = status === 'withdrawn' && receipts.length === 0;
  const acknowledged = status !== 'draft' && (nothingThere || receipts.some((receipt) => receipt.revision >= revision));
  const received = receipts.some((receipt) => receipt.status === 'received' && receipt.revision >= revision);
  return { waits: rows.length > 0 || (behind && status !== 'draft' && !acknowledged), acknowledged, received };
}

function joined(targets: (Targets | null)[]): Required<Pick<Targets, 'answers' | 'preferences'>> {
  const some = targets.filter((one) => one !== null);
  return {
    answers: [...new Set(some.flatMap(({ answers }) => answers))],
    preferences: some.flatMap(({ preferences = [] }) => preferences),
  };
}
