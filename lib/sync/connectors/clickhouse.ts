/**
 * ClickHouse over its HTTP interface: `INSERT INTO <table> FORMAT JSONEachRow` ("HTTP interface" and "JSONEachRow", ClickHouse's documentation). The table
 * stands in `test/contract/clickhouse.sql`.
 *
 * The table holds the newest revision of each review and each preference: `ReplacingMergeTree(revision) ORDER BY record_id`. What comes again replaces itself
 * when parts are merged, and is one row at once by `FINAL`; `insert_deduplication_token`, the batch's id, keeps the same request out before that where the
 * table has a window for it. `review.withdrawn` replaces what it withdraws. `*.erased` is a row without content that replaces what was erased; it is off
 * the disk when the parts are merged (`OPTIMIZE TABLE … FINAL` does it at once).
 *
 * A batch is one block, cut at the months of the table's partitions: stored in part, it comes again whole and is kept once. `wait_for_async_insert` keeps a server that buffers inserts from acknowledging what it only has in
 * memory. The reply to an insert is empty: stored is what a success says that has one of the headers that only ClickHouse has.
 */
import { z } from '../../schema/zod.ts';
import type { Batch, Connector, ConnectorContext, Outgoing, SendResult } from '../connector.ts';
import { credentials, shown } from './credentials.ts';
import { address, line, name, secret } from './fields.ts';
import { isFailed, unreadable, type Answered } from './http.ts';
import { requestPacked } from './packed.ts';
import { everything, nothing } from './results.ts';
import { rowOf } from './rows.ts';

const settings = z.object({ url: address(), table: name('.'), user: line(), token: secret() });
type ClickhouseSettings = z.output<typeof settings>;

/** Inserts into a table of ClickHouse. */
export const clickhouse: Connector<ClickhouseSettings> = {
  id: 'clickhouse',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'table', kind: 'text', required: true },
    { key: 'user', kind: 'text', required: false },
    { key: 'token', kind: 'secret', required: false },
  ],
  settings,
  place: ({ url, table }) => `${url} ${table}`,
  origins: ({ url }) => [new URL(url).origin],
  preview: (batch, given) => outgoing(batch, shown(given)),
  // No row at all is an insert that does nothing, once table and rights are found to be there.
  test: async (context) => (await exchange({ id: 'test', events: [] }, context)).failure,
  send: exchange,
};

async function exchange(batch: Batch, context: ConnectorContext<ClickhouseSettings>): Promise<SendResult> {
  const { answered, ...found } = await requestPacked(context, outgoing(batch, context.settings), isStored);
  if (isFailed(answered)) return nothing(batch, answered);
  return isStored(answered) ? { ...everything(batch), ...found } : nothing(batch, unreadable(answered));
}

const isStored = ({ status, text, headers }: Answered): boolean =>
  status === 200 && text === '' && [...headers.keys()].some((header) => header.startsWith('x-clickhouse-'));

function outgoing({ id, events }: Batch, { url, table, user, token }: ClickhouseSettings): Outgoing {
  const target = new URL(url);
  const parameters = {
    query: `INSERT INTO ${table} FORMAT JSONEachRow`,
    date_time_input_format: 'best_effort',
    input_format_skip_unknown_fields: '1',
    insert_deduplication_token: id,
    wait_for_async_insert: '1',
    wait_end_of_query: '1',
  };
  for (const [key, value] of Object.entries(parameters)) target.searchParams.set(key, value);
  return {
    method: 'POST',
    url: target.href,
    headers: {
      'Content-Type': 'application/x-ndjson',
      ...credentials({ user: user || (token === null ? '' : 'default'), token }, 'Bearer'),
    },
    body: events.map((event) => `${JSON.stringify({ ...rowOf(event), event: JSON.stringify(event) })}\n`).join(''),
  };
}
