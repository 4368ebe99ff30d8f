/** How the store is doing, for people. */
import type { Health } from '../model/health.ts';
import { countReviews } from './counts.ts';
import type { Store } from './open.ts';
import { listQuarantine } from './quarantine.ts';
import { headSchema, isHead } from './rows.ts';

/** Reads it. Refusals are those of opening the store. */
export async function readHealth(store: Store): Promise<Health> {
  const { readOnly } = await store.state();
  // What a newer version keeps may be anything: each part that can be read is said.
  const orNull = <T>(part: Promise<T>): Promise<T | null> => (readOnly ? part.catch(() => null) : part);
  const [reviews, aside, unread] = await Promise.all([
    orNull(countReviews(store)),
    orNull(listQuarantine(store)),
    readOnly ? orNull(unreadRows(store)) : null,
  ]);
  const losses = aside?.filter(({ table }) => table === 'database') ?? [];
  return {
    reviews,
    setAside: (aside?.length ?? 0) - losses.length,
    lostAt: losses.length > 0 ? Math.max(...losses.map(({ at }) => at)) : null,
    newer: readOnly ? { unread: unread ?? 0 } : null,
  };
}

/** Rows read at once. */
const page = 1000;

async function unreadRows(store: Store): Promise<number> {
  let unread = 0;
  for (let after: string | null = null; ;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const keys: string[] = await store.read(['heads'], async (tx) => {
      const heads = tx.objectStore('heads');
      const [keys, rows] = await Promise.all([heads.getAllKeys(range, page), heads.getAll(range, page)]);
      unread += rows.filter((row) => !isHead(row) && !headSchema.safeParse(row).success).length;
      return keys;
    });
    if (keys.length < page) return unread;
    after = keys.at(-1) ?? null;
  }
}
