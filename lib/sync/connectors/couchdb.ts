/**
 * CouchDB and what speaks its protocol (Cloudant, PouchDB Server), both ways: `POST /{db}/_bulk_docs`, `POST /{db}/_all_docs`, `GET /{db}/_changes` ("Databases", Apache
 * CouchDB documentation). A design document with the checks of the server's side, views and indexes stands in `test/contract/couchdb.json`.
 *
 * A document is one event: `_id` is the event's id, and it is never changed. So what comes again is a `conflict`, and none stands there twice. The reply
 * to a conflict is believed only when the document that is there says the same time: else two revisions were made under one number, in two copies of one
 * profile, and the second is refused in view, not passed over. Documents are written with `new_edits`, as without it the server says
 * nothing of the single document.
 *
 * `review.withdrawn` and `preference.*` are documents like all others. `*.erased` first deletes the earlier events of what was erased, then is written itself:
 * the content is off the disk when the database is compacted. Once it is there, nothing of that record is above it, as its revision is the last.
 *
 * Name and password go as Basic, a token alone as Bearer (a JWT). Sessions by cookie are left out: an extension's requests carry none.
 */
import { z } from '../../schema/zod.ts';
import type { ErasedEvent, SyncEvent } from '../../model/sync.ts';
import type { Batch, Connector, ConnectorContext, Failed, Outgoing, SendResult } from '../connector.ts';
import { changesSince } from './changes.ts';
import { credentials, shown } from './credentials.ts';
import { address, line, secret } from './fields.ts';
import { isFailed, request, shorten, unreadable, type Answered } from './http.ts';
import { each, nothing, type Verdict } from './results.ts';
import { rowOf } from './rows.ts';

const settings = z.object({ url: address(), user: line(), token: secret() });
type CouchdbSettings = z.output<typeof settings>;
type Context = ConnectorContext<CouchdbSettings>;

const writtenSchema = z.array(
  z.object({ id: z.string(), ok: z.literal(true).optional(), error: z.string().optional(), reason: z.string().optional() }),
);
type Written = z.output<typeof writtenSchema>[number];

/** Rows of `_all_docs` by keys: of one that is not there and of one that was deleted, no `doc`. */
const rowsSchema = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      value: z.object({ rev: z.string(), deleted: z.boolean().optional() }).optional(),
      doc: z.object({ type: z.string().optional(), occurred_at: z.string().optional() }).nullish(),
    }),
  ),
});
type Row = z.output<typeof rowsSchema>['rows'][number];

/** Writes documents into a database. */
export const couchdb: Connector<CouchdbSettings> = {
  id: 'couchdb',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'user', kind: 'text', required: false },
    { key: 'token', kind: 'secret', required: false },
  ],
  settings,
  place: ({ url }) => url,
  origins: ({ url }) => [new URL(url).origin],
  preview: ({ events }, given) => bulk(events.map(documentOf), shown(given)),
  /** Writes no document: who is no member of the database may not do even that. */
  async test(context) {
    const written = await write([], context);
    return 'cure' in written ? written : null;
  },
  send,
  receive: (cursor, context) => changesSince(cursor, context, (path) => asking('GET', path, '', context.settings)),
};

async function send(batch: Batch, context: Context): Promise<SendResult> {
  const gone = batch.events.filter((event) => 'erased' in event);
  const made = batch.events.filter((event) => !('erased' in event));
  const verdicts = new Map<string, Verdict>();
  for (const step of [() => put(made, context), () => erase(gone, context)]) {
    const outcome = await step();
    if (!('cure' in outcome)) for (const [id, verdict] of outcome) verdicts.set(id, verdict);
    else if (verdicts.size === 0) return nothing(batch, outcome);
    // What is stored is kept; the rest meets the same failure, by itself, the next time.
    else break;
  }
  return each(batch, ({ id }) => verdicts.get(id) ?? 'unknown');
}

/** Writes events, and says of each what came of it. */
async function put(events: SyncEvent[], context: Context): Promise<Map<string, Verdict> | Failed> {
  if (events.length === 0) return new Map();
  const written = await write(events.map(documentOf), context);
  if ('cure' in written) return written;
  const verdicts = new Map<string, Verdict>();
  const met = events.filter(({ id }) => written.get(id)?.error !== undefined);
  const there = await read(idsOf(met), context, true);
  for (const event of events) {
    const said = written.get(event.id);
    if (said?.error === undefined) verdicts.set(event.id, verdictOf(said));
    else verdicts.set(event.id, 'cure' in there ? 'unknown' : metBy(event, said, there.get(event.id)));
  }
  return verdicts;
}

