/** The store `heads`: one row a review or a preference, from which lists and counts are read without opening an answer. */
import { canonical } from '../audit/canonical.ts';
import type { Answer } from '../model/answer.ts';
import type { ComparedAnswers } from '../model/preference.ts';
import type { Review } from '../model/review.ts';
import { verdictOf } from '../review/verdict.ts';
import { Moves } from './counts.ts';
import { asJson } from './noted.ts';
import type { Sound, Writing } from './open.ts';
import { headSchema } from './rows.ts';
import type { CountKind, HeadRow } from './tables.ts';
import { unawaited } from './unawaited.ts';

/** What a transaction that writes a row of the list has to be over, beside its own. */
export const headTables = ['heads', 'counts', 'unindexed'] as const;

/** By what rows can be walked newest first, and the index that does it: `[value, order, id]`. */
export const indexOf = {
  status: 'byStatus',
  site: 'bySite',
  verdict: 'byVerdict',
  flag: 'byFlag',
  model: 'byModel',
  reviewer: 'byReviewer',
  tag: 'byTag',
} as const satisfies Record<CountKind, string>;

/**
 * Writes a row of the list in place of the one before. All writing goes through here or `dropHead`: the counts move with it, and its words wait
 * to be indexed anew. `before` is what should stand there: with it, all is asked for at once.
 */
export const putHead = (tx: Writing, sound: Sound, head: HeadRow, before: HeadRow | null = null): Promise<void> =>
  replaceHead(tx, sound, head.id, { head, before });

/** The same for many rows, each of another review. Those that are as they were are left alone, and need not be indexed anew. */
export async function putHeads(tx: Writing, sound: Sound, rows: Iterable<HeadRow>): Promise<void> {
  const heads = tx.objectStore('heads');
  const moves = new Moves();
  await Promise.all(
    [...rows].map(async (head) => {
      const before = sound('heads', head.id, headSchema, await heads.get(head.id));
      if (before && canonical(asJson(before)) === canonical(asJson(head))) return;
      if (before) moves.add(before, -1);
      moves.add(head, 1);
      await Promise.all([heads.put(head), tx.objectStore('unindexed').put({ id: head.id, stamp: crypto.randomUUID() })]);
    }),
  );
  await moves.write(tx, sound);
}

/** Takes a row out of the list. Its words leave the index at its next run. */
export const dropHead = (tx: Writing, sound: Sound, id: string): Promise<void> => replaceHead(tx, sound, id, { head: null, before: null });

/** The same for many rows that are erased: their words are the caller's. */
export async function dropHeads(tx: Writing, sound: Sound, ids: Iterable<string>): Promise<void> {
  const moves = new Moves();
  await Promise.all(
    [...ids].map(async (id) => {
      const before = sound('heads', id, headSchema, await tx.objectStore('heads').get(id));
      if (before) moves.add(before, -1);
      await tx.objectStore('heads').delete(id);
    }),
  );
  await moves.write(tx, sound);
}

/** Characters of prompt and answer that a list shows at most. */
const excerptLength = 240;

/** The list row of a review. */
export function headOf(answer: Answer, review: Review, hasDraft: boolean): HeadRow {
  return {
    id: review.id,
    answerId: answer.id,
    revision: review.revision,
    status: review.status,
    hasDraft,
    verdict: verdictOf(review),
    flags: review.flags.map(({ category, severity }) => ({ category, severity })),
    flagKeys: flagKeysOf(review.flags, -Date.parse(review.updatedAt), review.id),
    ...(review.tags?.length ? { tags: review.tags, tagKeys: tagKeysOf(review.tags, review) } : {}),
    ...shownOf(answer, review),
  };
}

/** The list row of a preference: it shows the better answer, or the first. */
export function headOfPreference({ preference, answers: [one, other] }: ComparedAnswers): HeadRow {
  const answer = preference.better === other.id ? other : one;
  return {
    id: preference.id,
    answerId: answer.id,
    revision: preference.revision,
    status: preference.status,
    hasDraft: false,
    verdict: 'compared',
    flags: [],
    flagKeys: [],
    ...shownOf(answer, preference),
  };
}

function shownOf(answer: Answer, { reviewer, updatedAt }: Pick<Review, 'reviewer' | 'updatedAt'>) {
  return {
    reviewer: reviewer.name ?? '',
    by: reviewer.id,
    origin: answer.origin,
    site: answer.site,
    title: answer.title,
    model: answer.model,
    prompt: excerpt(answer.prompt.findLast(({ role }) => role === 'user')?.text ?? null),
    excerpt: excerpt(answer.text) ?? '',
    updatedAt,
    order: -Date.parse(updatedAt),
  };
}

/** Cut for the eye only: the answer itself is always kept whole. */
const excerpt = (text: string | null): string | null => text && text.slice(0, excerptLength).toWellFormed();

const flagKeysOf = (flags: { category: string }[], order: number, id: string): HeadRow['flagKeys'] =>
  [...new Set(flags.map(({ category }) => category))].map((category) => [category, order, id]);

const tagKeysOf = (tags: string[], { id, updatedAt }: Review): HeadRow['tagKeys'] => tags.map((tag) => [tag, -Date.parse(updatedAt), id]);

async function replaceHead(
  tx: Writing,
  sound: Sound,
  id: string,
  { head, before: expected }: { head: HeadRow | null; before: HeadRow | null },
): Promise<void> {
  const heads = tx.objectStore('heads');
  const asked = heads.get(id);
  const moves = new Moves();
  for (const one of [head, expected]) if (one) moves.ask(tx, one);
  if (head) moves.add(head, 1);
  const before = sound('heads', id, headSchema, await asked);
  if (before) moves.add(before, -1);
  unawaited(head ? heads.put(head) : heads.delete(id), tx.objectStore('unindexed').put({ id, stamp: crypto.randomUUID() }));
  await moves.write(tx, sound);
}

/** Rows read at once. */
const page = 500;

/** Makes what version 4 keeps beside the rows of an older list. A row that cannot be read stays as it is. */
export async function fillCounts(tx: Writing): Promise<void> {
  const moves = new Moves();
  const heads = tx.objectStore('heads');
  for (let after: string | null = null; ;) {
    const records: HeadRow[] = await heads.getAll(after === null ? null : IDBKeyRange.lowerBound(after, true), page);
    const parsed = records.map((record) => headSchema.safeParse({ ...record, flagKeys: [] }).data);
    const rows = parsed.flatMap((head) => (head ? { ...head, flagKeys: flagKeysOf(head.flags, head.order, head.id) } : []));
    for (const head of rows) moves.add(head, 1);
    await Promise.all(rows.flatMap((head) => [heads.put(head), tx.objectStore('unindexed').put({ id: head.id, stamp: '' })]));
    after = records.at(-1)?.id ?? null;
    if (records.length < page) break;
  }
  await moves.write(tx, () => null);
}
