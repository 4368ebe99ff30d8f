/** The same over real sockets: what only a real `fetch` does. */
import 'fake-indexeddb/auto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveEndpoint, type Endpoint, type Fault } from '../../endpoint/endpoint.ts';
import { World } from './world.ts';

async function endpointAndWorld(timeout?: () => AbortSignal): Promise<{ endpoint: Endpoint; world: World }> {
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-'));
  const endpoint = await serveEndpoint({ file: join(folder, 'stored.jsonl'), token: 'secret-token' });
  onTestFinished(async () => {
    await endpoint.close();
    await rm(folder, { recursive: true });
  });
  return { endpoint, world: await worldAt(endpoint.url, timeout) };
}

async function worldAt(url: string, timeout?: () => AbortSignal): Promise<World> {
  const world = new World({ fetch: globalThis.fetch, ...(timeout ? { timeout } : {}) });
  await world.configure({ url, token: 'secret-token' });
  await world.approve();
  return world;
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close().closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
}

test.each<[Fault, string]>([
  ['down', 'offline'],
  ['lost', 'offline'],
  ['500', 'server-error'],
  ['401', 'unauthorized'],
  ['html', 'not-json'],
])('an endpoint with the fault %s has each event once when it is back', async (fault, code) => {
  const { endpoint, world } = await endpointAndWorld();
  const ids = [await world.review(1), await world.review(2)];
  endpoint.fault = fault;
  await world.sync.run();
  expect(await world.status()).toMatchObject({ waiting: 2, lastProblem: { code } });
  endpoint.fault = 'none';
  await world.sync.runNow();
  expect((await endpoint.stored()).map(({ id }) => id)).toEqual(ids);
  expect(await world.status()).toMatchObject({ waiting: 0, lastProblem: null });
});

test('an endpoint that never answers is left after a while', async () => {
  const patience = new AbortController();
  const { endpoint, world } = await endpointAndWorld(() => patience.signal);
  await world.review(1);
  endpoint.fault = 'slow';
  const run = world.sync.run();
  await expect.poll(() => endpoint.requests.length).toBe(1);
  patience.abort(new DOMException('late', 'TimeoutError'));
  await run;
  expect(await world.status()).toMatchObject({ waiting: 1, lastProblem: { code: 'timeout' } });
});

test('a redirect is not followed: neither reviews nor token go elsewhere', async () => {
  let visits = 0;
  const elsewhere = await serve((_request, response) => {
    visits++;
    response.end('{"ok":true}');
  });
  for (const status of [301, 302, 303, 307, 308]) {
    const world = await worldAt(await serve((_request, response) => response.writeHead(status, { location: elsewhere }).end()));
    await world.review(1);
    await world.sync.run();
    expect(await world.status()).toMatchObject({ waiting: 1, lastProblem: { code: 'redirected' } });
  }
  expect(visits).toBe(0);
});

test('a reply that breaks off acknowledges nothing', async () => {
  const world = await worldAt(
    await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"ok":true}', () => response.destroy());
    }),
  );
  await world.review(1);
  await world.sync.run();
  expect(await world.status()).toMatchObject({ waiting: 1, lastProblem: { code: 'offline' } });
});

test('a review of 2 MB arrives whole', async () => {
  const { endpoint, world } = await endpointAndWorld();
  const long = 'Überall Wörter 😀 '.repeat(110_000);
  await world.review(1, 1, long);
  await world.sync.run();
  expect((await endpoint.stored())[0]?.answer.text).toBe(long);
});
