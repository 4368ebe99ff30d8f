/**
 * The protocol `webhook`, which any endpoint can speak.
 *
 * Request: `POST` with
 * - `Authorization: Bearer <token>` if there is a token, `Basic` if there is a user name too, or the header that the settings name
 * - `Idempotency-Key: "<id>"`, quoted as a structured field: the event's id for one event, else a hash of the events
 * - `Bluepencil-Record: chain="<uuid>", seq=<n>, head="<hash>"` (a structured dictionary): where the record of this browser ends. Kept, it shows later
 *   whether that record was changed
 * - `webhook-id`, `webhook-timestamp` and `webhook-signature` if there is a secret for signing: Standard Webhooks 1.0, `v1` (HMAC-SHA256) over the body
 * - the events. A test has none.
 *   - `json`: `application/json`, `{ "specversion": "bluepencil-1", "events": [{ "id", "type", "occurredAt", … }] }`
 *   - `ndjson`: `application/x-ndjson`, a line for each event as it stands in `events` above
 *   - `cloudevents`: `application/cloudevents-batch+json`, an array of CloudEvents 1.0: `type` is `bluepencil.` and the type below, `time` is `occurredAt`,
 *     `subject` the id of the review or preference, `data` the rest
 *   - `type` `review.final` or `review.withdrawn` (forget what this review said), with `review` and `answer`;
 *     `id` is `<review id>.<revision>`
 *   - `type` `preference.saved` or `preference.withdrawn` (forget which was better), with `preference` and its two
 *     `answers` in the order of `preference.answerIds`; `id` is `<preference id>.<revision>`
 *   - `type` `review.erased` or `preference.erased` (the person erased it: forget everything of it, its answers too where nothing else is
 *     about them), with `erased: { "id", "revision" }` and nothing else; `id` is `<erased.id>.<erased.revision>`
 *
 * A body from 1400 bytes on that is not signed is compressed (`Content-Encoding: gzip`), unless the endpoint does not take that: what it answers with 415, or at first with
 * 400, 422, 500 or 501, or acknowledges without `results`, comes again at once as it is, and from then on everything does.
 *
 * Reply, one of
 * - 2xx with `{ "results": [{ "id", "status": "stored" | "duplicate" | "rejected", "code"?, "message"?, "retryable"? }] }`;
 *   an id that is missing is sent again, and so is one that is both stored and rejected
 * - 2xx with `{ "ok": true }` and no `results`, or 204 without a body (to CloudEvents 201 and 202 as well): everything is stored
 * - 409: everything was stored before
 * - 400, 415, 422: something in it is refused (it is halved until that one is found), 413: too large (it is halved, and later ones are no larger)
 * - 401, 403, 404, 405: sending stops until a person looks, 410: until a person turns it on again; 408, 425, 429, 5xx: later again, `Retry-After` is obeyed
 *
 * A JSON reply may countersign the record with `"receipt": { "chain", "seq", "head", "at", "key", "signature" }`: the first three as the request
 * said them, `at` the endpoint's time, `key` its Ed25519 public key (32 bytes, base64), `signature` over the UTF-8 bytes of `aor-receipt-v1`, a line
 * feed, and `{"at":…,"chain":…,"head":…,"seq":…}` without spaces (RFC 8785). It becomes an entry of the record.
 *
 * Anything else with a success status, such as a page, is not stored. Delivery is at least once: hold each event id once. The
 * revisions of a review or a preference arrive in order.
 */
import { countersignatureSchema } from '../../schema/audit.ts';
import { words, z } from '../../schema/zod.ts';
import type { Batch, Connector, ConnectorContext, Failed, Outgoing, SendResult } from '../connector.ts';
import { bodyOf, formats, messageId, signed, type Format } from './bodies.ts';
import { credentials, hidden, shown } from './credentials.ts';
import { address, choice, line, name, secret, signingSecret } from './fields.ts';
import { isFailed, request, shorten, unreadable, type Answered } from './http.ts';
import { requestPacked } from './packed.ts';
import { everything, nothing } from './results.ts';

/** One that is not as it should be costs no review its acknowledgement. */
const receipt = countersignatureSchema.optional().catch(undefined);

