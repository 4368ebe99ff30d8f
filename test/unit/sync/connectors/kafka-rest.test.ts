/** Both protocols of Kafka's REST proxies, by Confluent's published reference; no proxy can run here. */
import { describe, expect, test } from 'vitest';
import { kafkaRest } from '../../../../lib/sync/connectors/kafka-rest.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve } from './server.ts';

const batch = batchOf(reviewed(1), preferred(2), erased(3, 2));
const stored = { accepted: idsOf(batch).map((id) => ({ id, duplicate: false })), rejected: [], unknown: [], failure: null };

describe('v2', () => {
  const at = (url: string) => kafkaRest.settings.parse({ url: `${url}/topics/reviews`, token: 'secret-token' });
  repliesOf(kafkaRest, at);

  test('a message for each event, its key the record', async () => {
    const { url, came } = await serve(() => ({
      body: { offsets: [0, 1, 2].map((offset) => ({ partition: 0, offset, error_code: null, error: null })) },
    }));
    expect(await kafkaRest.send(batch, context(at(url)))).toEqual(stored);
    expect(came[0]).toMatchObject({
      method: 'POST',
      headers: {
        'content-type': 'application/vnd.kafka.json.v2+json',
        accept: 'application/vnd.kafka.v2+json',
        authorization: 'Bearer secret-token',
      },
    });
    expect(came[0]?.url.pathname).toBe('/topics/reviews');
    expect(JSON.parse(came[0]?.body ?? '')).toEqual({
      records: [
        { key: reviewed(1).review.id, value: batch.events[0] },
        { key: preferred(2).preference.id, value: batch.events[1] },
        { key: erased(3, 2).erased.id, value: batch.events[2] },
      ],
    });
  });

  test('each message has its own result within a success', async () => {
    const offsets = [
      { partition: 0, error_code: 1, error: 'The message is too large' },
      { partition: 0, error_code: 2, error: 'Not enough replicas' },
    ];
    const { url } = await serve(() => ({ body: { offsets } }));
    expect(await kafkaRest.send(batch, context(at(url)))).toEqual({
      accepted: [],
      rejected: [
        { id: batch.events[0]?.id, code: '1', retryable: false, message: 'The message is too large' },
        { id: batch.events[1]?.id, code: '2', retryable: true, message: 'Not enough replicas' },
      ],
      unknown: [batch.events[2]?.id],
      failure: null,
    });
  });

  test('a test asks for the topic and puts nothing on it', async () => {
    const { url, came } = await serve(({ method }) => (method === 'GET' ? { body: { name: 'reviews', partitions: [] } } : { status: 500 }));
    expect(await kafkaRest.test(context(at(url)))).toBeNull();
    expect(came.map(({ method, url: { pathname } }) => `${method} ${pathname}`)).toEqual(['GET /topics/reviews']);
  });
});

describe('v3', () => {
  const at = (url: string) =>
    kafkaRest.settings.parse({ url: `${url}/kafka/v3/clusters/lkc-1/topics/reviews/records`, user: 'key', token: 'secret-token' });
  repliesOf(kafkaRest, at);

  test('messages one behind the other, and a report for each', async () => {
    const report = (offset: number) =>
      JSON.stringify({ error_code: 200, cluster_id: 'lkc-1', topic_name: 're"}v{iews', partition_id: 0, offset });
    const { url, came } = await serve(() => ({ body: `${report(0)}\r\n${report(1)}${report(2)}` }));
    expect(await kafkaRest.send(batch, context(at(url)))).toEqual(stored);
    expect(came[0]?.headers).toMatchObject({ 'content-type': 'application/json', authorization: `Basic ${btoa('key:secret-token')}` });
    expect(
      (came[0]?.body ?? '')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { key: { type: 'STRING', data: reviewed(1).review.id }, value: { type: 'JSON', data: batch.events[0] } },
      { key: { type: 'STRING', data: preferred(2).preference.id }, value: { type: 'JSON', data: batch.events[1] } },
      { key: { type: 'STRING', data: erased(3, 2).erased.id }, value: { type: 'JSON', data: batch.events[2] } },
    ]);
  });

  test('each message has its own result within a success, and a report that is cut off is none', async () => {
    const { url } = await serve(() => ({
      body: '{"error_code":40002,"message":"Unrecognised field"}{"error_code":42901,"message":"Too many"}{"error_code":200,"offs',
    }));
    expect(await kafkaRest.send(batch, context(at(url)))).toMatchObject({
      accepted: [],
      rejected: [
        { id: batch.events[0]?.id, retryable: false, message: 'Unrecognised field' },
        { id: batch.events[1]?.id, retryable: true },
      ],
      unknown: [batch.events[2]?.id],
    });
  });

  test('a test asks for the topic', async () => {
    const { url, came } = await serve(() => ({ body: { kind: 'KafkaTopic', topic_name: 'reviews' } }));
    expect(await kafkaRest.test(context(at(url)))).toBeNull();
    expect(came.map(({ method, url: { pathname } }) => `${method} ${pathname}`)).toEqual(['GET /kafka/v3/clusters/lkc-1/topics/reviews']);
  });
});
