/** For protocols that take one event at a time, or several requests for each: a batch by hand. */
import { recordOf, type SyncEvent } from '../../model/sync.ts';
import type { Batch, Failed, SendResult } from '../connector.ts';
import { each, nothing, type Verdict } from './results.ts';

/** How many requests are under way at once. */
const width = 6;

/**
 * Stores each event by `store`. What it refuses by itself is refused; a failure that concerns the endpoint ends the run, and what was stored until then
 * counts. Where nothing was stored the failure is that of the batch.
 */
export async function oneByOne(batch: Batch, store: (event: SyncEvent) => Promise<Failed | null>): Promise<SendResult> {
  const came = new Map<string, Failed | null>();
  let ended: Failed | null = null;
  const waiting = [...batch.events];
  const work = async (): Promise<void> => {
    for (let event = waiting.shift(); event && !ended; event = waiting.shift()) {
      const failed = await store(event);
      came.set(event.id, failed);
      if (failed && failed.cure !== 'split') ended ??= failed;
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  const stored = [...came.values()].includes(null);
  const failure = ended ?? [...came.values()].find((failed) => failed !== null);
  if (failure && !stored) return nothing(batch, failure);
  return each(batch, ({ id }): Verdict => {
    const failed = came.get(id);
    if (failed === null) return 'stored';
    if (failed?.cure !== 'split') return 'unknown';
    return { code: failed.code, retryable: false, message: failed.detail };
  });
}

/** The events that no later revision in the same batch replaces. */
export function newest({ id, events, head }: Batch): Batch {
  const last = new Map(events.map((event) => [recordOf(event).id, event]));
  return { id, events: [...last.values()], head: head ?? null };
}

/** The verdicts on all events where only the newest revisions were sent: one that was replaced shares the fate of its successor, and is asked for again where that was refused. */
export function withReplaced(batch: Batch, sent: SendResult): SendResult {
  if (sent.failure) return nothing(batch, sent.failure);
  const last = new Map(batch.events.map((event) => [recordOf(event).id, event.id]));
  const stored = new Set(sent.accepted.map(({ id }) => id));
  const refused = new Map(sent.rejected.map((one) => [one.id, one]));
  return each(batch, (event): Verdict => refused.get(event.id) ?? (stored.has(last.get(recordOf(event).id) ?? '') ? 'stored' : 'unknown'));
}

/** Ids of the revisions before this one, as events have them. */
export function earlier(event: SyncEvent): string[] {
  const { id, revision } = recordOf(event);
  return Array.from({ length: revision - 1 }, (_, at) => `${id}.${at + 1}`);
}

/** Ids of the revisions that the stored ones take the place of. */
export function replaced({ events }: Batch, { accepted }: SendResult): string[] {
  const stored = new Set(accepted.map(({ id }) => id));
  return events.filter(({ id }) => stored.has(id)).flatMap(earlier);
}
