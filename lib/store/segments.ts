/**
 * The stores `segments` and `words`: which reviews have which words. What is indexed in one go is a segment, written once and never changed but
 * for places that become stale, so that no save ever waits for it; segments of a size become one.
 */
import type { Writing } from './open.ts';
import { bucketCount, bucketOf, pack, unpack, type Posting } from './postings.ts';
import type { Segment } from './tables.ts';

/** What a transaction that writes the index has to be over. */
export const indexTables = ['segments', 'words'] as const;

/** Segments of a size that become one, what is a size (a power of it), and the most that one segment holds: a place has 16 bits. */
const together = 4;
const mostReviews = 32_768;

/** One review to be indexed. */
export interface Indexed {
  id: string;
  order: number;
  words: Iterable<string>;
}

/** Writes one segment. What was said of its reviews before is stale from then on. */
export async function addSegment(tx: Writing, reviews: Indexed[]): Promise<void> {
  await markStale(
    tx,
    reviews.map(({ id }) => id),
  );
  if (reviews.length === 0) return;
  const places = new Map<string, number[]>();
  for (const [place, { words }] of reviews.entries()) {
    for (const word of words) {
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    }
  }
  const buckets = Array.from({ length: bucketCount }, (): Posting[] => []);
  for (const posting of places) buckets[bucketOf(posting[0])]!.push(posting);
  const id = await nextId(tx);
  const rows = buckets.flatMap((bucket, at) => pack(at, id, bucket) ?? []);
  const segment: Segment = { id, reviews: reviews.map((one) => one.id), orders: reviews.map(({ order }) => order), stale: [] };
  await Promise.all([tx.objectStore('segments').put(segment), ...rows.map((row) => tx.objectStore('words').put(row))]);
}

/** Makes one segment of those that are alike in size, and writes those anew that are half stale. True where something was done. */
export async function mergeSegments(tx: Writing): Promise<boolean> {
  const segments = await tx.objectStore('segments').getAll();
  const groups = Map.groupBy(segments, (segment) => Math.floor(Math.log(Math.max(1, liveOf(segment))) / Math.log(together)));
  for (const group of groups.values()) {
    const some = group.slice(0, together);
    if (some.length < together || some.reduce((sum, segment) => sum + liveOf(segment), 0) > mostReviews) continue;
    await rewrite(tx, some);
    return true;
  }
  const half = segments.find(({ reviews, stale }) => stale.length * 2 >= reviews.length);
  if (half) await rewrite(tx, [half]);
  return half !== undefined;
}

/** Takes every word of these reviews out of the index, stale ones too: nothing of them is left in any row. */
export async function eraseWords(tx: Writing, ids: string[]): Promise<void> {
  const gone = new Set(ids);
  for (const segmentId of await segmentsOf(tx, ids)) {
    const segment = await tx.objectStore('segments').get(segmentId);
    if (!segment) continue;
    const stale = new Set(segment.stale);
    for (const [place, id] of segment.reviews.entries()) {
      if (!gone.has(id)) continue;
      segment.reviews[place] = '';
      stale.add(place);
    }
    segment.stale = [...stale];
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      const row = await tx.objectStore('words').get([bucket, segmentId]);
      if (!row) continue;
      const kept = unpack(row).flatMap(([word, places]) => keep(word, places, (place) => (segment.reviews[place] ? place : -1)));
      const fresh = pack(bucket, segmentId, kept);
      if (!fresh) await tx.objectStore('words').delete([bucket, segmentId]);
      else if (fresh.places.length < row.places.length) await tx.objectStore('words').put(fresh);
    }
    if (stale.size === segment.reviews.length) await tx.objectStore('segments').delete(segmentId);
    else await tx.objectStore('segments').put(segment);
  }
}

const liveOf = ({ reviews, stale }: Segment): number => reviews.length - stale.length;

async function nextId(tx: Writing): Promise<number> {
  const last = await tx.objectStore('segments').openKeyCursor(null, 'prev');
  return (last?.key ?? 0) + 1;
}

async function segmentsOf(tx: Writing, ids: string[]): Promise<Set<number>> {
  const index = tx.objectStore('segments').index('byReview');
  return new Set((await Promise.all(ids.map((id) => index.getAllKeys(id)))).flat());
}

async function markStale(tx: Writing, ids: string[]): Promise<void> {
  const fresh = new Set(ids);
  for (const segmentId of await segmentsOf(tx, ids)) {
    const segment = await tx.objectStore('segments').get(segmentId);
    if (!segment) continue;
    const places = segment.reviews.flatMap((id, place) => (fresh.has(id) ? [place] : []));
    await tx.objectStore('segments').put({ ...segment, stale: [...new Set([...segment.stale, ...places])] });
  }
}

/** Writes segments anew as one, without what is stale, bucket by bucket. */
async function rewrite(tx: Writing, segments: Segment[]): Promise<void> {
  const id = await nextId(tx);
  const merged: Segment = { id, reviews: [], orders: [], stale: [] };
  const moved = new Map<number, Int32Array>();
  for (const segment of segments) {
    const stale = new Set(segment.stale);
    const places = new Int32Array(segment.reviews.length).fill(-1);
    for (const [place, review] of segment.reviews.entries()) {
      if (stale.has(place)) continue;
      places[place] = merged.reviews.push(review) - 1;
      merged.orders.push(segment.orders[place]!);
    }
    moved.set(segment.id, places);
  }
  const words = tx.objectStore('words');
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const rows = await Promise.all(segments.map((segment) => words.get([bucket, segment.id])));
    const all = new Map<string, number[]>();
    for (const row of rows) {
      if (!row) continue;
      const places = moved.get(row.segment)!;
      for (const [word, old] of unpack(row)) {
        for (const [, kept] of keep(word, old, (place) => places[place]!)) all.set(word, [...(all.get(word) ?? []), ...kept]);
      }
    }
    const row = pack(bucket, id, [...all]);
    await Promise.all([row && words.put(row), ...segments.map((segment) => words.delete([bucket, segment.id]))]);
  }
  await Promise.all(segments.map((segment) => tx.objectStore('segments').delete(segment.id)));
  if (merged.reviews.length > 0) await tx.objectStore('segments').put(merged);
}

/** A word with its places as they are now; nothing where none is left (-1). */
function keep(word: string, places: ArrayLike<number>, now: (place: number) => number): [string, number[]][] {
  const kept = Array.from(places, now).filter((place) => place >= 0);
  return kept.length > 0 ? [[word, kept]] : [];
}
