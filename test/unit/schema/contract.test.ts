/** The written protocol says what the code does: the files are those that the schemas give, and take what is sent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from '../../../lib/schema/zod.ts';
import { webhook } from '../../../lib/sync/connectors/webhook.ts';
import { documents } from '../../contract/documents.ts';
import { batchOf, erased, preferred, reviewed } from '../sync/connectors/server.ts';

const file = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../contract', name), 'utf8')) as Record<string, unknown>;

test.each(Object.entries(documents))('%s is up to date (node test/contract/documents.ts)', (name, document) => {
  expect(file(name)).toEqual(document);
});

/** A validator of one definition of the file. */
const validator = (name: string): z.ZodType =>
  z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: file('webhook.schema.json')['$defs'] } as Parameters<typeof z.fromJSONSchema>[0]);

test('the schema takes every kind of event as it is sent, and a test without any', () => {
  const request = validator('Request');
  const settings = webhook.settings.parse({ url: 'https://desk.example/in' });
  const sent = (...events: Parameters<typeof batchOf>) => JSON.parse(webhook.preview(batchOf(...events), settings).body) as unknown;
  const flagged = reviewed(4, {
    flags: [
      {
        id: 'f',
        category: 'wrong',
        severity: 'major',
        span: { quote: { exact: 'a', prefix: '', suffix: '' }, position: { start: 0, end: 1 } },
      },
    ],
    correction: { markdown: 'better' },
    tags: ['a tag'],
    decision: 'edit',
  });
  const batch = [reviewed(1), reviewed(2, { status: 'withdrawn' }), preferred(3), flagged, erased(5, 2)];
  for (const events of [batch, []]) expect(request.safeParse(sent(...events)).error).toBeUndefined();
});

test('the same as CloudEvents, and nothing else', () => {
  const cloudEvents = validator('CloudEvents');
  const settings = webhook.settings.parse({ url: 'https://desk.example/in', format: 'cloudevents' });
  const sent = JSON.parse(webhook.preview(batchOf(reviewed(1), preferred(3), erased(5, 2)), settings).body) as Record<string, unknown>[];
  expect(cloudEvents.safeParse(sent).error).toBeUndefined();
  for (const change of [{ specversion: '0.3' }, { type: 'review.final' }, { data: {} }])
    expect(cloudEvents.safeParse([{ ...sent[0], ...change }]).success).toBe(false);
});

test('the schema refuses what is none of it', () => {
  const request = validator('Request');
  const { review: _review, ...without } = reviewed(1);
  for (const events of [[without], [{ ...reviewed(1), type: 'review.other' }], [{ ...erased(1, 2), erased: {} }]])
    expect(request.safeParse({ specversion: 'bluepencil-1', events }).success).toBe(false);
  expect(request.safeParse({ specversion: 'another', events: [] }).success).toBe(false);
});

test('the schema of the reply takes what the code understands', () => {
  const reply = validator('Reply');
  expect(reply.safeParse({ ok: true }).success).toBe(true);
  expect(reply.safeParse({ results: [{ id: 'a', status: 'rejected', code: 'no', message: 'No.', retryable: false }] }).success).toBe(true);
  expect(reply.safeParse({ results: [{ id: 'a', status: 'perhaps' }] }).success).toBe(false);
});
