/** How the rows of a backup come to those that are stored, in a transaction of each portion. */
import type { Answer } from '../model/answer.ts';
import type { Preference } from '../model/preference.ts';
import type { Other, Review } from '../model/review.ts';
import { beside } from '../review/meet.ts';
import { answerSchema } from '../schema/answer.ts';
import { preferenceSchema } from '../schema/preference.ts';
import { reviewSchema } from '../schema/review.ts';
import { rowOf } from './answers.ts';
import { dropHead, headOf, headOfPreference, headTables, putHeads } from './heads.ts';
import { merge, newestOf, type Merged, type Revision } from './merge.ts';
import type { Reading, Sound, Writing } from './open.ts';
import type { HeadRow } from './tables.ts';
import { unawaited } from './unawaited.ts';

/** Transactions over these tables are what the functions below need. */
export const restoredTables = ['answers', 'reviews', 'preferences', 'drafts', ...headTables] as const;

type Revised = 'reviews' | 'preferences';

/** What the revisions of a portion are beside the stored ones, an id at a time; `from` is where they come from. */
export function mergedIn(
  tx: Reading,
  sound: Sound,
  table: Revised,
  given: Revision[],
  from: NonNullable<Other['from']> = 'backup',
): Promise<Merged<Revision>[]> {
  const schema = table === 'reviews' ? reviewSchema : preferenceSchema;
  const byId = Map.groupBy(given, ({ id }) => id);
  return Promise.all(
    [...byId].map(async ([id, revisions]) => {
      const records: (Review | Preference)[] = await tx.objectStore(table).getAll(IDBKeyRange.bound([id], [id, []]));
      // One that cannot be read keeps its number, and what it says is like nothing else.
      return merge<Revision>(
        records.map(
          (record): Revision =>
            sound<Revision>(table, [record.id, record.revision], schema, record) ?? { id, revision: record.revision, updatedAt: '' },
        ),
        revisions,
        table === 'reviews' ? bothSay(from) : undefined,
      );
    }),
  );
}

/** What two computers said of one answer is chosen from by the person, as what two tabs said. Of what was taken back nothing is left to choose. */
function bothSay(from: NonNullable<Other['from']>) {
  return (last: Revision, other: Revision): Revision => {
    const [now, then] = [last as Review, other as Review];
    return now.status === 'final' && then.status === 'final' ? beside(now, then, from) : last;
  };
}

/** Writes what `mergedIn` says is to be added; returns how many revisions that were. */
export async function putRevisions(tx: Writing, sound: Sound, table: Revised, given: Revision[]): Promise<number> {
  const added = (await mergedIn(tx, sound, table, given)).flatMap(({ add }) => add);
  const answerIds = new Set<string>();
  for (const one of added as (Review | Preference)[]) {
    if (table === 'reviews') await tx.objectStore('reviews').add(one as Review);
    else await tx.objectStore('preferences').add(one as Preference);
    for (const id of 'answerId' in one ? [one.answerId] : one.answerIds) answerIds.add(id);
  }
  await putHeadsOf(tx, sound, answerIds);
  return added.length;
}

/**
 * The drafts that come in: those of answers without one, or with an older one, unless something was said for good since. A draft is one row that each pause in typing overwrites; the last state of it is all that it ever is.
 */
export async function draftsIn(tx: Reading, sound: Sound, given: Review[]): Promise<Review[]> {
  const found = await Promise.all(
    given.map(async (draft) => {
      const [stored, records] = await Promise.all([
        tx.objectStore('drafts').get(draft.answerId),
        tx.objectStore('reviews').getAll(IDBKeyRange.bound([draft.id], [draft.id, []])),
      ]);
      const before = sound('drafts', draft.answerId, reviewSchema, stored);
      // A draft has the number that it would get: is it taken, something was said for good since.
      if ((newestOf(records)?.revision ?? 0) >= draft.revision) return null;
      return before && Date.parse(before.updatedAt) >= Date.parse(draft.updatedAt) ? null : draft;
    }),
  );
  return found.filter((draft) => draft !== null);
}

