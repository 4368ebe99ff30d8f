/** A server that imports without a look at what is there, as Label Studio's published API says. Label Studio itself does not run here. */
import { expect, test } from 'vitest';
import { labelStudio } from '../../../../lib/sync/connectors/label-studio.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve, type Came, type Reply } from './server.ts';

const at = (url: string) => labelStudio.settings.parse({ url, project: '7', token: 'secret-token' });
repliesOf(labelStudio, at);

interface Task {
  id: number;
  data: Record<string, unknown> & { bluepencil_record: string; bluepencil_event: string };
}

/** `after` may change the reply once the request was done. */
async function labelStudioServer({ after = (_: Came, reply: Reply) => reply, filters = true } = {}) {
  const tasks: Task[] = [];
  let next = 1;
  const { url, came } = await serve((one) => after(one, answer(one)));
  function answer(one: Came): Reply {
    const { pathname, searchParams } = one.url;
    if (one.method === 'GET' && pathname === '/api/projects/7/') return { body: { id: 7, title: 'Reviews' } };
    if (one.method === 'GET' && pathname === '/api/tasks/' && searchParams.get('project') === '7') {
      const { items } = (JSON.parse(searchParams.get('query') ?? '') as { filters: { items: { value: string }[] } }).filters;
      const wanted = new Set(items.map(({ value }) => value));
      const found = tasks.filter(({ data }) => !filters || wanted.has(data.bluepencil_record));
      const from = (Number(searchParams.get('page')) - 1) * 2;
      return { body: { tasks: found.slice(from, from + 2), total: found.length } };
    }
    if (one.method === 'POST' && pathname === '/api/projects/7/import') {
      const given = JSON.parse(one.body) as Pick<Task, 'data'>[];
      for (const { data } of given) tasks.push({ id: next++, data });
      return { status: 201, body: { task_count: given.length, annotation_count: 0 } };
    }
    const at_ = tasks.findIndex(({ id }) => one.method === 'DELETE' && pathname === `/api/tasks/${id}/`);
    if (at_ < 0) return { status: 404 };
    tasks.splice(at_, 1);
    return { status: 204 };
  }
  return { url, came, tasks };
}

const all = (batch: ReturnType<typeof batchOf>) => ({
  accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
  rejected: [],
  unknown: [],
});
const events = (tasks: Task[]) => tasks.map(({ data }) => data.bluepencil_event);

test('a review is a task; again it is there once', async () => {
  const server = await labelStudioServer();
  const batch = batchOf(reviewed(1, { note: 'See the law.' }), preferred(2), reviewed(3));
  for (const _ of [1, 2]) expect(await labelStudio.send(batch, context(at(server.url)))).toMatchObject({ ...all(batch), failure: null });
  expect(events(server.tasks)).toEqual(idsOf(batch));
  const many = batchOf(...Array.from({ length: 50 }, (_, at_) => reviewed(at_ + 10)));
  for (const _ of [1, 2]) expect(await labelStudio.send(many, context(at(server.url)))).toMatchObject({ ...all(many), failure: null });
  expect(server.tasks).toHaveLength(53);
  // What servers take at least of a request line.
  expect(Math.max(...server.came.map(({ url }) => url.href.length))).toBeLessThan(8000);
  expect(server.came[0]?.headers.authorization).toBe('Token secret-token');
  expect(server.tasks[0]?.data).toMatchObject({
    text: expect.stringContaining('Ärger') as unknown,
    said: [{ name: 'rating' }, { name: 'note' }],
  });
  expect(server.tasks[1]?.data).toMatchObject({ text: 'First of 2', text_2: 'Second of 2' });
});

test.each<[string, (came: Came, reply: Reply) => Reply]>([
  ['reply is lost', (one, reply) => (one.method === 'POST' ? { status: 201, cut: true } : reply)],
  ['import goes on in the background', (one, reply) => (one.method === 'POST' ? { status: 201, body: { import: 12 } } : reply)],
])('where the %s, the next try imports nothing', async (_what, after) => {
  const server = await labelStudioServer({ after });
  const batch = batchOf(reviewed(1), reviewed(2));
  expect(await labelStudio.send(batch, context(at(server.url)))).toMatchObject({ accepted: [], failure: { cure: 'retry' } });
  expect(await labelStudio.send(batch, context(at(server.url)))).toMatchObject({ ...all(batch), failure: null });
  expect(events(server.tasks)).toEqual(idsOf(batch));
});

test.each([true, false])(
  'a later revision takes the place of those before it, what is double or taken back goes, others stay (filters: %s)',
  async (filters) => {
    const server = await labelStudioServer({ filters });
    const send = (...given: Parameters<typeof batchOf>) => labelStudio.send(batchOf(...given), context(at(server.url)));
    await send(reviewed(1), reviewed(2), reviewed(3));
    server.tasks.push({ ...(server.tasks[0] as Task), id: 99 });
    await send(reviewed(1, { revision: 2 }));
    expect(events(server.tasks)).toEqual([reviewed(2).id, reviewed(3).id, reviewed(1, { revision: 2 }).id]);
    const gone = batchOf(reviewed(1, { revision: 3, status: 'withdrawn' }), erased(2, 2));
    expect(await labelStudio.send(gone, context(at(server.url)))).toMatchObject({ ...all(gone), failure: null });
    expect(events(server.tasks)).toEqual([reviewed(3).id]);
  },
);

test('a count that is not that of the batch is no acknowledgement, and a task that is refused halves it', async () => {
  const replies: Reply[] = [
    { status: 201, body: { task_count: 1 } },
    { status: 400, body: { detail: 'Validation error' } },
  ];
  const server = await labelStudioServer({ after: (one, reply) => (one.method === 'POST' ? (replies.shift() ?? reply) : reply) });
  const send = (number: number) => labelStudio.send(batchOf(reviewed(number), reviewed(number + 1)), context(at(server.url)));
  expect(await send(4)).toMatchObject({ accepted: [], failure: { code: 'incomplete-reply' } });
  expect(await send(6)).toMatchObject({ accepted: [], failure: { cure: 'split' } });
});

test('a test asks for the project', async () => {
  const server = await labelStudioServer();
  expect(await labelStudio.test(context(at(server.url)))).toBeNull();
  expect(server.came.map(({ method }) => method)).toEqual(['GET']);
});
