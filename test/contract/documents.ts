/**
 * The protocol `webhook` for those who build an endpoint: its JSON Schema (2020-12) and its OpenAPI description (3.1), made of the schemas that the extension itself
 * parses with. `node test/contract/documents.ts` writes them anew; `test/unit/schema/contract.test.ts` holds the files to them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerSchema } from '../../lib/schema/answer.ts';
import { preferenceSchema } from '../../lib/schema/preference.ts';
import { reviewSchema } from '../../lib/schema/review.ts';
import { eventSchema } from '../../lib/schema/sync.ts';
import { z } from '../../lib/schema/zod.ts';
import { replySchema } from '../../lib/sync/connectors/webhook.ts';

type Json = Record<string, unknown>;

/** An event in the envelope of CloudEvents 1.0. `data` is the rest of it: a review and its answer, a preference and its two, or what was erased. */
const cloudEventSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.literal('urn:bluepencil'),
  type: z.templateLiteral(['bluepencil.', z.enum(eventTypes())]),
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  data: z.union([
    z.object({ review: reviewSchema, answer: answerSchema }),
    z.object({ preference: preferenceSchema, answers: z.tuple([answerSchema, answerSchema]) }),
    z.object({ erased: z.object({ id: z.string(), revision: z.int().min(1) }) }),
  ]),
});

const named = z
  .registry<{ id: string }>()
  .add(answerSchema, { id: 'Answer' })
  .add(reviewSchema, { id: 'Review' })
  .add(preferenceSchema, { id: 'Preference' })
  .add(eventSchema, { id: 'Event' })
  .add(z.object({ specversion: z.literal('bluepencil-1'), events: z.array(eventSchema) }), { id: 'Request' })
  .add(z.array(cloudEventSchema), { id: 'CloudEvents' })
  .add(z.union([replySchema, z.object({ ok: z.literal(true) })]), { id: 'Reply' });

/** Each definition under its name, without what JSON Schema has for its own use. */
function definitions(): Json {
  const { schemas } = z.toJSONSchema(named, {
    // What is sent may gain fields: an endpoint leaves alone what it does not know.
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => `#/$defs/${id}`,
    override({ jsonSchema }) {
      delete jsonSchema.$schema;
      delete jsonSchema.$id;
      // The format says it; the pattern is 300 characters of leap years.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      // What waits for the person's choice never leaves the browser.
      delete jsonSchema.properties?.['others'];
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema: _schema, $id: _id, ...schema }]) => [name, schema]));
}

/** What events are called, of the schema that has a form for each. */
function eventTypes(): string[] {
  return eventSchema.options.flatMap(({ shape }) => shape.type.options as string[]);
}

const ref = (name: string): Json => ({ $ref: `webhook.schema.json#/$defs/${name}` });
const content = (name: string): Json => ({ content: { 'application/json': { schema: ref(name) } } });
const bodies: Json = {
  'application/json': { schema: ref('Request') },
  'application/x-ndjson': { schema: { type: 'string', description: 'A line for each event, as JSON.' } },
  'application/cloudevents-batch+json': { schema: ref('CloudEvents') },
};
const header = (description: string, pattern: string, required: boolean, name: string): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', pattern },
});

const signatures: Record<string, string> = {
  'webhook-id': '^[^.]+$',
  'webhook-timestamp': '^\\d+$',
  'webhook-signature': '^v1,[A-Za-z0-9+/]{43}=$',
};

const openapi = (): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Bluepencil webhook',
    version: 'bluepencil-1',
    description:
      'What an endpoint of your own does to receive reviews. Delivery is at least once: hold each event id once. The revisions of a review or a preference arrive in order.',
  },
  paths: {
    '/': {
      post: {
        operationId: 'receiveEvents',
        summary: 'Takes a batch of events. A test has none. The path is yours to choose.',
        security: [{}, { bearer: [] }, { basic: [] }, { ownHeader: [] }],
        parameters: [
          header('A structured string, so quoted. The same batch comes again under the same key.', '^"[^"]+"$', true, 'Idempotency-Key'),
          header(
            'A structured dictionary: where the record of the sending browser ends. Kept, it shows later whether that record was changed.',
            '^chain="[0-9a-f-]+", seq=\\d+, head="[0-9a-f]+"$',
            false,
            'Bluepencil-Record',
          ),
          ...Object.entries(signatures).map(([name, pattern]) =>
            header('Standard Webhooks 1.0, where there is a secret for signing.', pattern, false, name),
          ),
          header(
            'How a body from 1400 bytes on that is not signed is packed, unless the endpoint showed that it does not take that.',
            '^gzip$',
            false,
            'Content-Encoding',
          ),
        ],
        requestBody: { required: true, description: 'One of these, as the person chose.', content: bodies },
        responses: {
          200: { description: 'A result for each event, or ok for all of them. An id that is missing comes again.', ...content('Reply') },
          204: { description: 'All of it is stored. To CloudEvents, 201 and 202 without a body say the same.' },
          400: {
            description: 'Something in it is refused. The batch comes again in halves until that one is found. The same for 422.',
          },
          401: { description: 'Sending stops until a person looks. The same for 403, 404 and 405.' },
          409: { description: 'All of it was stored before.' },
          410: { description: 'Closed for good. Nothing comes any more until a person turns it on again.' },
          413: { description: 'Too large. It comes again in halves, and later batches are no larger than those.' },
          415: { description: 'To a compressed body: it comes again as it is, at once, and so does all that follows.' },
          429: {
            description: 'Later, after a day at the most. The same for 408, 425 and 5xx.',
            headers: { 'Retry-After': { description: 'Seconds, or a date of HTTP.', schema: { type: 'string' } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      basic: { type: 'http', scheme: 'basic' },
      ownHeader: { type: 'apiKey', in: 'header', name: 'X-Api-Key', description: 'The name is the person’s choice.' },
    },
  },
});

/** The files of this folder that are made, by name. */
export const documents: Record<string, Json> = {
  'webhook.schema.json': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Bluepencil webhook',
    $ref: '#/$defs/Request',
    $defs: definitions(),
  },
  'webhook.openapi.json': openapi(),
};

if (import.meta.main) {
  for (const [name, document] of Object.entries(documents))
    writeFileSync(join(import.meta.dirname, name), `${JSON.stringify(document, null, 2)}\n`);
}
