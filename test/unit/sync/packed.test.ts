/** Compressed where the endpoint takes it, as it is where not: remembered, and nothing is lost in finding out. Over real sockets. */
import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { SyncEvent } from '../../../lib/model/sync.ts';
import { World } from './world.ts';

/** What an endpoint makes of a request. */
type Manner = (body: Buffer, packed: boolean, store: (text: string) => object) => { status: number; said?: object };

const understands: Manner = (body, packed, store) => ({ status: 200, said: store(String(packed ? gunzipSync(body) : body)) });
/** Reads everything as text, and says `status` to what it cannot read. */
const blind =
  (status: number): Manner =>
  (body, _packed, store) => {
    try {
      return { status: 200, said: store(String(body)) };
    } catch {
      return { status };
    }
  };
/** Says yes to everything and reads what it can. */
const credulous =
  (said: object | undefined, status = 200): Manner =>
  (body, _packed, store) => {
    try {
      store(String(body));
    } catch {
      // It says yes all the same.
    }
    return said ? { status, said } : { status };
  };

async function endpoint(first: Manner) {
  const stored: string[] = [];
  const ways: string[] = [];
  const state = { manner: first, stored, ways };
  const store = (text: string): object => {
    const { events } = JSON.parse(text) as { events: SyncEvent[] };
    stored.push(...events.map(({ id }) => id).filter((id) => !stored.includes(id)));
    return { results: events.map(({ id }) => ({ id, status: 'stored' })) };
  };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => void pieces.push(piece));
    request.on('end', () => {
      const way = request.headers['content-encoding'] ?? 'plain';
      ways.push(way);
      const { status, said } = state.manner(Buffer.concat(pieces), way === 'gzip', store);
      response.writeHead(status).end(said && JSON.stringify(said));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const world = new World({ fetch: globalThis.fetch });
  await world.configure({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  await world.approve();
  const send = async (number: number): Promise<string> => {
    const id = await world.review(number, 1, 'A long answer. '.repeat(200));
    await world.sync.run();
    return id;
  };
  return { state, world, send };
}

test('an endpoint that takes it gets everything compressed, to a tenth', async () => {
  const { state, send } = await endpoint(understands);
  const ids = [await send(1), await send(2)];
  expect(state.ways).toEqual(['gzip', 'gzip']);
  expect(state.stored).toEqual(ids);
});

test.each([
  ['415', blind(415)],
  ['400', blind(400)],
  ['422', blind(422)],
  ['500', blind(500)],
  ['ok to everything', credulous({ ok: true })],
  ['204 to everything', credulous(undefined, 204)],
])('one that does not, and says %s, is found out at once and remembered', async (_what, manner) => {
  const { state, world, send } = await endpoint(manner);
  const ids = [await send(1), await send(2)];
  world.sync = world.start();
  ids.push(await send(3));
  expect(state.ways).toEqual(['gzip', 'plain', 'plain', 'plain']);
  expect(state.stored).toEqual(ids);
  expect(await world.status()).toMatchObject({ waiting: 0, rejected: 0, lastProblem: null });
});

test('one that took it and does so no longer is sent everything as it is; set anew it is asked again', async () => {
  const { state, world, send } = await endpoint(understands);
  const ids = [await send(1)];
  state.manner = (body, packed, store) => (packed ? { status: 415 } : understands(body, packed, store));
  ids.push(await send(2), await send(3));
  expect(state.ways).toEqual(['gzip', 'gzip', 'plain', 'plain']);
  state.manner = understands;
  await world.configure({ url: (await world.status())!.destination.settings['url']! });
  ids.push(await send(4));
  expect(state.ways.at(-1)).toBe('gzip');
  expect(state.stored).toEqual(ids);
});

test('one that is down says nothing about it', async () => {
  const { state, world, send } = await endpoint(() => ({ status: 503 }));
  const id = await send(1);
  state.manner = understands;
  await world.sync.runNow();
  expect(state.ways).toEqual(['gzip', 'gzip']);
  expect(state.stored).toEqual([id]);
});

test('what is small stays as it is', async () => {
  const { state, world } = await endpoint(understands);
  await world.test((await world.status())!.destination.settings['url']!);
  expect(state.ways).toEqual(['plain']);
});
