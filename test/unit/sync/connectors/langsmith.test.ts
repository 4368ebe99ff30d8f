/** A server that keeps runs and feedback as LangSmith's published API says, by their ids. LangSmith itself does not run here. */
import { expect, test } from 'vitest';
import { langsmith } from '../../../../lib/sync/connectors/langsmith.ts';
import { batchOf, context, erased, idsOf, preferred, repliesOf, reviewed, serve, type Came, type Reply } from './server.ts';

const at = (url: string) => langsmith.settings.parse({ url, token: 'secret-token' });
repliesOf(langsmith, at);

interface Run {
  id: string;
  trace_id: string;
  dotted_order: string;
  session_name: string;
  start_time: string;
  outputs: { messages: { content: string }[] };
}
interface Feedback {
  id: string;
  run_id: string;
  key: string;
  score: number | null;
  value: string | null;
  correction?: { output: string };
  comment?: string | null;
}

/** As LangSmith: a run or feedback that is there is a conflict, and what is deleted takes its feedback along. */
async function langsmithServer(refuse: (came: Came) => Reply | null = () => null) {
  const runs = new Map<string, Run>();
  const feedback = new Map<string, Feedback>();
  const { url, came } = await serve((one) => {
    const refused = refuse(one);
    if (refused) return refused;
    const body = one.body === '' ? {} : (JSON.parse(one.body) as unknown);
    switch (`${one.method} ${one.url.pathname}`) {
      case 'POST /api/v1/runs': {
        const run = body as Run;
        if (runs.has(run.id)) return { status: 409, body: { detail: 'Run already exists' } };
        runs.set(run.id, run);
        return { status: 202, body: {} };
      }
      case 'POST /api/v1/feedback': {
        const one_ = body as Feedback;
        if (!runs.has(one_.run_id)) return { status: 404, body: { detail: 'Run not found' } };
        if (feedback.has(one_.id)) return { status: 409, body: { detail: 'Feedback already exists' } };
        feedback.set(one_.id, one_);
        return { body: { ...one_, created_at: '2026-03-12T10:00:00Z' } };
      }
      case 'GET /api/v1/sessions':
        return { body: runs.size > 0 ? [{ id: 'session', name: one.url.searchParams.get('name') }] : [] };
      case 'POST /api/v1/runs/delete': {
        const { session_id, trace_ids } = body as { session_id: string; trace_ids: string[] };
        if (session_id !== 'session') return { status: 404 };
        for (const id of trace_ids) runs.delete(id);
        for (const [id, { run_id }] of feedback) if (trace_ids.includes(run_id)) feedback.delete(id);
        return { status: 202, body: { message: 'Run deletes queued' } };
      }
      default:
        return { status: 404 };
    }
  });
  return { url, came, runs, feedback };
}

const corrected = { rating: -1 as const, scores: { accuracy: 2 }, correction: { markdown: '**Better**' } };
const all = (batch: ReturnType<typeof batchOf>) => ({
  accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
  rejected: [],
  unknown: [],
});

test('a review is a run with the answer and feedback for each thing that it says; again it is the same', async () => {
  const server = await langsmithServer();
  const batch = batchOf(reviewed(1, corrected), preferred(2));
  for (const _ of [1, 2]) expect(await langsmith.send(batch, context(at(server.url)))).toMatchObject({ ...all(batch), failure: null });
  expect(server.came[0]?.headers['x-api-key']).toBe('secret-token');
  expect([server.runs.size, server.feedback.size]).toEqual([3, 4]);
  expect([...server.feedback.values()].map(({ key, score, value, correction }) => ({ key, score, value, correction }))).toEqual(
    expect.arrayContaining([
      { key: 'rating', score: -1, value: 'down' },
      { key: 'score.accuracy', score: 2, value: null },
      { key: 'correction', score: null, value: 'corrected', correction: { output: '**Better**' } },
      { key: 'preference', score: null, value: 'second' },
    ]),
  );
  const better = [...server.feedback.values()].find(({ key }) => key === 'preference');
  expect(server.runs.get(better?.run_id ?? '')?.outputs.messages[0]?.content).toBe(preferred(2).answers[1].markdown);
  for (const run of server.runs.values()) {
    expect(run.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(run.dotted_order).toMatch(/^\d{8}T\d{12}Z[0-9a-f-]{36}$/);
    expect(run).toMatchObject({ trace_id: run.id, session_name: 'bluepencil' });
  }
});

test('a later revision takes the place of those before it, and what was withdrawn or erased is gone', async () => {
  const server = await langsmithServer();
  const send = (...events: Parameters<typeof batchOf>) => langsmith.send(batchOf(...events), context(at(server.url)));
  await send(reviewed(1, corrected), preferred(2));
  await send(reviewed(1, { revision: 2, rating: 1 }));
  expect([...server.feedback.values()].map(({ key, score }) => `${key} ${score}`).toSorted()).toEqual(['preference null', 'rating 1']);
  const gone = batchOf(reviewed(1, { revision: 3, status: 'withdrawn' }), erased(2, 2));
  expect(await langsmith.send(gone, context(at(server.url)))).toMatchObject({ ...all(gone), failure: null });
  expect([server.runs.size, server.feedback.size]).toEqual([0, 0]);
});

test('feedback on a run that is not stored yet comes again', async () => {
  const server = await langsmithServer(({ url }) => (url.pathname.endsWith('/feedback') ? { status: 404 } : null));
  const result = await langsmith.send(batchOf(reviewed(1)), context(at(server.url)));
  expect(result).toMatchObject({ accepted: [], failure: { code: 'busy', cure: 'retry' } });
});

test('what is refused costs its own review only', async () => {
  const detail = { detail: 'Invalid score' };
  const server = await langsmithServer(({ url, body }) =>
    url.pathname.endsWith('/feedback') && body.includes(reviewed(1).id) ? { status: 422, body: detail } : null,
  );
  const result = await langsmith.send(batchOf(reviewed(1), reviewed(2)), context(at(server.url)));
  expect(result).toMatchObject({
    accepted: [{ id: reviewed(2).id }],
    rejected: [{ id: reviewed(1).id, message: 'Invalid score' }],
    failure: null,
  });
});

test('a revision counts only once those before it are to be deleted', async () => {
  const server = await langsmithServer(({ url }) => (url.pathname.endsWith('/delete') ? { status: 500 } : null));
  const batch = batchOf(reviewed(1, { revision: 2 }));
  expect(await langsmith.send(batch, context(at(server.url)))).toMatchObject({ accepted: [], failure: { code: 'server-error' } });
});

test('a test asks for the project, which the first run makes', async () => {
  const server = await langsmithServer();
  expect(await langsmith.test(context(at(server.url)))).toBeNull();
  expect(server.came.map(({ method }) => method)).toEqual(['GET']);
});
