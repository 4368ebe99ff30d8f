/** What a person names, as it stands in the database: slice by slice, so that nothing waits long behind an erase. */
import type { EraseScope } from '../model/erase.ts';
import type { Targets } from './gone.ts';
import type { Reading, Store } from './open.ts';

/** Answers in one transaction. */
const slice = 100;

/** A place in an index: what stands there may be held, and stays. */
export interface Place {
  key: IDBValidKey;
  primaryKey: string;
}

/** What goes next; `next` null: nothing behind it. */
export interface Slice extends Targets {
  next: Place | null;
}

/** The answers of a scope that were captured up to `now` (epoch ms), a slice at a time. */
export async function nextOf(tx: Reading, scope: EraseScope, now: number, after: Place | null): Promise<Slice> {
  if (scope.kind === 'review') return { ...(await targetsOf(tx, scope.id)), next: null };
  const { index, range } = indexOf(scope, now, after?.key);
  const answers: string[] = [];
  let next: Place | null = null;
  for (let cursor = await tx.objectStore('answers').index(index).openKeyCursor(range); cursor; cursor = await cursor.continue()) {
    const { key, primaryKey } = cursor;
    if (after && indexedDB.cmp(key, after.key) === 0 && primaryKey <= after.primaryKey) continue;
    if (answers.length === slice) return { answers, next };
    answers.push(primaryKey);
    next = { key, primaryKey };
  }
  const strays = scope.kind === 'everything' ? await straysOf(tx, now) : await unreadableOf(tx, scope);
  return { ...strays, answers: [...new Set([...answers, ...strays.answers])], next: null };
}

/** Sites of which something is stored, and of how many answers; the most first. */
export function storedSites(store: Store): Promise<{ origin: string; answers: number }[]> {
  return store.read(['answers'], async (tx) => {
    const index = tx.objectStore('answers').index('byOrigin');
    const found: { origin: string; answers: number }[] = [];
    for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue([found.at(-1)!.origin, []] as never)) {
      const [origin] = cursor.key;
      found.push({ origin, answers: await index.count(IDBKeyRange.bound([origin], [origin, []])) });
    }
    return found.toSorted((one, other) => other.answers - one.answers);
  });
}

/** Which of these answers are stored, by their own id or another. */
export function storedAmong(store: Store, ids: string[]): Promise<Set<string>> {
  return store.read(['answers'], async (tx) => {
    const answers = tx.objectStore('answers');
    const keys = await Promise.all(ids.map(async (id) => (await answers.getKey(id)) ?? (await answers.index('byAlias').getKey(id))));
    return new Set(ids.filter((_, at) => keys[at] !== undefined));
  });
}

/** Where the answers of a scope stand that were captured up to `now`, by their time. */
export function indexOf(scope: Exclude<EraseScope, { kind: 'review' }>, now: number, from?: IDBValidKey) {
  const until = new Date(now).toISOString();
  const start = scope.kind === 'everything' ? [] : scope.kind === 'site' ? [scope.origin] : [scope.origin, scope.id];
  const range = IDBKeyRange.bound(from ?? start, [...start, until, []]);
  const index = { everything: 'byCaptured', site: 'byOrigin', conversation: 'byConversation' } as const;
  // Each index has a type of key of its own; the range fits the one that is chosen with it.
  return { index: index[scope.kind] as 'byCaptured', range: range as never };
}

/** A review goes with its answer, a preference by itself. */
export async function targetsOf(tx: Reading, id: string): Promise<Targets> {
  if ((await tx.objectStore('preferences').getKey(IDBKeyRange.bound([id], [id, []]))) !== undefined)
    return { answers: [], preferences: [id] };
  const review = await tx.objectStore('reviews').get(IDBKeyRange.bound([id], [id, []]));
  const answerId = review?.answerId ?? (await tx.objectStore('heads').get(id))?.answerId;
  return { answers: answerId === undefined ? [] : [answerId], reviews: [id] };
}

/** What is about answers that are not there, or are in no index since they cannot be read. */
async function straysOf(tx: Reading, now: number): Promise<Required<Targets>> {
  const until = new Date(now).toISOString();
  const old = (at: unknown): boolean => typeof at !== 'string' || at <= until;
  const found: Required<Targets> = { answers: [], preferences: [], reviews: [] };
  for (let cursor = await tx.objectStore('answers').openCursor(); cursor; cursor = await cursor.continue())
    if (typeof cursor.value.capturedAt !== 'string') found.answers.push(cursor.primaryKey);
  for (let cursor = await tx.objectStore('drafts').openCursor(); cursor; cursor = await cursor.continue())
    if (old(cursor.value.updatedAt)) found.answers.push(cursor.primaryKey);
  for (let cursor = await tx.objectStore('preferences').openCursor(); cursor; cursor = await cursor.continue())
    if (old(cursor.value.updatedAt)) found.preferences.push(cursor.primaryKey[0]);
  for (const table of ['reviews', 'heads'] as const)
    for (let cursor = await tx.objectStore(table).openCursor(); cursor; cursor = await cursor.continue())
      if (old(cursor.value.updatedAt)) found.reviews.push([cursor.primaryKey].flat()[0] as string);
  return found;
}

/** Answers of a site or conversation that cannot be read: no index has them, but a copy of them was set aside. */
async function unreadableOf(tx: Reading, scope: Exclude<EraseScope, { kind: 'review' | 'everything' }>): Promise<Targets> {
  const rows = await tx.objectStore('quarantine').getAll();
  const found = rows.filter(({ table, record }) => {
    const { origin, conversation } = (record ?? {}) as { origin?: unknown; conversation?: { id?: unknown } | null };
    return table === 'answers' && origin === scope.origin && (scope.kind === 'site' || conversation?.id === scope.id);
  });
  return { answers: found.flatMap(({ key }) => (typeof key === 'string' ? key : [])) };
}
