/**
 * What waits in the built extension drains to an endpoint that writes everything to disk, in a real Chromium: beside a bare `fetch` loop with the same requests,
 * at once on loopback and with 150 ms a request as far away; and whether the heap of the background grows on the way. Then to a CouchDB server, beside PouchDB.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { TargetType, type Page } from 'puppeteer-core';
import { endpointDraft } from '../endpoint/draft.ts';
import { serveEndpoint } from '../endpoint/endpoint.ts';
import { demand } from '../extension/ask.ts';
import { launch, type Driven } from '../extension/launch.ts';
import { until } from '../setup/until.ts';
import { bundle } from './browser.ts';
import { benchReplication } from './replicate.ts';
import type { Result } from './result.ts';
import type { Bench } from './storePage.ts';

const count = Number(process.env.BLUEPENCIL_BENCH_SENT ?? 10_000);
const part = 5000;
/** Milliseconds that a step may last. */
const patience = 600_000;

declare const bench: Bench;

/** Needs `npm run build:test`. */
export async function benchSync(): Promise<Result[]> {
  const driven = await launch('chromium');
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-bench-'));
  try {
    const page = driven.ours;
    await page.evaluate(await bundle(`import ${JSON.stringify(join(import.meta.dirname, 'storePage.ts'))};`));
    for (let at = 0; at < count; at += part) {
      await page.evaluate((from, to) => bench.begin('fill', from, to), at, Math.min(count, at + part));
      await until(`${at} reviews are there`, () => page.evaluate(() => bench.ended()), patience);
    }
    const results = [...(await drained(driven, folder, 0)), ...(await drained(driven, folder, 150))];
    return [...results, ...(await benchReplication(driven, count, patience))];
  } finally {
    await driven.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** To an endpoint that is `away` ms away: all of it, then the same by the loop. */
async function drained(driven: Driven, folder: string, away: number): Promise<Result[]> {
  const endpoints = await Promise.all(['ours', 'bare'].map((name) => serveEndpoint({ file: join(folder, `${name}-${away}.jsonl`) })));
  const [ours, bare] = endpoints as [(typeof endpoints)[number], (typeof endpoints)[number]];
  const relays = await Promise.all(endpoints.map(({ url }) => serve(relay(url, away))));
  const [to, beside] = relays.map(urlOf) as [string, string];
  const { id } = await demand(driven, 'sync.configure', { destination: endpointDraft(to) });
  const heap = await backgroundHeap(driven);
  const peaks: [number, number] = [0, 0];
  const begun = performance.now();
  const approved = demand(driven, 'sync.approve', { destinationId: id });
  await until(
    'all is sent',
    async () => {
      const half = ours.held() < count / 2 ? 0 : 1;
      peaks[half] = Math.max(peaks[half], await heap());
      return ours.held() === count;
    },
    patience,
  );
  const ms = performance.now() - begun;
  await approved;
  const bodies = ours.requests.map(({ body }) => body);
  const loop = await fetchLoop(driven.ours, beside, bodies);
  if (bare.held() !== count) throw new Error(`the loop sent ${bare.held()} of ${count}`);
  await demand(driven, 'sync.remove', { destinationId: id });
  for (const server of relays) server.close().closeAllConnections();
  await Promise.all(endpoints.map((endpoint) => endpoint.close()));
  const about = `sync: ${count.toLocaleString('en')} reviews to an endpoint ${away} ms away`;
  const rate = (took: number): number => (count / took) * 1000;
  return [
    { name: `${about}, beside a bare fetch loop`, value: rate(ms), unit: 'reviews/s', baseline: rate(loop), ratio: loop / ms },
    {
      name: `${about}: highest heap of the second half, beside the first`,
      value: peaks[1],
      unit: 'MB',
      baseline: peaks[0],
      ratio: peaks[1] / peaks[0],
    },
  ];
}

/** The same bodies, one after the other, each reply read; ms. */
async function fetchLoop(page: Page, url: string, bodies: string[]): Promise<number> {
  const server = await serve((_request, response) => void response.end(JSON.stringify(bodies)));
  const ms = await page.evaluate(
    async (from, to) => {
      const texts = (await (await fetch(from)).json()) as string[];
      const begun = performance.now();
      for (const body of texts) await (await fetch(to, { method: 'POST', body })).json();
      return performance.now() - begun;
    },
    urlOf(server),
    url,
  );
  server.close();
  return ms;
}

/** Hands a request on after a while; both ways of sending go through it. */
const relay =
  (url: string, away: number): RequestListener =>
  (request, response) => {
    void (async () => {
      const body = await buffer(request);
      if (away > 0) await pause(away);
      const encoding = request.headers['content-encoding'];
      const reply = await fetch(url, { method: 'POST', body, headers: encoding ? { 'content-encoding': encoding } : {} });
      response.writeHead(reply.status).end(await reply.text());
    })();
  };

async function serve(answer: RequestListener): Promise<Server> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

/** Asks for the heap of the background, MB in use. */
async function backgroundHeap({ browser }: Driven): Promise<() => Promise<number>> {
  const target = browser.targets().find((one) => one.type() === TargetType.SERVICE_WORKER);
  const client = await target!.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  return async () => (await client.send('Runtime.getHeapUsage')).usedSize / 1e6;
}
