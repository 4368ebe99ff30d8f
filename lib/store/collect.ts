/** Which events may leave next: in order, one revision of a review at a time. */
import { isDue } from '../model/due.ts';
import { conversationOf, type Masks } from '../model/privacy.ts';
import { answersOf, type OutboxRow, type SyncEvent } from '../model/sync.ts';
import { answerSchema } from '../schema/answer.ts';
import { preferenceSchema } from '../schema/preference.ts';
import { withoutOthers } from '../review/meet.ts';
import { reviewSchema } from '../schema/review.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import { masksIn } from './masks.ts';
import type { Reading, Sound } from './open.ts';

/** How much one request may hold. A single event that is bigger goes alone. */
export interface Limits {
  maxEvents: number;
  /** Bytes of the events as JSON in UTF-8. */
  maxBytes: number;
}

/** How events leave. It runs inside a transaction, so it awaits nothing. */
export interface Leave {
  /** Names the rules: a request that was made ready under others is made anew. */
  rules: string;
  /** Masks an event with what is kept of its conversation; null: it leaves as it is. */
  mask: ((event: SyncEvent, kept: Masks) => { event: SyncEvent; ledger: Masks['ledger'] }) | null;
}

/** What may leave now, and when something else may (`nextAt`, epoch ms; null: nothing else waits for a time). */
export interface Collected {
  events: SyncEvent[];
  rows: OutboxRow[];
  /** Rows whose review or answer cannot be read. */
  unreadable: OutboxRow[];
  nextAt: number | null;
  /** Of those conversations of `events` in which placeholders were given that are not kept yet. */
  masks: Masks[];
}

/** Rows read at once, and events: enough to keep the database busy, few enough to hold some of 2 MB. */
const page = 60;
const together = 25;

/**
 * Walks the waiting rows of a destination in their order. A review's later revision waits until the earlier one is
 * settled, so that none overtakes another; other reviews do not wait for it. `without` are reviews and preferences that are left out.
 */
export async function collectEvents(
  tx: Reading,
  sound: Sound,
  request: Limits & { destinationId: string; now: number; byHand: boolean; mask?: Leave['mask']; without?: ReadonlySet<string> },
): Promise<Collected> {
  const { destinationId, now, byHand, maxEvents, maxBytes, mask = null } = request;
  const found: Collected = { events: [], rows: [], unreadable: [], nextAt: null, masks: [] };
  const kept = new Map<string, Masks>();
  const grown = new Set<string>();
  const begun = new Set(request.without);
  let bytes = 0;
  let next: OutboxRow[] = [];
  /** False when the request is full. */
  const take = async (): Promise<boolean> => {
    const rows = next;
    next = [];
    const read = await Promise.all(rows.map((row) => readOne(row)));
    for (const [index, row] of rows.entries()) {
      const { whole, masks: before } = read[index]!;
      if (!whole) {
        found.unreadable.push(row);
        continue;
      }
      const name = JSON.stringify(before?.conversation);
      const masks = kept.get(name) ?? before;
      const { event, ledger } = mask && masks ? mask(whole, masks) : { event: whole, ledger: {} };
      bytes += bytesOf(event);
      if (found.events.length > 0 && bytes > maxBytes) return false;
      if (masks) kept.set(name, { ...masks, ledger });
      if (masks && Object.keys(ledger).some((placeholder) => !(placeholder in masks.ledger))) grown.add(name);
      found.events.push(event);
      found.rows.push(row);
      if (found.events.length >= maxEvents) return false;
    }
    return true;
  };
  const readOne = async (row: OutboxRow): Promise<{ whole: SyncEvent | null; masks: Masks | null }> => {
    const whole = await eventOf(tx, sound, row);
    const [about] = mask && whole ? answersOf(whole) : [];
    return { whole, masks: about ? await masksIn(tx, sound, conversationOf(about)) : null };
  };
  for await (const row of waitingRows(tx, sound, destinationId)) {
    if (begun.has(row.reviewId)) continue;
    begun.add(row.reviewId);
    if (isDue(row.notBefore, now) || (byHand && row.attempts > 0)) next.push(row);
    else found.nextAt = Math.min(found.nextAt ?? Infinity, row.notBefore);
    if (next.length === Math.min(together, maxEvents) && !(await take())) break;
  }
  if (next.length > 0) await take();
  return { ...found, masks: [...grown].map((name) => kept.get(name)!) };
}

const encoder = new TextEncoder();

/** The size of an event as limits count it: bytes of its JSON. */
export const bytesOf = (event: SyncEvent): number => encoder.encode(JSON.stringify(event)).length;

async function* waitingRows(tx: Reading, sound: Sound, destinationId: string): AsyncGenerator<OutboxRow> {
  const index = tx.objectStore('outbox').index('bySeq');
  const end = [destinationId, 'pending', []] as never;
  for (let start: [string, string, number] = [destinationId, 'pending', -1]; ;) {
    const records = await index.getAll(IDBKeyRange.bound(start, end, true), page);
    for (const record of records) {
      start = [destinationId, 'pending', record.seq];
      const row = sound('outbox', record.key, outboxRowSchema, record);
      if (row) yield row;
    }
    if (records.length < page) return;
  }
}

async function eventOf(tx: Reading, sound: Sound, row: OutboxRow): Promise<SyncEvent | null> {
  if (row.erased) {
    const { eventId, createdAt, reviewId, revision } = row;
    return { id: eventId, type: `${row.erased}.erased`, occurredAt: createdAt, erased: { id: reviewId, revision } };
  }
  const key: [string, number] = [row.reviewId, row.revision];
  const [record, about] = await Promise.all([tx.objectStore('reviews').get(key), tx.objectStore('answers').get(row.answerId)]);
  // Ids are minted alike for both, so that one that is no review's is a preference's.
  if (record === undefined) return preferenceEventOf(tx, sound, row);
  const review = sound('reviews', key, reviewSchema, record);
  const answer = sound('answers', row.answerId, answerSchema, about);
  if (!review || !answer) return null;
  return {
    id: row.eventId,
    type: review.status === 'withdrawn' ? 'review.withdrawn' : 'review.final',
    occurredAt: review.updatedAt,
    review: withoutOthers(review),
    answer,
  };
}

async function preferenceEventOf(tx: Reading, sound: Sound, row: OutboxRow): Promise<SyncEvent | null> {
  const key: [string, number] = [row.reviewId, row.revision];
  const preference = sound('preferences', key, preferenceSchema, await tx.objectStore('preferences').get(key));
  if (!preference) return null;
  const [one, other] = await Promise.all(
    preference.answerIds.map(async (id) => sound('answers', id, answerSchema, await tx.objectStore('answers').get(id))),
  );
  if (!one || !other) return null;
  return {
    id: row.eventId,
    type: preference.status === 'withdrawn' ? 'preference.withdrawn' : 'preference.saved',
    occurredAt: preference.updatedAt,
    preference,
    answers: [one, other],
  };
}
