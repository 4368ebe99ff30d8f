/** Erasing: an answer with everything that was said about it, a conversation, a site, all. Done, no table holds a word of it. */
import { holdsOn, type EraseCounts, type ErasePlan, type EraseScope, type Hold } from '../model/erase.ts';
import { Refusal } from '../model/result.ts';
import { z } from '../schema/zod.ts';
import { clearMasks } from './eraseMasks.ts';
import { allTables, eraseGone, quiet } from './erasing.ts';
import { findGone, goneTables } from './gone.ts';
import { actor } from './noted.ts';
import type { Reading, Store, Writing } from './open.ts';
import { note } from './record.ts';
import { indexOf, nextOf, targetsOf, type Place, type Slice } from './scopes.ts';
import { eraseWords } from './segments.ts';
import { eraseSent } from './sent.ts';
import { settingsOf } from './settings.ts';

/** One order to erase. */
export interface EraseOrder {
  scope: EraseScope;
  holds: readonly Hold[];
  /** Epoch ms: what is captured later is not meant. */
  now: number;
}

/** In `meta`: an erase that is not done yet. */
const pendingKey = 'erase';

/** What is left to do of it; `scope` null: only words are. */
const pendingSchema = z.object({
  scope: z
    .union([
      z.object({ kind: z.literal('review'), id: z.string() }),
      z.object({ kind: z.literal('conversation'), origin: z.string(), id: z.string() }),
      z.object({ kind: z.literal('site'), origin: z.string() }),
      z.object({ kind: z.literal('everything') }),
    ])
    .nullable(),
  now: z.number(),
});

/** What an order would take; nothing is changed. */
export function planErase(store: Store, { scope, holds, now }: EraseOrder): Promise<Omit<ErasePlan, 'fresh'>> {
  return store.read([...goneTables, 'heads'], async (tx) => {
    if (scope.kind === 'review') {
      const targets = await targetsOf(tx, scope.id);
      const [gone, { heldBy }] = [await findGone(tx, targets, []), await findGone(tx, targets, holds)];
      const records = await Promise.all([...gone.answers].map((id) => tx.objectStore('answers').get(id)));
      const times = records.flatMap((record) => record?.capturedAt ?? []).toSorted();
      const [since = null, until = null] = [times[0], times.at(-1)];
      return { answers: gone.answers.size, since, until, sent: gone.sent.length > 0, holds: [...heldBy] };
    }
    const answers = tx.objectStore('answers');
    const { index, range } = indexOf(scope, now);
    const [count, first, last, receipt] = await Promise.all([
      scope.kind === 'everything' ? answers.count() : answers.index(index).count(range),
      answers.index(index).openCursor(range),
      answers.index(index).openCursor(range, 'prev'),
      tx.objectStore('receipts').openCursor(),
    ]);
    let sent = receipt;
    while (sent?.value.status === 'received') sent = await sent.continue();
    const at = (cursor: typeof first): string | null => cursor?.value.capturedAt ?? null;
    return { answers: count, since: at(first), until: at(last), sent: sent !== null, holds: holdsOn(holds, scope) };
  });
}

/**
 * Erases, each slice in one strict transaction with its entry in the record. Stopped anywhere, what is gone is gone whole, and `resumeErase` does
 * the rest. Refuses with `erase-held` before anything is changed; an answer that is held all the same, by what it is compared with, stays.
 */
export async function erase(store: Store, order: EraseOrder, progress: (done: EraseCounts) => void = () => {}): Promise<EraseCounts> {
  const { holds } = await planErase(store, order);
  if (holds.length > 0) throw new Refusal('erase-held');
  const facts = { because: 'person' as const, what: order.scope.kind };
  return eraseSlices(store, { ...order, facts, tell: true, slices: (tx, after) => nextOf(tx, order.scope, order.now, after) }, progress);
}

