/** Preferences with the answers that they are about: all of them for an export, one for its own page, those of an answer. */
import { oldestFirst, pairKey, type ComparedAnswers, type Preference } from '../model/preference.ts';
import type { ReviewFilter } from '../model/reviewed.ts';
import { findAnswer } from './answers.ts';
import { asked } from './asked.ts';
import { deliveryOf, type Delivery } from './delivery.ts';
import type { Reading, Sound, Store } from './open.ts';
import { preferenceRevisions, preferencesOf } from './preferences.ts';

/** Records read in one transaction. */
const page = 100;

/**
 * The pairs of which a preference says something, in the order in which they were first compared. A filter applies to the newest one. What is saved
 * while it runs may or may not be in it.
 */
export async function* comparedAnswers(store: Store, filter: ReviewFilter = {}): AsyncGenerator<ComparedAnswers> {
  const wanted = asked(filter);
  for (let after: [string, number] | null = null; ;) {
    const from: [string, number] | null = after;
    const { found, last }: Part = await store.read(['preferences', 'answers'], async (tx, sound): Promise<Part> => {
      const keys: [string, number][] = await tx
        .objectStore('preferences')
        .getAllKeys(from ? IDBKeyRange.lowerBound(from, true) : null, page);
      // Each is read whole where it is first met: the next page may begin with the rest of its revisions.
      const ids = new Set(keys.map(([id]) => id).filter((id) => id !== from?.[0]));
      const items = await Promise.all([...ids].map((id) => pairFirstIn(tx, sound, id)));
      return { found: items, last: keys.at(-1) ?? null };
    });
    for (const item of found) if (item && wanted(item)) yield item;
    if (!last) return;
    after = last;
  }
}

/** The pair of a preference with all that is said of it; null: nothing, or it stands with one that was made before. */
async function pairFirstIn(tx: Reading, sound: Sound, id: string): Promise<ComparedAnswers | null> {
  const own = (await preferenceRevisions(tx, sound, id)).at(-1);
  if (own?.status !== 'final') return null;
  const about = (await preferencesOf(tx, sound, own.answerIds[0])).filter((one) => pairKey(one) === pairKey(own));
  if (about.some((one) => one.id < id)) return null;
  const preferences = oldestFirst(about);
  const found = await withAnswers(tx, sound, preferences.at(-1) ?? own);
  return found && preferences.length > 1 ? { ...found, preferences } : found;
}

interface Part {
  found: (ComparedAnswers | null)[];
  last: [string, number] | null;
}

/** One preference with everything that was said before, oldest first; those revisions that can be read. */
export interface ComparisonDetail extends ComparedAnswers {
  revisions: Preference[];
  delivery: Delivery[];
}

/** One preference by its id; null: unknown, or it or its answers cannot be read. */
export function readComparison(store: Store, id: string): Promise<ComparisonDetail | null> {
  return store.read(['preferences', 'answers', 'outbox', 'receipts', 'meta'], async (tx, sound) => {
    const revisions = await preferenceRevisions(tx, sound, id);
    const newest = revisions.at(-1);
    const found = newest && (await withAnswers(tx, sound, newest));
    return found ? { ...found, revisions, delivery: await deliveryOf(tx, sound, id) } : null;
  });
}

/** What is said about a stored answer beside others. */
export async function comparisonsOf(tx: Reading, sound: Sound, answerId: string): Promise<ComparedAnswers[]> {
  const preferences = await preferencesOf(tx, sound, answerId);
  const found = await Promise.all(preferences.map((preference) => withAnswers(tx, sound, preference)));
  return found.filter((one) => one !== null);
}

/** A preference by its id with its answers; null: unknown, or it or its answers cannot be read. */
export async function newestCompared(tx: Reading, sound: Sound, id: string): Promise<ComparedAnswers | null> {
  const preference = (await preferenceRevisions(tx, sound, id)).at(-1);
  return preference ? withAnswers(tx, sound, preference) : null;
}

async function withAnswers(tx: Reading, sound: Sound, preference: Preference): Promise<ComparedAnswers | null> {
  const [one, other] = await Promise.all(preference.answerIds.map((id) => findAnswer(tx, sound, id)));
  return one && other ? { preference, answers: [one, other] } : null;
}
