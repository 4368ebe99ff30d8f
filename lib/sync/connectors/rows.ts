/** An event as a row of a table, for the stores that have columns. `test/contract` holds the tables; a name here is a column there. */
import { recordOf, type SyncEvent } from '../../model/sync.ts';

/** What people ask for by SQL or in a search. All else stands in `event`. Every row has every column. */
export interface EventRow {
  /** The event's id: `<record_id>.<revision>`. */
  id: string;
  type: SyncEvent['type'];
  /** The review's id, or the preference's. */
  record_id: string;
  revision: number;
  /** RFC 3339, UTC. */
  occurred_at: string;
  reviewer_id: string | null;
  reviewer_role: string | null;
  /** Of a preference the one that is better, null where neither is. */
  answer_id: string | null;
  site: string | null;
  provider: string | null;
  model: string | null;
  /** −1 or 1. */
  rating: number | null;
  decision: string | null;
  /** The categories of its flags, each as often as it was flagged. */
  categories: string[];
  /** The whole event as the webhook protocol has it. */
  event: SyncEvent;
}

/** The row of an event. Of what was erased it says the id and that it was, nothing else. */
export function rowOf(event: SyncEvent): EventRow {
  const { id: record_id, revision } = recordOf(event);
  const judged = 'review' in event ? event.review : null;
  const made = judged ?? ('preference' in event ? event.preference : null);
  const about = 'review' in event ? event.answer : 'preference' in event ? event.answers[0] : null;
  return {
    id: event.id,
    type: event.type,
    record_id,
    revision,
    occurred_at: event.occurredAt,
    reviewer_id: made?.reviewer.id ?? null,
    reviewer_role: made?.reviewer.role ?? null,
    answer_id: 'preference' in event ? event.preference.better : (about?.id ?? null),
    site: about?.site ?? null,
    provider: about?.provider ?? null,
    model: about?.model ?? null,
    rating: judged?.rating ?? null,
    decision: judged?.decision ?? null,
    categories: judged?.flags.map(({ category }) => category) ?? [],
    event,
  };
}
