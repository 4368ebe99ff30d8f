/** Stands between the browser and the endpoint, and does what networks and servers do to requests. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface Passing {
  body: Buffer;
  headers: IncomingMessage['headers'];
  /** Hands it on, and gives what the endpoint said. */
  forward: () => Promise<{ status: number; body: string }>;
  response: ServerResponse;
  /** The connection breaks, as far as it has come. */
  reset: () => void;
}

/** What is done to one request. */
export type Fault = (passing: Passing) => unknown;

export interface Proxy {
  url: string;
  /** What is done to requests; null: they are handed on. */
  fault: Fault | null;
  /** Requests that came. */
  count: number;
  /** Nobody listens, until `listen`. */
  refuse(): Promise<void>;
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one in front of an endpoint. */
export async function serveProxy(endpoint: string): Promise<Proxy> {
  let server = make();
  let port = 0;
  const listen = async (): Promise<void> => {
    server = make();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  };
  const refuse = async (): Promise<void> => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  await listen();
  const proxy: Proxy = { url: `http://127.0.0.1:${port}/reviews`, fault: null, count: 0, refuse, listen, close: refuse };
  return proxy;

  function make() {
    return createServer((request, response) => {
      pass(request, response).catch(() => response.destroy());
    });
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    proxy.count++;
    const body = Buffer.concat(await request.toArray());
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const forward: Passing['forward'] = async () => {
      const said = await fetch(endpoint, { method: request.method ?? 'POST', headers: headers as Record<string, string>, body });
      return { status: said.status, body: await said.text() };
    };
    const passing: Passing = { body, headers: request.headers, forward, response, reset: () => request.socket.resetAndDestroy() };
    if (proxy.fault) {
      await proxy.fault(passing);
      return;
    }
    const said = await forward();
    response.writeHead(said.status, { 'content-type': 'application/json' }).end(said.body);
  }
}
