/**
 * Langfuse: a trace for each revision ("OpenTelemetry Traces Ingestion Endpoint") and scores on it ("Create a score", Langfuse's public API), a correction as
 * a score of the type `CORRECTION`. Langfuse does not run here: paths, bodies and replies are those of its published API definition.
 *
 * The id of a trace is made from the event's id as Langfuse's own SDKs make one from a seed, the ids of scores too: what comes again replaces itself. A
 * revision has a trace of its own, so nothing that it no longer says is left: once it is there, the traces of the revisions before it are deleted, with their
 * scores. `review.withdrawn`, `preference.withdrawn` and `*.erased` only delete. Langfuse deletes within minutes, and answers before it does.
 *
 * `POST /api/public/ingestion` would take all in one request, but was taken from Langfuse Cloud in November 2026. Scores therefore leave one by one.
 */
import type { Answer } from '../../model/answer.ts';
import { answersOf, type SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import type { Batch, Connector, ConnectorContext, Failed, Outgoing, SendResult } from '../connector.ts';
import { credentials, shown } from './credentials.ts';
import { address, line, secret, under } from './fields.ts';
import { isFailed, request, unreadable } from './http.ts';
import { aboutMark, marksOf, messagesOf, said, type Mark } from './marks.ts';
import { attributesOf, nanos, partialSchema, spanIdOf, traceIdOf } from './otlpJson.ts';
import { nothing } from './results.ts';
import { earlier, newest, oneByOne, replaced, withReplaced } from './single.ts';

const settings = z.object({ url: address(), user: line(), token: secret() });
type LangfuseSettings = z.output<typeof settings>;

/** Traces and scores in Langfuse. */
export const langfuse: Connector<LangfuseSettings> = {
  id: 'langfuse',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'user', kind: 'text', required: true },
    { key: 'token', kind: 'secret', required: true },
  ],
  settings,
  place: ({ url, user }) => `${url} ${user}`,
  origins: ({ url }) => [new URL(url).origin],
  preview(batch, given) {
    if (batch.events.some(said)) return outgoing(shown(given), 'POST', 'otel/v1/traces', traces(batch));
    return outgoing(shown(given), 'DELETE', 'traces', { traceIds: batch.events.flatMap((event) => earlier(event).map(traceIdOf)) });
  },
  async test(context) {
    const answered = await request(context, outgoing(context.settings, 'GET', 'projects'));
    if (isFailed(answered)) return answered;
    return z.object({ data: z.array(z.object({ id: z.string() })).min(1) }).safeParse(answered.json).success ? null : unreadable(answered);
  },
  async send(batch, context) {
    const last = newest(batch);
    const failed = await trace(last, context);
    if (failed) return nothing(batch, failed);
    const sent = await oneByOne(last, (event) => score(event, context));
    const old = await forget(last, sent, context);
    return old ? nothing(batch, old) : withReplaced(batch, sent);
  },
};

async function trace(batch: Batch, context: ConnectorContext<LangfuseSettings>): Promise<Failed | null> {
  if (!batch.events.some(said)) return null;
  const answered = await request(context, outgoing(context.settings, 'POST', 'otel/v1/traces', traces(batch)));
  if (isFailed(answered)) return answered;
  const reply = partialSchema.safeParse(answered.json);
  if (!reply.success) return unreadable(answered);
  const { rejectedSpans = 0, errorMessage = '' } = reply.data.partialSuccess ?? {};
  return rejectedSpans === 0 ? null : { code: 'refused', status: answered.status, detail: errorMessage.slice(0, 300), cure: 'split' };
}

async function score(event: SyncEvent, context: ConnectorContext<LangfuseSettings>): Promise<Failed | null> {
  for (const [at, mark] of marksOf(event).entries()) {
    const body = scoreOf(event, mark, at);
    const answered = await request(context, outgoing(context.settings, 'POST', 'scores', body));
    if (isFailed(answered)) return answered;
    if (!z.object({ id: z.literal(body.id) }).safeParse(answered.json).success) return unreadable(answered);
  }
  return null;
}

/** Deletes what the stored revisions replace. */
async function forget(batch: Batch, sent: SendResult, context: ConnectorContext<LangfuseSettings>): Promise<Failed | null> {
  const traceIds = replaced(batch, sent).map(traceIdOf);
  if (traceIds.length === 0) return null;
  const answered = await request(context, outgoing(context.settings, 'DELETE', 'traces', { traceIds }));
  if (isFailed(answered)) return answered;
  return z.object({ message: z.string() }).safeParse(answered.json).success ? null : unreadable(answered);
}

function traces({ events }: Batch) {
  const spans = events.filter(said).flatMap((event) => answersOf(event).map((answer, at) => spanOf(event, answer, at)));
  const resource = { attributes: attributesOf({ 'service.name': 'bluepencil' }) };
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'bluepencil' }, spans }] }] };
}

const spanOf = (event: SyncEvent, { prompt, markdown, model, site, id, capturedAt, conversation }: Answer, at: number) => ({
  traceId: traceIdOf(event.id),
  spanId: spanIdOf(event.id, at),
  name: 'answer',
  kind: 1,
  startTimeUnixNano: nanos(capturedAt),
  endTimeUnixNano: nanos(capturedAt),
  attributes: attributesOf({
    'langfuse.trace.name': 'bluepencil',
    'langfuse.trace.metadata.event': event.id,
    'langfuse.observation.type': 'generation',
    'langfuse.observation.input': JSON.stringify(messagesOf(prompt)),
    'langfuse.observation.output': markdown,
    'langfuse.observation.model.name': model,
    'langfuse.observation.metadata.site': site,
    'langfuse.observation.metadata.answer': id,
    // Its sessions take ids of US-ASCII, up to 200 characters.
    'session.id': /^[\x20-\x7e]{1,200}$/.test(conversation.id ?? '') ? conversation.id : null,
  }),
  status: {},
});

function scoreOf(event: SyncEvent, mark: Mark, at: number) {
  const on = { id: `${event.id}.${at}`, traceId: traceIdOf(event.id), metadata: aboutMark(event, mark) };
  if (mark.name === 'correction')
    return { ...on, observationId: spanIdOf(event.id, 0), name: 'output', dataType: 'CORRECTION', value: mark.text };
  const value = mark.score === null ? { dataType: 'CATEGORICAL', value: mark.label } : { dataType: 'NUMERIC', value: mark.score };
  return { ...on, name: mark.name, ...value, ...(mark.text === null ? {} : { comment: mark.text }) };
}

const outgoing = ({ url, user, token }: LangfuseSettings, method: Outgoing['method'], path: string, body?: unknown): Outgoing => ({
  method,
  url: under(url, `api/public/${path}`),
  headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...credentials({ user, token }, 'Bearer') },
  body: body === undefined ? '' : JSON.stringify(body),
});
