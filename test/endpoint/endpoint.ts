/** A real endpoint of the webhook protocol, on loopback. What it acknowledges is on disk; it countersigns the sender's record. */
import { once } from 'node:events';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGunzip } from 'node:zlib';
import type { ReviewEvent } from '../../lib/model/sync.ts';
import { createSigner } from './countersign.ts';

/**
 * What is wrong with the endpoint: `slow` never answers, `lost` stores the batch and then drops the
 * connection (the sender cannot know), `some` refuses events for good by `refuses`.
 */
export type Fault = 'none' | 'down' | 'slow' | 'lost' | '500' | '401' | 'html' | 'some';

export interface Endpoint {
  /** Where to POST. */
  url: string;
  /** The file with one stored event a line. */
  file: string;
  fault: Fault;
  /** With the fault `some`: which events it refuses. */
  refuses(event: ReviewEvent): boolean;
  /** Batches that came in, whatever became of them. */
  requests: { key: string | null; authorization: string | null; body: string }[];
  /** How many events it has. */
  held(): number;
  /** What is on disk, in the order it came. */
  stored(): Promise<ReviewEvent[]>;
  close(): Promise<void>;
}

/** What the endpoint says about one event. */
interface Verdict {
  id: string;
  status: 'stored' | 'duplicate' | 'rejected';
  code?: string;
  message?: string;
  retryable?: boolean;
}

/** Starts it. With a token, every request must bring it. Port 0 takes a free one. */
export async function serveEndpoint({ file, token, port = 0 }: { file: string; token?: string; port?: number }): Promise<Endpoint> {
  const log = await open(file, 'a');
  const sign = await createSigner();
  const stored = async () =>
    (await readFile(file, 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ReviewEvent);
  let tail: Promise<Verdict[]> = Promise.resolve([]);
  const ids = new Set((await stored()).map(({ id }) => id));

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(400);
      response.end(String(error));
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  const endpoint: Endpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/reviews`,
    file,
    fault: 'none',
    refuses: () => false,
    requests: [],
    held: () => ids.size,
    stored,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await log.close();
    },
  };
  return endpoint;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return say(response, 200, await stored());
    if (endpoint.fault === 'down') return void request.socket.destroy();
    const body = await text(request);
    const { authorization = null } = request.headers;
    endpoint.requests.push({ key: request.headers['idempotency-key']?.toString() ?? null, authorization, body });
    if (endpoint.fault === 'slow') return;
    if (endpoint.fault === '500') return say(response, 500, { error: 'The disk is full.' });
    if (endpoint.fault === '401' || (token && authorization !== `Bearer ${token}`)) return say(response, 401, { error: 'Unknown token.' });
    if (endpoint.fault === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Please sign in</h1>');
    const { events } = JSON.parse(body) as { events: ReviewEvent[] };
    // One batch after the other: an event is a duplicate only once it is on disk.
    const results = await (tail = tail.catch(() => []).then(() => keep(events)));
    if (endpoint.fault === 'lost') return void request.socket.destroy();
    const receipt = await sign(request.headers['bluepencil-record']?.toString());
    return say(response, 200, { results, ...(receipt ? { receipt } : {}) });
  }

  /** Each event id once; nothing is acknowledged before it is on disk. */
  async function keep(events: ReviewEvent[]): Promise<Verdict[]> {
    const results = events.map((event): Verdict => {
      if (endpoint.fault === 'some' && endpoint.refuses(event)) {
        return { id: event.id, status: 'rejected', code: 'not-wanted', message: 'This desk takes no such review.', retryable: false };
      }
      const status = ids.has(event.id) ? 'duplicate' : 'stored';
      ids.add(event.id);
      return { id: event.id, status };
    });
    const lines = events.filter((event, at) => results[at]?.status === 'stored').map((event) => `${JSON.stringify(event)}\n`);
    await write(log, lines.join(''));
    return results;
  }
}

async function write(log: FileHandle, lines: string): Promise<void> {
  if (!lines) return;
  await log.write(lines);
  await log.datasync();
}

function say(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function text(request: IncomingMessage): Promise<string> {
  let whole = '';
  const body = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
  for await (const piece of body.setEncoding('utf8')) whole += String(piece);
  return whole;
}
