/** A server that keeps records as Argilla's published server schemas say. Argilla itself does not run here. */
import { expect, test } from 'vitest';
import { argilla } from '../../../../lib/sync/connectors/argilla.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve, type Came, type Reply } from './server.ts';

const dataset = '11111111-2222-4333-8444-555555555555';
const at = (url: string) => argilla.settings.parse({ url, dataset, token: 'secret-token' });
repliesOf(argilla, at);

interface Item {
  external_id: string;
  fields: Record<string, string>;
  metadata?: Record<string, string>;
  responses?: { user_id: string; status: string; values: Record<string, { value: unknown }> | null }[];
}
interface Kept extends Item {
  id: string;
}
const options = (...values: (string | number)[]) => values.map((value) => ({ value }));
const question = (name: string, type: string, required: boolean, values: (string | number)[] = []) => ({
  id: name,
  name,
  required,
  settings: values.length > 0 ? { type, options: options(...values) } : { type },
});
const field = (name: string, required: boolean) => ({ id: name, name, required, settings: { type: 'text', use_markdown: true } });
const questions = [
  question('rating', 'label_selection', true, ['up', 'down']),
  question('flags', 'multi_label_selection', false, ['wrong-fact']),
  question('correction', 'text', false),
  question('accuracy', 'rating', false, [1, 2, 3]),
  question('own', 'text', false),
];

/** As Argilla: fields are those of the first write, responses are upserted by user. */
async function argillaServer({
  fields = [field('answer', true), field('answer_2', false)],
  refuse = () => null as Reply | null,
  extra = true,
} = {}) {
  const records = new Map<string, Kept>();
  const { url, came } = await serve((one: Came) => {
    const refused = (refuse as (came: Came) => Reply | null)(one);
    if (refused) return refused;
    const place = `/api/v1/datasets/${dataset}`;
    switch (`${one.method} ${one.url.pathname}`) {
      case 'GET /api/v1/me':
        return { body: { id: 'user-of-the-key', username: 'rev', role: 'owner' } };
      case `GET ${place}`:
        return { body: { id: dataset, name: 'Reviews', allow_extra_metadata: extra } };
      case `GET ${place}/fields`:
        return { body: { items: fields } };
      case `GET ${place}/questions`:
        return { body: { items: questions } };
      case `PUT ${place}/records/bulk`: {
        const { items } = JSON.parse(one.body) as { items: Item[] };
        if (new Set(items.map(({ external_id }) => external_id)).size < items.length)
          return { status: 422, body: { detail: 'External IDs must be unique' } };
        const strange = items.flatMap((item) => Object.keys(item.fields)).find((name) => !fields.some((known) => known.name === name));
        if (strange) return { status: 422, body: { detail: `fields contains unrecognized keys: ${strange}` } };
        if (!extra && items.some(({ metadata }) => metadata)) return { status: 422, body: { detail: 'extra metadata is not allowed' } };
        const written = items.map((item) => {
          const old = records.get(item.external_id);
          const kept = { ...(old ?? { ...item, id: `id-${records.size}` }), ...(item.responses ? { responses: item.responses } : {}) };
          records.set(item.external_id, kept);
          return kept;
        });
        return { body: { items: written, updated_item_ids: [] } };
      }
      case `DELETE ${place}/records`: {
        const ids = one.url.searchParams.get('ids')?.split(',') ?? [];
        for (const [key, { id }] of records) if (ids.includes(id)) records.delete(key);
        return { status: 204 };
      }
      default:
        return { status: 404 };
    }
  });
  return { url, came, records };
}

const all = (batch: ReturnType<typeof batchOf>) => ({
  accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
  rejected: [],
  unknown: [],
});
const flag = (category: string) => ({ id: category, category, severity: 'major' as const });

