/**
 * Elasticsearch and OpenSearch: `POST /_bulk` ("Bulk API", the documentation of either). The index template stands in `test/contract/elasticsearch.json`.
 *
 * A document is the newest revision of a review or a preference: `_id` is the record's id, `version` its revision with `version_type: external`. The
 * server keeps a document only if its revision is above the one that it has, and answers 409 to what it has already: that one is stored. So
 * nothing stands there twice, and an old revision that comes late changes nothing. `review.withdrawn` replaces what it withdraws; `*.erased` is a document
 * without content that replaces what was erased.
 *
 * A success status says nothing of the items: each has its own. Bodies are compressed (`Content-Encoding: gzip`, "HTTP API conventions").
 */
import { z } from '../../schema/zod.ts';
import type { SyncEvent } from '../../model/sync.ts';
import type { Batch, Connector, ConnectorContext, Outgoing, SendResult } from '../connector.ts';
import { credentials, shown } from './credentials.ts';
import { address, line, name, secret, under } from './fields.ts';
import { isFailed, request, shorten, unreadable, type Answered } from './http.ts';
import { requestPacked } from './packed.ts';
import { each, nothing, type Verdict } from './results.ts';
import { rowOf } from './rows.ts';

const settings = z.object({ url: address(), index: name('.-'), user: line(), token: secret() });
type ElasticsearchSettings = z.output<typeof settings>;

const itemSchema = z.object({
  _id: z.string(),
  status: z.int(),
  error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
});
/** Each item has one key, the operation's name. */
const replySchema = z.object({ items: z.array(z.record(z.string(), itemSchema)) });
type Item = z.output<typeof itemSchema>;

/** Writes documents into an index. */
export const elasticsearch: Connector<ElasticsearchSettings> = {
  id: 'elasticsearch',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'index', kind: 'text', required: true },
    { key: 'user', kind: 'text', required: false },
    { key: 'token', kind: 'secret', required: false },
  ],
  settings,
  place: ({ url, index }) => `${url} ${index}`,
  origins: ({ url }) => [new URL(url).origin],
  preview: (batch, given) => outgoing(documents(batch, given), shown(given)),
  test,
  async send(batch, context): Promise<SendResult> {
    const bulk = outgoing(documents(batch, context.settings), context.settings);
    const { answered, ...found } = await requestPacked(context, bulk, (one) => itemsOf(one) !== null);
    if (isFailed(answered)) return nothing(batch, answered);
    const items = itemsOf(answered);
    return items ? { ...each(batch, (event, at) => verdictOf(event, items[at])), ...found } : nothing(batch, unreadable(answered));
  },
};

/** Changes a document that is not there: whoever may write is told that it is missing, and nothing is written. */
async function test(context: ConnectorContext<ElasticsearchSettings>) {
  const line = { update: { _index: context.settings.index, _id: 'bluepencil-test' } };
  const answered = await request(context, outgoing(`${JSON.stringify(line)}\n{"doc":{}}\n`, context.settings));
  if (isFailed(answered)) return answered;
  const item = itemsOf(answered)?.[0];
  if (!item) return unreadable(answered);
  const { status, error } = item;
  if (!error || error.type === 'document_missing_exception') return null;
  const detail = wordsOf(item);
  if (status === 403) return { code: 'forbidden' as const, status, detail, cure: 'halt' as const };
  return { code: status === 404 ? ('not-found' as const) : ('refused' as const), status, detail, cure: 'halt' as const };
}

const itemsOf = ({ json }: Answered): (Item | undefined)[] | null => {
  const reply = replySchema.safeParse(json);
  return reply.success ? reply.data.items.map((item) => Object.values(item)[0]) : null;
};

function verdictOf(event: SyncEvent, item: Item | undefined): Verdict {
  // The items stand in the order of the operations; one that speaks of another document is not about ours.
  if (!item || item._id !== rowOf(event).record_id) return 'unknown';
  if (item.status >= 200 && item.status < 300) return 'stored';
  if (item.error?.type === 'version_conflict_engine_exception') return 'duplicate';
  const retryable = item.status === 429 || item.status >= 500;
  return { code: item.error?.type ?? String(item.status), retryable, message: wordsOf(item) };
}

const wordsOf = ({ status, error }: Item): string => shorten(error ? `${error.type}: ${error.reason ?? ''}` : String(status));

const documents = ({ events }: Batch, { index }: ElasticsearchSettings): string =>
  events
    .map((event) => {
      const { record_id, revision, ...row } = rowOf(event);
      const place = { index: { _index: index, _id: record_id, version: revision, version_type: 'external' } };
      const text = 'review' in event ? event.answer.text : null;
      return `${JSON.stringify(place)}\n${JSON.stringify({ ...row, record_id, revision, text })}\n`;
    })
    .join('');

const outgoing = (body: string, { url, user, token }: ElasticsearchSettings): Outgoing => ({
  method: 'POST',
  url: under(url, '_bulk'),
  headers: { 'Content-Type': 'application/x-ndjson', Accept: 'application/json', ...credentials({ user, token }, 'ApiKey') },
  body,
});
