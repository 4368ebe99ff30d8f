/** The shapes in which a webhook's events leave, and the signature that goes along. */
import { recordOf, type SyncEvent } from '../../model/sync.ts';

/** The shapes, the default first. */
export const formats = ['json', 'ndjson', 'cloudevents'] as const;
export type Format = (typeof formats)[number];

/** The content type and the body of a request. */
export function bodyOf(format: Format, events: SyncEvent[]): { type: string; body: string } {
  switch (format) {
    case 'json':
      return { type: 'application/json', body: JSON.stringify({ specversion: 'bluepencil-1', events }) };
    case 'ndjson':
      return { type: 'application/x-ndjson', body: events.map((event) => `${JSON.stringify(event)}\n`).join('') };
    case 'cloudevents':
      return { type: 'application/cloudevents-batch+json', body: JSON.stringify(events.map(cloudEvent)) };
  }
}

/** One event as CloudEvents 1.0 has it: `source` and `id` together name it. */
function cloudEvent({ id, type, occurredAt, ...data }: SyncEvent): object {
  const about = recordOf({ id, type, occurredAt, ...data } as SyncEvent);
  return {
    specversion: '1.0',
    id,
    source: 'urn:bluepencil',
    type: `bluepencil.${type}`,
    subject: about.id,
    time: occurredAt,
    datacontenttype: 'application/json',
    data,
  };
}

/** Headers of Standard Webhooks 1.0: `secret` is `whsec_` and the key in base64, `now` epoch ms. The id has no full stop, which parts what is signed. */
export async function signed(secret: string, id: string, body: string, now: number): Promise<Record<string, string>> {
  const name = messageId(id);
  const seconds = Math.floor(now / 1000);
  const bytes = Uint8Array.from(atob(secret.slice(signingPrefix.length)), (sign) => sign.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${name}.${seconds}.${body}`));
  const signature = btoa(String.fromCharCode(...new Uint8Array(mac)));
  return { 'webhook-id': name, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}

/** The id of a message as it is signed. */
export const messageId = (id: string): string => id.replaceAll('.', '_');

/** What a secret for signing begins with. */
export const signingPrefix = 'whsec_';
