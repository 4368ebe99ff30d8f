/** Results that every connector comes to. */
import type { SyncEvent } from '../../model/sync.ts';
import type { Batch, Failed, SendResult } from '../connector.ts';

/** What came of one event. */
export type Verdict = 'stored' | 'duplicate' | 'unknown' | { code: string; retryable: boolean; message: string };

/** Nothing known of anything. */
const none: SendResult = { accepted: [], rejected: [], unknown: [], failure: null };

/** The whole request came to nothing. */
export const nothing = (batch: Batch, failure: Failed): SendResult => ({ ...none, unknown: batch.events.map(({ id }) => id), failure });

/** All of it is stored; `duplicate`: it was before. */
export const everything = (batch: Batch, duplicate = false): SendResult => each(batch, () => (duplicate ? 'duplicate' : 'stored'));

/** One verdict for each event of the batch, in its order. */
export function each({ events }: Batch, verdictOf: (event: SyncEvent, at: number) => Verdict): SendResult {
  const result: SendResult = { accepted: [], rejected: [], unknown: [], failure: null };
  for (const [at, event] of events.entries()) {
    const { id } = event;
    const verdict = verdictOf(event, at);
    if (verdict === 'unknown') result.unknown.push(id);
    else if (typeof verdict === 'string') result.accepted.push({ id, duplicate: verdict === 'duplicate' });
    else result.rejected.push({ id, ...verdict });
  }
  return result;
}
