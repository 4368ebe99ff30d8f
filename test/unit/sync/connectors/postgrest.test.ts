/** PostgREST's own replies, as its reference has them; the table itself is tried in `engines/postgres.test.ts`. */
import { expect, test } from 'vitest';
import { postgrest } from '../../../../lib/sync/connectors/postgrest.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve } from './server.ts';

const at = (url: string) => postgrest.settings.parse({ url: `${url}/rest/v1/bluepencil_events`, token: 'secret-token' });
repliesOf(postgrest, at);

const batch = batchOf(reviewed(1, { rating: -1, decision: 'reject' }), preferred(2), erased(3, 2));

test('inserts rows that all have the same keys, and takes the ids that come back for stored', async () => {
  const { url, came } = await serve(({ body }) => ({
    status: 201,
    body: (JSON.parse(body) as { id: string }[]).map(({ id }) => ({ id })),
  }));
  expect(await postgrest.send(batch, context(at(url)))).toEqual({
    accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
    rejected: [],
    unknown: [],
    failure: null,
  });
  expect(came[0]).toMatchObject({
    method: 'POST',
    headers: {
      prefer: 'resolution=ignore-duplicates,return=representation',
      authorization: 'Bearer secret-token',
      apikey: 'secret-token',
      'content-type': 'application/json',
    },
  });
  expect(came[0]?.url.pathname).toBe('/rest/v1/bluepencil_events');
  expect(Object.fromEntries(came[0]?.url.searchParams ?? [])).toEqual({ on_conflict: 'id', select: 'id' });
  const rows = JSON.parse(came[0]?.body ?? '') as Record<string, unknown>[];
  expect(new Set(rows.map((row) => Object.keys(row).join()))).toHaveLength(1);
  expect(rows[0]).toMatchObject({ id: batch.events[0]?.id, type: 'review.final', rating: -1, decision: 'reject', event: batch.events[0] });
  expect(rows[1]).toMatchObject({ type: 'preference.saved', rating: null, answer_id: preferred(2).preference.better });
  expect(rows[2]).toMatchObject({ type: 'review.erased', reviewer_id: null, answer_id: null, event: { erased: { revision: 2 } } });
});

test('what is not new is asked for: there, it is a duplicate, else it is not stored', async () => {
  const [one, two, three] = idsOf(batch);
  const { url, came } = await serve(({ method }) => ({ body: method === 'POST' ? [{ id: two }, { id: 'of-nobody' }] : [{ id: three }] }));
  expect(await postgrest.send(batch, context(at(url)))).toEqual({
    accepted: [
      { id: two, duplicate: false },
      { id: three, duplicate: true },
    ],
    rejected: [],
    unknown: [one],
    failure: null,
  });
  expect(came[1]).toMatchObject({ method: 'GET', headers: { authorization: 'Bearer secret-token' } });
  expect(Object.fromEntries(came[1]?.url.searchParams ?? [])).toEqual({ select: 'id', id: `in.("${one}","${three}")` });
});

test('a second question that fails leaves what it asked for unknown', async () => {
  const { url } = await serve(({ method }) => (method === 'POST' ? { body: [] } : { status: 503 }));
  expect(await postgrest.send(batch, context(at(url)))).toMatchObject({ accepted: [], unknown: idsOf(batch), failure: null });
});

test('a success that names no rows is none', async () => {
  const { url } = await serve(() => ({ status: 201 }));
  expect(await postgrest.send(batch, context(at(url)))).toMatchObject({ accepted: [], failure: { code: 'not-json', cure: 'retry' } });
});

test.each([
  [400, { code: '22P02', message: 'invalid input syntax for type smallint' }],
  [409, { code: '23503', message: 'violates foreign key constraint' }],
])('a row that the table refuses (%i) halves the batch, and says why', async (status, body) => {
  const { url } = await serve(() => ({ status, body }));
  const { failure } = await postgrest.send(batch, context(at(url)));
  expect(failure).toMatchObject({ code: 'refused', status, cure: 'split' });
  expect(failure?.detail).toContain(body.message);
});

test('a test inserts nothing', async () => {
  const { url, came } = await serve(() => ({ status: 201, body: [] }));
  expect(await postgrest.test(context(at(url)))).toBeNull();
  expect(came[0]?.body).toBe('[]');
});
