/** What colleagues want of the person at this computer, and what they must not see yet. */
import type { Policy } from '../model/policy.ts';
import type { Review } from '../model/review.ts';
import type { ReviewRow } from '../model/reviewed.ts';
import { isBy, isFor, isVerdict, type Me } from '../model/team.ts';
import { reviewSchema } from '../schema/review.ts';
import { z } from '../schema/zod.ts';
import type { Reading, Sound, Store } from './open.ts';
import { eventIdOf } from './outbox.ts';
import { pastOf } from './own.ts';
import { headSchema } from './rows.ts';

/** A colleague's review that concerns this person, with its row of the list. */
export interface Concern {
  review: Review;
  row: ReviewRow;
}

/** Newest first. */
export interface ForYou {
  /** Answers escalated to this person, or to their role, that they have not decided since. */
  asked: Concern[];
  /** Verdicts on what this person escalated, until they were read. */
  answered: Concern[];
}

/** Escalations that are looked at, the newest: more than anybody works off. */
const most = 500;
const toldKey = 'told';
const toldSchema = z.array(z.string());

/** What waits for this person. */
export function forYou(store: Store, me: Me, policy: Pick<Policy, 'roles'>): Promise<ForYou> {
  return store.read(['heads', 'reviews', 'meta'], async (tx, sound) => {
    const [records, told] = await Promise.all([
      tx
        .objectStore('heads')
        .index('byVerdict')
        .getAll(IDBKeyRange.bound(['escalated'], ['escalated', []]), most),
      toldIn(tx, sound),
    ]);
    const rows = records
      .flatMap((record) => sound('heads', record.id, headSchema, record) ?? [])
      .filter(({ status }) => status === 'final');
    const asked = await Promise.all(rows.filter((row) => isTheirs(row, me)).map((row) => askedBy(tx, sound, row, me)));
    const answered = await Promise.all(rows.filter((row) => !isTheirs(row, me)).map((row) => answersTo(tx, sound, row, me, policy)));
    const fresh = answered.flat().filter(({ review }) => !told.includes(eventIdOf(review)));
    return { asked: asked.filter((one) => one !== null), answered: fresh };
  });
}

/** Notes that a verdict was read. */
export function markTold(store: Store, review: { id: string; revision: number }): Promise<void> {
  return store.write(['meta'], async (tx, sound) => {
    const told = [...new Set([...(await toldIn(tx, sound)), eventIdOf(review)])];
    await tx.objectStore('meta').put({ key: toldKey, value: told.slice(-most) });
  });
}

/** Ids of rows of colleagues that this person must not see yet: their own word on the answer is not final, and nobody asked for it. */
export function veiled(store: Store, rows: readonly ReviewRow[], me: Me): Promise<Set<string>> {
  const theirs = me.seesAll ? [] : rows.filter((row) => isTheirs(row, me));
  if (theirs.length === 0) return Promise.resolve(new Set());
  return store.read(['reviews'], async (tx, sound) => {
    const hidden = await Promise.all(
      theirs.map(async (row) => {
        // A preference is about two answers, and says nothing of either alone.
        if (row.verdict === 'compared') return false;
        const { newest } = await pastOf(tx, sound, row.answerId, me.id);
        if (newest?.status === 'final') return false;
        return (await askedBy(tx, sound, row, me)) === null;
      }),
    );
    return new Set(theirs.filter((_, at) => hidden[at]).map(({ id }) => id));
  });
}

/** A row of before the reviewer's id stood in rows is this person's own. */
export const isTheirs = ({ by }: Pick<ReviewRow, 'by'>, me: Pick<Me, 'id'>): boolean => by !== undefined && by !== me.id;

async function askedBy(tx: Reading, sound: Sound, row: ReviewRow, me: Me): Promise<Concern | null> {
  if (row.verdict !== 'escalated') return null;
  const review = await reviewOf(tx, sound, row);
  if (!review?.escalation || !isFor(review.escalation.to, me)) return null;
  const { newest } = await pastOf(tx, sound, row.answerId, me.id);
  const isDone = newest !== null && isVerdict(newest) && Date.parse(newest.updatedAt) >= Date.parse(review.updatedAt);
  return isDone ? null : { review, row };
}

async function answersTo(tx: Reading, sound: Sound, row: ReviewRow, me: Me, policy: Pick<Policy, 'roles'>): Promise<Concern[]> {
  const [own, records] = await Promise.all([
    reviewOf(tx, sound, row),
    tx
      .objectStore('reviews')
      .index('byAnswer')
      .getAll(IDBKeyRange.bound([row.answerId], [row.answerId, []])),
  ]);
  const to = own?.escalation?.to;
  if (to === undefined) return [];
  const reviews = records.flatMap((record) => sound('reviews', [record.id, record.revision], reviewSchema, record) ?? []);
  const newest = new Map(reviews.map((review) => [review.id, review]));
  const verdicts = [...newest.values()].filter((review) => review.reviewer.id !== me.id && isVerdict(review) && isBy(to, review, policy));
  const heads = await Promise.all(verdicts.map(({ id }) => tx.objectStore('heads').get(id)));
  return verdicts.flatMap((review, at) => {
    const head = sound('heads', review.id, headSchema, heads[at]);
    return head ? [{ review, row: head }] : [];
  });
}

const reviewOf = async (tx: Reading, sound: Sound, { id, revision }: ReviewRow): Promise<Review | null> =>
  sound('reviews', [id, revision], reviewSchema, await tx.objectStore('reviews').get([id, revision]));

const toldIn = async (tx: Reading, sound: Sound): Promise<string[]> =>
  sound('meta', toldKey, toldSchema, (await tx.objectStore('meta').get(toldKey))?.value) ?? [];
