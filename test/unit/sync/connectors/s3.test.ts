/** Against a bucket that checks the signature itself, by the steps that Amazon has published; no server of the protocol can run here. */
import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { s3 } from '../../../../lib/sync/connectors/s3.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve, type Came, type Reply } from './server.ts';

const region = 'eu-central-1';
const at = (url: string) => s3.settings.parse({ url: `${url}/bucket/re views/`, region, user: 'AKIDEXAMPLE', token: 'secret-token' });
repliesOf(s3, at);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The signature that a request must have ("Authenticating Requests: Using the Authorization Header", Amazon S3 API Reference). */
function signatureOf({ method, url, headers, body }: Came, secret: string, signed: string[]): string {
  const date = String(headers['x-amz-date']);
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = [method, url.pathname, url.search.slice(1), lines, signed.join(';'), hash(body)].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secret}`, date.slice(0, 8)));
  return hmac(key, ['AWS4-HMAC-SHA256', date, scope, hash(canonical)].join('\n')).toString('hex');
}

/** Keeps the objects whose request is signed as it should be. */
function bucket() {
  const objects = new Map<string, unknown>();
  const reply = (came: Came): Reply => {
    const said = /Credential=([^/]+)\/.*SignedHeaders=([^,]+), *Signature=(\w+)/.exec(String(came.headers.authorization)) ?? [];
    const names = (said[2] ?? '').split(';');
    const whole = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name));
    if (!whole || came.headers['x-amz-content-sha256'] !== hash(came.body) || said[3] !== signatureOf(came, 'secret-token', names)) {
      return {
        status: 403,
        body: '<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code><Message>The signature does not match.</Message></Error>',
      };
    }
    objects.set(came.url.pathname, JSON.parse(came.body));
    return { headers: { etag: `"${hash(came.body).slice(0, 32)}"` } };
  };
  return { objects, reply };
}

const batch = batchOf(reviewed(1), preferred(2), reviewed(1, { revision: 2, rating: -1 }));

test('an object for each record, which holds its newest event', async () => {
  const { objects, reply } = bucket();
  const { url } = await serve(reply);
  const sent = await s3.send(batch, context(at(url)));
  expect(sent).toEqual({ accepted: idsOf(batch).map((id) => ({ id, duplicate: false })), rejected: [], unknown: [], failure: null });
  const place = (id: string) => `/bucket/re%20views/${id}.json`;
  expect(objects.get(place(reviewed(1).review.id))).toEqual(batch.events[2]);
  expect(objects.get(place(preferred(2).preference.id))).toEqual(batch.events[1]);
  expect(objects).toHaveLength(2);

  await s3.send(batchOf(erased(1, 3)), context(at(url)));
  expect(objects.get(place(reviewed(1).review.id))).toEqual(erased(1, 3));
});

test('a wrong secret stops, and the reason is told', async () => {
  const { objects, reply } = bucket();
  const { url } = await serve(reply);
  const failure = { code: 'forbidden', cure: 'halt', detail: 'SignatureDoesNotMatch: The signature does not match.' };
  expect(await s3.send(batch, context({ ...at(url), token: 'another' }))).toMatchObject({ accepted: [], unknown: idsOf(batch), failure });
  expect(objects).toHaveLength(0);
});

test('what is stored is kept when the rest fails, and a revision that was replaced waits with the one that replaces it', async () => {
  const { objects, reply } = bucket();
  const { url } = await serve((came) => (came.url.pathname.includes('000001') ? { status: 503 } : reply(came)));
  const result = await s3.send(batch, context(at(url)));
  expect(result).toMatchObject({
    accepted: [{ id: batch.events[1]?.id }],
    unknown: [batch.events[0]?.id, batch.events[2]?.id],
    failure: null,
  });
  expect([...objects.values()]).toEqual([batch.events[1]]);
});

test('one that is refused for itself costs the others nothing', async () => {
  const { url } = await serve((came) => (came.url.pathname.includes('000001') ? { status: 413 } : bucket().reply(came)));
  expect(await s3.send(batchOf(reviewed(1), reviewed(2)), context(at(url)))).toMatchObject({
    accepted: [{ id: reviewed(2).id }],
    rejected: [{ id: reviewed(1).id, code: 'too-large', retryable: false }],
    failure: null,
  });
});

test('a success without an ETag is not of a bucket', async () => {
  const { url } = await serve(() => ({}));
  expect(await s3.send(batch, context(at(url)))).toMatchObject({ accepted: [], failure: { code: 'not-json', cure: 'retry' } });
});

test('a test writes one object without a review', async () => {
  const { objects, reply } = bucket();
  const { url } = await serve(reply);
  expect(await s3.test(context(at(url)))).toBeNull();
  expect([...objects]).toEqual([['/bucket/re%20views/bluepencil-test.json', { specversion: 'bluepencil-1', events: [] }]]);
});

test('both keys are asked for', () => {
  const parsed = s3.settings.safeParse({ url: 'https://bucket.example' });
  expect(parsed.error?.issues).toMatchObject([
    { path: ['user'], message: 'field-empty' },
    { path: ['token'], message: 'field-empty' },
  ]);
});
