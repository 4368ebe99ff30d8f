/**
 * What others wrote into a database of CouchDB's protocol: `GET /{db}/_changes` ("Changes feed", Apache CouchDB documentation), a portion at a time, from the
 * place where the last one ended. A document that is no event of ours is passed over; one that should be and is none is handed on as bad.
 */
import type { SyncEvent } from '../../model/sync.ts';
import { recordOf } from '../../model/sync.ts';
import { eventSchema } from '../../schema/sync.ts';
import { z } from '../../schema/zod.ts';
import type { ConnectorContext, Failed, Incoming, Outgoing } from '../connector.ts';
import { isFailed, request, shorten, unreadable, type Answered } from './http.ts';

/** Documents a portion at most. A reply that is larger than is read is asked for again with half of them. */
const portion = 200;
/** No record has so many revisions. */
const highest = 1_000_000;

const place = z.union([z.string(), z.number()]).transform(String);
const changesSchema = z.object({
  results: z.array(z.object({ seq: place, id: z.string(), deleted: z.boolean().optional(), doc: z.looseObject({}).nullish() })),
  last_seq: place,
});
type Change = z.output<typeof changesSchema>['results'][number];

/** `ask` makes the request for a path with its query. */
export async function changesSince(
  cursor: string | null,
  context: ConnectorContext,
  ask: (path: string) => Outgoing,
): Promise<Incoming | Failed> {
  const since = cursor ?? '0';
  for (let limit = portion; ; limit = Math.ceil(limit / 4)) {
    const answered = await request(context, ask(query(since, limit, true)));
    if (isFailed(answered)) return answered;
    if (answered.isWhole) return incoming(answered, since, limit);
    if (limit > 1) continue;
    // A single document that is larger than anything of ours: it is passed by.
    const bare = await request(context, ask(query(since, 1, false)));
    return isFailed(bare) ? bare : incoming(bare, since, 1);
  }
}

const query = (since: string, limit: number, whole: boolean): string =>
  `_changes?since=${encodeURIComponent(since)}&limit=${limit}&include_docs=${whole}`;

function incoming(answered: Answered, since: string, limit: number): Incoming | Failed {
  const reply = changesSchema.safeParse(answered.json);
  if (answered.status !== 200 || !reply.success) return unreadable(answered);
  const { results, last_seq: last } = reply.data;
  // It would be asked the same for ever.
  if (results.length > limit || (results.length > 0 && last === since))
    return { code: 'incomplete-reply', status: answered.status, detail: shorten(`last_seq: ${last}`), cure: 'retry' };
  const found: Incoming = { events: [], gone: [], bad: [], cursor: last, more: results.length === limit };
  for (const change of results) take(change, found);
  return found;
}

function take({ id, deleted, doc }: Change, found: Incoming): void {
  if (id.startsWith('_design/')) return;
  if (deleted) found.gone.push(id);
  else if (!doc) found.bad.push({ id, record: null, problem: 'larger than is read' });
  else if ('event' in doc) {
    const event = eventSchema.safeParse(doc.event);
    const [issue] = event.error?.issues ?? [];
    const problem = event.success ? disagrees(id, event.data) : `${issue?.path.join('.')}: ${issue?.message}`;
    if (event.success && problem === null) found.events.push(event.data);
    else found.bad.push({ id, record: doc.event, problem: problem ?? '' });
  }
}

/** What does not fit together in an event; null: all does. */
function disagrees(id: string, event: SyncEvent): string | null {
  const record = recordOf(event);
  if (id !== event.id || id !== `${record.id}.${record.revision}`) return 'id: not that of its record and revision';
  if (record.revision > highest) return 'revision: too high';
  if ('review' in event) {
    const { answerId, status } = event.review;
    if (answerId !== event.answer.id) return 'answer.id: not the one that is reviewed';
    return status === 'draft' ? 'review.status: a draft is nobody else’s' : null;
  }
  if (!('preference' in event)) return null;
  const [one, other] = event.answers;
  const { answerIds } = event.preference;
  return answerIds[0] === one.id && answerIds[1] === other.id && one.id !== other.id ? null : 'answers: not those that are compared';
}
