/** Masks what was stored before a policy wanted it: slice by slice, each in one transaction with its entry, its list rows and its words. */
import { canonical } from '../audit/canonical.ts';
import type { Answer } from '../model/answer.ts';
import type { Preference } from '../model/preference.ts';
import { conversationOf, type Masks } from '../model/privacy.ts';
import type { Review } from '../model/review.ts';
import { answerSchema } from '../schema/answer.ts';
import { preferenceSchema } from '../schema/preference.ts';
import { reviewSchema } from '../schema/review.ts';
import { z } from '../schema/zod.ts';
import { rowOf } from './answers.ts';
import { allTables, endBatches } from './erasing.ts';
import { masksIn } from './masks.ts';
import { asJson } from './noted.ts';
import type { Sound, Store, Writing } from './open.ts';
import { forget, note } from './record.ts';
import { putHeadsOf } from './restored.ts';
import { eraseWords } from './segments.ts';
import { eraseSent } from './sent.ts';

/** What stands about one answer: every revision of every review, drafts, and the comparisons that name it first. */
export interface About {
  answer: Answer;
  reviews: Review[];
  preferences: Preference[];
}

/** How it is masked: the same rows, in their order, and what is kept of the conversation then. */
export type MaskAbout = (about: About, kept: Masks) => { about: About; kept: Masks };

/** In `meta`: by which rules what is stored was masked, and up to which answer; `after` null: all of it. */
const key = 'masked';
const stateSchema = z.object({ rules: z.string(), after: z.string().nullable() });
/** Answers in one transaction. */
const slice = 20;

/**
 * Masks all that is stored by these rules; done once, it does nothing. Stopped anywhere, what is masked is masked whole, and the next call goes on. `now` is
 * epoch ms. Returns how many answers were changed.
 */
export async function maskStored(
  store: Store,
  { rules, mask, now }: { rules: string; mask: MaskAbout; now: () => number },
): Promise<number> {
  const known = await stateOf(store);
  if (known?.rules === rules && known.after === null) return 0;
  let changed = 0;
  for (let after: string | null = known?.rules === rules ? known.after : ''; after !== null;) {
    const from: string = after;
    const done = await store.write(allTables, async (tx, sound) => {
      // What left before may have left unmasked.
      if (from === '') await eraseSent(tx, null);
      const ids = await tx.objectStore('answers').getAllKeys(IDBKeyRange.lowerBound(from, true), slice);
      const masked = { answers: 0, ids: new Set<string>() };
      for (const id of ids) await maskOne(tx, sound, { id, mask, masked });
      await finish(tx, sound, { ...masked, now: now() });
      const next = ids.length < slice ? null : ids.at(-1)!;
      await tx.objectStore('meta').put({ key, value: { rules, after: next } });
      return { next, answers: masked.answers };
    });
    changed += done.answers;
    after = done.next;
  }
  return changed;
}

/** How many answers may still have to be masked; null: none. */
export function leftToMask(store: Store): Promise<number | null> {
  return store.read(['answers', 'meta'], async (tx, sound) => {
    const state = sound('meta', key, stateSchema, (await tx.objectStore('meta').get(key))?.value);
    return state === null || state.after === null ? null : tx.objectStore('answers').count(IDBKeyRange.lowerBound(state.after, true));
  });
}

/** No policy wants it any more: should one come again, all is looked at again. */
export async function forgetMasked(store: Store): Promise<void> {
  if (await stateOf(store)) await store.write(['meta'], (tx) => tx.objectStore('meta').delete(key));
}

const stateOf = (store: Store) =>
  store.read(['meta'], async (tx, sound) => sound('meta', key, stateSchema, (await tx.objectStore('meta').get(key))?.value));

interface Done {
  answers: number;
  /** Reviews and preferences that say something else now, or whose answer does. */
  ids: Set<string>;
}

async function maskOne(tx: Writing, sound: Sound, { id, mask, masked }: { id: string; mask: MaskAbout; masked: Done }): Promise<void> {
  const answer = sound('answers', id, answerSchema, await tx.objectStore('answers').get(id));
  if (!answer) return;
  const byAnswer = IDBKeyRange.bound([id], [id, []]);
  const [reviews, draft, pairs] = await Promise.all([
    tx.objectStore('reviews').index('byAnswer').getAll(byAnswer),
    tx.objectStore('drafts').get(id),
    tx.objectStore('preferences').index('byAnswer').getAll(id),
  ]);
  const read = reviews.flatMap((one) => sound('reviews', [one.id, one.revision], reviewSchema, one) ?? []);
  const open = sound('drafts', id, reviewSchema, draft);
  const compared = pairs.flatMap((one) => sound('preferences', [one.id, one.revision], preferenceSchema, one) ?? []);
  const before: About = {
    answer,
    reviews: open ? [...read, open] : read,
    preferences: compared.filter(({ answerIds }) => answerIds[0] === id),
  };
  const kept = await masksIn(tx, sound, conversationOf(answer));
  const { about, kept: keep } = mask(before, kept);
  if (!alike(keep, kept)) await tx.objectStore('masks').put(keep);
  if (alike(about, before)) return;
  await tx.objectStore('answers').put(rowOf(about.answer));
  for (const [at, review] of about.reviews.entries())
    await (at < read.length ? tx.objectStore('reviews').put(review) : tx.objectStore('drafts').put(review));
  for (const preference of about.preferences) await tx.objectStore('preferences').put(preference);
  masked.answers++;
  for (const one of [...about.reviews, ...compared]) masked.ids.add(one.id);
  await putHeadsOf(tx, sound, [id]);
}

/** What was made of the words before goes: the index, requests that wait, and what the record could have them guessed by. */
async function finish(tx: Writing, sound: Sound, { answers, ids, now }: Done & { now: number }): Promise<void> {
  if (answers === 0) return;
  await eraseWords(tx, [...ids]);
  for (const id of ids) await tx.objectStore('unindexed').put({ id, stamp: crypto.randomUUID() });
  await endBatches(tx, { records: ids });
  await forget(tx, [...ids]);
  await note(tx, sound, [{ type: 'erase', by: null, facts: { because: 'policy', what: 'masked', answers, reviews: ids.size } }], now);
}

const alike = (one: object, other: object): boolean => canonical(asJson(one)) === canonical(asJson(other));