/** Deletes the earlier events of what was erased, and says so in their place. Acknowledged only when all of them are deleted. */
async function erase(events: ErasedEvent[], context: Context): Promise<Map<string, Verdict> | Failed> {
  if (events.length === 0) return new Map();
  const earlier = events.flatMap(({ erased }) => Array.from({ length: erased.revision - 1 }, (_none, at) => `${erased.id}.${at + 1}`));
  const there = await read(earlier, context, false);
  if ('cure' in there) return there;
  const left = [...there.values()].flatMap(({ key, value }) =>
    value && !value.deleted ? [{ _id: key, _rev: value.rev, _deleted: true }] : [],
  );
  const deleted = left.length > 0 ? await write(left, context) : new Map<string, Written>();
  if ('cure' in deleted) return deleted;
  const kept = new Map(left.flatMap(({ _id }) => (deleted.get(_id)?.ok ? [] : [[recordIn(_id), verdictOf(deleted.get(_id))] as const])));
  const stored = await put(
    events.filter(({ erased }) => !kept.has(erased.id)),
    context,
  );
  if ('cure' in stored) return stored;
  return new Map(events.map(({ id, erased }) => [id, kept.get(erased.id) ?? stored.get(id) ?? 'unknown']));
}

function verdictOf(said: Written | undefined): Verdict {
  if (said?.ok) return 'stored';
  // A document that was to be deleted has changed meanwhile: the next try reads it anew.
  if (!said?.error || said.error === 'conflict') return 'unknown';
  const refused = said.error === 'forbidden' || said.error === 'unauthorized';
  return { code: said.error, retryable: !refused, message: shorten(`${said.error}: ${said.reason ?? ''}`) };
}

/** Of one that was not written: a server may ask the design document before it looks for a conflict, so what it refuses can be there too. */
function metBy(event: SyncEvent, said: Written, row: Row | undefined): Verdict {
  if (!row?.doc) return verdictOf(said);
  if (row.doc.type === event.type && row.doc.occurred_at === event.occurredAt) return 'duplicate';
  return { code: 'conflict', retryable: false, message: `conflict: ${event.id} is there with other content` };
}

/** What the server said of each document, by id. Accepted (202) is not stored: it is asked for again. */
async function write(documents: object[], context: Context): Promise<Map<string, Written> | Failed> {
  const answered = await request(context, bulk(documents, context.settings));
  if (isFailed(answered)) return answered;
  const reply = writtenSchema.safeParse(answered.json);
  if (answered.status === 202) return { code: 'busy', status: 202, detail: '', cure: 'retry' };
  return answered.status === 201 && reply.success ? byKey(reply.data, ({ id }) => id) : refusal(answered);
}

/** The documents of these ids that are or were there. */
async function read(keys: string[], context: Context, whole: boolean): Promise<Map<string, Row> | Failed> {
  if (keys.length === 0) return new Map();
  const answered = await request(context, outgoing(`_all_docs?include_docs=${whole}`, { keys }, context.settings));
  if (isFailed(answered)) return answered;
  const reply = rowsSchema.safeParse(answered.json);
  return reply.success ? byKey(reply.data.rows, ({ key }) => key) : refusal(answered);
}

/** 400, 415 and 422 come here too: a server that refuses the whole request by one document is asked with fewer. */
const refusal = (answered: Answered): Failed =>
  answered.status >= 400
    ? { code: 'refused', status: answered.status, detail: shorten(answered.text), cure: 'split' }
    : unreadable(answered);

const idsOf = (events: SyncEvent[]): string[] => events.map(({ id }) => id);
const recordIn = (id: string): string => id.slice(0, id.lastIndexOf('.'));
const byKey = <Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item> => new Map(items.map((item) => [keyOf(item), item]));

const documentOf = (event: SyncEvent): object => {
  const { id: _id, ...row } = rowOf(event);
  return { _id, ...row };
};

const bulk = (docs: object[], given: CouchdbSettings): Outgoing => outgoing('_bulk_docs', { docs }, given);

const outgoing = (path: string, body: object, given: CouchdbSettings): Outgoing => asking('POST', path, JSON.stringify(body), given);

const asking = (method: Outgoing['method'], path: string, body: string, { url, user, token }: CouchdbSettings): Outgoing => ({
  method,
  url: `${url.replace(/\/+$/, '')}/${path}`,
  headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...credentials({ user, token }, 'Bearer') },
  body,
});
