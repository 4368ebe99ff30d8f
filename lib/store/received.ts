/** What came from a destination: colleagues' reviews and preferences, beside one's own. Done twice it is as done once. */
import type { Preference } from '../model/preference.ts';
import type { Review } from '../model/review.ts';
import { answersOf, recordOf, type ErasedEvent, type SyncEvent } from '../model/sync.ts';
import { eraseGone, allTables, quiet } from './erasing.ts';
import { findGone, type Targets } from './gone.ts';
import { mergedIn, putAnswers, putHeadsOf } from './restored.ts';
import { enqueueChange, eventIdOf } from './outbox.ts';
import { ownerIn } from './own.ts';
import type { Reading, Sound, Store, Writing } from './open.ts';
import { note } from './record.ts';
import { settingsOf } from './settings.ts';
import { putSyncState, syncStateIn } from './syncState.ts';
import { unawaited } from './unawaited.ts';

/** A portion of it. */
export interface Portion {
  destinationId: string;
  events: SyncEvent[];
  /** Ids of events that are there no longer. */
  gone: string[];
  bad: { id: string; record: unknown; problem: string }[];
  /** Where the next portion begins. */
  cursor: string;
  /** Epoch ms; `nextAt`: when it is asked again. */
  now: number;
  nextAt: number;
}

type Made = Exclude<SyncEvent, ErasedEvent>;

/** Characters that are kept of what is no event. */
const badLength = 10_000;

/**
 * Stores a portion, with the place where the next one begins, in one strict transaction with its entry in the record. Nothing that stands here is
 * changed: revisions are merged as those of a backup are. What came is not sent back, nor to anybody else. What was erased here does not come again; what its
 * writer erased goes here too, unless a hold keeps it. One's own word is never erased by others. Returns how many revisions are new.
 */
export function storeReceived(store: Store, portion: Portion): Promise<number> {
  const { destinationId, now, cursor, nextAt } = portion;
  return store.write(allTables, async (tx, sound) => {
    const owner = await ownerIn(tx, sound);
    const fresh = await freshOf(tx, portion);
    await putAnswers(tx, sound, fresh.flatMap(answersOf));
    const before = {
      reviews: await add(tx, sound, 'reviews', fresh, portion, owner),
      preferences: await add(tx, sound, 'preferences', fresh, portion, owner),
    };
    const erased = await eraseTold(tx, sound, portion, owner);
    for (const { id, record, problem } of portion.bad) {
      const said = JSON.stringify(record)?.slice(0, badLength).toWellFormed() ?? '';
      const row = { id: `received/${destinationId}/${id}`, table: 'received', key: id, record: said, problem, at: now };
      unawaited(tx.objectStore('quarantine').put(row));
    }
    const ids = fresh.map(({ id }) => id);
    const facts = { destination: destinationId, received: ids, before, erased, bad: portion.bad.length };
    if (ids.length + erased + portion.bad.length > 0) await note(tx, sound, [{ type: 'sync.received', by: null, facts }], now);
    const state = await syncStateIn(tx, sound, destinationId);
    await putSyncState(tx, destinationId, { ...state, cursor, receiveAt: nextAt, lookedAt: now, receiveProblem: null });
    return before.reviews + before.preferences;
  });
}

/** Those of which nothing is known here, each once. */
async function freshOf(tx: Reading, { destinationId, events }: Portion): Promise<Made[]> {
  const made = new Map(events.flatMap((event) => ('erased' in event ? [] : [[event.id, event] as const])));
  const known = await Promise.all([...made.values()].map((event) => isKnown(tx, destinationId, event)));
  return [...made.values()].filter((_, at) => !known[at]);
}

/** One that came or went before, that stands here as it is there, or that was erased here. */
async function isKnown(tx: Reading, destinationId: string, event: Made): Promise<boolean> {
  const { id, revision } = recordOf(event);
  const table = 'review' in event ? 'reviews' : 'preferences';
  const [receipts, rows, stands, same] = await Promise.all([
    tx.objectStore('receipts').index('byReview').getAll([destinationId, id]),
    tx.objectStore('outbox').index('byReview').getAll([destinationId, id]),
    tx.objectStore(table).getKey(IDBKeyRange.bound([id], [id, []])),
    tx.objectStore(table).get([id, revision]),
  ]);
  if (receipts.some((receipt) => receipt.eventId === event.id) || same?.updatedAt === event.occurredAt) return true;
  return stands === undefined && (receipts.length > 0 || rows.some(({ erased }) => erased !== undefined));
}

