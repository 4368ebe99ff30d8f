/**
 * Amazon S3 and what speaks its protocol (MinIO, Cloudflare R2, Ceph …): `PutObject`, signed ("Authenticating Requests (AWS Signature Version 4)", Amazon
 * S3 API Reference).
 *
 * One object for each review and each preference, `<address>/<record id>.json`, that holds its newest event; what comes again is written over itself, and
 * of several revisions in a batch the newest alone is written. So the bucket holds each once; a bucket with versions keeps the earlier ones too. `review.withdrawn` writes
 * over what it withdraws, `*.erased` over what was erased: no object that holds several could forget one. Right needed: `s3:PutObject`, no other.
 *
 * Stored is what a success with an `ETag` and an empty body says.
 */
import { AwsV4Signer } from 'aws4fetch';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { recordOf, type SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import type { Connector, ConnectorContext, Failed, Outgoing } from '../connector.ts';
import { address, line, required, secret, under } from './fields.ts';
import { isFailed, request, unreadable } from './http.ts';
import { newest, oneByOne, withReplaced } from './single.ts';

const settings = z.object({ url: address(), region: line(), user: required(line()), token: required(secret()) });
type S3Settings = z.output<typeof settings>;

/** Puts objects into a bucket. */
export const s3: Connector<S3Settings> = {
  id: 's3',
  form: [
    { key: 'url', kind: 'url', required: true },
    { key: 'region', kind: 'text', required: false },
    { key: 'user', kind: 'text', required: true },
    { key: 'token', kind: 'secret', required: true },
  ],
  settings,
  place: ({ url }) => url,
  origins: ({ url }) => [new URL(url).origin],
  preview({ events }, { url, user }) {
    const unsigned = events[0] ? objectOf(events[0], url) : trial(url);
    return { ...unsigned, headers: { ...unsigned.headers, Authorization: `AWS4-HMAC-SHA256 Credential=${user}/…, Signature=…` } };
  },
  /** Writes an object without a review: who may only write cannot ask for anything. */
  test: async (context) => put(trial(context.settings.url), context),
  send: async (batch, context) =>
    withReplaced(batch, await oneByOne(newest(batch), (event) => put(objectOf(event, context.settings.url), context))),
};

async function put(unsigned: Outgoing, context: ConnectorContext<S3Settings>): Promise<Failed | null> {
  const { user, token, region } = context.settings;
  const { method, url, headers, body } = unsigned;
  const signer = new AwsV4Signer({
    method,
    url,
    headers: { ...headers, 'X-Amz-Content-Sha256': bytesToHex(sha256(utf8ToBytes(body))) },
    body,
    accessKeyId: user,
    secretAccessKey: token ?? '',
    service: 's3',
    region: region || 'us-east-1',
  });
  const signed = await signer.sign();
  const answered = await request(context, { ...unsigned, url: signed.url.href, headers: Object.fromEntries(signed.headers) });
  if (isFailed(answered)) return answered;
  // Another write to the same object is under way.
  if (answered.status === 409) return { ...unreadable(answered), code: 'busy' };
  return answered.text === '' && answered.headers.has('etag') ? null : unreadable(answered);
}

const objectOf = (event: SyncEvent, url: string): Outgoing => object(url, recordOf(event).id, event);

const trial = (url: string): Outgoing => object(url, 'bluepencil-test', { specversion: 'bluepencil-1', events: [] });

const object = (url: string, key: string, value: unknown): Outgoing => ({
  method: 'PUT',
  url: under(url, `${key}.json`),
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});
