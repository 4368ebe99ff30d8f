/** ClickHouse's own replies, as its documentation has them; the table itself is tried in `engines/clickhouse.test.ts`. */
import { expect, test } from 'vitest';
import { clickhouse } from '../../../../lib/sync/connectors/clickhouse.ts';
import { batchOf, context, erased, idsOf, packingOf, preferred, repliesOf, reviewed, serve } from './server.ts';

const at = (url: string) =>
  clickhouse.settings.parse({ url: `${url}/?database=reviews`, table: 'bluepencil', user: 'writer', token: 'secret-token' });
repliesOf(clickhouse, at);
packingOf(clickhouse, at, () => ({ headers }));

const batch = batchOf(reviewed(1), preferred(2), erased(3, 2));
const headers = { 'x-clickhouse-query-id': 'q', 'x-clickhouse-summary': '{"written_rows":"3"}' };

test('inserts one row a line, and takes an empty reply of ClickHouse for stored', async () => {
  const { url, came } = await serve(() => ({ headers }));
  expect(await clickhouse.send(batch, context(at(url)))).toEqual({
    accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
    rejected: [],
    unknown: [],
    failure: null,
    encoding: 'gzip',
  });
  expect(Object.fromEntries(came[0]?.url.searchParams ?? [])).toMatchObject({
    database: 'reviews',
    query: 'INSERT INTO bluepencil FORMAT JSONEachRow',
    insert_deduplication_token: batch.id,
    wait_for_async_insert: '1',
  });
  expect(came[0]?.headers.authorization).toBe(`Basic ${btoa('writer:secret-token')}`);
  const rows = (came[0]?.body ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; event: string });
  expect(rows.map(({ event }) => JSON.parse(event) as unknown)).toEqual(batch.events);
});

test.each([
  ['an empty reply of somebody else', {}],
  ['a reply that is not empty', { headers, body: 'Code: 241. DB::Exception: Memory limit exceeded' }],
])('%s is not stored', async (_what, reply) => {
  const { url } = await serve(() => reply);
  expect(await clickhouse.send(batch, context(at(url)))).toMatchObject({ accepted: [], failure: { code: 'not-json', cure: 'retry' } });
});

test('a row that the table refuses halves the batch, and says why', async () => {
  const { url } = await serve(() => ({ status: 400, body: 'Code: 27. DB::Exception: Cannot parse input' }));
  const failure = { code: 'refused', cure: 'split', detail: 'Code: 27. DB::Exception: Cannot parse input' };
  expect((await clickhouse.send(batch, context(at(url)))).failure).toMatchObject(failure);
});

test('a test inserts no row', async () => {
  const { url, came } = await serve(() => ({ headers }));
  expect(await clickhouse.test(context(at(url)))).toBeNull();
  expect(came[0]?.body).toBe('');
});

test('the name of a table goes into the statement, so it is a name', () => {
  const given = { url: 'https://server.example', token: null };
  expect(clickhouse.settings.parse({ ...given, table: ' reviews.bluepencil ' }).table).toBe('reviews.bluepencil');
  for (const [table, message] of [
    ['t; DROP TABLE t', 'field-not-a-name'],
    ['', 'field-empty'],
  ] as const)
    expect(clickhouse.settings.safeParse({ ...given, table }).error?.issues).toMatchObject([{ path: ['table'], message }]);
});
