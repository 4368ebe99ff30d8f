/** Serves pages from memory on loopback, for tests that need one page of their own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedPages extends AsyncDisposable {
  /** `http://127.0.0.1:1234`. */
  origin: string;
}

/** `pages`: path, such as `/article`, to HTML, or to the bytes of an image. Every other path is 404. */
export async function servePages(pages: Record<string, string | Uint8Array>): Promise<ServedPages> {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://localhost').pathname];
    const type = typeof page === 'string' ? 'text/html; charset=utf-8' : 'application/octet-stream';
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': type }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
