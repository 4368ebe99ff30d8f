/**
 * LangSmith: a run for each revision (`POST /runs`) and feedback on it (`POST /feedback`, "Feedback data format", LangSmith's documentation), a correction in
 * its own field. LangSmith does not run here: paths, bodies and replies are those of its published API.
 *
 * The ids of runs and feedback are made from the event's id, so each is there once: 409 says that it was there before. A revision has a run of its own;
 * once that is there, the runs of the revisions before it are deleted, with their feedback (`POST /runs/delete`, "Data purging and compliance").
 * `review.withdrawn`, `preference.withdrawn` and `*.erased` only delete. LangSmith queues what it is to delete, its cloud for the weekend.
 *
 * Runs are stored a moment after they are taken; until then feedback on them is told 404, and the event is sent again.
 */
import type { Answer } from '../../model/answer.ts';
import { answersOf, type SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import { hash } from '../../store/answers.ts';
import type { Batch, Connector, ConnectorContext, Failed, Outgoing, SendResult } from '../connector.ts';
import { hidden, shown } from './credentials.ts';
import { address, line, secret, under } from './fields.ts';
import { isFailed, request, unreadable } from './http.ts';
import { aboutMark, marksOf, messagesOf, said, type Mark } from './marks.ts';
import { nothing } from './results.ts';
import { earlier, newest, oneByOne, replaced, withReplaced } from './single.ts';

const settings = z.object({ url: address(), project: z.preprocess((given) => given || 'bluepencil', line()), token: secret() });
type LangsmithSettings = z.output<typeof settings>;

const projectsSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** Runs and feedback in LangSmith. */
export const langsmith: Connector<LangsmithSettings> = {
  id: 'langsmith',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'project', kind: 'text', required: false },
    { key: 'token', kind: 'secret', required: true },
  ],
  settings,
  place: ({ url, project }) => `${url} ${project}`,
  origins: ({ url }) => [new URL(url).origin],
  preview({ events: [event] }, given) {
    const about = shown(given);
    const [answer] = event && said(event) ? answersOf(event) : [];
    if (event && answer) return outgoing(about, 'POST', 'runs', runOf(event, answer, 0, about.project));
    return outgoing(about, 'POST', 'runs/delete', { session_id: hidden, trace_ids: event ? earlier(event).flatMap(runIdsOf) : [] });
  },
  async test(context) {
    const found = await projects(context);
    return isFailure(found) ? found : null;
  },
  async send(batch, context) {
    const last = newest(batch);
    const sent = await oneByOne(last, (event) => store(event, context));
    const old = await forget(last, sent, context);
    return old ? nothing(batch, old) : withReplaced(batch, sent);
  },
};

async function store(event: SyncEvent, context: ConnectorContext<LangsmithSettings>): Promise<Failed | null> {
  if (!said(event)) return null;
  for (const [at, answer] of answersOf(event).entries()) {
    const run = outgoing(context.settings, 'POST', 'runs', runOf(event, answer, at, context.settings.project));
    const answered = await request(context, run);
    if (isFailed(answered)) return answered;
    if (!z.object().safeParse(answered.json).success) return unreadable(answered);
  }
  for (const [at, mark] of marksOf(event).entries()) {
    const body = feedbackOf(event, mark, at);
    const answered = await request(context, outgoing(context.settings, 'POST', 'feedback', body));
    if (isFailed(answered)) return answered.status === 404 ? { ...answered, code: 'busy', cure: 'retry' } : answered;
    if (answered.status !== 409 && !z.object({ id: z.literal(body.id) }).safeParse(answered.json).success) return unreadable(answered);
  }
  return null;
}

/** Has the runs deleted that the stored revisions replace. */
async function forget(batch: Batch, sent: SendResult, context: ConnectorContext<LangsmithSettings>): Promise<Failed | null> {
  const trace_ids = replaced(batch, sent).flatMap(runIdsOf);
  if (trace_ids.length === 0) return null;
  const found = await projects(context);
  if (isFailure(found)) return found;
  const [project] = found;
  // Nothing was ever stored in a project that does not exist.
  if (!project) return null;
  // What one request may name.
  for (let from = 0; from < trace_ids.length; from += 1000) {
    const body = { session_id: project.id, trace_ids: trace_ids.slice(from, from + 1000) };
    const answered = await request(context, outgoing(context.settings, 'POST', 'runs/delete', body));
    if (isFailed(answered)) return answered;
    if (!z.object().safeParse(answered.json).success) return unreadable(answered);
  }
  return null;
}

/** The project of the settings; none before the first run. */
async function projects(context: ConnectorContext<LangsmithSettings>): Promise<z.output<typeof projectsSchema> | Failed> {
  const asked = outgoing(context.settings, 'GET', 'sessions');
  const target = new URL(asked.url);
  target.searchParams.set('name', context.settings.project);
  const answered = await request(context, { ...asked, url: target.href });
  if (isFailed(answered)) return answered;
  const reply = projectsSchema.safeParse(answered.json);
  return reply.success ? reply.data.filter(({ name }) => name === context.settings.project) : unreadable(answered);
}

const isFailure = (result: object): result is Failed => 'cure' in result;

/** A UUID that says the same time as the record's own, which is one of version 7, and the same for the same words. */
function uuidOf(eventId: string, what: string): string {
  const random = hash(`${eventId}/${what}`);
  return `${eventId.slice(0, 15)}${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

/** Of a preference two. A revision that was a review's has no second one; to delete what is not there harms nothing. */
const runIdsOf = (eventId: string): string[] => [uuidOf(eventId, 'answer/0'), uuidOf(eventId, 'answer/1')];

function runOf(event: SyncEvent, { prompt, markdown, model, provider, site, id, capturedAt }: Answer, at: number, project: string) {
  const run = uuidOf(event.id, `answer/${at}`);
  const time = new Date(capturedAt).toISOString();
  return {
    id: run,
    trace_id: run,
    // Microseconds, without punctuation.
    dotted_order: `${time.replace(/[-:.]/g, '').slice(0, -1)}000Z${run}`,
    name: 'answer',
    run_type: 'llm',
    session_name: project,
    start_time: time,
    end_time: time,
    inputs: { messages: messagesOf(prompt) },
    outputs: { messages: [{ role: 'assistant', content: markdown }] },
    extra: { metadata: { event: event.id, site, answer: id, ls_provider: provider, ls_model_name: model } },
  };
}

function feedbackOf(event: SyncEvent, mark: Mark, at: number) {
  const [first, second] = runIdsOf(event.id);
  const run = mark.label === 'second' ? second : first;
  return {
    id: uuidOf(event.id, `feedback/${at}`),
    run_id: run,
    trace_id: run,
    key: mark.name,
    score: mark.score,
    value: mark.label,
    ...(mark.name === 'correction' ? { correction: { output: mark.text } } : { comment: mark.text }),
    feedback_source: { type: 'app', metadata: aboutMark(event, mark) },
  };
}

const outgoing = ({ url, token }: LangsmithSettings, method: Outgoing['method'], path: string, body?: unknown): Outgoing => ({
  method,
  url: under(url, `api/v1/${path}`),
  headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...(token === null ? {} : { 'x-api-key': token }) },
  body: body === undefined ? '' : JSON.stringify(body),
});
