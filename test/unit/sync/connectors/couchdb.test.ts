/** Against PouchDB's server, which speaks CouchDB's protocol, and for what it never says by itself against replies as CouchDB's documentation has them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { couchdb } from '../../../../lib/sync/connectors/couchdb.ts';
import contract from '../../../contract/couchdb.json' with { type: 'json' };
import { serveCouch, type Couch } from '../../../setup/couch.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve, type Reply } from './server.ts';

const at = (url: string) => couchdb.settings.parse({ url: `${url}/reviews/`, token: 'secret-token' });
repliesOf(couchdb, at);

let couch: Couch;
let count = 0;
beforeAll(async () => void (couch = await serveCouch()));
afterAll(() => couch.close());

/** A database of its own, with the design document of the contract where `checked`. */
async function database({ checked = false } = {}) {
  const name = `reviews-${count++}`;
  await couch.ask('PUT', name);
  if (checked) await couch.ask('PUT', `${name}/${contract.design._id}`, contract.design);
  const given = context(couchdb.settings.parse({ url: `${couch.root}/${name}/` }));
  const documents = () => couch.documents(name);
  return { name, given, documents };
}

const batch = batchOf(reviewed(1, { rating: -1 }), preferred(2));
const stored = (ids: string[], duplicate = false) => ({
  accepted: ids.map((id) => ({ id, duplicate })),
  rejected: [],
  unknown: [],
  failure: null,
});

test('a document for each event; the same again is a duplicate', async () => {
  const { given, documents } = await database();
  expect(await couchdb.test(given)).toBeNull();
  expect(await couchdb.send(batch, given)).toEqual(stored(idsOf(batch)));
  expect(await couchdb.send(batch, given)).toEqual(stored(idsOf(batch), true));
  expect(await documents()).toMatchObject([
    { _id: batch.events[0]?.id, rating: -1, type: 'review.final', event: batch.events[0] },
    { _id: batch.events[1]?.id, type: 'preference.saved', event: batch.events[1] },
  ]);
});

test('of a batch that was stored in part, the rest is stored', async () => {
  const { given, documents } = await database();
  await couchdb.send(batchOf(reviewed(1)), given);
  expect((await couchdb.send(batchOf(reviewed(1), reviewed(2)), given)).accepted).toEqual([
    { id: reviewed(1).id, duplicate: true },
    { id: reviewed(2).id, duplicate: false },
  ]);
  expect(await documents()).toHaveLength(2);
});

test('two revisions made under one number are not taken for one: the second is refused in view', async () => {
  const { given, documents } = await database();
  await couchdb.send(batchOf(reviewed(1)), given);
  const other = { ...reviewed(1), occurredAt: reviewed(9).occurredAt };
  const sent = await couchdb.send(batchOf(other), given);
  expect(sent).toMatchObject({ accepted: [], rejected: [{ id: other.id, code: 'conflict', retryable: false }] });
  expect(await documents()).toMatchObject([{ occurred_at: reviewed(1).occurredAt }]);
});

test('a withdrawal stands beside what it withdraws; what was erased is gone, in the same batch too', async () => {
  const { given, documents } = await database({ checked: true });
  const withdrawn = reviewed(1, { revision: 2, status: 'withdrawn' });
  await couchdb.send(batchOf(reviewed(1), withdrawn), given);
  expect(await documents()).toMatchObject([{ type: 'review.final' }, { type: 'review.withdrawn' }]);
  const last = batchOf(reviewed(1, { revision: 3 }), erased(1, 4), reviewed(2));
  expect(await couchdb.send(last, given)).toEqual(stored(idsOf(last)));
  expect(await documents()).toMatchObject([{ _id: erased(1, 4).id, type: 'review.erased', event: erased(1, 4) }, { _id: reviewed(2).id }]);
  expect(await couchdb.send(batchOf(erased(1, 4)), given)).toEqual(stored([erased(1, 4).id], true));
});

test('what the database refuses is told for each document', async () => {
  const { given, name } = await database();
  const only = "function (doc) { if (doc.rating === -1) throw { forbidden: 'too sad' }; }";
  await couch.ask('PUT', `${name}/_design/own`, { _id: '_design/own', validate_doc_update: only });
  expect(await couchdb.send(batch, given)).toEqual({
    accepted: [{ id: batch.events[1]?.id, duplicate: false }],
    rejected: [{ id: batch.events[0]?.id, code: 'forbidden', retryable: false, message: 'forbidden: too sad' }],
    unknown: [],
    failure: null,
  });
});

