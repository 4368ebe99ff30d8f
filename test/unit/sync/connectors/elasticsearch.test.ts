/** Against a server that keeps documents by the rules of the Bulk API; Elasticsearch itself cannot run here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { elasticsearch } from '../../../../lib/sync/connectors/elasticsearch.ts';
import { batchOf, context, erased, idsOf, packingOf, preferred, repliesOf, reviewed, serve, type Came, type Reply } from './server.ts';

const at = (url: string) => elasticsearch.settings.parse({ url: `${url}/es/`, index: 'bluepencil-reviews', token: 'secret-token' });
repliesOf(elasticsearch, at);
packingOf(elasticsearch, at, (came) => index().reply(came));

interface Operation {
  _index: string;
  _id: string;
  version: number;
  version_type: string;
}

/** Keeps a document if its version is above the one that is there, as `version_type: external` has it; `refusing` says what is wrong with one. */
function index(refusing: (place: Operation) => { status: number; error: { type: string; reason: string } } | null = () => null) {
  const documents = new Map<string, { version: number; source: Record<string, unknown> }>();
  const reply = ({ body }: Came): Reply => {
    expect(body.endsWith('\n')).toBe(true);
    const lines = body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const items = [];
    for (let line = 0; line < lines.length; line += 2) {
      const place = lines[line]?.['index'] as Operation;
      expect(place.version_type).toBe('external');
      const refusal = refusing(place);
      const there = documents.get(place._id);
      const conflict = there && there.version >= place.version;
      if (!refusal && !conflict) documents.set(place._id, { version: place.version, source: lines[line + 1] ?? {} });
      const clash = { status: 409, error: { type: 'version_conflict_engine_exception', reason: 'current version is higher or equal' } };
      items.push({ index: { _index: place._index, _id: place._id, ...(refusal ?? (conflict ? clash : { status: there ? 200 : 201 })) } });
    }
    return { body: { took: 3, errors: items.some(({ index: { status } }) => status >= 400), items } };
  };
  return { documents, reply };
}

const batch = batchOf(reviewed(1, { rating: -1 }), preferred(2));

test('a document for each record; the same again is a duplicate', async () => {
  const { documents, reply } = index();
  const { url, came } = await serve(reply);
  const sent = await elasticsearch.send(batch, context(at(url)));
  expect(sent).toEqual({
    accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
    rejected: [],
    unknown: [],
    failure: null,
    encoding: 'gzip',
  });
  expect(came[0]).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: 'ApiKey secret-token' },
  });
  expect(came[0]?.url.pathname).toBe('/es/_bulk');
  const again = await elasticsearch.send(batch, context(at(url)));
  expect(again.accepted).toEqual(idsOf(batch).map((id) => ({ id, duplicate: true })));
  expect([...documents.values()].map(({ source }) => source)).toMatchObject([
    { id: batch.events[0]?.id, rating: -1, text: reviewed(1).answer.text, event: batch.events[0] },
    { type: 'preference.saved', text: null },
  ]);
});

test('a newer revision takes the place, an older one that comes late does not, and what was erased is gone', async () => {
  const { documents, reply } = index();
  const { url } = await serve(reply);
  await elasticsearch.send(batchOf(reviewed(1, { revision: 2, status: 'withdrawn' })), context(at(url)));
  const late = await elasticsearch.send(batchOf(reviewed(1)), context(at(url)));
  expect(late.accepted).toEqual([{ id: reviewed(1).id, duplicate: true }]);
  expect([...documents.values()]).toMatchObject([{ version: 2, source: { type: 'review.withdrawn' } }]);
  await elasticsearch.send(batchOf(erased(1, 3)), context(at(url)));
  expect(JSON.stringify([...documents.values()])).not.toContain('Ärger');
  expect([...documents.values()]).toMatchObject([{ version: 3, source: { type: 'review.erased', answer_id: null } }]);
});

test('each item has its own result within a success', async () => {
  const [one, two, three] = [reviewed(1), reviewed(2), reviewed(3)];
  const errors = new Map([
    [one.review.id, { status: 400, error: { type: 'document_parsing_exception', reason: 'failed to parse field [rating]' } }],
    [two.review.id, { status: 429, error: { type: 'es_rejected_execution_exception', reason: 'queue is full' } }],
  ]);
  const { url } = await serve(index(({ _id }) => errors.get(_id) ?? null).reply);
  expect(await elasticsearch.send(batchOf(one, two, three), context(at(url)))).toEqual({
    accepted: [{ id: three.id, duplicate: false }],
    rejected: [
      {
        id: one.id,
        code: 'document_parsing_exception',
        retryable: false,
        message: 'document_parsing_exception: failed to parse field [rating]',
      },
      { id: two.id, code: 'es_rejected_execution_exception', retryable: true, message: 'es_rejected_execution_exception: queue is full' },
    ],
    unknown: [],
    failure: null,
    encoding: 'gzip',
  });
});

test('an item that is missing, or speaks of another document, is not stored', async () => {
  const { url } = await serve(() => ({ body: { errors: false, items: [{ index: { _id: 'of-nobody', status: 201 } }] } }));
  expect(await elasticsearch.send(batch, context(at(url)))).toMatchObject({ accepted: [], unknown: idsOf(batch), failure: null });
});

test.each<[string, Reply, object | null]>([
  ['may write', { body: { items: [{ update: { _id: 'x', status: 404, error: { type: 'document_missing_exception' } } }] } }, null],
  [
    'no such index',
    { body: { items: [{ update: { _id: 'x', status: 404, error: { type: 'index_not_found_exception', reason: 'no such index' } } }] } },
    { code: 'not-found', cure: 'halt', detail: 'index_not_found_exception: no such index' },
  ],
  [
    'no right',
    { body: { items: [{ update: { _id: 'x', status: 403, error: { type: 'security_exception', reason: 'unauthorized' } } }] } },
    { code: 'forbidden', cure: 'halt' },
  ],
  ['no bulk reply', { body: {} }, { code: 'incomplete-reply' }],
])('a test, answered: %s', async (_what, reply, outcome) => {
  const { url } = await serve(() => reply);
  const said = await elasticsearch.test(context(at(url)));
  if (outcome === null) expect(said).toBeNull();
  else expect(said).toMatchObject(outcome);
});

test('what it says about a whole request is told', async () => {
  const { url } = await serve(() => ({
    status: 400,
    body: { error: { type: 'illegal_argument_exception', reason: 'Malformed action' }, status: 400 },
  }));
  const failure = { code: 'refused', detail: 'illegal_argument_exception: Malformed action' };
  expect((await elasticsearch.send(batch, context(at(url)))).failure).toMatchObject(failure);
});

test('a name and a password are sent as Basic', () => {
  const given = elasticsearch.settings.parse({ url: 'https://search.example', index: 'reviews', user: 'writer', token: 'secret-token' });
  expect(elasticsearch.preview(batch, given).headers).toMatchObject({ Authorization: 'Basic …' });
  expect(elasticsearch.preview(batch, given).url).toBe('https://search.example/_bulk');
});

test('the index template has a field for each of a document', () => {
  const place = join(import.meta.dirname, '../../../contract/elasticsearch.json');
  const { template } = JSON.parse(readFileSync(place, 'utf8')) as { template: { mappings: { properties: object } } };
  const [, document = ''] = elasticsearch.preview(batch, at('https://search.example')).body.split('\n');
  expect(Object.keys(template.mappings.properties).toSorted()).toEqual(Object.keys(JSON.parse(document) as object).toSorted());
});
