/**
 * The table of `test/contract/clickhouse.sql` in a real ClickHouse, through a front that makes of a request the statement that its HTTP interface makes of it.
 * Read back by SQL. Skipped where there is no ClickHouse: `npm run engines`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clickhouse } from '../../../../lib/sync/connectors/clickhouse.ts';
import { hasClickhouse, startClickhouse, type Clickhouse } from '../../../setup/clickhouse.ts';
import { batchOf, context, erased, preferred, reviewed, serve, type Came, type Reply } from '../connectors/server.ts';

if (!hasClickhouse) console.log('No ClickHouse here: its tests are skipped (npm run engines).');

let engine: Clickhouse;
beforeAll(() => {
  if (!hasClickhouse) return;
  engine = startClickhouse();
  const statements = readFileSync(join(import.meta.dirname, '../../../contract/clickhouse.sql'), 'utf8');
  for (const statement of statements.replaceAll(/^--.*$/gm, '').split(';')) if (statement.trim()) engine.sql(statement);
}, 60_000);
afterAll(() => engine?.close());
beforeEach(() => void (hasClickhouse && engine.sql('TRUNCATE TABLE bluepencil')));

/** The settings stand in the query, the rows in the body. */
function front({ url, body }: Came): Reply {
  const { query = '', wait_end_of_query, ...settings } = Object.fromEntries(url.searchParams);
  expect(wait_end_of_query).toBe('1');
  const [, table, format] = /^INSERT INTO (\S+) FORMAT (\S+)$/.exec(query) ?? [];
  const given = Object.entries(settings).map(([key, value]) => `${key} = '${value}'`);
  try {
    if (body) engine.sql(`INSERT INTO ${table} SETTINGS ${given.join()} FORMAT ${format}\n${body}`);
    return { headers: { 'x-clickhouse-query-id': 'q' } };
  } catch (error) {
    return { status: 400, body: String(error) };
  }
}

const at = (url: string) => context(clickhouse.settings.parse({ url, table: 'bluepencil', user: 'writer', token: 'secret-token' }));

test.skipIf(!hasClickhouse)('each record is one row, also when the reply was lost and it came again in other company', async () => {
  const { url } = await serve(front);
  const batch = batchOf(...Array.from({ length: 50 }, (_, number) => reviewed(number + 1, { rating: number % 2 ? 1 : -1 })), preferred(51));
  const lost = await serve((came) => ({ ...front(came), cut: true }));
  expect((await clickhouse.send(batch, at(lost.url))).failure).toMatchObject({ code: 'offline' });
  const sent = await clickhouse.send(batch, at(url));
  expect(sent.accepted).toHaveLength(51);
  expect(sent.encoding, 'it reads what is compressed').toBe('gzip');
  expect((await clickhouse.send({ ...batchOf(...batch.events, reviewed(52)), id: 'another' }, at(url))).accepted).toHaveLength(52);
  expect(engine.sql('SELECT count(), uniqExact(id) FROM bluepencil_now')).toBe('52\t52');
  expect(engine.sql('SELECT rating, count() FROM bluepencil_now GROUP BY rating ORDER BY rating')).toBe('-1\t25\n1\t26\n\\N\t1');
  const [first] = batch.events;
  const row = JSON.parse(engine.sql(`SELECT event FROM bluepencil_now WHERE id = '${first?.id}'`, 'JSONEachRow')) as { event: string };
  expect(JSON.parse(row.event)).toEqual(first);
});

test.skipIf(!hasClickhouse)('the same request again is kept out before parts are merged', async () => {
  const { url } = await serve(front);
  const batch = batchOf(reviewed(1), reviewed(2));
  await clickhouse.send(batch, at(url));
  await clickhouse.send(batch, at(url));
  expect(engine.sql('SELECT count() FROM bluepencil')).toBe('2');
});

test.skipIf(!hasClickhouse)('the newest revision holds, also when an older one comes late; what was withdrawn does not', async () => {
  const { url } = await serve(front);
  await clickhouse.send(batchOf(reviewed(1, { revision: 2, rating: -1, decision: 'reject' }), reviewed(2)), at(url));
  await clickhouse.send(batchOf(reviewed(1, { rating: 1 }), reviewed(2, { revision: 2, status: 'withdrawn' })), at(url));
  expect(engine.sql('SELECT rating, decision, revision FROM bluepencil_now')).toBe('-1\treject\t2');
});

test.skipIf(!hasClickhouse)('what was erased is gone when parts are merged', async () => {
  const { url } = await serve(front);
  await clickhouse.send(batchOf(reviewed(1)), at(url));
  await clickhouse.send(batchOf(erased(1, 2)), at(url));
  expect(engine.sql('SELECT count() FROM bluepencil_now')).toBe('0');
  engine.sql('OPTIMIZE TABLE bluepencil FINAL');
  expect(engine.sql("SELECT type, answer_id, countIf(event LIKE '%Ärger%') FROM bluepencil GROUP BY ALL")).toBe('review.erased\t\\N\t0');
});

test.skipIf(!hasClickhouse)('a row that the table refuses fails the batch, and nothing of it stays', async () => {
  const { url } = await serve(front);
  const wrong = reviewed(1);
  wrong.review.id = 'not-a-uuid';
  const { failure } = await clickhouse.send(batchOf(wrong, reviewed(2)), at(url));
  expect(failure).toMatchObject({ code: 'refused', cure: 'split' });
  expect(failure?.detail).toContain('UUID');
  expect(engine.sql('SELECT count() FROM bluepencil')).toBe('0');
});