/** Does what is left of an erase that was cut off; false: nothing was. */
export async function resumeErase(store: Store, holds: readonly Hold[]): Promise<boolean> {
  const pending = await store.read(['meta'], async (tx, sound) =>
    sound('meta', pendingKey, pendingSchema, (await tx.objectStore('meta').get(pendingKey))?.value),
  );
  if (!pending) return false;
  if (pending.scope) await erase(store, { scope: pending.scope, holds, now: pending.now });
  await finish(store);
  return true;
}

/** What one run of slices does. */
export interface Slices extends Omit<EraseOrder, 'scope'> {
  scope?: EraseScope;
  /** What its entries say beside the numbers. */
  facts: { because: 'person' | 'retention' } & Record<string, string | number>;
  /** Whoever has it is told to forget it. */
  tell: boolean;
  slices: (tx: Reading, after: Place | null) => Promise<Slice>;
}

/** Erases slice after slice, and then the words of all. */
export async function eraseSlices(
  store: Store,
  { scope, holds, now, facts, tell, slices }: Slices,
  progress: (done: EraseCounts) => void = () => {},
): Promise<EraseCounts> {
  const done: EraseCounts = { answers: 0, reviews: 0, held: 0 };
  for (let after: Place | null = null, first = true; ; first = false) {
    const from: Place | null = after;
    const { next, answers, reviews, held }: { next: Place | null } & EraseCounts = await store.write(allTables, async (tx) => {
      const targets = await slices(tx, from);
      const gone = await findGone(tx, targets, holds);
      // Most erases are one slice: then nothing is left to do behind it.
      const words = first && targets.next === null;
      await eraseGone(tx, gone, { now, tell, words });
      if (!words) await tx.objectStore('meta').put({ key: pendingKey, value: { scope: scope ?? null, now } });
      if (targets.next === null && scope?.kind === 'everything') await clearRest(tx);
      const counts = { answers: gone.answers.size, reviews: gone.records.size };
      if (counts.answers + counts.reviews > 0) await noteErase(tx, facts, { ...counts, told: tell ? gone.sent.length : 0 });
      return { next: targets.next, ...counts, held: gone.held };
    });
    done.answers += answers;
    done.reviews += reviews;
    done.held += held;
    progress({ ...done });
    if (next === null) {
      if (!first) await finish(store);
      return done;
    }
    after = next;
  }
}

async function noteErase(tx: Writing, facts: Slices['facts'], counts: Record<string, number>): Promise<void> {
  const settings = settingsOf(quiet, await tx.objectStore('meta').get('settings'));
  const by = facts.because === 'person' && settings ? actor(settings.reviewer) : null;
  await note(tx, quiet, [{ type: 'erase', by, facts: { ...facts, ...counts } }], Date.now());
}

/** Takes the words out of the index, one segment a transaction, and then the word that this is still to be done. */
async function finish(store: Store): Promise<void> {
  const segments = await store.read(['segments'], (tx) => tx.objectStore('segments').getAllKeys());
  for (const id of segments) {
    await store.write(['segments', 'words', 'heads'], async (tx) => {
      const { reviews = [] } = (await tx.objectStore('segments').get(id)) ?? {};
      const named = reviews.filter((review) => review !== '');
      const there = await Promise.all(named.map((review) => tx.objectStore('heads').getKey(review)));
      await eraseWords(
        tx,
        named.filter((_, at) => there[at] === undefined),
      );
    });
  }
  await store.write(['unindexed', 'heads', 'meta'], async (tx) => {
    for (const id of await tx.objectStore('unindexed').getAllKeys())
      if ((await tx.objectStore('heads').getKey(id)) === undefined) await tx.objectStore('unindexed').delete(id);
    await tx.objectStore('meta').delete(pendingKey);
  });
}

/** What is left of nothing: masks of conversations, and records that could not be read. That the browser lost the database says nothing of a review. */
async function clearRest(tx: Writing): Promise<void> {
  await clearMasks(tx);
  await eraseSent(tx, null);
  for (let cursor = await tx.objectStore('quarantine').openCursor(); cursor; cursor = await cursor.continue())
    if (cursor.value.table !== 'database') await cursor.delete();
}
