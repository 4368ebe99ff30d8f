/** Under which key a request is sent. */
import type { SyncEvent } from '../model/sync.ts';
import { hash } from './answers.ts';
import type { BatchRow } from './tables.ts';

/** The same events with the same content have the same key; other content has another. One event's key is its own id. */
export const keyOf = (events: SyncEvent[]): string =>
  events.length === 1 && events[0] ? events[0].id : hash(JSON.stringify(events)).slice(0, 32);

/** The key of a request that was made ready. */
export const idempotencyKey = ({ id }: Pick<BatchRow, 'id'>): string => id.slice(id.indexOf('/') + 1);