test('a review is a record, and what the questions take of it the response of the one whose key it is', async () => {
  const server = await argillaServer();
  const judged = { flags: [flag('wrong-fact'), flag('unheard-of')], correction: { markdown: '**Better**' }, scores: { accuracy: 2 } };
  const batch = batchOf(reviewed(1, judged), preferred(2));
  for (const _ of [1, 2]) expect(await argilla.send(batch, context(at(server.url)))).toMatchObject({ ...all(batch), failure: null });
  expect(server.came[0]?.headers['x-argilla-api-key']).toBe('secret-token');
  expect(server.records.size).toBe(2);
  const [review, preference] = server.records.values();
  expect(review?.fields['answer']).toContain('Ärger');
  expect(review?.metadata).toMatchObject({ event: reviewed(1).id });
  expect(review?.responses).toEqual([
    {
      user_id: 'user-of-the-key',
      status: 'submitted',
      values: { rating: { value: 'up' }, flags: { value: ['wrong-fact'] }, correction: { value: '**Better**' }, accuracy: { value: 2 } },
    },
  ]);
  expect(preference?.fields).toEqual({ answer: 'First of 2', answer_2: 'Second of 2' });
  // The dataset asks for a rating, which a preference has none of.
  expect(preference?.responses?.[0]?.status).toBe('draft');
});

test('a later revision replaces the response, withdrawn it is discarded, erased the record is gone', async () => {
  const server = await argillaServer({ extra: false });
  const send = (...events: Parameters<typeof batchOf>) => argilla.send(batchOf(...events), context(at(server.url)));
  await send(reviewed(1));
  await send(reviewed(1, { revision: 2, rating: -1 }));
  expect([...server.records.values()].map(({ responses }) => responses?.[0]?.values)).toEqual([{ rating: { value: 'down' } }]);
  await send(reviewed(1, { revision: 3, status: 'withdrawn' }));
  expect([...server.records.values()].map(({ responses }) => responses?.[0])).toEqual([
    { user_id: 'user-of-the-key', status: 'discarded', values: null },
  ]);
  const gone = batchOf(erased(1, 4), erased(7, 2));
  for (const _ of [1, 2]) expect(await argilla.send(gone, context(at(server.url)))).toMatchObject({ ...all(gone), failure: null });
  expect(server.records.size).toBe(0);
});

test('a comparison needs a second field, and a dataset our first', async () => {
  const one = await argillaServer({ fields: [field('answer', true)] });
  const result = await argilla.send(batchOf(preferred(2), reviewed(1)), context(at(one.url)));
  expect(result).toMatchObject({
    accepted: [{ id: reviewed(1).id }],
    rejected: [{ id: preferred(2).id, retryable: false }],
    failure: null,
  });
  for (const [fields, detail] of [
    [[field('text', true)], 'text field "answer": missing in the dataset'],
    [[field('answer', true), field('source', true)], 'field "source": required'],
  ] as const) {
    const other = await argillaServer({ fields: [...fields] });
    const failure = { code: 'refused', cure: 'halt', detail };
    expect(await argilla.test(context(at(other.url)))).toMatchObject(failure);
    expect(await argilla.send(batchOf(reviewed(1)), context(at(other.url)))).toMatchObject({ accepted: [], failure });
  }
});

test('a record that is refused halves the batch, and one that does not come back is not stored', async () => {
  const replies: Reply[] = [
    { status: 422, body: { detail: 'Record at position 0 is not valid' } },
    { body: { items: [], updated_item_ids: [] } },
  ];
  const server = await argillaServer({
    refuse: ((one: Came) => (one.method === 'PUT' ? (replies.shift() ?? null) : null)) as () => Reply | null,
  });
  for (const failure of [{ cure: 'split' }, { code: 'incomplete-reply', cure: 'retry' }])
    expect(await argilla.send(batchOf(reviewed(1)), context(at(server.url)))).toMatchObject({ accepted: [], failure });
});

test('a test reads, and writes nothing', async () => {
  const server = await argillaServer();
  expect(await argilla.test(context(at(server.url)))).toBeNull();
  expect(new Set(server.came.map(({ method }) => method))).toEqual(new Set(['GET']));
});
