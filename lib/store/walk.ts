/** Rows of the list, newest first, by the index that leaves the fewest to look at. */
import type { ReviewFilter } from '../model/reviewed.ts';
import { indexOf } from './heads.ts';
import type { Reading } from './open.ts';
import type { CountKind, HeadRow } from './tables.ts';

/** Where a page ends; opaque to callers of the list. */
export type ListCursor = [order: number, id: string];

/** A way through the list. */
export interface Way {
  /** Null: by time alone. */
  by: CountKind | null;
  values: readonly string[];
  /** About how many rows it leads over. */
  count: number;
}

/** The ways that a filter leaves beside the walk through all. */
export const waysOf = (filter: ReviewFilter): CountKind[] => (Object.keys(indexOf) as CountKind[]).filter((by) => filter[by] !== undefined);

/** The shortest way to what a filter lets through. `counts` are those of the store; null: not worth reading, any of the ways will do. */
export function shortestWay(filter: ReviewFilter, counts: Record<CountKind, Record<string, number>> | null): Way {
  const count = (kind: CountKind, values: readonly string[]): number =>
    counts === null
      ? Infinity
      : values.reduce((sum, value) => sum + (Object.hasOwn(counts[kind], value) ? (counts[kind][value] ?? 0) : 0), 0);
  let best: Way = { by: null, values: [], count: count('status', ['final', 'draft', 'withdrawn']) };
  for (const by of waysOf(filter)) {
    const values = filter[by];
    // What is counted leaves out what was withdrawn.
    if (!values || (by !== 'status' && filter.status?.includes('withdrawn'))) continue;
    const way = { by, values: [...new Set(values)], count: count(by, values) };
    if (way.count <= best.count) best = way;
  }
  return best;
}

/** The bounds of time as keys: rows before and after are never read. */
export function boundsOf({ from, to }: Pick<ReviewFilter, 'from' | 'to'>): { newest: number; oldest: number } {
  const order = (at: string | undefined, open: number): number => {
    const time = Date.parse(at ?? '');
    return Number.isNaN(time) ? open : -time;
  };
  return { newest: order(to, -Infinity), oldest: order(from, Infinity) };
}

/** The rows of a way behind a cursor, as they lie in the database, in batches of about `stride` (then more and more). */
export async function* walk(
  tx: Reading,
  { by, values }: Pick<Way, 'by' | 'values'>,
  options: { bounds: { newest: number; oldest: number }; after: ListCursor | null; stride: number },
): AsyncGenerator<HeadRow[]> {
  const { oldest, newest } = options.bounds;
  let { after, stride } = options;
  const heads = tx.objectStore('heads');
  const index = heads.index(by ? indexOf[by] : 'byOrder');
  const starts: string[][] = by ? values.map((value) => [value]) : [[]];
  for (;;) {
    const from = after ?? [newest];
    const parts = await Promise.all(
      starts.map((start) => index.getAll(IDBKeyRange.bound([...start, ...from], [...start, oldest, []], after !== null), stride)),
    );
    // As far as every part was read; what lies behind is read again with the next batch.
    const full = parts.filter((part) => part.length === stride).map((part) => keyOf(part.at(-1)!));
    const end = full.toSorted(inOrder)[0] ?? null;
    yield parts.length === 1 ? parts[0]! : together(parts.flat(), end);
    if (!end) return;
    after = end;
    stride = Math.min(stride * 2, most);
  }
}

/** Rows in one batch at most. */
const most = 1000;

const keyOf = ({ order, id }: HeadRow): ListCursor => [order, id];

/** As the database orders them. */
export const inOrder = (one: ListCursor, other: ListCursor): number =>
  one[0] - other[0] || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0);

/** Each once, newest first, up to `end`: a review may have several of the values. */
function together(rows: HeadRow[], end: ListCursor | null): HeadRow[] {
  const sorted = [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((one, other) => inOrder(keyOf(one), keyOf(other)));
  return end ? sorted.filter((row) => inOrder(keyOf(row), end) <= 0) : sorted;
}
