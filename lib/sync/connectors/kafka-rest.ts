/**
 * Kafka behind a REST proxy. The address says which protocol: `…/topics/<topic>` is v2 (Confluent REST Proxy, Redpanda, Strimzi's bridge),
 * `…/v3/clusters/<cluster>/topics/<topic>/records` is v3 (Confluent Cloud). "API Reference for Confluent REST Proxy" and "Produce Records", Confluent's
 * documentation.
 *
 * Kafka keeps what comes, also what comes again: a proxy has no idempotent producer to offer. So the record's id is the key, which keeps its revisions in order in
 * one partition, and lets a compacted topic (`cleanup.policy=compact`) hold the newest of each; the event's id, unique, stands in the value for a reader that
 * must not count twice, and `revision` says which is newer if a message that failed was put behind a later one. `review.withdrawn` and `preference.*` are messages like others. `*.erased` has the same key and no content, so that
 * compaction removes what was erased.
 *
 * Each message has its own result, in the order of the messages; a success status says nothing of them.
 */
import { recordOf, type SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import type { Batch, Connector, Outgoing, SendResult } from '../connector.ts';
import { credentials, shown } from './credentials.ts';
import { address, line, secret } from './fields.ts';
import { isFailed, request, shorten, unreadable, type Answered } from './http.ts';
import { each, nothing, type Verdict } from './results.ts';

const settings = z.object({ url: address(), user: line(), token: secret() });
type KafkaSettings = z.output<typeof settings>;

/** v2: `error_code` 1 is for good, 2 is worth another try. */
const offsetsSchema = z.object({
  offsets: z.array(z.object({ offset: z.number().nullish(), error_code: z.int().nullish(), error: z.string().nullish() })),
});
/** v3: a report a message; `error_code` 200 is success, others are HTTP's, with two more digits in some. */
const reportSchema = z.object({ error_code: z.int(), message: z.string().nullish(), offset: z.number().nullish() });

/** Puts messages on a topic. */
export const kafkaRest: Connector<KafkaSettings> = {
  id: 'kafka-rest',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'user', kind: 'text', required: false },
    { key: 'token', kind: 'secret', required: false },
  ],
  settings,
  place: ({ url }) => url,
  origins: ({ url }) => [new URL(url).origin],
  preview: (batch, given) => outgoing(batch, shown(given)),
  /** Asks for the topic: there is no message that puts nothing on it. */
  async test(context) {
    const { url, headers } = outgoing({ id: 'test', events: [] }, context.settings);
    const topic = url.replace(/\/records$/, '');
    const answered = await request(context, { method: 'GET', url: topic, headers: { ...headers, Accept: 'application/json' }, body: '' });
    if (isFailed(answered)) return answered;
    return z.union([z.object({ name: z.string() }), z.object({ topic_name: z.string() })]).safeParse(answered.json).success
      ? null
      : unreadable(answered);
  },
  async send(batch, context): Promise<SendResult> {
    const answered = await request(context, outgoing(batch, context.settings));
    if (isFailed(answered)) return nothing(batch, answered);
    const verdicts = isV3(context.settings) ? reported(answered) : offset(answered);
    return verdicts ? each(batch, (_event, at) => verdicts[at] ?? 'unknown') : nothing(batch, unreadable(answered));
  },
};

const isV3 = ({ url }: KafkaSettings): boolean => new URL(url).pathname.endsWith('/records');

function offset({ json }: Answered): Verdict[] | null {
  const reply = offsetsSchema.safeParse(json);
  if (!reply.success) return null;
  return reply.data.offsets.map(({ offset: at, error_code: code, error }) =>
    code ? { code: String(code), retryable: code === 2, message: shorten(error ?? '') } : typeof at === 'number' ? 'stored' : 'unknown',
  );
}

function reported({ text }: Answered): Verdict[] | null {
  const reports = concatenated(text).map((one) => reportSchema.safeParse(one));
  if (reports.length === 0) return null;
  return reports.map(({ data }): Verdict => {
    if (!data) return 'unknown';
    if (data.error_code === 200) return typeof data.offset === 'number' ? 'stored' : 'unknown';
    const status = Number(String(data.error_code).slice(0, 3));
    return { code: String(data.error_code), retryable: status === 429 || status >= 500, message: shorten(data.message ?? '') };
  });
}

/** The objects of a text that holds several, one behind the other; up to the first that is broken. */
function concatenated(text: string): unknown[] {
  const found: unknown[] = [];
  let depth = 0;
  let start = 0;
  // A string is skipped whole: braces in it are no structure.
  for (const { 0: piece, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (piece === '{' && depth++ === 0) start = index;
    if (piece !== '}' || --depth !== 0) continue;
    try {
      found.push(JSON.parse(text.slice(start, index + 1)));
    } catch {
      return found;
    }
  }
  return found;
}

function outgoing({ events }: Batch, given: KafkaSettings): Outgoing {
  const v3 = isV3(given);
  const type = v3 ? 'application/json' : 'application/vnd.kafka.json.v2+json';
  return {
    method: 'POST',
    url: given.url,
    headers: { 'Content-Type': type, Accept: v3 ? type : 'application/vnd.kafka.v2+json', ...credentials(given, 'Bearer') },
    body: v3
      ? events.map((event) => `${JSON.stringify(message(event))}\n`).join('')
      : JSON.stringify({ records: events.map((event) => ({ key: recordOf(event).id, value: event })) }),
  };
}

const message = (event: SyncEvent) => ({ key: { type: 'STRING', data: recordOf(event).id }, value: { type: 'JSON', data: event } });