test('the design document of the contract: an event is never changed, and the views find it', async () => {
  const { given, name } = await database({ checked: true });
  const asked = reviewed(3, { decision: 'escalate', escalation: { to: 'lead', reason: 'unsure' } });
  expect(await couchdb.send(batchOf(asked), given)).toEqual(stored([asked.id]));
  const { _rev } = (await couch.ask('GET', `${name}/${asked.id}`)) as { _rev: string };
  expect(await couch.ask('POST', `${name}/_bulk_docs`, { docs: [{ _id: asked.id, _rev, event: null }, { _id: 'other' }] })).toEqual(
    expect.arrayContaining([
      { id: asked.id, error: 'forbidden', reason: 'an event is never changed' },
      { id: 'other', error: 'forbidden', reason: 'a document is one event, and has its id' },
    ]),
  );
  const view = `${name}/_design/bluepencil/_view`;
  expect(await couch.ask('GET', `${view}/escalated?reduce=false`)).toMatchObject({
    rows: [{ key: ['lead', asked.occurredAt], value: asked.answer.id }],
  });
  expect(await couch.ask('GET', `${view}/by_answer`)).toMatchObject({ rows: [{ value: 1 }] });
  expect(await couch.ask('GET', `${view}/by_reviewer`)).toMatchObject({ rows: [{ value: 1 }] });
  expect(await couch.ask('GET', `${view}/newest?descending=true`)).toMatchObject({
    rows: [{ key: [asked.review.id, 1], value: 'review.final' }],
  });
});

test('a database that is not there is said', async () => {
  const given = context(couchdb.settings.parse({ url: `${couch.root}/nowhere` }));
  const failure = { code: 'not-found', status: 404, cure: 'halt', detail: 'not_found: no_db_file' };
  expect(await couchdb.test(given)).toMatchObject(failure);
  expect(await couchdb.send(batch, given)).toMatchObject({ unknown: idsOf(batch), failure });
});

test.each<[string, Reply]>([
  ['accepted, not yet stored by enough nodes', { status: 202, body: idsOf(batch).map((id) => ({ ok: true, id, rev: '1-a' })) }],
  ['of other documents', { status: 201, body: [{ ok: true, id: 'of-nobody', rev: '1-a' }] }],
  ['of none', { status: 201, body: [] }],
  ['a conflict with what is not there', { status: 201, body: idsOf(batch).map((id) => ({ id, error: 'conflict', reason: '' })) }],
])('a success that does not mean stored: %s', async (_what, reply) => {
  const { url } = await serve(({ url: asked }) => (asked.pathname.endsWith('_bulk_docs') ? reply : { body: { rows: [] } }));
  expect(await couchdb.send(batch, context(at(url)))).toMatchObject({ accepted: [], rejected: [], unknown: idsOf(batch) });
});

test('what was erased is not acknowledged while an earlier event of it cannot be deleted', async () => {
  const gone = batchOf(erased(1, 2));
  const there = { rows: [{ key: reviewed(1).id, id: reviewed(1).id, value: { rev: '1-a' } }] };
  const refused: Reply = { status: 201, body: [{ id: reviewed(1).id, error: 'forbidden', reason: 'never' }] };
  const { url, came } = await serve(({ url: asked }) => (asked.pathname.endsWith('_bulk_docs') ? refused : { body: there }));
  expect(await couchdb.send(gone, context(at(url)))).toMatchObject({
    accepted: [],
    rejected: [{ id: idsOf(gone)[0], code: 'forbidden', message: 'forbidden: never' }],
  });
  expect(came.map(({ url: asked }) => asked.pathname)).toEqual(['/reviews/_all_docs', '/reviews/_bulk_docs']);
});

test('a name and a password are sent as Basic, a token alone as Bearer', () => {
  const named = couchdb.settings.parse({ url: 'https://couch.example/reviews', user: 'writer', token: 'secret-token' });
  expect(couchdb.preview(batch, named)).toMatchObject({
    url: 'https://couch.example/reviews/_bulk_docs',
    headers: { Authorization: 'Basic …' },
  });
  expect(couchdb.preview(batch, at('https://couch.example')).headers).toMatchObject({ Authorization: 'Bearer …' });
});
