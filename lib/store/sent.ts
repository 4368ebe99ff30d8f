/** What was sent to a destination and what it replied, for the last requests: rows of `meta`, written with what came of the request. */
import type { Sent, SentRequest } from '../model/sent.ts';
import type { SyncEvent } from '../model/sync.ts';
import { recordOf } from '../model/sync.ts';
import { sentSchema } from '../schema/sync.ts';
import type { Sound, Store, Writing } from './open.ts';
import type { SyncState } from './tables.ts';

/** Requests that are kept of each destination. */
export const keptRequests = 20;

const prefix = 'sent/';
const keyOf = (destinationId: string, number: number): string =>
  `${prefix}${destinationId}/${String(number % keptRequests).padStart(2, '0')}`;
const rangeOf = (destinationId = ''): IDBKeyRange =>
  destinationId === ''
    ? IDBKeyRange.bound(prefix, `${prefix}\uffff`)
    : IDBKeyRange.bound(`${prefix}${destinationId}/`, `${prefix}${destinationId}/\uffff`);

/** Writes it in place of the oldest, in a transaction over `meta`; the state counts it. */
export async function putSent(tx: Writing, destinationId: string, state: SyncState, sent: Sent | null): Promise<SyncState> {
  if (!sent) return state;
  const sends = (state.sends ?? 0) + 1;
  await tx.objectStore('meta').put({ key: keyOf(destinationId, sends), value: { ...sent, number: sends } });
  return { ...state, sends };
}

/** The last requests to a destination, the newest first. */
export function readSent(store: Store, destinationId: string): Promise<SentRequest[]> {
  return store.read(['meta'], async (tx, sound: Sound) => {
    const rows = await tx.objectStore('meta').getAll(rangeOf(destinationId));
    const sent = rows.flatMap(({ key, value }) => sound('meta', key, sentSchema, value) ?? []);
    return sent.toSorted((one, other) => other.number - one.number);
  });
}

/** Of a request that held any of these records nothing stays. Null: of none. */
export async function eraseSent(tx: Writing, records: { has(id: string): boolean } | null, destinationId?: string): Promise<void> {
  const range = rangeOf(destinationId);
  for (let cursor = await tx.objectStore('meta').openCursor(range); cursor; cursor = await cursor.continue()) {
    const kept = sentSchema.safeParse(cursor.value.value).data;
    if (!kept || !records || kept.records.some((id) => records.has(id))) await cursor.delete();
  }
}

/** The records of a request, each once. */
export const recordsOf = (events: readonly SyncEvent[]): string[] => [...new Set(events.map((event) => recordOf(event).id))];
