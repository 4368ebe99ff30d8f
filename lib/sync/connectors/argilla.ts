/**
 * Argilla 2: a record of a dataset for each review or preference, and on it a response of the user whose key it is (`PUT /api/v1/datasets/{id}/records/bulk`,
 * Argilla's server API). Argilla does not run here: paths, bodies and replies are those of its published server schemas.
 *
 * The record's `external_id` is the review's id: what comes again, and each later revision, replaces the response; what colleagues answered on the record
 * stays. `review.withdrawn` and `preference.withdrawn` make the response a discarded one without values; `*.erased` deletes the record, with what others
 * answered on it. A bulk request is stored whole or not at all.
 *
 * The dataset is the team's own: it needs a text field `answer`, for comparisons `answer_2` too; `prompt` is filled where there is one. Of its questions those
 * are answered that have a name of ours (`rating`, `decision`, `flags`, `correction`, `note`, `preference`, a criterion) and take the value. Where a required
 * one stays open the response is a draft. Flagged passages are not sent as spans; metadata is, where the dataset takes any.
 */
import { answersOf, recordOf, type SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import type { Connector, ConnectorContext, Failed, Outgoing } from '../connector.ts';
import { shown } from './credentials.ts';
import { readDataset, valuesFor, type ArgillaDataset } from './argillaDataset.ts';
import { address, name, secret, under } from './fields.ts';
import { isFailed, request, unreadable } from './http.ts';
import { said } from './marks.ts';
import { each, nothing, type Verdict } from './results.ts';
import { newest, withReplaced } from './single.ts';

const settings = z.object({ url: address(), dataset: name('-'), token: secret() });
/** What reaches a dataset. */
export type ArgillaSettings = z.output<typeof settings>;

const recordsSchema = z.object({ items: z.array(z.object({ id: z.string(), external_id: z.string().nullish() })) });
const someone = '00000000-0000-0000-0000-000000000000';

/** Records and responses in a dataset of Argilla. */
export const argilla: Connector<ArgillaSettings> = {
  id: 'argilla',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'dataset', kind: 'text', required: true },
    { key: 'token', kind: 'secret', required: true },
  ],
  settings,
  place: ({ url, dataset }) => `${url} ${dataset}`,
  origins: ({ url }) => [new URL(url).origin],
  // Whose response it is and what the dataset asks are read first.
  preview: ({ events }, given) =>
    upsert(events, shown(given), { user: someone, fields: ['answer', 'answer_2', 'prompt'], questions: null, metadata: true }),
  async test(context) {
    const dataset = await readDataset((path) => request(context, outgoing(context.settings, 'GET', path)), context.settings.dataset);
    return 'cure' in dataset ? dataset : null;
  },
  async send(batch, context) {
    const dataset = await readDataset((path) => request(context, outgoing(context.settings, 'GET', path)), context.settings.dataset);
    if ('cure' in dataset) return nothing(batch, dataset);
    const last = newest(batch);
    const fits = (event: SyncEvent): boolean => !('preference' in event) || dataset.fields.includes('answer_2');
    const sending = last.events.filter(fits);
    const failed = (await put(sending, dataset, context)) ?? (await erase(sending, dataset, context));
    if (failed) return nothing(batch, failed);
    const refused = { code: 'refused', retryable: false, message: 'field "answer_2": missing in the dataset' };
    return withReplaced(
      batch,
      each(last, (event): Verdict => (fits(event) ? 'stored' : refused)),
    );
  },
};

async function put(events: SyncEvent[], dataset: ArgillaDataset, context: ConnectorContext<ArgillaSettings>): Promise<Failed | null> {
  const kept = events.filter((event) => answersOf(event).length > 0);
  const stored = await write(kept, dataset, context);
  return 'cure' in stored ? stored : null;
}

/** Deletes by the server's own ids, which only a write tells; it makes what is not there, to be deleted at once. */
async function erase(events: SyncEvent[], dataset: ArgillaDataset, context: ConnectorContext<ArgillaSettings>): Promise<Failed | null> {
  const stored = await write(
    events.filter((event) => answersOf(event).length === 0),
    dataset,
    context,
  );
  if ('cure' in stored) return stored;
  if (stored.ids.length === 0) return null;
  const asked = outgoing(context.settings, 'DELETE', `datasets/${context.settings.dataset}/records`);
  const answered = await request(context, { ...asked, url: `${asked.url}?ids=${stored.ids.join(',')}` });
  if (isFailed(answered)) return answered;
  return answered.status === 204 ? null : unreadable(answered);
}

/** Upserts records; their ids at the server, in order. */
async function write(
  events: SyncEvent[],
  dataset: ArgillaDataset,
  context: ConnectorContext<ArgillaSettings>,
): Promise<{ ids: string[] } | Failed> {
  if (events.length === 0) return { ids: [] };
  const answered = await request(context, upsert(events, context.settings, dataset));
  if (isFailed(answered)) return answered;
  const reply = recordsSchema.safeParse(answered.json);
  const ids = new Map(reply.data?.items.map(({ id, external_id }) => [external_id, id]));
  const found = events.flatMap((event) => ids.get(recordOf(event).id) ?? []);
  return found.length === events.length ? { ids: found } : unreadable(answered);
}

const upsert = (events: SyncEvent[], given: ArgillaSettings, dataset: ArgillaDataset): Outgoing =>
  outgoing(given, 'PUT', `datasets/${given.dataset}/records/bulk`, { items: events.map((event) => itemOf(event, dataset)) });

function itemOf(event: SyncEvent, dataset: ArgillaDataset) {
  const [answer, second] = answersOf(event);
  const texts: Record<string, string | undefined> = {
    answer: answer?.text ?? '–',
    answer_2: second?.text ?? '–',
    prompt: answer?.prompt.map(({ role, text }) => `${role}: ${text}`).join('\n\n') || '–',
  };
  const fields = Object.fromEntries(Object.entries(texts).filter(([field]) => dataset.fields.includes(field)));
  const item = { external_id: recordOf(event).id, fields };
  if (!answer) return item;
  const metadata = { event: event.id, site: answer.site, ...(answer.model === null ? {} : { model: answer.model }) };
  const response = said(event) ? valuesFor(event, dataset.questions) : { status: 'discarded', values: null };
  return { ...item, ...(dataset.metadata ? { metadata } : {}), responses: [{ user_id: dataset.user, ...response }] };
}

const outgoing = ({ url, token }: ArgillaSettings, method: Outgoing['method'], path: string, body?: unknown): Outgoing => ({
  method,
  url: under(url, `api/v1/${path}`),
  headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...(token === null ? {} : { 'X-Argilla-Api-Key': token }) },
  body: body === undefined ? '' : JSON.stringify(body),
});
