/** A server that keeps spans and annotations as Phoenix's published OpenAPI says. Phoenix itself does not run here. */
import { expect, test } from 'vitest';
import { phoenix } from '../../../../lib/sync/connectors/phoenix.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve, type Came, type Reply } from './server.ts';

const at = (url: string) => phoenix.settings.parse({ url, token: 'secret-token' });
repliesOf(phoenix, at);

interface Span {
  context: { trace_id: string; span_id: string };
  attributes: Record<string, string>;
}
interface Annotation {
  span_id: string;
  name: string;
  identifier: string;
  annotator_kind: string;
  result: { score: number | null; label: string | null; explanation: string | null };
}

/** As Phoenix: refuses all spans where one is there, upserts annotations, deletes them with their trace. `slow`: spans come in after the next request. */
async function phoenixServer({ slow = false, refuse = () => null }: { slow?: boolean; refuse?: (came: Came) => Reply | null } = {}) {
  const spans = new Map<string, Span>();
  const queued: Span[] = [];
  const annotations = new Map<string, Annotation>();
  const settle = () => {
    for (const span of queued.splice(0)) spans.set(span.context.span_id, span);
  };
  const { url, came } = await serve((one) => {
    const refused = refuse(one);
    if (refused) return refused;
    const route = `${one.method} ${one.url.pathname}`;
    if (route === 'POST /v1/projects/bluepencil/spans') {
      const { data } = JSON.parse(one.body) as { data: Span[] };
      settle();
      const duplicates = data.filter(({ context: { span_id } }) => spans.has(span_id));
      if (duplicates.length > 0)
        return {
          status: 400,
          body: JSON.stringify({ error: 'Request contains invalid or duplicate spans', total_duplicates: duplicates.length }),
        };
      queued.push(...data);
      if (!slow) settle();
      return { status: 202, body: { total_received: data.length, total_queued: data.length } };
    }
    if (route === 'POST /v1/span_annotations' && one.url.search === '?sync=true') {
      const { data } = JSON.parse(one.body) as { data: Annotation[] };
      if (data.some(({ name }) => name === 'note')) return { status: 400, body: "The name 'note' is reserved for trace and span notes." };
      if (data.some(({ span_id }) => !spans.has(span_id))) return { status: 404, body: 'Spans do not exist.' };
      for (const each of data) annotations.set([each.name, each.span_id, each.identifier].join(), each);
      return { body: { data: data.map((_, id) => ({ id: String(id) })) } };
    }
    if (one.method === 'DELETE') {
      const trace = one.url.pathname.slice('/v1/traces/'.length);
      const gone = [...spans.values()].filter(({ context: { trace_id } }) => trace_id === trace).map(({ context: { span_id } }) => span_id);
      for (const id of gone) spans.delete(id);
      for (const [key, { span_id }] of annotations) if (gone.includes(span_id)) annotations.delete(key);
      return { status: gone.length > 0 ? 204 : 404 };
    }
    return route === 'GET /v1/projects' ? { body: { data: [], next_cursor: null } } : { status: 404 };
  });
  return { url, came, spans, annotations };
}

const corrected = { rating: -1 as const, correction: { markdown: '**Better**' }, note: 'See the law.' };
const all = (batch: ReturnType<typeof batchOf>) => ({
  accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
  rejected: [],
  unknown: [],
});

test('a review is a span with the answer and an annotation for each thing that it says; again it is the same', async () => {
  const server = await phoenixServer();
  const batch = batchOf(reviewed(1, corrected), preferred(2), reviewed(3, { rating: null }));
  for (const _ of [1, 2]) expect(await phoenix.send(batch, context(at(server.url)))).toMatchObject({ ...all(batch), failure: null });
  expect(server.came[0]?.headers.authorization).toBe('Bearer secret-token');
  expect(server.spans.size).toBe(4);
  const said = [...server.annotations.values()].map(({ name, annotator_kind, result }) => [name, annotator_kind, ...Object.values(result)]);
  expect(said).toEqual([
    ['rating', 'HUMAN', -1, 'down', null],
    ['correction', 'HUMAN', null, 'corrected', '**Better**'],
    ['review_note', 'HUMAN', null, 'note', 'See the law.'],
    ['preference', 'HUMAN', null, 'second', 'shorter'],
    ['review', 'HUMAN', null, 'empty', null],
  ]);
  const better = [...server.annotations.values()].find(({ name }) => name === 'preference');
  expect(server.spans.get(better?.span_id ?? '')?.attributes['output.value']).toBe(preferred(2).answers[1].markdown);
});

test('spans that are not stored yet are waited for', async () => {
  const server = await phoenixServer({ slow: true });
  const batch = batchOf(reviewed(1), reviewed(2));
  expect(await phoenix.send(batch, context(at(server.url)))).toMatchObject({ accepted: [], failure: { code: 'busy', cure: 'retry' } });
  expect(await phoenix.send(batch, context(at(server.url)))).toMatchObject({ ...all(batch), failure: null });
});

test('a span that is invalid halves the batch', async () => {
  const body = JSON.stringify({ error: 'Request contains invalid or duplicate spans', total_invalid: 1 });
  const server = await phoenixServer({ refuse: ({ url }) => (url.pathname.endsWith('/spans') ? { status: 400, body } : null) });
  const failure = { code: 'refused', cure: 'split', detail: 'Request contains invalid or duplicate spans' };
  expect(await phoenix.send(batchOf(reviewed(1), reviewed(2)), context(at(server.url)))).toMatchObject({ accepted: [], failure });
});

test('a later revision takes the place of those before it, and what was withdrawn or erased is gone', async () => {
  const server = await phoenixServer();
  const send = (...events: Parameters<typeof batchOf>) => phoenix.send(batchOf(...events), context(at(server.url)));
  await send(reviewed(1, corrected), preferred(2));
  await send(reviewed(1, { revision: 2, rating: 1 }));
  expect([...server.annotations.values()].map(({ name }) => name).toSorted()).toEqual(['preference', 'rating']);
  const gone = batchOf(reviewed(1, { revision: 3, status: 'withdrawn' }), erased(2, 2));
  for (const _ of [1, 2]) expect(await phoenix.send(gone, context(at(server.url)))).toMatchObject({ ...all(gone), failure: null });
  expect([server.spans.size, server.annotations.size]).toEqual([0, 0]);
  expect(phoenix.preview(gone, at('https://server.example'))).toMatchObject({ method: 'DELETE' });
});

test.each([
  ['spans that were not queued', '/spans', { total_received: 1, total_queued: 0 }],
  ['annotations that were only queued', '/span_annotations', { data: [] }],
])('%s are not stored', async (_what, path, body) => {
  const server = await phoenixServer({ refuse: ({ url }) => (url.pathname.endsWith(path) ? { body } : null) });
  expect(await phoenix.send(batchOf(reviewed(1)), context(at(server.url)))).toMatchObject({
    accepted: [],
    failure: { code: 'incomplete-reply' },
  });
});

test('a test asks for the projects', async () => {
  const server = await phoenixServer();
  expect(await phoenix.test(context(at(server.url)))).toBeNull();
  expect(server.came.map(({ method }) => method)).toEqual(['GET']);
});
