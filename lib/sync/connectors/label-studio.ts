/**
 * Label Studio: a task for each revision ("Import tasks", Label Studio's API), its data the answer and what was said of it. Label Studio does not run here: paths,
 * bodies and replies are those of its published API.
 *
 * An import has no idea of what is there: the same again is there twice. So each batch first asks for the tasks of its records (`data.bluepencil_record`,
 * a filter of the data manager), imports only the revisions that are missing, and has those before them and any double deleted. A reply that was lost is
 * found by that question, so the next try imports nothing. Only one sender holds a destination, and a review has an id of its own in each browser, so nobody
 * else imports the same.
 *
 * `review.withdrawn`, `preference.withdrawn` and `*.erased` only delete, with what others annotated on the task. So does a new revision.
 *
 * Editions that import in the background answer with the number of an import instead of a count: it is sent again and found by the question once it is done.
 */
import { answersOf, recordOf, type SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import type { Connector, ConnectorContext, Failed, Outgoing } from '../connector.ts';
import { shown } from './credentials.ts';
import { address, name, secret, under } from './fields.ts';
import { isFailed, request, unreadable } from './http.ts';
import { marksOf, said } from './marks.ts';
import { everything, nothing } from './results.ts';
import { newest } from './single.ts';

const settings = z.object({ url: address(), project: name(''), token: secret() });
type LabelStudioSettings = z.output<typeof settings>;

const tasksSchema = z.object({
  tasks: z.array(z.object({ id: z.number(), data: z.looseObject({ bluepencil_record: z.string(), bluepencil_event: z.string() }) })),
  total: z.number(),
});
type Task = z.output<typeof tasksSchema>['tasks'][number];

/** Tasks in a project of Label Studio. */
export const labelStudio: Connector<LabelStudioSettings> = {
  id: 'label-studio',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'project', kind: 'text', required: true },
    { key: 'token', kind: 'secret', required: true },
  ],
  settings,
  place: ({ url, project }) => `${url} ${project}`,
  origins: ({ url }) => [new URL(url).origin],
  preview: ({ events }, given) => imported(events.filter(said), shown(given)),
  async test(context) {
    const answered = await request(context, outgoing(context.settings, 'GET', `projects/${context.settings.project}/`));
    if (isFailed(answered)) return answered;
    return z.object({ id: z.number() }).safeParse(answered.json).success ? null : unreadable(answered);
  },
  async send(batch, context) {
    const last = newest(batch);
    const found = await tasksOf(last.events, context);
    if (isFailure(found)) return nothing(batch, found);
    const there = new Set(found.map(({ data }) => data.bluepencil_event));
    const failed =
      (await add(
        last.events.filter((event) => said(event) && !there.has(event.id)),
        context,
      )) ?? (await drop(last.events, found, context));
    return failed ? nothing(batch, failed) : everything(batch);
  },
};

/** The tasks of these records, whatever their revision. The question stands in the address, which has room for some of them at a time. */
async function tasksOf(events: SyncEvent[], context: ConnectorContext<LabelStudioSettings>): Promise<Task[] | Failed> {
  const found: Task[] = [];
  for (let from = 0; from < events.length; from += 20) {
    const some = await someTasks(events.slice(from, from + 20), context);
    if (isFailure(some)) return some;
    found.push(...some);
  }
  return [...new Map(found.map((task) => [task.id, task])).values()];
}

async function someTasks(events: SyncEvent[], context: ConnectorContext<LabelStudioSettings>): Promise<Task[] | Failed> {
  const items = events.map((event) => ({
    filter: 'filter:tasks:data.bluepencil_record',
    operator: 'equal',
    type: 'String',
    value: recordOf(event).id,
  }));
  const found: Task[] = [];
  // 100 a page: of each record there is one task, or a few after a kill.
  for (let page = 1; ; page += 1) {
    const asked = outgoing(context.settings, 'GET', 'tasks/');
    const target = new URL(asked.url);
    const query = JSON.stringify({ filters: { conjunction: 'or', items } });
    for (const [key, value] of Object.entries({
      project: context.settings.project,
      page: String(page),
      page_size: '100',
      fields: 'all',
      query,
    }))
      target.searchParams.set(key, value);
    const answered = await request(context, { ...asked, url: target.href });
    if (isFailed(answered)) return answered;
    const reply = tasksSchema.safeParse(answered.json);
    if (!reply.success) return unreadable(answered);
    found.push(...reply.data.tasks);
    if (reply.data.tasks.length === 0 || found.length >= reply.data.total) return found;
  }
}

const isFailure = (result: object): result is Failed => 'cure' in result;

async function add(events: SyncEvent[], context: ConnectorContext<LabelStudioSettings>): Promise<Failed | null> {
  if (events.length === 0) return null;
  const answered = await request(context, imported(events, context.settings));
  if (isFailed(answered)) return answered;
  if (z.object({ import: z.number() }).safeParse(answered.json).success)
    return { code: 'busy', status: answered.status, detail: '', cure: 'retry' };
  return z.object({ task_count: z.literal(events.length) }).safeParse(answered.json).success ? null : unreadable(answered);
}

/** Deletes earlier revisions, what was taken back, and all but the first of what is there twice. */
async function drop(events: SyncEvent[], found: Task[], context: ConnectorContext<LabelStudioSettings>): Promise<Failed | null> {
  const wanted = new Set(events.filter(said).map(({ id }) => id));
  const records = new Set(events.map((event) => recordOf(event).id));
  const seen = new Set<string>();
  for (const { id, data } of found) {
    const first = wanted.has(data.bluepencil_event) && !seen.has(data.bluepencil_event);
    seen.add(data.bluepencil_event);
    // A server that does not know the filter gives all tasks of the project.
    if (first || !records.has(data.bluepencil_record)) continue;
    const answered = await request(context, outgoing(context.settings, 'DELETE', `tasks/${id}/`));
    if (isFailed(answered) && answered.status !== 404) return answered;
  }
  return null;
}

const imported = (events: SyncEvent[], given: LabelStudioSettings): Outgoing =>
  outgoing(given, 'POST', `projects/${given.project}/import?return_task_ids=true`, events.map(taskOf));

function taskOf(event: SyncEvent) {
  const [answer, second] = answersOf(event);
  const reviewer = 'review' in event ? event.review.reviewer.id : 'preference' in event ? event.preference.reviewer.id : null;
  return {
    data: {
      bluepencil_record: recordOf(event).id,
      bluepencil_event: event.id,
      text: answer?.text ?? '',
      ...(second ? { text_2: second.text } : {}),
      prompt: answer?.prompt.map(({ role, text }) => `${role}: ${text}`).join('\n\n') ?? '',
      site: answer?.site ?? null,
      model: answer?.model ?? null,
      reviewer,
      said: marksOf(event),
    },
  };
}

const outgoing = ({ url, token }: LabelStudioSettings, method: Outgoing['method'], path: string, body?: unknown): Outgoing => {
  const [place = '', query] = path.split('?');
  // A personal access token is a JWT, which is sent as a bearer's; the legacy one has a scheme of its own.
  const scheme = token?.startsWith('ey') ? 'Bearer' : 'Token';
  return {
    method,
    url: `${under(url, `api/${place}`)}${query ? `?${query}` : ''}`,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(token === null ? {} : { Authorization: `${scheme} ${token}` }),
    },
    body: body === undefined ? '' : JSON.stringify(body),
  };
};
