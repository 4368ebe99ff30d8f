/** One local server: the chat pages, their truth, and a scripted model that streams. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answerTo } from '../chat-uis/conversations.ts';
import { truthOf, uis } from '../chat-uis/uis.ts';

/** A server that listens. `origin` has no slash at its end. */
export interface Served {
  origin: string;
  close(): Promise<void>;
}

const built = join(import.meta.dirname, '../chat-uis/.built');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** `?csp`: the strictest page that still runs: no inline script, no inline style, Trusted Types with no policy. */
const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Serves `test/chat-uis/.built` on loopback. Port 0 takes a free one. */
export async function serveChat(port = 0): Promise<Served> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/api/chat') return chat(request, response);
  if (url.pathname.startsWith('/flowise-api/')) return flowise(url, request, response);
  if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
  const truth = /^\/([\w-]+)\/truth\.json$/.exec(url.pathname);
  const ui = truth && uis.find(({ id }) => id === truth[1]);
  if (ui) return json(response, truthOf(ui));
  return file(url, response);
}

/** `{ prompt, stream? }` → one JSON line a piece, `{ delta }`. */
async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, stream } = JSON.parse(await body(request)) as { prompt: string; stream: string | null };
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  for await (const delta of pieces(prompt, Number(stream ?? 1500))) response.write(`${JSON.stringify({ delta })}\n`);
  response.end();
}

/** The protocol of Flowise, as much of it as its widget asks for. */
async function flowise(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (url.pathname.includes('/chatflows-streaming/')) return json(response, { isStreaming: true });
  if (!url.pathname.includes('/prediction/')) return json(response, {});
  const { question, chatId, streaming } = JSON.parse(await body(request)) as { question: string; chatId?: string; streaming?: boolean };
  const asked = request.headers.referer ? new URL(request.headers.referer).searchParams.get('stream') : null;
  const about = { chatId: chatId ?? 'c1', chatMessageId: crypto.randomUUID(), question, sessionId: 's1' };
  // The widget does not wait to hear that we stream: asked before, it wants the answer in one piece.
  if (!streaming) {
    let text = '';
    for await (const token of pieces(question, Number(asked ?? 1500))) text += token;
    return json(response, { ...about, text });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (event: string, data: unknown) => response.write(`data: ${JSON.stringify({ event, data })}\n\n`);
  send('start', '');
  for await (const token of pieces(question, Number(asked ?? 1500))) send('token', token);
  send('metadata', about);
  send('end', '[DONE]');
  response.end();
}

/** The answer in about thirty pieces of whole words over `total` ms, as a model gives it. */
async function* pieces(prompt: string, total: number): AsyncIterable<string> {
  const words = answerTo(prompt).match(/\S+\s*/g) ?? [];
  const size = Math.max(1, Math.ceil(words.length / 30));
  for (let at = 0; at < words.length; at += size) {
    await pause((total * size) / words.length);
    yield words.slice(at, at + size).join('');
  }
}

async function file(url: URL, response: ServerResponse): Promise<void> {
  const path = normalize(decodeURIComponent(url.pathname));
  if (url.pathname === '/') {
    response.writeHead(302, { location: `/${uis[0]?.id}/` }).end();
    return;
  }
  const name = join(built, path.endsWith('/') ? `${path}index.html` : path);
  const content = name.startsWith(built) ? await readFile(name).catch(() => null) : null;
  if (!content) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(name)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    ...(url.searchParams.has('csp') ? { 'content-security-policy': strictPolicy } : {}),
  });
  response.end(content);
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function body(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += String(piece);
  return text;
}
