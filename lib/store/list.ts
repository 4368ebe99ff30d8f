/** Lists of reviews, newest first, a page at a time. */
import type { ReviewFilter, ReviewRow } from '../model/reviewed.ts';
import { answerSchema } from '../schema/answer.ts';
import { reviewSchema } from '../schema/review.ts';
import type { Reading, Sound, Store } from './open.ts';
import { headSchema } from './rows.ts';
import type { HeadRow } from './tables.ts';

/** Where the next page begins; opaque to callers. */
export type ListCursor = [order: number, id: string];

/** One page. `next` is null at the end. */
export interface ListPage {
  rows: ReviewRow[];
  next: ListCursor | null;
}

/**
 * Reviews, newest change first. Only a search for text opens answers; all else is read from the rows themselves.
 * A review that changes while pages are read moves to the top, so a list is read anew when something changed.
 */
export function listReviews(
  store: Store,
  options: { filter?: ReviewFilter; limit?: number; after?: ListCursor | null } = {},
): Promise<ListPage> {
  const { filter = {}, limit = 50 } = options;
  return store.read(['heads', 'answers', 'reviews', 'drafts'], async (tx, sound) => {
    const rows: ReviewRow[] = [];
    const stride = filter.text ? 50 : Math.max(200, limit);
    for (let after = options.after ?? null; ;) {
      const range = after ? IDBKeyRange.lowerBound(after, true) : null;
      const records = await tx.objectStore('heads').index('byOrder').getAll(range, stride);
      const found = await Promise.all(
        records.map(async (record) => {
          const head = sound('heads', record.id, headSchema, record);
          return head && matches(head, filter) && (!filter.text || (await says(tx, sound, head, filter.text))) ? head : null;
        }),
      );
      for (const [index, record] of records.entries()) {
        after = [record.order, record.id];
        const head = found[index];
        if (!head) continue;
        const { order: _order, ...row } = head;
        rows.push(row);
        if (rows.length === limit) return { rows, next: after };
      }
      if (records.length < stride) return { rows, next: null };
    }
  });
}

/** Does a row pass everything of a filter but the text? */
export function matches(row: ReviewRow, { status, verdict, site, flag, from, to }: ReviewFilter): boolean {
  return (
    (status ?? ['final', 'draft']).includes(row.status) &&
    (!verdict || (row.verdict !== null && verdict.includes(row.verdict))) &&
    (!site || site.includes(row.site)) &&
    (!flag || row.flags.some(({ category }) => flag.includes(category))) &&
    (from === undefined || row.updatedAt >= from) &&
    (to === undefined || row.updatedAt < to)
  );
}

/** Does the text stand in the prompt, the answer, the title, the correction or a note? */
async function says(tx: Reading, sound: Sound, head: HeadRow, text: string): Promise<boolean> {
  const wanted = text.toLocaleLowerCase();
  const has = (value: string | null | undefined): boolean => value?.toLocaleLowerCase().includes(wanted) ?? false;
  if (has(head.prompt) || has(head.excerpt) || has(head.title)) return true;
  const answer = sound('answers', head.answerId, answerSchema, await tx.objectStore('answers').get(head.answerId));
  if (answer && (has(answer.text) || has(answer.markdown) || answer.prompt.some((turn) => has(turn.text)))) return true;
  const record =
    head.status === 'draft'
      ? await tx.objectStore('drafts').get(head.answerId)
      : await tx.objectStore('reviews').get([head.id, head.revision]);
  const review = sound(head.status === 'draft' ? 'drafts' : 'reviews', [head.id, head.revision], reviewSchema, record);
  return has(review?.correction?.markdown) || has(review?.note) || (review?.flags.some((flag) => has(flag.note)) ?? false);
}

/** What stands in the list, for its filters: each site and flag with the number of reviews that are not withdrawn. */
export function countFacets(
  store: Store,
): Promise<{ sites: Record<string, number>; flags: Record<string, number>; verdicts: Record<string, number> }> {
  return store.read(['heads'], async (tx, sound) => {
    const facets = { sites: {} as Record<string, number>, flags: {} as Record<string, number>, verdicts: {} as Record<string, number> };
    const count = (into: Record<string, number>, key: string): void => void (into[key] = (into[key] ?? 0) + 1);
    for (let after: string | null = null; ;) {
      const records = await tx.objectStore('heads').getAll(after === null ? null : IDBKeyRange.lowerBound(after, true), 1000);
      for (const record of records) {
        after = record.id;
        const head = sound('heads', record.id, headSchema, record);
        if (!head || head.status === 'withdrawn') continue;
        count(facets.sites, head.site);
        if (head.verdict) count(facets.verdicts, head.verdict);
        for (const category of new Set(head.flags.map((flag) => flag.category))) count(facets.flags, category);
      }
      if (records.length < 1000) return facets;
    }
  });
}
