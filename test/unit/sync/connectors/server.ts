/** The other side of a connector on a real socket, and what every endpoint may answer whatever its protocol. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ErasedEvent, PreferenceEvent, ReviewEvent, SyncEvent } from '../../../../lib/model/sync.ts';
import type { Batch, Connector, ConnectorContext } from '../../../../lib/sync/connector.ts';
import { answer, isoAt, review } from '../../sample.ts';

/** A request as it came. `url` is the path with its query. */
export interface Came {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the server says. `body` that is no string is written as JSON. `cut`: the connection breaks in the middle of the body. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  cut?: boolean;
}

/** A server on loopback that answers by `reply`, and keeps what came. It ends with the test. */
export async function serve(reply: (came: Came) => Reply | Promise<Reply>): Promise<{ url: string; came: Came[] }> {
  const came: Came[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const bytes = Buffer.concat(pieces);
    const body = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
    const one = { method: request.method ?? '', url: new URL(request.url ?? '', 'http://server.example'), headers: request.headers, body };
    came.push(one);
    const said = await reply(one);
    const text = typeof said.body === 'string' ? said.body : said.body === undefined ? '' : JSON.stringify(said.body);
    response.writeHead(said.status ?? 200, { ...said.headers, ...(said.cut ? { 'content-length': '5000' } : {}) });
    if (said.cut) response.write(text || '{', () => response.destroy());
    else response.end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close().closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, came };
}

/** What a connector is given to send with. */
export const context = <Settings>(settings: Settings): ConnectorContext<Settings> => ({
  fetch: globalThis.fetch,
  signal: new AbortController().signal,
  settings,
});

const idOf = (number: number): string => `019ce1a4-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A final review, thumb up, of its own answer. */
export function reviewed(number: number, parts: Partial<ReviewEvent['review']> = {}): ReviewEvent {
  const about = answer({ text: `Answer ${number} – “Ärger” 😀` });
  const made = review({ id: idOf(number), answerId: about.id, rating: 1, ...parts });
  const type = made.status === 'withdrawn' ? 'review.withdrawn' : 'review.final';
  return { id: `${made.id}.${made.revision}`, type, occurredAt: isoAt(number * 1000), review: made, answer: about };
}

/** A word on which of two answers is better: the second. */
export function preferred(number: number): PreferenceEvent {
  const answers = [answer({ text: `First of ${number}` }), answer({ text: `Second of ${number}` })] as [
    ReturnType<typeof answer>,
    ReturnType<typeof answer>,
  ];
  const { reviewer, rubric, policyVersion, createdAt, updatedAt } = review();
  const of = { reviewer, rubric, policyVersion, createdAt, updatedAt, status: 'final' as const, revision: 1, reason: 'shorter' };
  const preference = { ...of, id: idOf(number), answerIds: [answers[0].id, answers[1].id] as [string, string], better: answers[1].id };
  return { id: `${preference.id}.1`, type: 'preference.saved', occurredAt: isoAt(number * 1000), preference, answers };
}

/** The word that a review was erased. */
export const erased = (number: number, revision: number): ErasedEvent => ({
  id: `${idOf(number)}.${revision}`,
  type: 'review.erased',
  occurredAt: isoAt(number * 1000),
  erased: { id: idOf(number), revision },
});

/** A batch of these events. */
export const batchOf = (...events: SyncEvent[]): Batch => ({ id: `batch-of-${events.map(({ id }) => id).join('-')}`.slice(0, 64), events });

/** The ids of the events of a batch. */
export const idsOf = ({ events }: Batch): string[] => events.map(({ id }) => id);

/** The classes of reply that mean the same whatever the protocol: none of them may cost an event, or pass for stored. */
export function repliesOf<Settings>(connector: Connector<Settings>, settingsAt: (url: string) => Settings): void {
  const batch = batchOf(reviewed(1), reviewed(2));
  const page = '<!doctype html><title>Please sign in</title>';
  describe('what any server may answer', () => {
    test.each<[string, Reply, Partial<NonNullable<Awaited<ReturnType<Connector['send']>>['failure']>>]>([
      ['wrong token', { status: 401, body: { message: 'Who are you?' } }, { code: 'unauthorized', status: 401, cure: 'halt' }],
      ['no right', { status: 403 }, { code: 'forbidden', cure: 'halt' }],
      ['no such place', { status: 404 }, { code: 'not-found', cure: 'halt' }],
      ['gone', { status: 410 }, { code: 'gone', cure: 'disable' }],
      ['too large', { status: 413 }, { code: 'too-large', cure: 'split' }],
      ['too many', { status: 429, headers: { 'retry-after': '7' } }, { code: 'busy', cure: 'retry', retryAfterMs: 7000 }],
      ['down', { status: 503, body: page }, { code: 'busy', cure: 'retry', detail: '' }],
      ['broken', { status: 500 }, { code: 'server-error', cure: 'retry' }],
      ['moved', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }, { code: 'redirected', cure: 'retry' }],
      ['a page', { status: 200, headers: { 'content-type': 'text/html', etag: '"1"' }, body: page }, { code: 'not-json', cure: 'retry' }],
      ['cut off', { status: 200, cut: true }, { code: 'offline', cure: 'retry' }],
    ])('%s', async (_what, reply, failure) => {
      const { url } = await serve(() => reply);
      const result = await connector.send(batch, context(settingsAt(url)));
      expect(result).toMatchObject({ accepted: [], rejected: [], unknown: idsOf(batch), failure });
      expect(await connector.test(context(settingsAt(url)))).toMatchObject(failure);
    });

    test('nobody there', async () => {
      const failure = { code: 'offline', status: null, cure: 'retry' };
      expect(await connector.send(batch, context(settingsAt('http://127.0.0.1:9')))).toMatchObject({ unknown: idsOf(batch), failure });
    });

    test('what is shown before it leaves has no secret in it', () => {
      const shown = connector.preview(batch, settingsAt('https://server.example'));
      expect(JSON.stringify(shown)).not.toMatch(/secret-token|c2VjcmV0LXRva2Vu/);
      expect(shown.body).toContain('Ärger');
    });
  });
}

/** Bodies that leave compressed, and as they are where that is not taken. `stored` is what a server says that stored what came. */
export function packingOf<Settings>(
  connector: Connector<Settings>,
  settingsAt: (url: string) => Settings,
  stored: (came: Came) => Reply,
): void {
  const batch = batchOf(reviewed(1), reviewed(2));
  const packed = ({ headers }: Came): boolean => headers['content-encoding'] === 'gzip';
  test.each([
    ['taken', 200, [true, true], 'gzip'],
    ['refused', 415, [true, false, false], 'plain'],
    ['taken for broken', 400, [true, false, false], 'plain'],
  ] as const)('a compressed body is %s: that is remembered', async (_what, status, ways, encoding) => {
    const { url, came } = await serve((one) => (packed(one) && status !== 200 ? { status } : stored(one)));
    const first = await connector.send(batch, context(settingsAt(url)));
    expect(first).toMatchObject({ accepted: idsOf(batch).map((id) => ({ id })), encoding });
    await connector.send(batch, { ...context(settingsAt(url)), encoding });
    expect(came.map(packed)).toEqual(ways);
    expect(new Set(came.map(({ body }) => body))).toHaveLength(1);
  });
}
