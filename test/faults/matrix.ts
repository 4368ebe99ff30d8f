/** What can happen to a request, and what a person is told. What is not told is over before anybody could read it. */
import { gunzipSync } from 'node:zlib';
import type { SyncProblem } from '../../lib/model/sync.ts';
import type { Fault, Passing } from './proxy.ts';

export interface Row {
  name: string;
  fault: Fault | 'refused';
  /** What it is called; null: it heals by itself within one run. */
  problem: SyncProblem['code'] | null;
  /** Only a person ends it: by turning it on again. */
  disables?: boolean;
  /** It takes the 25 s that a request may take. */
  slow?: boolean;
}

const reply =
  (status: number, body = '', headers: Record<string, string> = {}): Fault =>
  ({ response }) =>
    response.writeHead(status, headers).end(body);
const page = '<!doctype html><title>Please sign in</title>';
const html = { 'content-type': 'text/html' };
const eventsIn = ({ body, headers }: Passing): { id: string }[] =>
  (JSON.parse((headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()) as { events: { id: string }[] }).events;
const pass = async (passing: Passing): Promise<void> => {
  const said = await passing.forward();
  passing.response.writeHead(said.status, { 'content-type': 'application/json' }).end(said.body);
};

/** Each stands for itself: what comes after is honest again. */
export const matrix: Row[] = [
  { name: 'connection refused', fault: 'refused', problem: 'offline' },
  { name: 'reset before it is stored', fault: ({ reset }) => reset(), problem: 'offline' },
  { name: 'reset after it is stored', fault: ({ forward, reset }) => forward().then(reset), problem: 'offline' },
  {
    name: 'reply truncated',
    fault: async ({ forward, response, reset }) => {
      const said = await forward();
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(said.body.length) });
      response.write(said.body.slice(0, 12), reset);
    },
    problem: 'offline',
  },
  { name: '200 with a page', fault: reply(200, page, html), problem: 'not-json' },
  { name: '200 with nothing', fault: reply(200), problem: 'not-json' },
  { name: 'no answer', fault: () => {}, problem: 'timeout', slow: true },
  { name: '429, seconds', fault: reply(429, '', { 'retry-after': '7' }), problem: 'busy' },
  { name: '429, a date', fault: reply(429, '', { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }), problem: 'busy' },
  { name: '503, seconds', fault: reply(503, page, { 'retry-after': '120' }), problem: 'busy' },
  { name: '503, a negative time', fault: reply(503, '', { 'retry-after': '-5' }), problem: 'busy' },
  { name: '413', fault: (passing) => (eventsIn(passing).length > 1 ? reply(413)(passing) : pass(passing)), problem: null },
  {
    name: '415 for what is packed',
    fault: (passing) => (passing.headers['content-encoding'] ? reply(415)(passing) : pass(passing)),
    problem: null,
  },
  { name: '401, then let in', fault: reply(401), problem: 'unauthorized' },
  { name: '403', fault: reply(403), problem: 'forbidden' },
  { name: '404', fault: reply(404), problem: 'not-found' },
  { name: '410', fault: reply(410), problem: 'gone', disables: true },
  { name: 'a redirect', fault: reply(307, '', { location: 'https://elsewhere.example/reviews' }), problem: 'redirected' },
  { name: 'captive portal', fault: reply(302, page, { ...html, location: 'http://portal.example/' }), problem: 'redirected' },
  {
    name: 'delivered twice',
    fault: async (passing) => {
      await passing.forward();
      await pass(passing);
    },
    problem: null,
  },
  {
    name: 'acknowledges what was never sent',
    fault: reply(200, JSON.stringify({ results: [{ id: 'another.1', status: 'stored' }] })),
    problem: 'incomplete-reply',
  },
  { name: '500', fault: reply(500, 'The disk is full.'), problem: 'server-error' },
  {
    name: 'a body without end',
    fault: ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): unknown => (response.destroyed ? null : response.write(' '.repeat(65_536), () => setImmediate(more)));
      more();
    },
    problem: 'not-json',
  },
];
