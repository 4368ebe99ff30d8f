/**
 * OpenTelemetry: logs over OTLP/HTTP in JSON, for any collector and the services behind it ("OTLP Specification 1", "OTLP/HTTP"; the event
 * `gen_ai.evaluation.result` of "Semantic conventions for generative AI events"). Checked against OpenTelemetry's own JavaScript exporter, which has to
 * write the same bytes; `README.md` has a collector's configuration.
 *
 * Each event is one record `bluepencil.event` whose body is the event as the webhook protocol has it, and one `gen_ai.evaluation.result` for each thing
 * that it says. The convention knows no reviewer, passage or correction: those are attributes `bluepencil.*`.
 *
 * OTLP has no ids and takes duplicates for an accepted limit: every record carries `bluepencil.event.id`, and who reads counts each once. A log takes
 * nothing back: `review.withdrawn` and `*.erased` are records that say so, and what was sent before goes when its keeper drops it.
 *
 * A partial success says how many records were refused, not which. The request as it was must not come again, so the batch is halved until it is
 * clear which event it was; that costs duplicates, never a review. For the same reason 500 is tried again, later, although the protocol would give up.
 */
import { recordOf, type SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import type { Batch, Connector, ConnectorContext, Outgoing, SendResult } from '../connector.ts';
import { shown } from './credentials.ts';
import { address, name, secret, under } from './fields.ts';
import { isFailed, shorten, unreadable, type Answered } from './http.ts';
import { marksOf } from './marks.ts';
import { attributesOf, nanos, partialSchema } from './otlpJson.ts';
import { requestPacked } from './packed.ts';
import { everything, nothing } from './results.ts';

const settings = z.object({
  url: address(),
  header: z.preprocess((given) => given || 'Authorization', name('-')),
  token: secret(),
});
type OtlpSettings = z.output<typeof settings>;

/** Logs to an OpenTelemetry collector. */
export const otlp: Connector<OtlpSettings> = {
  id: 'otlp',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'header', kind: 'text', required: false },
    { key: 'token', kind: 'secret', required: false },
  ],
  settings,
  place: ({ url }) => url,
  origins: ({ url }) => [new URL(url).origin],
  preview: (batch, given) => outgoing(batch, shown(given)),
  test: async (context) => (await exchange({ id: 'test', events: [] }, context)).failure,
  send: exchange,
};

async function exchange(batch: Batch, context: ConnectorContext<OtlpSettings>): Promise<SendResult> {
  // "All server components MUST support" it: whoever answers as the protocol has it has read it.
  const { answered, ...found } = await requestPacked(context, outgoing(batch, context.settings), (one) => partialIn(one) !== null);
  if (isFailed(answered)) return nothing(batch, answered);
  const partial = partialIn(answered);
  if (!partial) return nothing(batch, unreadable(answered));
  const { rejectedLogRecords = 0, errorMessage = '' } = partial;
  if (rejectedLogRecords === 0) return { ...everything(batch), ...found };
  return { ...nothing(batch, { code: 'refused', status: 200, detail: shorten(errorMessage), cure: 'split' }), ...found };
}

/** What a reply says of the records; null: it is none of this protocol. */
function partialIn({ status, json }: Answered) {
  const reply = partialSchema.safeParse(json);
  return reply.success && status === 200 ? (reply.data.partialSuccess ?? {}) : null;
}

function outgoing({ events }: Batch, { url, header, token }: OtlpSettings): Outgoing {
  const scope = { name: 'bluepencil' };
  const resource = { attributes: attributesOf({ 'service.name': 'bluepencil' }), droppedAttributesCount: 0 };
  const logRecords = events.flatMap(recordsOf);
  return {
    method: 'POST',
    url: new URL(url).pathname.endsWith('/v1/logs') ? url : under(url, 'v1/logs'),
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(token === null ? {} : { [header]: header.toLowerCase() === 'authorization' ? `Bearer ${token}` : token }),
    },
    body: JSON.stringify({ resourceLogs: events.length > 0 ? [{ resource, scopeLogs: [{ scope, logRecords }] }] : [] }),
  };
}

function recordsOf(event: SyncEvent): object[] {
  const { id, revision } = recordOf(event);
  const judged = 'review' in event ? event.review : 'preference' in event ? event.preference : null;
  const answer = 'review' in event ? event.answer : null;
  const about = {
    'bluepencil.event.id': event.id,
    'bluepencil.event.type': event.type,
    'bluepencil.record.id': id,
    'bluepencil.record.revision': revision,
    'bluepencil.reviewer.id': judged?.reviewer.id,
    'bluepencil.reviewer.role': judged?.reviewer.role,
    'bluepencil.answer.id': answer?.id,
    'bluepencil.site': answer?.site,
    'gen_ai.response.id': answer?.message.id,
    'gen_ai.response.model': answer?.model,
    'gen_ai.provider.name': answer?.provider,
  };
  const at = nanos(event.occurredAt);
  const record = (eventName: string, more: Parameters<typeof attributesOf>[0]) => ({
    timeUnixNano: at,
    observedTimeUnixNano: at,
    severityNumber: 9,
    severityText: 'INFO',
    eventName,
    attributes: attributesOf({ ...about, ...more }),
    droppedAttributesCount: 0,
  });
  return [
    { ...record('bluepencil.event', {}), body: { stringValue: JSON.stringify(event) } },
    ...marksOf(event).map(({ name: named, score, label, text, flag }) =>
      record('gen_ai.evaluation.result', {
        'gen_ai.evaluation.name': named,
        'gen_ai.evaluation.score.value': score === null ? null : { doubleValue: score },
        'gen_ai.evaluation.score.label': label,
        'gen_ai.evaluation.explanation': text,
        'bluepencil.flag.severity': flag?.severity,
        'bluepencil.span.exact': flag?.span?.quote.exact,
        'bluepencil.span.start': flag?.span?.position.start,
        'bluepencil.span.end': flag?.span?.position.end,
      }),
    ),
  ];
}
