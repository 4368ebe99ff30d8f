/** The webhook's shapes, its ways to say who is asking, and its signature, over real sockets. */
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import type { SyncEvent } from '../../../../lib/model/sync.ts';
import { webhook } from '../../../../lib/sync/connectors/webhook.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve, type Reply } from './server.ts';

repliesOf(webhook, (url) => webhook.settings.parse({ url, token: 'secret-token' }));

const batch = batchOf(reviewed(1), preferred(2), erased(3, 2));
const stored: Reply = { body: { results: idsOf(batch).map((id) => ({ id, status: 'stored' })) } };

async function send(given: Record<string, string>, reply: Reply = stored) {
  const { url, came } = await serve(() => reply);
  const settings = webhook.settings.parse({ url, ...given });
  // Its server reads no compressed bodies.
  const result = await webhook.send(batch, { ...context(settings), encoding: 'plain', now: () => Date.now() });
  return { result, request: came[0]!, preview: webhook.preview(batch, settings) };
}

describe('shapes', () => {
  test('NDJSON has a line for each event, and ends the last one', async () => {
    const { result, request, preview } = await send({ format: 'ndjson' });
    expect(request.headers['content-type']).toBe('application/x-ndjson');
    expect(request.body.endsWith('}\n')).toBe(true);
    const lines = request.body.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as SyncEvent)).toEqual(batch.events);
    expect(preview.body).toBe(request.body);
    expect(result.accepted.map(({ id }) => id)).toEqual(idsOf(batch));
  });

  test('CloudEvents have what the specification requires, and the event is whole', async () => {
    const { request } = await send({ format: 'cloudevents' });
    expect(request.headers['content-type']).toBe('application/cloudevents-batch+json');
    const events = JSON.parse(request.body) as Record<string, unknown>[];
    expect(events.map(({ id, type, subject }) => ({ id, type, subject }))).toEqual([
      { id: batch.events[0]!.id, type: 'bluepencil.review.final', subject: batch.events[0]!.id.split('.')[0] },
      { id: batch.events[1]!.id, type: 'bluepencil.preference.saved', subject: batch.events[1]!.id.split('.')[0] },
      { id: batch.events[2]!.id, type: 'bluepencil.review.erased', subject: batch.events[2]!.id.split('.')[0] },
    ]);
    const whole = events.map(({ id, type, time, data }) => ({
      id,
      type: String(type).replace('bluepencil.', ''),
      occurredAt: time,
      ...(data as object),
    }));
    expect(whole).toEqual(batch.events);
    for (const event of events) {
      expect(event).toMatchObject({ specversion: '1.0', source: 'urn:bluepencil', datacontenttype: 'application/json' });
      // Attribute names: lower-case letters and digits.
      for (const name of Object.keys(event)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
    }
  });

  test.each([201, 202, 204])('%d without a body is what receivers of CloudEvents say; to the others it says nothing', async (status) => {
    expect((await send({ format: 'cloudevents' }, { status })).result.accepted).toHaveLength(3);
    expect((await send({}, { status })).result.accepted).toHaveLength(status === 204 ? 3 : 0);
  });

  test('an empty or another reply to CloudEvents stores nothing', async () => {
    for (const reply of [{ status: 200 }, { status: 202, body: '<h1>Hello</h1>' }, { status: 202, body: { id: 5 } }])
      expect((await send({ format: 'cloudevents' }, reply)).result.accepted).toEqual([]);
  });

  test.each([
    ['json', '{"specversion":"bluepencil-1","events":[]}'],
    ['ndjson', ''],
    ['cloudevents', '[]'],
  ])('a test as %s has no event', async (format, body) => {
    const { url, came } = await serve(() => ({ body: { ok: true } }));
    expect(await webhook.test(context(webhook.settings.parse({ url, format })))).toBeNull();
    expect(came.map((one) => one.body)).toEqual([body]);
  });
});

describe('who is asking', () => {
  test.each<[string, Record<string, string>, Record<string, string | undefined>]>([
    ['nobody', {}, { authorization: undefined }],
    ['a token', { token: 'abc' }, { authorization: 'Bearer abc' }],
    ['a user', { token: 'pass', user: 'anna' }, { authorization: 'Basic YW5uYTpwYXNz' }],
    ['a header of one’s own', { token: 'abc', header: 'X-Api-Key' }, { 'x-api-key': 'abc', authorization: undefined }],
    ['the usual header, named', { token: 'abc', header: 'authorization' }, { authorization: 'Bearer abc' }],
  ])('%s', async (_who, given, headers) => {
    const { request, preview } = await send(given);
    for (const [name, value] of Object.entries(headers)) expect(request.headers[name]).toBe(value);
    expect(JSON.stringify(preview)).not.toMatch(/"abc"|Bearer abc|YW5uYTpwYXNz/);
  });
});

describe('the signature', () => {
  const secret = `whsec_${Buffer.from('a key of thirty-two bytes, really').toString('base64')}`;

  test.each(['json', 'ndjson', 'cloudevents'])('of %s is what the published library accepts, for that body alone', async (format) => {
    const { request, preview } = await send({ format, signing: secret });
    const { headers, body } = request;
    const signed = Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('webhook-'))) as Record<string, string>;
    const receiver = new Webhook(secret);
    // It parses what it has verified: NDJSON is no JSON, so that what it throws is not about the signature.
    const verify = (text: string): string => {
      try {
        receiver.verify(text, signed);
        return 'good';
      } catch (error) {
        return error instanceof SyntaxError ? 'good' : String(error);
      }
    };
    expect(verify(body)).toBe('good');
    expect(verify(`${body} `)).toContain('No matching signature');
    expect(Object.keys(preview.headers)).toEqual(expect.arrayContaining(Object.keys(signed)));
    expect(JSON.stringify(preview)).not.toContain(secret);
    expect(preview.headers['webhook-id']).toBe(signed['webhook-id']);
  });

  test('goes with the very bytes: what is signed is not compressed', async () => {
    const { url, came } = await serve(() => stored);
    await webhook.send(batch, context(webhook.settings.parse({ url, signing: secret })));
    expect(came).toHaveLength(1);
    expect(came[0]?.headers['content-encoding']).toBeUndefined();
    expect(came[0]?.headers['webhook-id']).not.toContain('.');
  });

  test.each(['abc', 'whsec_', 'whsec_dG9vIHNob3J0', 'whsec_no base64 at all, is it?', `whsec_${Buffer.alloc(65).toString('base64')}`])(
    'a secret like "%s" is refused at its field',
    (signing) => {
      const parsed = webhook.settings.safeParse({ url: 'https://desk.example/', signing });
      expect(parsed.error?.issues).toMatchObject([{ path: ['signing'], message: 'field-not-a-signing-secret' }]);
    },
  );
});
