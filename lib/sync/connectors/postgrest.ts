/**
 * PostgreSQL behind PostgREST, and Supabase, whose `/rest/v1` is one: a bulk insert ("Tables and Views", PostgREST's reference, "Upsert" and "Bulk
 * Insert"). The table stands in `test/contract/postgres.sql`.
 *
 * Each event is one row, its id the primary key, and what comes again is left as it is (`on_conflict=id`, `resolution=ignore-duplicates`): an event never
 * changes, and so the writer needs the right to insert and to read ids, no other. Merging instead would take the rights to change and to read every
 * review. The server gives back the ids of the rows that are new; the others are asked for, and those that are there are duplicates.
 * All revisions stay; `review.withdrawn` and `preference.*` are rows like others. When a row `*.erased` arrives, the table's trigger deletes the earlier
 * revisions of that record.
 *
 * A batch is one INSERT: one row that the table refuses fails all, so it is halved until that one is found. Supabase wants the key in `apikey` too.
 */
import { z } from '../../schema/zod.ts';
import type { Batch, Connector, ConnectorContext, Outgoing, SendResult } from '../connector.ts';
import { credentials, shown } from './credentials.ts';
import { address, secret } from './fields.ts';
import { isFailed, request, shorten, unreadable } from './http.ts';
import { each, nothing } from './results.ts';
import { rowOf } from './rows.ts';

const settings = z.object({ url: address(), token: secret() });
type PostgrestSettings = z.output<typeof settings>;

const replySchema = z.array(z.object({ id: z.string() }));

/** Inserts into a table of PostgreSQL. */
export const postgrest: Connector<PostgrestSettings> = {
  id: 'postgrest',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'token', kind: 'secret', required: false },
  ],
  settings,
  place: ({ url }) => url,
  origins: ({ url }) => [new URL(url).origin],
  preview: (batch, given) => outgoing(batch, shown(given)),
  // An empty list inserts nothing and is answered by an empty list: address, key, table and rights are those of a real one.
  test: async (context) => (await exchange({ id: 'test', events: [] }, context)).failure,
  send: exchange,
};

async function exchange(batch: Batch, context: ConnectorContext<PostgrestSettings>): Promise<SendResult> {
  const answered = await request(context, outgoing(batch, context.settings));
  if (isFailed(answered)) return nothing(batch, answered);
  const { status, json, text } = answered;
  // A constraint of the table's own, such as a foreign key: some row of it does not fit.
  if (status === 409) return nothing(batch, { code: 'refused', status, detail: shorten(text), cure: 'split' });
  const fresh = idsIn(json);
  if (!fresh) return nothing(batch, unreadable(answered));
  const others = batch.events.map(({ id }) => id).filter((id) => !fresh.has(id));
  const there = others.length > 0 ? await present(others, context) : new Set();
  return each(batch, ({ id }) => (fresh.has(id) ? 'stored' : there.has(id) ? 'duplicate' : 'unknown'));
}

/** Which of these ids the table has; none where it does not say. */
async function present(ids: string[], context: ConnectorContext<PostgrestSettings>): Promise<Set<string>> {
  const { url, headers } = outgoing({ id: 'ids', events: [] }, context.settings);
  const target = new URL(url);
  target.searchParams.delete('on_conflict');
  target.searchParams.set('id', `in.(${ids.map((id) => `"${id}"`).join()})`);
  const answered = await request(context, { method: 'GET', url: target.href, headers, body: '' });
  return (!isFailed(answered) && idsIn(answered.json)) || new Set();
}

function idsIn(json: unknown): Set<string> | null {
  const reply = replySchema.safeParse(json);
  return reply.success ? new Set(reply.data.map(({ id }) => id)) : null;
}

function outgoing({ events }: Batch, { url, token }: PostgrestSettings): Outgoing {
  const target = new URL(url);
  target.searchParams.set('on_conflict', 'id');
  target.searchParams.set('select', 'id');
  return {
    method: 'POST',
    url: target.href,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      Prefer: 'resolution=ignore-duplicates,return=representation',
      ...credentials({ token }, 'Bearer'),
      ...(token === null ? {} : { apikey: token }),
    },
    // PostgreSQL's text holds every character but this one.
    body: JSON.stringify(events.map(rowOf), (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value,
    ),
  };
}
