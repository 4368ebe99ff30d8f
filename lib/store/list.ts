/** Lists of reviews, newest first, a page at a time. */
import type { ReviewFilter, ReviewRow } from '../model/reviewed.ts';
import { countsIn } from './counts.ts';
import type { Reading, Sound, Store } from './open.ts';
import { headSchema, isHead } from './rows.ts';
import { findHits, idsOf, newestOf, searchTables, type Hits } from './search.ts';
import type { HeadRow } from './tables.ts';
import { textsOf, textTables } from './texts.ts';
import { boundsOf, shortestWay, walk, waysOf, type ListCursor, type Way } from './walk.ts';
import { found, queryOf, type Query } from './words.ts';

/** One page. `next` is null at the end. */
export interface ListPage {
  rows: ReviewRow[];
  next: ListCursor | null;
}

/** So many that wait to be indexed are looked up one by one. */
const fewWaiting = 1000;
/** Reviews whose texts are read at once. */
const together = 25;

/**
 * Reviews, newest change first. Rows are read along the shortest way: the index of the filter that leaves the fewest, or the
 * hits of the words. Texts are opened only where the index of words cannot say. A review that changes while pages are read moves
 * to the top, so a list is read anew when something changed.
 */
export function listReviews(
  store: Store,
  options: { filter?: ReviewFilter; limit?: number; after?: ListCursor | null } = {},
): Promise<ListPage> {
  const { filter = {}, limit = 50, after = null } = options;
  return store.read(['heads', 'counts', ...textTables, ...searchTables], async (tx, sound) => {
    const query = filter.text?.trim() ? queryOf(filter.text) : null;
    // Where there is one way, nobody has to choose.
    const choices = waysOf(filter).length + (query ? 1 : 0);
    const [counts, hits] = await Promise.all([choices > 1 ? countsIn(tx, sound) : null, query && findHits(tx, query)]);
    const way = shortestWay(filter, counts);
    const reads = hits?.parts ? readsOf(hits, way, limit) : null;
    const byHits = hits && reads && hits.unindexed.size <= fewWaiting && reads.pick <= reads.walk;
    const span = {
      bounds: boundsOf(filter),
      after,
      stride: reads && !byHits ? Math.min(Math.max(limit, Math.ceil(reads.rows)), 1000) : limit,
    };
    const isHit = hits?.parts && !byHits ? idsOf(hits) : null;
    const rows: ReviewRow[] = [];
    for await (const records of byHits ? pick(tx, hits, span) : walk(tx, way, span)) {
      const heads = records.flatMap((record) => (isHead(record) ? record : (sound('heads', record.id, headSchema, record) ?? [])));
      for await (const some of passing(tx, sound, { heads, filter, query, hits, isHit })) {
        for (const { order, flagKeys: _flags, tagKeys: _tags, ...row } of some) {
          rows.push(row);
          if (rows.length === limit) return { rows, next: [order, row.id] };
        }
      }
    }
    return { rows, next: null };
  });
}

/** The rows of these ids, in their order; those that are gone or cannot be read are left out. */
export const readRows = (store: Store, ids: readonly string[]): Promise<ReviewRow[]> =>
  store.read(['heads'], async (tx, sound) => {
    const records = await Promise.all(ids.map((id) => tx.objectStore('heads').get(id)));
    return records.flatMap((record) => (record && sound('heads', record.id, headSchema, record)) ?? []);
  });

/** Does a row pass everything of a filter but the text? */
export function matches(row: ReviewRow, { status, verdict, site, flag, model, reviewer, tag, from, to }: ReviewFilter): boolean {
  return (
    (status ?? ['final', 'draft']).includes(row.status) &&
    (!verdict || (row.verdict !== null && verdict.includes(row.verdict))) &&
    (!site || site.includes(row.site)) &&
    (!flag || row.flags.some(({ category }) => flag.includes(category))) &&
    (!model || (row.model !== null && model.includes(row.model))) &&
    (!reviewer || reviewer.includes(row.reviewer)) &&
    (!tag || (row.tags ?? []).some((one) => tag.includes(one))) &&
    (from === undefined || row.updatedAt >= from) &&
    (to === undefined || row.updatedAt < to)
  );
}

/**
 * About how many rows are read until a page is full, by the hits or along the way, where words and filter have nothing to do with each other. To look
 * at 400 hits takes as long as to read a row, to know them by their ids as forty; `rows` is without that.
 */
function readsOf({ count, unindexed, total }: Hits, way: Way, limit: number): { pick: number; walk: number; rows: number } {
  const hits = count + unindexed.size;
  const along = Math.min(way.count, total);
  return {
    pick: Math.min(hits, (limit * total) / Math.max(1, along)) + hits / 400,
    rows: Math.min(along, (limit * total) / Math.max(1, hits)),
    walk: Math.min(along, (limit * total) / Math.max(1, hits)) + hits / 40,
  };
}

interface Asked {
  heads: HeadRow[];
  filter: ReviewFilter;
  query: Query | null;
  hits: Hits | null;
  /** Null: all rows are hits, or not indexed. */
  isHit: Set<string> | null;
}

/** Those of the rows that pass the filter. A few texts at a time: the page may be full before all are read. */
async function* passing(tx: Reading, sound: Sound, { heads, filter, query, hits, isHit }: Asked): AsyncGenerator<HeadRow[]> {
  const passed = heads.filter((head) => matches(head, filter));
  if (!query || !hits) {
    yield passed;
    return;
  }
  const says = async (head: HeadRow): Promise<boolean> => {
    if (hits.parts && hits.exact && !hits.unindexed.has(head.id)) return true;
    return found(query, await textsOf(tx, sound, head));
  };
  const likely = isHit ? passed.filter(({ id }) => isHit.has(id) || hits.unindexed.has(id)) : passed;
  for (let at = 0; at < likely.length; at += together) {
    const some = likely.slice(at, at + together);
    const said = await Promise.all(some.map(says));
    yield some.filter((_, index) => said[index]);
  }
}

/** The rows of the hits, and of what is not indexed, newest first. */
async function* pick(
  tx: Reading,
  hits: Hits,
  { bounds, after, stride }: { bounds: { newest: number; oldest: number }; after: ListCursor | null; stride: number },
): AsyncGenerator<HeadRow[]> {
  const heads = tx.objectStore('heads');
  const get = async (ids: Iterable<string>): Promise<HeadRow[]> =>
    (await Promise.all([...ids].map((id) => heads.get(id)))).filter((row) => row !== undefined);
  const waiting = (await get(hits.unindexed)).map(({ order, id }): ListCursor => [order, id]);
  const isIn = (order: number): boolean => order >= bounds.newest && order <= bounds.oldest;
  for (let [from, most] = [after, stride]; ; most = Math.min(most * 2, 4000)) {
    const keys = newestOf(hits, waiting, { isIn, after: from, most });
    if (keys.length > 0) yield get(keys.map(([, id]) => id));
    if (keys.length < most) return;
    from = keys.at(-1) ?? null;
  }
}
