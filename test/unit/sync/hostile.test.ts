/** Endpoints that mean harm, or are broken as if they did: bounded, said in words, and nothing lost. Over real sockets. */
import 'fake-indexeddb/auto';
import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSocket, type AddressInfo, type Server, type Socket } from 'node:net';
import { createGzip } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { connectors } from '../../../lib/sync/connectors/index.ts';
import { webhook } from '../../../lib/sync/connectors/webhook.ts';
import { batchOf, context, erased, idsOf, preferred, reviewed } from './connectors/server.ts';
import { World } from './world.ts';

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
}

const serve = (answer: RequestListener): Promise<string> =>
  listen(createServer((request, response) => void request.resume().on('end', () => answer(request, response))));

async function worldAt(url: string, timeout?: () => AbortSignal): Promise<World> {
  const world = new World({ fetch: globalThis.fetch, ...(timeout ? { timeout } : {}) });
  await world.configure({ url });
  await world.approve();
  return world;
}

/** Writes a piece again and again for as long as somebody reads. */
function pour(into: ServerResponse | Socket | ReturnType<typeof createGzip>, piece: string): void {
  into.on('error', () => {});
  const more = (): void => {
    while (!into.destroyed && into.write(piece));
    if (!into.destroyed) into.once('drain', more);
  };
  more();
}

const results =
  (text: string): RequestListener =>
  (_request, response) =>
    void response.end(`{"results":${text}}`);

test.each<[string, RequestListener, string]>([
  ['a body without end', (_request, response) => pour(response, `{"ok":true,"x":"${'x'.repeat(65_536)}`), 'not-json'],
  [
    'a packed body without end',
    (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const pack = createGzip();
      pack.pipe(response).on('close', () => pack.destroy());
      pour(pack, ' '.repeat(65_536));
    },
    'not-json',
  ],
  [
    'an error without end',
    (_request, response) => {
      response.writeHead(500);
      pour(response, 'sorry '.repeat(10_000));
    },
    'server-error',
  ],
  ['a reply that is brackets only', results('['.repeat(1_500_000) + ']'.repeat(1_500_000)), 'not-json'],
  ['a reply as deep as it is long', results(`${'[{"id":'.repeat(300_000)}1${'}]'.repeat(300_000)}`), 'not-json'],
  ['far more results than events', results(`[${'{},'.repeat(1_000_000)}{}]`), 'incomplete-reply'],
  ['ids that were never sent', results('[{"id":"019ce1a4-0000-7000-8000-000000000001.1","status":"stored"}]'), 'incomplete-reply'],
  ['results that are none', results('[null,5,"stored",{"id":5,"status":"stored"}]'), 'incomplete-reply'],
])('%s', async (_what, answer, code) => {
  const world = await worldAt(await serve(answer));
  await world.review(1);
  await world.sync.run();
  expect(await world.status()).toMatchObject({ waiting: 1, rejected: 0, lastSentAt: null, lastProblem: { code } });
  expect((await world.status())?.lastProblem?.detail.length).toBeLessThanOrEqual(300);
  const receipts = await world.store.read(['receipts'], (tx) => tx.objectStore('receipts').count());
  expect(receipts).toBe(0);
});

test('a reply without a header is none, however long it is', async () => {
  const url = await listen(createSocket((socket) => pour(socket, 'x'.repeat(65_536))));
  const world = await worldAt(url);
  await world.review(1);
  await world.sync.run();
  expect(await world.status()).toMatchObject({ waiting: 1, lastProblem: { code: 'offline' } });
});

test('a reply that drips ends when the time of the whole request does', async () => {
  const patience = new AbortController();
  const url = await serve((_request, response) => {
    let left = 5;
    const drip = (): void => {
      if (left-- > 0) response.write(' ', () => setImmediate(drip));
      else patience.abort(new DOMException('late', 'TimeoutError'));
    };
    drip();
  });
  const world = await worldAt(url, () => patience.signal);
  await world.review(1);
  await world.sync.run();
  expect(await world.status()).toMatchObject({ waiting: 1, lastProblem: { code: 'timeout' } });
});

test('an event that is said to be both stored and refused is neither', async () => {
  const batch = batchOf(reviewed(1), reviewed(2));
  const [first, second] = idsOf(batch);
  const fetch = async () =>
    Response.json({
      results: [
        { id: first, status: 'stored' },
        { id: second, status: 'stored' },
        { id: second, status: 'duplicate' },
        { id: first, status: 'rejected' },
      ],
    });
  const settings = webhook.settings.parse({ url: 'https://desk.example/' });
  expect(await webhook.send(batch, { ...context(settings), fetch })).toMatchObject({
    accepted: [{ id: second }],
    rejected: [],
    unknown: [first],
  });
});

/** What the forms of all connectors need to be good. */
const filled = {
  url: 'https://desk.example/topics/reviews',
  table: 'reviews',
  index: 'reviews',
  dataset: '3f1c2b1a-0000-4000-8000-000000000000',
  project: '7',
  region: 'eu-central-1',
  user: 'anna',
  token: 'secret-token',
};

test.each(Object.values(connectors))(
  '$id: whatever JSON comes back, each event has one verdict, and no bug is thrown',
  async (connector) => {
    const settings = connector.settings.parse(filled);
    const batch = batchOf(reviewed(1), preferred(2), erased(3, 2));
    const reply = fc.record({
      status: fc.constantFrom(200, 201, 204, 207, 400, 409, 413, 422, 500),
      body: fc.oneof(
        fc.json({ maxDepth: 4 }),
        fc
          .json()
          .map(
            (inner) => `{"results":${inner},"items":[${inner}],"errors":${inner},"data":${inner},"failures":[${inner}],"offsets":${inner}}`,
          ),
        fc.constantFrom(
          '',
          'null',
          '[null]',
          '[[]]',
          '{"results":[null]}',
          '{"items":[{"create":null}]}',
          '{"errors":true,"items":[]}',
          '[{"ok":true}]',
        ),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 4 }), async (replies) => {
        let turn = 0;
        const fetch = async (): Promise<Response> => {
          const { status, body } = replies[turn++ % replies.length]!;
          return new Response(status === 204 ? null : body, { status });
        };
        const { accepted, rejected, unknown } = await connector.send(batch, { ...context(settings), fetch });
        const said = [...accepted, ...rejected].map(({ id }) => id);
        expect([...said, ...unknown].toSorted()).toEqual(idsOf(batch).toSorted());
      }),
      { numRuns: 100 },
    );
  },
);
