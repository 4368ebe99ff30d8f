/** The queue of `workbox-background-sync`, as the trusted way to send later, through the same schedules. */
import './worker.ts';
import { Queue } from 'workbox-background-sync';
import { noon } from '../sample.ts';
import { answers, mortal, type Step } from './schedule.ts';
import { urls } from './two.ts';
import { Endpoint } from './world.ts';

/** What of its inside is used: a death between its calls to the database, and the end of its connection. */
interface Inside {
  _queueStore: Record<'pushEntry' | 'unshiftEntry' | 'shiftEntry', (...given: unknown[]) => Promise<unknown>> & {
    _queueDb: { _db: IDBDatabase | null };
  };
}

let queues = 0;

/**
 * Goes through a schedule as `live` does: each event is pushed once for each endpoint, runs replay, a death ends a replay. In the end all endpoints are
 * honest and it is replayed until nothing waits. `setNow` turns the clock that it reads. It takes the place of the global `fetch`.
 */
export async function liveByWorkbox(steps: Step[], setNow: (now: number) => void): Promise<{ said: string[]; endpoints: Endpoint[] }> {
  const endpoints = urls.map(() => new Endpoint());
  let inLife = <T>(work: () => Promise<T>): Promise<T> => work();
  const fetch = async (request: Request): Promise<Response> =>
    endpoints[urls.indexOf(request.url)]!.fetch(request.url, { body: await request.text(), headers: request.headers });
  Object.assign(globalThis, { fetch: (request: Request) => inLife(() => fetch(request)) });
  let now = noon;
  const name = `beside-${queues++}`;
  let queue = open(name);
  const said: string[] = [];

  for (const next of steps) {
    if (next.kind === 'wait' || next.kind === 'clock') setNow((now += next.ms));
    else if (next.kind === 'review') {
      const id = `${next.number}.${said.length}`;
      said.push(id);
      for (const url of urls)
        await queue.pushRequest({ request: new Request(url, { method: 'POST', body: JSON.stringify({ events: [{ id }] }) }) });
    } else {
      for (const [at, endpoint] of endpoints.entries()) endpoint.script = (next.answers[at] ?? []).map((one) => answers[one]!);
      const { death, live } = next.kind === 'die' ? mortal(next) : { death: null, live: inLife };
      inLife = live;
      const run = queue.replayRequests().catch(() => {});
      await Promise.race(death ? [run, death] : [run]);
      inLife = (work) => work();
      close(queue);
      queue = open(name);
      for (const endpoint of endpoints) endpoint.script = [];
    }
  }
  while ((await queue.size()) > 0) await queue.replayRequests();
  close(queue);
  return { said, endpoints };

  /** A queue as after a restart: the same rows. */
  function open(called: string): Queue {
    Queue._queueNames.delete(called);
    const opened = new Queue(called);
    const { _queueStore: store } = opened as unknown as Inside;
    for (const act of ['pushEntry', 'unshiftEntry', 'shiftEntry'] as const) {
      const real = store[act].bind(store);
      store[act] = (...given) => inLife(() => real(...given));
    }
    return opened;
  }
}

const close = (queue: Queue): void => (queue as unknown as Inside)._queueStore._queueDb._db?.close();
