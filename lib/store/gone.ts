/** What stands in the database about some answers, wherever it stands: everything that goes with them. Records are taken as they lie there. */
import { isHeld, type Hold } from '../model/erase.ts';
import type { Reading } from './open.ts';

/** What a transaction that looks for it has to be over. */
export const goneTables = ['answers', 'reviews', 'preferences', 'drafts', 'outbox', 'receipts'] as const;

/** What is asked to go: answers with all that is about them; preferences, and reviews whose answers are not there, by themselves. */
export interface Targets {
  answers: string[];
  preferences?: string[];
  reviews?: string[];
}

/** What goes. */
export interface Gone {
  answers: Set<string>;
  /** Reviews and preferences, drafts among them, by their id. */
  records: Map<string, { kind: 'review' | 'preference'; revision: number }>;
  /** Keys of `reviews` and `preferences`. */
  reviews: [string, number][];
  preferences: [string, number][];
  /** Keys of `outbox` and `receipts`. */
  outbox: string[];
  receipts: string[];
  /** Records that a destination has or may have; each destination once. */
  sent: { destinationId: string; id: string }[];
  /** Answers and preferences that stay, and the holds that keep them. */
  held: number;
  heldBy: Set<Hold>;
}

/** Looks for it. What a hold keeps is left out, and with it what it is compared with. */
export async function findGone(tx: Reading, { answers, preferences = [], reviews = [] }: Targets, holds: readonly Hold[]): Promise<Gone> {
  const gone: Gone = {
    answers: new Set(),
    records: new Map(),
    reviews: [],
    preferences: [],
    outbox: [],
    receipts: [],
    sent: [],
    held: 0,
    heldBy: new Set(),
  };
  const compared = new Set(preferences);
  await Promise.all(
    answers.map(async (id) => {
      const pairs = await tx.objectStore('preferences').index('byAnswer').getAll(id);
      if (await isKept(tx, gone, [id, ...pairs.flatMap(({ answerIds }) => answerIds)], holds)) return;
      const [keys, draft] = await Promise.all([
        tx
          .objectStore('reviews')
          .index('byAnswer')
          .getAllKeys(IDBKeyRange.bound([id], [id, []])),
        tx.objectStore('drafts').get(id),
      ]);
      gone.answers.add(id);
      for (const key of keys) add(gone, 'review', key);
      if (draft && !gone.records.has(draft.id)) gone.records.set(draft.id, { kind: 'review', revision: 0 });
      for (const pair of pairs) compared.add(pair.id);
    }),
  );
  for (const id of reviews) {
    if (!gone.records.has(id)) gone.records.set(id, { kind: 'review', revision: 0 });
    for (const key of await tx.objectStore('reviews').getAllKeys(IDBKeyRange.bound([id], [id, []]))) add(gone, 'review', key);
  }
  for (const id of compared) await addPreference(tx, gone, id, holds);
  const destinations = [...(await destinationsIn(tx))];
  await Promise.all([...gone.records.keys()].flatMap((id) => destinations.map((one) => addSent(tx, gone, one, id))));
  return gone;
}

/** Both answers of a preference go with it, where nothing else is said about them. */
async function addPreference(tx: Reading, gone: Gone, id: string, holds: readonly Hold[]): Promise<void> {
  const records = await tx.objectStore('preferences').getAll(IDBKeyRange.bound([id], [id, []]));
  const pair = new Set(records.flatMap(({ answerIds }) => answerIds));
  if (await isKept(tx, gone, pair, holds)) return;
  for (const record of records) add(gone, 'preference', [record.id, record.revision]);
  for (const answer of pair) if (!gone.answers.has(answer) && (await alone(tx, gone, answer))) gone.answers.add(answer);
}

async function alone(tx: Reading, gone: Gone, answer: string): Promise<boolean> {
  const [review, draft, pairs] = await Promise.all([
    tx
      .objectStore('reviews')
      .index('byAnswer')
      .getKey(IDBKeyRange.bound([answer], [answer, []])),
    tx.objectStore('drafts').getKey(answer),
    tx.objectStore('preferences').index('byAnswer').getAllKeys(answer),
  ]);
  return !review && !draft && pairs.every(([id]) => gone.records.has(id));
}

function add(gone: Gone, kind: 'review' | 'preference', [id, revision]: [string, number]): void {
  gone[`${kind}s`].push([id, revision]);
  gone.records.set(id, { kind, revision: Math.max(revision, gone.records.get(id)?.revision ?? 0) });
}

async function addSent(tx: Reading, gone: Gone, destinationId: string, id: string): Promise<void> {
  const [all, rows] = await Promise.all([
    tx.objectStore('receipts').index('byReview').getAll([destinationId, id]),
    tx.objectStore('outbox').index('byReview').getAll([destinationId, id]),
  ]);
  // What came from there is others' to take back. That it came is remembered, so that it does not come again.
  const receipts = all.filter(({ status }) => status !== 'received');
  gone.receipts.push(...receipts.map(({ key }) => key));
  gone.outbox.push(...rows.map(({ key }) => key));
  // A request that failed may have arrived all the same.
  if (receipts.length > 0 || rows.some(({ state, attempts }) => state === 'leased' || attempts > 0)) gone.sent.push({ destinationId, id });
}

/** Every destination that something was or is to be sent to. */
export async function destinationsIn(tx: Reading): Promise<Set<string>> {
  const found = new Set<string>();
  for (const table of ['outbox', 'receipts'] as const) {
    const index = tx.objectStore(table).index('byReview');
    for (let from: [string, string] | [string, string[]] = ['', '']; ;) {
      const cursor = await index.openKeyCursor(IDBKeyRange.lowerBound(from));
      const destinationId = cursor?.key[0];
      if (destinationId === undefined) break;
      found.add(destinationId);
      // Behind everything of this one: a list sorts after every string.
      from = [destinationId, []];
    }
  }
  return found;
}

async function isKept(tx: Reading, gone: Gone, ids: Iterable<string>, holds: readonly Hold[]): Promise<boolean> {
  if (holds.length === 0) return false;
  const answers = await Promise.all([...new Set(ids)].map((id) => tx.objectStore('answers').get(id)));
  const by = holds.filter((hold) => answers.some((one) => isHeld([hold], one?.origin ?? '', one?.conversation?.id ?? null)));
  for (const hold of by) gone.heldBy.add(hold);
  if (by.length > 0) gone.held++;
  return by.length > 0;
}