/** Merges the revisions of one table. Of one's own, what two computers said differently is said once more with both, and that leaves. */
async function add(
  tx: Writing,
  sound: Sound,
  table: 'reviews' | 'preferences',
  fresh: Made[],
  { destinationId, now }: Portion,
  owner: string | null,
): Promise<number> {
  const came = fresh.flatMap((event): (Review | Preference)[] => {
    if (table === 'reviews') return 'review' in event ? [event.review] : [];
    return 'preference' in event ? [event.preference] : [];
  });
  if (came.length === 0) return 0;
  const merged = (await mergedIn(tx, sound, table, came, 'computer')).flatMap((one) => one.add) as typeof came;
  const target = tx.objectStore(table as 'reviews');
  for (const one of merged) unawaited(target.add(one as never));
  const ids = new Set(came.map(eventIdOf));
  for (const one of came) {
    const eventId = eventIdOf(one);
    const key = `${destinationId}/${eventId}`;
    const { id: reviewId, revision } = one;
    // Where one's own was refused for this one, both stand in the revision behind them.
    unawaited(tx.objectStore('outbox').delete(key));
    const receipt = { key, destinationId, eventId, reviewId, revision, acknowledgedAt: now, status: 'received' as const };
    unawaited(tx.objectStore('receipts').put(receipt));
  }
  const own = merged.filter((one) => one.reviewer.id === owner && !ids.has(eventIdOf(one)));
  const destinationIds = settingsOf(sound, await tx.objectStore('meta').get('settings'))?.destinations.map(({ id }) => id) ?? [];
  for (const one of own) {
    const answerId = 'answerId' in one ? one.answerId : one.answerIds[0];
    await enqueueChange(tx, sound, { record: { ...one, answerId }, destinationIds, undoneTo: null, now, undoMs: 0 });
  }
  await putHeadsOf(tx, sound, new Set(merged.flatMap((one) => ('answerId' in one ? [one.answerId] : one.answerIds))));
  return merged.length;
}

/** Erases what others wrote and have taken back; returns of how many reviews and preferences. */
async function eraseTold(tx: Writing, sound: Sound, portion: Portion, owner: string | null): Promise<number> {
  const told = portion.events.flatMap((event) => ('erased' in event ? [event.erased] : []));
  for (const id of portion.gone) {
    const end = id.lastIndexOf('.');
    told.push({ id: id.slice(0, end), revision: Number(id.slice(end + 1)) });
  }
  let erased = 0;
  for (const { id, revision } of told) {
    const targets = await targetsOf(tx, id, revision, owner);
    if (!targets) continue;
    const holds = settingsOf(quiet, await tx.objectStore('meta').get('settings'))?.holds ?? [];
    const gone = await findGone(tx, targets, holds);
    await eraseGone(tx, gone, { now: portion.now, tell: false, words: true });
    erased += gone.records.size;
  }
  return erased;
}

/** A record of somebody else whose newest revision is not above that one, with its answers where nobody here says anything about them; null: none. */
async function targetsOf(tx: Reading, id: string, revision: number, owner: string | null): Promise<Targets | null> {
  const range = IDBKeyRange.bound([id], [id, []]);
  const [review] = (await tx.objectStore('reviews').getAll(range)).slice(-1);
  const [preference] = (await tx.objectStore('preferences').getAll(range)).slice(-1);
  const newest = review ?? preference;
  if (!newest || newest.revision > revision || newest.reviewer.id === owner) return null;
  if (!review) return { answers: [], preferences: [id] };
  return (await isAlone(tx, review)) ? { answers: [review.answerId] } : { answers: [], reviews: [id] };
}

async function isAlone(tx: Reading, { id, answerId }: Review): Promise<boolean> {
  const [reviews, draft, pair] = await Promise.all([
    tx
      .objectStore('reviews')
      .index('byAnswer')
      .getAllKeys(IDBKeyRange.bound([answerId], [answerId, []])),
    tx.objectStore('drafts').getKey(answerId),
    tx.objectStore('preferences').index('byAnswer').getKey(answerId),
  ]);
  return draft === undefined && pair === undefined && reviews.every(([one]) => one === id);
}
