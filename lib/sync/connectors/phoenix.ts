/**
 * Arize Phoenix: a span for each revision ("Create spans") and annotations on it by a human ("Create span annotations", Phoenix's OpenAPI). Phoenix
 * does not run here: paths, bodies and replies are those of its published OpenAPI.
 *
 * Spans that are there are refused as duplicates, all of a request together; annotations are upserted by their `identifier`, which is made from the event's id.
 * So a refusal of spans counts only if the annotations find no span either. Spans are stored a moment after they are taken: until then annotations are told
 * 404, and the batch is sent again.
 *
 * A revision has a trace of its own. Once that is there, the traces of the revisions before it are deleted, with their annotations. `review.withdrawn`,
 * `preference.withdrawn` and `*.erased` only delete.
 */
import type { Answer } from '../../model/answer.ts';
import { answersOf, type SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import type { Batch, Connector, ConnectorContext, Failed, Outgoing } from '../connector.ts';
import { credentials, shown } from './credentials.ts';
import { address, line, secret, under } from './fields.ts';
import { isFailed, request, unreadable } from './http.ts';
import { aboutMark, marksOf, messagesOf, said, type Mark } from './marks.ts';
import { spanIdOf, traceIdOf } from './otlpJson.ts';
import { everything, nothing } from './results.ts';
import { earlier, newest } from './single.ts';

const settings = z.object({ url: address(), project: z.preprocess((given) => given || 'bluepencil', line()), token: secret() });
type PhoenixSettings = z.output<typeof settings>;

/** Spans and annotations in Phoenix. */
export const phoenix: Connector<PhoenixSettings> = {
  id: 'phoenix',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'project', kind: 'text', required: false },
    { key: 'token', kind: 'secret', required: false },
  ],
  settings,
  place: ({ url, project }) => `${url} ${project}`,
  origins: ({ url }) => [new URL(url).origin],
  preview(batch, given) {
    const data = spansOf(batch);
    const [old] = batch.events.flatMap(earlier);
    if (data.length === 0 && old !== undefined) return outgoing(shown(given), 'DELETE', `traces/${traceIdOf(old)}`);
    return outgoing(shown(given), 'POST', spansPath(given), { data });
  },
  async test(context) {
    const answered = await request(context, outgoing(context.settings, 'GET', 'projects'));
    if (isFailed(answered)) return answered;
    return z.object({ data: z.array(z.unknown()) }).safeParse(answered.json).success ? null : unreadable(answered);
  },
  async send(batch, context) {
    const last = newest(batch);
    const failed = (await store(last, context)) ?? (await forget(last, context));
    return failed ? nothing(batch, failed) : everything(batch);
  },
};

async function store(batch: Batch, context: ConnectorContext<PhoenixSettings>): Promise<Failed | null> {
  const data = spansOf(batch);
  if (data.length === 0) return null;
  const spans = await request(context, outgoing(context.settings, 'POST', spansPath(context.settings), { data }));
  // Invalid, or there already.
  const refused = isFailed(spans) && spans.status === 400 ? spans : null;
  if (isFailed(spans)) {
    if (!refused) return spans;
  } else if (!z.object({ total_queued: z.literal(data.length) }).safeParse(spans.json).success) return unreadable(spans);

  const annotations = batch.events.filter(said).flatMap(annotationsOf);
  const annotated = await request(context, outgoing(context.settings, 'POST', 'span_annotations?sync=true', { data: annotations }));
  if (isFailed(annotated)) {
    if (annotated.status !== 404) return annotated;
    return refused ?? { ...annotated, code: 'busy', cure: 'retry' };
  }
  const reply = z.object({ data: z.array(z.object({ id: z.string() })).length(annotations.length) }).safeParse(annotated.json);
  return reply.success ? null : unreadable(annotated);
}

/** Deletes what these revisions replace. One that is not there is gone already. */
async function forget({ events }: Batch, context: ConnectorContext<PhoenixSettings>): Promise<Failed | null> {
  for (const old of events.flatMap(earlier)) {
    const answered = await request(context, outgoing(context.settings, 'DELETE', `traces/${traceIdOf(old)}`));
    if (isFailed(answered) ? answered.status !== 404 : answered.status !== 204) return isFailed(answered) ? answered : unreadable(answered);
  }
  return null;
}

const spansPath = ({ project }: PhoenixSettings): string => `projects/${encodeURIComponent(project)}/spans`;

const spansOf = ({ events }: Batch) =>
  events.filter(said).flatMap((event) => answersOf(event).map((answer, at) => spanOf(event, answer, at)));

const spanOf = (event: SyncEvent, { prompt, markdown, model, provider, site, id, capturedAt, conversation }: Answer, at: number) => ({
  name: 'answer',
  context: { trace_id: traceIdOf(event.id), span_id: spanIdOf(event.id, at) },
  span_kind: 'LLM',
  start_time: capturedAt,
  end_time: capturedAt,
  status_code: 'OK',
  // OpenInference's names.
  attributes: {
    'input.value': JSON.stringify(messagesOf(prompt)),
    'input.mime_type': 'application/json',
    'output.value': markdown,
    ...(model === null ? {} : { 'llm.model_name': model }),
    ...(provider === null ? {} : { 'llm.provider': provider }),
    ...(conversation.id === null ? {} : { 'session.id': conversation.id }),
    metadata: JSON.stringify({ event: event.id, site, answer: id }),
  },
});

/** Each event has one, so that it can be told whether its span is there. */
function annotationsOf(event: SyncEvent) {
  const marks: Mark[] = marksOf(event);
  return (marks.length > 0 ? marks : [{ name: 'review', score: null, label: 'empty', text: null }]).map((mark, at) => ({
    span_id: spanIdOf(event.id, mark.label === 'second' ? 1 : 0),
    // `note` is reserved.
    name: mark.name === 'note' ? 'review_note' : mark.name,
    annotator_kind: 'HUMAN',
    result: { score: mark.score, label: mark.label, explanation: mark.text },
    metadata: aboutMark(event, mark),
    identifier: `${event.id}.${at}`,
  }));
}

const outgoing = ({ url, token }: PhoenixSettings, method: Outgoing['method'], path: string, body?: unknown): Outgoing => {
  const [place = '', query] = path.split('?');
  return {
    method,
    url: `${under(url, `v1/${place}`)}${query ? `?${query}` : ''}`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...credentials({ token }, 'Bearer') },
    body: body === undefined ? '' : JSON.stringify(body),
  };
};
