/**
 * The protocol `webhook`, which any endpoint can speak.
 *
 * Request: `POST` with
 * - `Content-Type: application/json`, `Authorization: Bearer <token>` if there is a token
 * - `Idempotency-Key: "<id>"`, quoted as a structured field: the event's id for one event, else a hash of the events
 * - body `{ "specversion": "bluepencil-1", "events": [{ "id", "type", "occurredAt", "review", "answer" }] }`;
 *   `type` is `review.final` or `review.withdrawn` (forget what this review said); `id` is `<review id>.<revision>`.
 *   A test has no events.
 *
 * Reply, one of
 * - 2xx with `{ "results": [{ "id", "status": "stored" | "duplicate" | "rejected", "code"?, "message"?, "retryable"? }] }`;
 *   an id that is missing is sent again
 * - 2xx with `{ "ok": true }` and no `results`, or 204 without a body: everything is stored
 * - 409: everything was stored before
 * - 400, 415, 422: something in it is refused (it is halved until that one is found), 413: too large (it is halved)
 * - 401, 403, 404, 405, 410: sending stops until a person looks; 408, 425, 429, 5xx: later again, `Retry-After` is obeyed
 *
 * Anything else with a success status, such as a page, is not stored. Delivery is at least once: hold each event id once. A
 * review's revisions arrive in order.
 */
import { words, z } from '../../schema/zod.ts';
import type { Batch, Connector, ConnectorContext, Failed, SendResult } from '../connector.ts';
import { isFailed, post, shorten, type Answered } from './http.ts';

/** The reply with a result for each event. */
export const replySchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      status: z.enum(['stored', 'duplicate', 'rejected']),
      code: words().optional(),
      message: words().optional(),
      retryable: z.boolean().optional(),
    }),
  ),
});

const plainSchema = z.object({ ok: z.literal(true), results: z.undefined().optional() });

/** JSON over HTTP to the person's own endpoint. */
export const webhook: Connector = {
  id: 'webhook',
  origins: ({ url }) => [new URL(url).origin],
  preview: (batch, { token }) => ({ headers: headersOf(batch, token === null ? null : '…'), body: bodyOf(batch) }),
  async test(context) {
    const result = await exchange({ id: 'test', events: [] }, context);
    return result.failure;
  },
  send: exchange,
};

async function exchange(batch: Batch, context: ConnectorContext): Promise<SendResult> {
  const answered = await post(context, headersOf(batch, context.settings.token), bodyOf(batch));
  return isFailed(answered) ? nothing(batch, answered) : read(batch, answered);
}

function read(batch: Batch, { status, json, text }: Answered): SendResult {
  const ids = batch.events.map(({ id }) => id);
  const reply = replySchema.safeParse(json);
  if (reply.success) return sorted(ids, reply.data.results);
  const all = (duplicate: boolean): SendResult => ({ ...none, accepted: ids.map((id) => ({ id, duplicate })) });
  if (status === 409) {
    // Of several, one may be new: each is asked for by itself.
    return ids.length > 1 ? nothing(batch, { code: 'refused', status, detail: '', cure: 'split' }) : all(true);
  }
  if ((status === 204 && text === '') || plainSchema.safeParse(json).success) return all(false);
  const code = json === undefined ? 'not-json' : 'incomplete-reply';
  return nothing(batch, { code, status, detail: json === undefined ? '' : shorten(text), cure: 'retry' });
}

function sorted(ids: string[], results: z.output<typeof replySchema>['results']): SendResult {
  const said = new Map(results.map((result) => [result.id, result]));
  const result: SendResult = { accepted: [], rejected: [], unknown: [], failure: null };
  for (const id of ids) {
    const item = said.get(id);
    if (!item) result.unknown.push(id);
    else if (item.status !== 'rejected') result.accepted.push({ id, duplicate: item.status === 'duplicate' });
    else
      result.rejected.push({
        id,
        code: item.code ?? 'rejected',
        retryable: item.retryable ?? false,
        message: shorten(item.message ?? item.code ?? ''),
      });
  }
  return result;
}

const none: SendResult = { accepted: [], rejected: [], unknown: [], failure: null };
const nothing = (batch: Batch, failure: Failed): SendResult => ({ ...none, unknown: batch.events.map(({ id }) => id), failure });

const bodyOf = ({ events }: Batch): string => JSON.stringify({ specversion: 'bluepencil-1', events });

const headersOf = ({ id }: Batch, token: string | null): Record<string, string> => ({
  'Content-Type': 'application/json',
  Accept: 'application/json',
  ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  'Idempotency-Key': `"${id}"`,
});