export async function putDrafts(tx: Writing, sound: Sound, given: Review[]): Promise<void> {
  const [drafts, reviews] = [tx.objectStore('drafts'), tx.objectStore('reviews')];
  const coming = await draftsIn(tx, sound, given);
  const replaced = await Promise.all(coming.map(({ answerId }) => drafts.get(answerId)));
  for (const [index, { id }] of coming.entries()) {
    const before = replaced[index];
    // A draft of another id had a row of its own in the list, which nothing else would take away.
    if (before && before.id !== id && !(await reviews.getKey(IDBKeyRange.bound([before.id], [before.id, []]))))
      await dropHead(tx, sound, before.id);
  }
  await Promise.all(coming.map((draft) => drafts.put(draft)));
  await putHeadsOf(tx, sound, new Set(coming.map(({ answerId }) => answerId)));
}

/** Answers that are new, and other ids under which known ones were seen; then the list rows of all that is about them. */
export async function putAnswers(tx: Writing, sound: Sound, given: Answer[]): Promise<void> {
  const known = new Map<string, Answer>();
  await Promise.all(
    given.map(async (answer) => {
      const record = await tx.objectStore('answers').get(answer.id);
      const stored = sound('answers', answer.id, answerSchema, record);
      const aliases = new Set([...(stored?.aliases ?? []), ...answer.aliases]);
      const whole = { ...(stored ?? answer), aliases: [...aliases] };
      known.set(answer.id, whole);
      if (!stored || aliases.size > stored.aliases.length) unawaited(tx.objectStore('answers').put(rowOf(whole)));
    }),
  );
  await putHeadsOf(tx, sound, known.keys(), known);
}

/** Makes the list rows of all that is about some answers; those that are `known` are not read again. */
export async function putHeadsOf(tx: Writing, sound: Sound, answerIds: Iterable<string>, known = new Map<string, Answer>()): Promise<void> {
  const rows = await Promise.all([...answerIds].map((id) => headsOf(tx, sound, id, known)));
  await putHeads(tx, sound, new Map(rows.flat().map((row) => [row.id, row])).values());
}

async function headsOf(tx: Reading, sound: Sound, answerId: string, known: Map<string, Answer>): Promise<HeadRow[]> {
  const answerOf = async (id: string) => known.get(id) ?? sound('answers', id, answerSchema, await tx.objectStore('answers').get(id));
  // In a backup answers come last: most of what is about one has no row yet, and is not read for it.
  const answer = await answerOf(answerId);
  if (!answer) return [];
  const [records, draftRecord, compared] = await Promise.all([
    tx
      .objectStore('reviews')
      .index('byAnswer')
      .getAll(IDBKeyRange.bound([answerId], [answerId, []])),
    tx.objectStore('drafts').get(answerId),
    tx.objectStore('preferences').index('byAnswer').getAll(answerId),
  ]);
  const draft = sound('drafts', answerId, reviewSchema, draftRecord);
  const reviews = records.flatMap((record) => sound('reviews', [record.id, record.revision], reviewSchema, record) ?? []);
  const rows = newestOfEach(reviews).map((newest) => headOf(answer, newest, draft?.id === newest.id));
  if (draft && !reviews.some(({ id }) => id === draft.id)) rows.push(headOf(answer, draft, true));
  const preferences = compared.flatMap((record) => sound('preferences', [record.id, record.revision], preferenceSchema, record) ?? []);
  for (const preference of newestOfEach(preferences)) {
    const [one, other] = await Promise.all(preference.answerIds.map(answerOf));
    if (one && other) rows.push(headOfPreference({ preference, answers: [one, other] }));
  }
  return rows;
}

const newestOfEach = <R extends Revision>(revisions: R[]): R[] =>
  [...Map.groupBy(revisions, ({ id }) => id).values()].flatMap((some) => newestOf(some) ?? []);