/** The reply with a result for each event. */
export const replySchema = z.object({
  receipt,
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

/** Results that are looked through: a request has 50 events. */
const mostResults = 1000;

const plainSchema = z.object({ receipt, ok: z.literal(true), results: z.undefined().optional() });

const settings = z.object({
  url: address(),
  token: secret(),
  format: choice(formats),
  user: line(),
  header: z.preprocess((given) => given || 'Authorization', name('-')),
  signing: signingSecret(),
});
type WebhookSettings = z.output<typeof settings>;

/** JSON over HTTP to the person's own endpoint. */
export const webhook: Connector<WebhookSettings> = {
  id: 'webhook',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'token', kind: 'secret', required: false },
    { key: 'format', kind: 'choice', required: false, folded: true, choices: [...formats] },
    { key: 'user', kind: 'text', required: false, folded: true },
    { key: 'header', kind: 'text', required: false, folded: true },
    { key: 'signing', kind: 'secret', required: false, folded: true },
  ],
  settings,
  place: ({ url }) => url,
  origins: ({ url }) => [new URL(url).origin],
  preview(batch, given) {
    const outgoing = outgoingOf(batch, shown(given));
    if (given.signing === null) return outgoing;
    const signature = { 'webhook-id': messageId(batch.id), 'webhook-timestamp': hidden, 'webhook-signature': `v1,${hidden}` };
    return { ...outgoing, headers: { ...outgoing.headers, ...signature } };
  },
  test: async (context) => (await exchange({ id: 'test', events: [] }, context)).failure,
  send: exchange,
};

async function exchange(batch: Batch, context: ConnectorContext<WebhookSettings>): Promise<SendResult> {
  const { settings, now = Date.now } = context;
  const outgoing = outgoingOf(batch, settings);
  const read = (answered: Answered | Failed): SendResult =>
    isFailed(answered) ? nothing(batch, answered) : resultOf(batch, answered, settings.format);
  if (settings.signing !== null) {
    // A receiver checks the bytes that come in: they are those that were signed.
    const signature = await signed(settings.signing, batch.id, outgoing.body, now());
    return read(await request(context, { ...outgoing, headers: { ...outgoing.headers, ...signature } }));
  }
  const { answered, encoding } = await requestPacked(context, outgoing, isRead);
  return encoding ? { ...read(answered), encoding } : read(answered);
}

/** Results by id come from somebody who has read the events. */
const isRead = ({ json }: Answered): boolean => (resultsOf(json)?.results.length ?? 0) > 0;

function resultOf(batch: Batch, answered: Answered, format: Format): SendResult {
  const { status, json, text } = answered;
  const ids = batch.events.map(({ id }) => id);
  const reply = resultsOf(json);
  if (reply) return { ...sorted(ids, reply.results), receipt: reply.receipt ?? null };
  if (status === 409) {
    // Of several, one may be new: each is asked for by itself.
    return ids.length > 1 ? nothing(batch, { code: 'refused', status, detail: '', cure: 'split' }) : everything(batch, true);
  }
  const plain = plainSchema.safeParse(json);
  const isTaken = status === 204 || (format === 'cloudevents' && (status === 201 || status === 202));
  if ((isTaken && text === '') || plain.success) return { ...everything(batch), receipt: plain.data?.receipt ?? null };
  return nothing(batch, unreadable(answered));
}

/** The reply with a result for each event; null where it is none, or far longer than any request. */
function resultsOf(json: unknown): z.output<typeof replySchema> | null {
  const { results } = Object(json) as { results?: unknown };
  return Array.isArray(results) && results.length <= mostResults ? (replySchema.safeParse(json).data ?? null) : null;
}

function sorted(ids: string[], results: z.output<typeof replySchema>['results']): SendResult {
  const said = new Map<string, (typeof results)[number] | null>();
  for (const one of results) {
    const before = said.get(one.id);
    // Stored and refused at once is neither.
    const isOther = before !== undefined && (before === null || (before.status === 'rejected') !== (one.status === 'rejected'));
    said.set(one.id, isOther ? null : one);
  }
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

function outgoingOf({ id, events, head }: Batch, { url, format, header, user, token }: WebhookSettings): Outgoing {
  const { type, body } = bodyOf(format, events);
  const isOwn = header.toLowerCase() !== 'authorization' && token !== null;
  return {
    method: 'POST',
    url,
    headers: {
      'Content-Type': type,
      Accept: 'application/json',
      ...(isOwn ? { [header]: token } : credentials({ user, token }, 'Bearer')),
      'Idempotency-Key': `"${id}"`,
      ...(head ? { 'Bluepencil-Record': `chain="${head.chain}", seq=${head.seq}, head="${head.hash}"` } : {}),
    },
    body,
  };
}
