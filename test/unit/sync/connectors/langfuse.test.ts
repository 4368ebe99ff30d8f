/** A server that keeps traces and scores as Langfuse's published API definition says, by their ids. Langfuse itself does not run here. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { langfuse } from '../../../../lib/sync/connectors/langfuse.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve, type Came, type Reply } from './server.ts';

const at = (url: string) => langfuse.settings.parse({ url, user: 'pk-lf-1', token: 'secret-token' });
repliesOf(langfuse, at);

interface Score {
  id: string;
  traceId: string;
  name: string;
  dataType: string;
  value: unknown;
  comment?: string;
}
interface Sent {
  resourceSpans: {
    scopeSpans: { spans: { traceId: string; spanId: string; attributes: { key: string; value: { stringValue: string } }[] }[] }[];
  }[];
}

/** As Langfuse: upserts by id, deletes scores with their trace. `refuse` answers before it does. */
async function langfuseServer(refuse: (came: Came) => Reply | null = () => null) {
  const traces = new Map<string, Sent['resourceSpans'][0]['scopeSpans'][0]['spans'][0]>();
  const scores = new Map<string, Score>();
  const { url, came } = await serve((one) => {
    const refused = refuse(one);
    if (refused) return refused;
    const route = `${one.method} ${one.url.pathname}`;
    if (route === 'POST /api/public/otel/v1/traces') {
      const { resourceSpans } = JSON.parse(one.body) as Sent;
      for (const span of resourceSpans[0]?.scopeSpans[0]?.spans ?? []) traces.set(span.spanId, span);
      return { body: {} };
    }
    if (route === 'POST /api/public/scores') {
      const score = JSON.parse(one.body) as Score;
      scores.set(score.id, score);
      return { body: { id: score.id } };
    }
    if (route === 'DELETE /api/public/traces') {
      const { traceIds } = JSON.parse(one.body) as { traceIds: string[] };
      for (const [id, { traceId }] of traces) if (traceIds.includes(traceId)) traces.delete(id);
      for (const [id, { traceId }] of scores) if (traceIds.includes(traceId)) scores.delete(id);
      return { body: { message: 'Traces queued for deletion' } };
    }
    return route === 'GET /api/public/projects' ? { body: { data: [{ id: 'p', name: 'Reviews' }], meta: {} } } : { status: 404 };
  });
  return { url, came, traces, scores };
}

const corrected = { rating: -1 as const, scores: { accuracy: 2 }, correction: { markdown: '**Better**' }, note: 'See the law.' };
const all = (batch: ReturnType<typeof batchOf>) => ({
  accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
  rejected: [],
  unknown: [],
});

test('a review is a trace with the answer and a score for each thing that it says; again it is the same', async () => {
  const server = await langfuseServer();
  const batch = batchOf(reviewed(1, corrected), preferred(2));
  for (const _ of [1, 2]) expect(await langfuse.send(batch, context(at(server.url)))).toMatchObject({ ...all(batch), failure: null });
  expect(server.came[0]?.headers.authorization).toBe(`Basic ${btoa('pk-lf-1:secret-token')}`);
  expect([...server.scores.values()].map(({ name, dataType, value }) => `${name} ${dataType} ${String(value)}`).toSorted()).toEqual([
    'note CATEGORICAL note',
    'output CORRECTION **Better**',
    'preference CATEGORICAL second',
    'rating NUMERIC -1',
    'score.accuracy NUMERIC 2',
  ]);
  expect(server.traces.size).toBe(3);
  const [span] = server.traces.values();
  // As `createTraceId(seed)` of Langfuse's SDK.
  expect(span?.traceId).toBe(createHash('sha256').update(String(batch.events[0]?.id)).digest('hex').slice(0, 32));
  const facts = Object.fromEntries(span?.attributes.map(({ key, value }) => [key, value.stringValue]) ?? []);
  expect(facts['langfuse.observation.output']).toContain('Ärger');
});

test('a later revision takes the place of those before it, and what was withdrawn or erased is gone', async () => {
  const server = await langfuseServer();
  const send = (...events: Parameters<typeof batchOf>) => langfuse.send(batchOf(...events), context(at(server.url)));
  await send(reviewed(1, corrected), reviewed(2));
  await send(reviewed(1, { revision: 2, rating: 1 }));
  expect([...server.scores.values()].map(({ id }) => id).toSorted()).toEqual([
    `${reviewed(1, { revision: 2 }).id}.0`,
    `${reviewed(2).id}.0`,
  ]);
  const gone = batchOf(reviewed(1, { revision: 3, status: 'withdrawn' }), erased(2, 2));
  expect(await langfuse.send(gone, context(at(server.url)))).toMatchObject({ ...all(gone), failure: null });
  expect([server.scores.size, server.traces.size]).toEqual([0, 0]);
  expect(langfuse.preview(gone, at('https://server.example'))).toMatchObject({ method: 'DELETE' });
});

test('revisions that leave together leave as the last of them', async () => {
  const server = await langfuseServer();
  const batch = batchOf(reviewed(1, corrected), reviewed(1, { revision: 2, rating: 1 }));
  expect(await langfuse.send(batch, context(at(server.url)))).toMatchObject(all(batch));
  expect([...server.scores.keys()]).toEqual([`${idsOf(batch)[1]}.0`]);
});

test('a score that is refused costs its own review only, and one that says "later" keeps what is stored', async () => {
  const one = reviewed(1).id;
  for (const [reply, expected] of [
    [
      { status: 400, body: { message: 'Invalid request data' } },
      { rejected: [{ id: one, message: 'Invalid request data' }], unknown: [] },
    ],
    [{ status: 429 }, { rejected: [], unknown: [one] }],
  ] as const) {
    const server = await langfuseServer(({ body }) => (body.includes(`"id":"${one}.0"`) ? reply : null));
    const result = await langfuse.send(batchOf(reviewed(2), reviewed(1)), context(at(server.url)));
    expect(result).toMatchObject({ accepted: [{ id: reviewed(2).id }], failure: null, ...expected });
  }
});

test('a revision counts only once those before it are deleted', async () => {
  const server = await langfuseServer(({ method }) => (method === 'DELETE' ? { status: 500 } : null));
  const batch = batchOf(reviewed(1, { revision: 2 }));
  expect(await langfuse.send(batch, context(at(server.url)))).toMatchObject({ accepted: [], failure: { code: 'server-error' } });
});

test.each([
  ['spans that were refused', '/otel/', { partialSuccess: { rejectedSpans: '1', errorMessage: 'bad span' } }, 'split'],
  ['a score under another id', '/scores', { id: 'other' }, 'retry'],
])('%s are not stored', async (_what, path, body, cure) => {
  const server = await langfuseServer(({ url }) => (url.pathname.includes(path) ? { body } : null));
  expect(await langfuse.send(batchOf(reviewed(1)), context(at(server.url)))).toMatchObject({ accepted: [], failure: { cure } });
});

test('a test asks for the project of the keys', async () => {
  const server = await langfuseServer();
  expect(await langfuse.test(context(at(server.url)))).toBeNull();
  expect(server.came.map(({ method }) => method)).toEqual(['GET']);
});
