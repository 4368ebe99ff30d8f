/** OTLP's own replies, as its specification has them, and its own exporter beside ours. No collector runs here. */
import { JsonLogsSerializer } from '@opentelemetry/otlp-transformer';
import { expect, test } from 'vitest';
import { otlp } from '../../../../lib/sync/connectors/otlp.ts';
import { batchOf, context, erased, idsOf, packingOf, preferred, repliesOf, reviewed, serve } from './server.ts';

const at = (url: string) => otlp.settings.parse({ url, token: 'secret-token' });
repliesOf(otlp, at);
packingOf(otlp, at, () => ({ body: {} }));

const span = { quote: { exact: 'Ärger', prefix: '“', suffix: '”' }, position: { start: 12, end: 17 } };
const full = reviewed(1, {
  rating: -1,
  decision: 'escalate',
  escalation: { to: 'legal', reason: 'a claim' },
  scores: { accuracy: 2.5 },
  flags: [{ id: 'f', category: 'wrong-fact', severity: 'major', span, note: 'It is not so.' }],
  correction: { markdown: '**Better**' },
  note: 'See the law.',
  tags: ['tax'],
});
const batch = batchOf(full, reviewed(4, { status: 'withdrawn', rating: null }), preferred(2), erased(3, 2));

interface Value {
  stringValue?: string;
  intValue?: number;
  doubleValue?: number;
}
interface Logged {
  timeUnixNano: string;
  eventName: string;
  body?: Value;
  attributes: { key: string; value: Value }[];
}
const written = (body: string): Logged[] =>
  (JSON.parse(body) as { resourceLogs: { scopeLogs: { logRecords: Logged[] }[] }[] }).resourceLogs[0]?.scopeLogs[0]?.logRecords ?? [];
const plain = ({ stringValue, intValue, doubleValue }: Value = {}) => stringValue ?? intValue ?? doubleValue;
const attributes = ({ attributes: list }: Logged): Record<string, unknown> =>
  Object.fromEntries(list.map(({ key, value }) => [key, plain(value)]));

test('each event is whole in one record, and each thing that it says a result of its own', async () => {
  const { url, came } = await serve(() => ({ body: {} }));
  expect(await otlp.send(batch, context(at(url)))).toEqual({
    accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
    rejected: [],
    unknown: [],
    failure: null,
    encoding: 'gzip',
  });
  expect(came[0]).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer secret-token', 'content-type': 'application/json' } });
  expect(came[0]?.url.pathname).toBe('/v1/logs');
  const records = written(came[0]?.body ?? '');
  const whole = records.filter(({ eventName }) => eventName === 'bluepencil.event');
  expect(whole.map(({ body }) => JSON.parse(String(plain(body))) as unknown)).toEqual(batch.events);
  const results = records.filter(({ eventName }) => eventName === 'gen_ai.evaluation.result').map(attributes);
  const said = results.map((one) =>
    ['name', 'score.value', 'score.label', 'explanation'].map((key) => one[`gen_ai.evaluation.${key}`] ?? null),
  );
  expect(said).toEqual([
    ['rating', -1, 'down', null],
    ['decision', null, 'escalate', 'legal: a claim'],
    ['score.accuracy', 2.5, null, null],
    ['flag', null, 'wrong-fact', 'It is not so.'],
    ['correction', null, 'corrected', '**Better**'],
    ['note', null, 'note', 'See the law.'],
    ['tag', null, 'tax', null],
    ['preference', null, 'second', 'shorter'],
  ]);
  expect(results[3]).toMatchObject({ 'bluepencil.flag.severity': 'major', 'bluepencil.span.start': 12, 'bluepencil.span.exact': 'Ärger' });
  expect(new Set(records.map((record) => attributes(record)['bluepencil.event.id']))).toEqual(new Set(idsOf(batch)));
});

test("OpenTelemetry's exporter writes the same for the same records", () => {
  const { body } = otlp.preview(batch, at('https://server.example'));
  const resource = { attributes: { 'service.name': 'bluepencil' } };
  const instrumentationScope = { name: 'bluepencil' };
  const readable = written(body).map((record) => {
    const time: [number, number] = [
      Math.floor(Number(record.timeUnixNano.slice(0, -6)) / 1000),
      (Number(record.timeUnixNano.slice(0, -6)) % 1000) * 1e6,
    ];
    return {
      resource,
      instrumentationScope,
      hrTime: time,
      hrTimeObserved: time,
      severityNumber: 9,
      severityText: 'INFO',
      eventName: record.eventName,
      attributes: attributes(record),
      droppedAttributesCount: 0,
      ...(record.body ? { body: plain(record.body) } : {}),
    };
  });
  const theirs = JsonLogsSerializer.serializeRequest(readable as never);
  // It cannot know that a score of −1 is a double: JavaScript has one kind of number.
  const ours = body.replaceAll('"doubleValue":-1}', '"intValue":-1}');
  // It writes "no body" as an empty one, which is the same to the protocol.
  expect(JSON.parse(ours)).toEqual(JSON.parse(new TextDecoder().decode(theirs).replaceAll('"body":{},', '')));
});

test('records that the endpoint refused halve the batch, and what it only warns of is stored', async () => {
  const replies = [{ rejectedLogRecords: '1', errorMessage: 'too old' }, { errorMessage: 'use gRPC' }, null];
  const { url } = await serve(() => ({ body: { partialSuccess: replies.shift() } }));
  const failure = { code: 'refused', status: 200, detail: 'too old', cure: 'split' };
  expect(await otlp.send(batch, context(at(url)))).toMatchObject({ accepted: [], unknown: idsOf(batch), failure });
  expect((await otlp.send(batch, context(at(url)))).accepted).toHaveLength(4);
  expect((await otlp.send(batch, context(at(url)))).accepted).toHaveLength(4);
});

test.each([
  ['nothing', undefined],
  ['the JSON of something else', { status: 'ok' }],
])('%s is no acknowledgement', async (_what, body) => {
  const { url } = await serve(() => ({ body }));
  expect(await otlp.send(batch, context(at(url)))).toMatchObject({ accepted: [], failure: { cure: 'retry' } });
});

test('a service with a header of its own gets the bare secret in it; a full address stays as it is; a test sends no record', async () => {
  const { url, came } = await serve(() => ({ body: {} }));
  const own = otlp.settings.parse({ url: `${url}/otlp/v1/logs`, header: 'dd-api-key', token: 'secret-token' });
  expect(await otlp.test(context(own))).toBeNull();
  expect(came[0]).toMatchObject({ headers: { 'dd-api-key': 'secret-token' }, body: '{"resourceLogs":[]}' });
  expect(came[0]?.url.pathname).toBe('/otlp/v1/logs');
  expect(otlp.settings.safeParse({ url, header: 'a: b' }).error?.issues).toMatchObject([{ path: ['header'], message: 'field-not-a-name' }]);
});
