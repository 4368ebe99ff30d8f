/** Which reviews have the words that were asked for. */
import type { Reading } from './open.ts';
import { bucketOf, look } from './postings.ts';
import type { Segment } from './tables.ts';
import { inOrder, type ListCursor } from './walk.ts';
import { lookUpsOf, type Query } from './words.ts';

/** What a transaction that searches has to be over. */
export const searchTables = ['unindexed', 'segments', 'words'] as const;

/** What the index says. */
export interface Hits {
  /** The segments, with a 1 at each place that is hit; null: the index says nothing, everything has to be read through. */
  parts: { segment: Segment; hit: Uint8Array }[] | null;
  /** How many places are hit. */
  count: number;
  /** What has not been indexed as it is now, and has to be read through. */
  unindexed: Set<string>;
  /** How many reviews were looked through. */
  total: number;
  /** False: hits have to be read through as well. */
  exact: boolean;
}

/** Looks all words up. Each is one read of the rows of its bucket. */
export async function findHits(tx: Reading, query: Query): Promise<Hits> {
  const { lookUps, exact } = lookUpsOf(query);
  const words = tx.objectStore('words');
  const [waiting, segments, ...rows] = await Promise.all([
    tx.objectStore('unindexed').getAllKeys(),
    lookUps.length > 0 ? tx.objectStore('segments').getAll() : [],
    ...lookUps.map(({ term }) => {
      const bucket = bucketOf(term);
      return words.getAll(IDBKeyRange.bound([bucket], [bucket, []]));
    }),
  ]);
  const unindexed = new Set(waiting);
  const hits: Hits = { parts: null, count: 0, unindexed, total: unindexed.size, exact };
  if (lookUps.length === 0) return hits;
  hits.total -= segments.reduce((sum, { stale, reviews }) => sum + stale.length - reviews.length, 0);
  hits.parts = segments.map((segment) => {
    const all = new Uint8Array(segment.reviews.length).fill(1);
    for (const [index, lookUp] of lookUps.entries()) {
      const row = rows[index]!.find((one) => one.segment === segment.id);
      const hit = new Uint8Array(all.length);
      if (row) look(row, lookUp, hit);
      for (let place = 0; place < all.length; place++) all[place]! &= hit[place]!;
    }
    for (const place of segment.stale) all[place] = 0;
    for (let place = 0; place < all.length; place++) hits.count += all[place]!;
    return { segment, hit: all };
  });
  return hits;
}

/** The ids of all that is hit. There may be as many as reviews: a word that is everywhere is better asked for its newest. */
export function idsOf({ parts, unindexed }: Hits): Set<string> {
  const ids = new Set<string>();
  for (const { segment, hit } of parts ?? [])
    for (let place = hit.indexOf(1); place >= 0; place = hit.indexOf(1, place + 1)) {
      const id = segment.reviews[place]!;
      if (!unindexed.has(id)) ids.add(id);
    }
  return ids;
}

/**
 * The keys of the newest hits, at most `most`, and of `others` along with them; newest first. `isIn` says for an `order` whether it is asked for. One
 * look at each number: to sort all hits of a common word costs more than to read a page.
 */
export function newestOf(
  { parts, unindexed }: Hits,
  others: readonly ListCursor[],
  { isIn, after, most }: { isIn: (order: number) => boolean; after: ListCursor | null; most: number },
): ListCursor[] {
  const wanted = new Newest(most);
  const offer = (order: number, id: string): void => {
    const key: ListCursor = [order, id];
    if (!after || inOrder(key, after) > 0) wanted.offer(key);
  };
  for (const [order, id] of others) if (isIn(order)) offer(order, id);
  for (const { segment, hit } of parts ?? [])
    for (let place = hit.indexOf(1); place >= 0; place = hit.indexOf(1, place + 1)) {
      const order = segment.orders[place]!;
      if (order > wanted.worst || (after && order < after[0]) || !isIn(order)) continue;
      const id = segment.reviews[place]!;
      if (!unindexed.has(id)) offer(order, id);
    }
  return wanted.keys();
}

/** The first of many keys, as many as were asked for. */
class Newest {
  #kept: ListCursor[] = [];
  readonly #most: number;
  /** An order behind which nothing is wanted any more. */
  worst = Infinity;

  constructor(most: number) {
    this.#most = most;
  }

  offer(key: ListCursor): void {
    this.#kept.push(key);
    // Now and then cut back: cheaper than to keep them in order all the time.
    if (this.#kept.length >= 4 * this.#most) this.#cut();
  }

  keys(): ListCursor[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept.sort(inOrder);
    this.#kept.length = Math.min(this.#kept.length, this.#most);
    if (this.#kept.length === this.#most) this.worst = this.#kept.at(-1)?.[0] ?? Infinity;
  }
}
