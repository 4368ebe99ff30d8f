/**
 * The table of `test/contract/postgres.sql` in a real PostgreSQL, through a front that makes of a request the statement that PostgREST makes of it. Read back by
 * SQL. Skipped where there is no PostgreSQL: `npm run engines`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgrest } from '../../../../lib/sync/connectors/postgrest.ts';
import { hasPostgres, startPostgres, type Postgres } from '../../../setup/postgres.ts';
import { batchOf, context, erased, idsOf, preferred, reviewed, serve, type Came, type Reply } from '../connectors/server.ts';

const contract = (name: string): string => readFileSync(join(import.meta.dirname, '../../../contract', name), 'utf8');

if (!hasPostgres) console.log('No PostgreSQL here: its tests are skipped (npm run engines).');

let postgres: Postgres;
beforeAll(async () => {
  if (!hasPostgres) return;
  postgres = await startPostgres();
  postgres.sql(contract('postgres.sql'));
}, 60_000);
afterAll(() => postgres?.close());

/** One statement for each request, with the rights of the writer and no others. */
function front({ method, url, body, headers }: Came): Reply {
  const wanted = url.searchParams.get('select');
  if (method === 'GET') {
    const ids = (url.searchParams.get('id') ?? '')
      .replace(/^in\.\(/, '')
      .slice(0, -1)
      .replaceAll('"', "'");
    return run(`select ${wanted} from bluepencil_events where id in (${ids})`, 200);
  }
  expect(headers['prefer']).toBe('resolution=ignore-duplicates,return=representation');
  const [row] = JSON.parse(body) as object[];
  const columns = Object.keys(row ?? { id: '' }).join();
  return run(
    `insert into bluepencil_events (${columns})
      select ${columns} from json_populate_recordset(null::bluepencil_events, $body$${body}$body$::json)
      on conflict (${url.searchParams.get('on_conflict')}) do nothing
      returning ${wanted}`,
    201,
  );
}

function run(statement: string, status: number): Reply {
  try {
    const rows = postgres.sql(
      `set local role bluepencil_writer; with found as (${statement}) select coalesce(json_agg(found), '[]') from found`,
    );
    return { status, body: rows };
  } catch (error) {
    const { stderr } = error as { stderr: string };
    return { status: stderr.includes('permission denied') ? 403 : 400, body: { message: stderr } };
  }
}

const at = (url: string) => context(postgrest.settings.parse({ url: `${url}/bluepencil_events`, token: 'secret-token' }));
const fresh = async () => {
  postgres.sql('truncate bluepencil_events');
  return serve(front);
};

test.skipIf(!hasPostgres)('each event is one row, also when the reply was lost and it came again', async () => {
  const { url } = await fresh();
  const batch = batchOf(...Array.from({ length: 50 }, (_, number) => reviewed(number + 1, { rating: number % 2 ? 1 : -1 })), preferred(51));
  const lost = await serve((came) => ({ ...front(came), cut: true }));
  expect((await postgrest.send(batch, at(lost.url))).failure).toMatchObject({ code: 'offline' });
  const more = batchOf(...batch.events, reviewed(52));
  const { accepted } = await postgrest.send(more, at(url));
  expect(accepted).toEqual(idsOf(more).map((id) => ({ id, duplicate: id !== reviewed(52).id })));
  expect(postgres.sql('select id from bluepencil_events order by id').split('\n')).toEqual(idsOf(more).toSorted());
  expect(postgres.sql('select rating, count(*) from bluepencil_now group by rating order by rating')).toBe('-1|25\n1|26\n|1');
  const [first] = batch.events;
  expect(JSON.parse(postgres.sql(`select event from bluepencil_events where id = '${first?.id}'`))).toEqual(first);
});

test.skipIf(!hasPostgres)('the newest revision holds; what was withdrawn does not', async () => {
  const { url } = await fresh();
  await postgrest.send(batchOf(reviewed(1, { rating: 1 }), reviewed(2)), at(url));
  await postgrest.send(
    batchOf(reviewed(1, { revision: 2, rating: -1, decision: 'reject' }), reviewed(2, { revision: 2, status: 'withdrawn' })),
    at(url),
  );
  expect(postgres.sql('select rating, decision, revision from bluepencil_now')).toBe('-1|reject|2');
  expect(postgres.sql('select count(*) from bluepencil_events')).toBe('4');
});

test.skipIf(!hasPostgres)('what was erased is gone, in the same request too, and the writer may not delete by itself', async () => {
  const { url } = await fresh();
  await postgrest.send(batchOf(reviewed(1), reviewed(2)), at(url));
  await postgrest.send(batchOf(reviewed(1, { revision: 2 }), erased(1, 3)), at(url));
  expect(postgres.sql('select type, revision, answer_id from bluepencil_events order by record_id')).toBe(
    `review.erased|3|\nreview.final|1|${reviewed(2).answer.id}`,
  );
  expect(() => postgres.sql('set local role bluepencil_writer; delete from bluepencil_events')).toThrow(/permission denied/);
  expect(() => postgres.sql('set local role bluepencil_writer; select event from bluepencil_events')).toThrow(/permission denied/);
});

test.skipIf(!hasPostgres)(
  'a character that PostgreSQL cannot hold is replaced; a row that it refuses fails the batch, and nothing of it stays',
  async () => {
    const { url } = await fresh();
    const odd = reviewed(1, { note: 'before\0after \\u0000' });
    expect((await postgrest.send(batchOf(odd), at(url))).failure).toBeNull();
    expect(postgres.sql("select event->'review'->>'note' from bluepencil_events")).toBe('before\ufffdafter \\u0000');
    const wrong = reviewed(2, { rating: 99_999 as 1 });
    const { failure } = await postgrest.send(batchOf(wrong, reviewed(3)), at(url));
    expect(failure).toMatchObject({ code: 'refused', cure: 'split' });
    expect(failure?.detail).toContain('out of range');
    expect(postgres.sql('select count(*) from bluepencil_events')).toBe('1');
  },
);
