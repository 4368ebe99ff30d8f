/** Which events may leave next: in order, one revision of a review at a time. */
import type { OutboxRow, ReviewEvent } from '../model/sync.ts';
import { answerSchema } from '../schema/answer.ts';
import { reviewSchema } from '../schema/review.ts';
import { outboxRowSchema } from '../schema/sync.ts';
import type { Reading, Sound } from './open.ts';

/** How much one request may hold. A single event that is bigger goes alone. */
export interface Limits {
  maxEvents: number;
  /** Bytes of the events as JSON in UTF-8. */
  maxBytes: number;
}

/** What may leave now, and when something else may (`nextAt`, epoch ms; null: nothing else waits for a time). */
export interface Collected {
  events: ReviewEvent[];
  rows: OutboxRow[];
  /** Rows whose review or answer cannot be read. */
  unreadable: OutboxRow[];
  nextAt: number | null;
}

/** Rows read at once, and events: enough to keep the database busy, few enough to hold some of 2 MB. */
const page = 100;
const together = 10;

/**
 * Walks the waiting rows of a destination in their order. A review's later revision waits until the earlier one is
 * settled, so that none overtakes another; other reviews do not wait for it.
 */
export async function collectEvents(
  tx: Reading,
  sound: Sound,
  request: Limits & { destinationId: string; now: number; byHand: boolean },
): Promise<Collected> {
  const { destinationId, now, byHand, maxEvents, maxBytes } = request;
  const found: Collected = { events: [], rows: [], unreadable: [], nextAt: null };
  const begun = new Set<string>();
  let bytes = 0;
  let next: OutboxRow[] = [];
  /** False when the request is full. */
  const take = async (): Promise<boolean> => {
    const rows = next;
    next = [];
    const events = await Promise.all(rows.map((row) => eventOf(tx, sound, row)));
    for (const [index, row] of rows.entries()) {
      const event = events[index];
      if (!event) {
        found.unreadable.push(row);
        continue;
      }
      bytes += encoder.encode(JSON.stringify(event)).length;
      if (found.events.length > 0 && bytes > maxBytes) return false;
      found.events.push(event);
      found.rows.push(row);
      if (found.events.length >= maxEvents) return false;
    }
    return true;
  };
  for await (const row of waitingRows(tx, sound, destinationId)) {
    if (begun.has(row.reviewId)) continue;
    begun.add(row.reviewId);
    if (row.notBefore <= now || (byHand && row.attempts > 0)) next.push(row);
    else found.nextAt = Math.min(found.nextAt ?? Infinity, row.notBefore);
    if (next.length === Math.min(together, maxEvents) && !(await take())) return found;
  }
  await take();
  return found;
}

const encoder = new TextEncoder();

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

async function eventOf(tx: Reading, sound: Sound, row: OutboxRow): Promise<ReviewEvent | null> {
  const key: [string, number] = [row.reviewId, row.revision];
  const review = sound('reviews', key, reviewSchema, await tx.objectStore('reviews').get(key));
  const answer = sound('answers', row.answerId, answerSchema, await tx.objectStore('answers').get(row.answerId));
  if (!review || !answer) return null;
  return {
    id: row.eventId,
    type: review.status === 'withdrawn' ? 'review.withdrawn' : 'review.final',
    occurredAt: review.updatedAt,
    review,
    answer,
  };
}
