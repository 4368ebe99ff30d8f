import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../lib/model/result.ts';
import { erase } from '../../../lib/store/erase.ts';
import { rejectedRows } from '../../../lib/store/outbox.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { readSettings } from '../../../lib/store/settings.ts';
import { until } from '../../setup/until.ts';
import { preferring, variants } from '../sample.ts';
import { honest, json, status, url, World, type Answerer } from './world.ts';

const connected = async (): Promise<World> => {
  const world = new World();
  await world.connect();
  return world;
};
const rejected = async (world: World) => rejectedRows(world.store, (await readSettings(world.store)).destinations[0]?.id ?? '');

describe('sending', () => {
  test('reviews leave once, in order, with what the protocol says', async () => {
    const world = await connected();
    const ids = [await world.review(1), await world.review(2)];
    await world.sync.run();
    expect(world.endpoint.stored).toEqual(ids);
    const [request] = world.endpoint.requests;
    expect(request?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect(request?.headers.get('idempotency-key')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(JSON.parse(request?.body ?? '')).toMatchObject({
      specversion: 'bluepencil-1',
      events: [{ id: ids[0], type: 'review.final', review: { rating: 1 } }, {}],
    });
    expect(await world.status()).toMatchObject({
      waiting: 0,
      lastSentAt: world.now,
      lastProblem: null,
      nextTryAt: null,
      sending: false,
    });
    await world.sync.run();
    expect(world.endpoint.requests).toHaveLength(1);
  });

  test('preferences leave among the reviews, with both answers; taken back, that leaves too', async () => {
    const world = await connected();
    const ids = [await world.review(1), await world.prefer('first')];
    await world.sync.run();
    expect(world.endpoint.stored).toEqual(ids);
    const [event] = world.endpoint.requests[0]?.events.slice(1) ?? [];
    const [one, other] = variants();
    expect(event).toEqual({
      id: ids[1],
      type: 'preference.saved',
      occurredAt: expect.any(String),
      preference: expect.objectContaining({ answerIds: [one.id, other.id], better: one.id, reason: 'It is true.', revision: 1 }),
      answers: [one, other],
    });
    ids.push(await world.prefer('same'));
    const withdrawn = { kind: 'withdraw', id: ids[1]?.split('.')[0] ?? '' } as const;
    const destinationIds = (await readSettings(world.store)).destinations.map(({ id }) => id);
    await world.sync.run();
    await changePreference(world.store, preferring(withdrawn, { destinationIds, now: world.now - 20_000 }));
    await world.sync.run();
    expect(world.endpoint.stored).toEqual([...ids, `${withdrawn.id}.3`]);
    expect(world.endpoint.requests.at(-1)?.events).toMatchObject([
      { type: 'preference.withdrawn', preference: { better: null, reason: '' } },
    ]);
    expect(await world.status()).toMatchObject({ waiting: 0, lastProblem: null });
  });

  test('a preference does not leave during the undo time', async () => {
    const world = await connected();
    await world.prefer('first');
    world.now -= 15_000;
    await world.sync.runNow();
    expect(world.endpoint.requests).toHaveLength(0);
    await world.untilIdle();
    expect(world.endpoint.stored).toHaveLength(1);
  });

  test('a preference that cannot be read is parked in sight, and holds up nothing', async () => {
    const world = await connected();
    await world.prefer('first');
    const id = await world.review(1);
    await world.store.write(['preferences'], async (tx) => {
      for (const record of await tx.objectStore('preferences').getAll())
        await tx.objectStore('preferences').put({ ...record, better: 'neither' });
    });
    await world.sync.run();
    expect(world.endpoint.stored).toEqual([id]);
    expect(await rejected(world)).toMatchObject([{ lastError: { detail: 'unreadable' } }]);
  });

  test('a batch of one has the key of its event', async () => {
    const world = await connected();
    const id = await world.review(1);
    await world.sync.run();
    expect(world.endpoint.requests[0]?.headers.get('idempotency-key')).toBe(`"${id}"`);
  });

  test('nothing leaves before it was approved, during the undo time, or while it is paused', async () => {
    const world = new World();
    await world.configure({ url });
    await world.review(1);
    await world.sync.runNow();
    expect(await world.sync.nextWake()).toBeNull();
    await world.approve();
    await world.pause(true);
    await world.sync.runNow();
    expect(world.endpoint.requests).toHaveLength(0);
    await world.pause(false);
    world.now -= 15_000;
    await world.sync.runNow();
    expect(world.endpoint.requests).toHaveLength(0);
    expect(world.wake).toBe(world.now + 5000);
    await world.untilIdle();
    expect(world.endpoint.stored).toHaveLength(1);
  });

  test('the preview is the next request, the token aside, and takes nothing', async () => {
    const world = new World();
    await world.configure({ url, token: 'secret-token' });
    await world.review(1);
    await world.review(2);
    const preview = await world.preview();
    expect(JSON.stringify(preview)).not.toContain('secret-token');
    await world.approve();
    await world.sync.run();
    const [request] = world.endpoint.requests;
    expect(request?.body).toBe(preview.body);
    expect(request?.headers.get('idempotency-key')).toBe(preview.headers['Idempotency-Key']);
    // How it is packed is no part of what is seen.
    request?.headers.delete('content-encoding');
    expect(
      Object.keys(preview.headers)
        .map((name) => name.toLowerCase())
        .sort(),
    ).toEqual([...(request?.headers.keys() ?? [])].sort());
    expect((await world.preview()).events).toBe(0);
  });

  test('reviews from before the destination was set are sent as well, and not again when it is set again', async () => {
    const world = new World();
    const id = await world.review(1);
    await world.connect();
    await world.sync.run();
    await world.configure({ url });
    await world.sync.run();
    expect(world.endpoint.stored).toEqual([id]);
    expect(world.endpoint.requests).toHaveLength(1);
  });

  test('so are preferences, their newest revision, unless they were taken back', async () => {
    const world = new World();
    const first = await world.prefer('first');
    const newest = await world.prefer('second');
    expect(newest).not.toBe(first);
    await world.connect();
    await world.sync.run();
    expect(world.endpoint.stored).toEqual([newest]);
    const id = newest.split('.')[0] ?? '';
    await changePreference(world.store, preferring({ kind: 'withdraw', id }, { now: world.now - 20_000 }));
    await world.configure({ url: 'https://elsewhere.example/' });
    await world.approve();
    await world.sync.run();
    expect(world.endpoint.stored).toEqual([newest]);
    await world.configure({ url });
    await world.approve();
    await world.sync.run();
    expect(world.endpoint.stored, 'who has it is told').toEqual([newest, `${id}.3`]);
  });

  test('at most 50 events and 1 MB a request; a bigger event goes alone; one revision of a review at a time', async () => {
    const world = await connected();
    for (let number = 0; number < 60; number++) await world.review(number);
    await world.review(0, -1);
    await world.review(100, 1, 'a big one '.repeat(60_000));
    await world.review(101, 1, 'a huge one '.repeat(200_000));
    await world.review(102);
    await world.sync.run();
    expect(world.endpoint.requests.map(({ events }) => events.length)).toEqual([50, 10, 1, 1, 1, 1]);
    expect(world.endpoint.stored).toHaveLength(64);
    expect(world.endpoint.requests.every(({ body, events }) => events.length === 1 || body.length < 1_001_000)).toBe(true);
  });

  test('the next request is ready before the last one is settled, and holds no later revision of what that one is about', async () => {
    const world = new World({ limits: { maxEvents: 2, maxBytes: 1_000_000 } });
    await world.connect();
    const [first, second] = [await world.review(1), await world.review(2)];
    const [later, third] = [await world.review(1, -1), await world.review(3)];
    world.endpoint.script = [
      async (events, _request, store) => {
        await until('the next is ready', () =>
          world.store.read(['batches'], async (tx) => (await tx.objectStore('batches').count()) === 2),
        );
        return json({ results: [{ id: second, status: store(events.slice(1)) }] });
      },
    ];
    await world.sync.run();
    await world.untilIdle();
    expect(world.endpoint.requests.map(({ events }) => events.map(({ id }) => id))).toEqual([[first, second], [third], [first], [later]]);
    expect(world.endpoint.stored).toEqual([second, third, first, later]);
  });

  test('a pause and an erasure hold for a request that was made ready ahead', async () => {
    const world = new World({ limits: { maxEvents: 1, maxBytes: 1_000_000 } });
    await world.connect();
    const [first, second] = [await world.review(1), await world.review(2)];
    world.endpoint.script = [
      async (events, _request, store) => {
        await until('the next is ready', () =>
          world.store.read(['batches'], async (tx) => (await tx.objectStore('batches').count()) === 2),
        );
        await world.pause(true);
        return json({ results: events.map(({ id }) => ({ id, status: store(events) })) });
      },
    ];
    await world.sync.run();
    expect(world.endpoint.stored).toEqual([first]);
    await erase(world.store, { scope: { kind: 'review', id: second.split('.')[0] ?? '' }, holds: [], now: world.now });
    await world.pause(false);
    await world.untilIdle();
    expect(world.endpoint.stored).not.toContain(second);
    expect(JSON.stringify(world.endpoint.requests)).not.toContain('Answer 2');
  });

  test('two calls at once are one run, and what was saved meanwhile goes too', async () => {
    const world = await connected();
    await world.review(1);
    let meanwhile: Promise<void> | undefined;
    world.endpoint.script = [
      async (...asked) => {
        await world.review(2);
        meanwhile = world.sync.run();
        return honest(...asked);
      },
    ];
    await world.sync.run();
    await meanwhile;
    expect(world.endpoint.stored).toHaveLength(2);
  });
});

describe('an endpoint that fails loses nothing', () => {
  const broken: [string, Answerer, string, boolean][] = [
    ['500', status(500), 'server-error', true],
    ['502', status(502, '<h1>Bad gateway</h1>'), 'server-error', true],
    ['503', status(503), 'busy', true],
    ['429', status(429), 'busy', true],
    ['408', status(408), 'timeout', true],
    ['401', status(401), 'unauthorized', false],
    ['403', status(403), 'forbidden', false],
    ['404', status(404), 'not-found', false],
    ['405', status(405), 'not-found', false],
    ['410', status(410), 'gone', false],
    ['a page', () => new Response('<!doctype html><title>Welcome</title>'), 'not-json', true],
    ['200 without a body', status(200), 'not-json', true],
    ['other JSON', () => json({ id: 5 }), 'incomplete-reply', true],
    ['{ ok: false }', () => json({ ok: false }), 'incomplete-reply', true],
    ['no results', () => json({ results: [] }), 'incomplete-reply', true],
    ['a redirect', status(302, '', { location: 'https://elsewhere.example' }), 'redirected', true],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'offline', true],
  ];

  test.each(broken)('%s', async (_, answerer, code, retries) => {
    const world = await connected();
    const ids = [await world.review(1), await world.review(2)];
    world.endpoint.usual = answerer;
    await world.sync.run();
    const first = await world.status();
    expect(first).toMatchObject({ waiting: 2, rejected: 0, lastSentAt: null, lastProblem: { code } });
    expect(first?.nextTryAt === null).toBe(!retries);
    expect(first?.destination.paused).toBe(!retries);
    world.endpoint.usual = honest;
    if (code === 'gone') await world.pause(false);
    await world.sync.runNow();
    expect(world.endpoint.stored).toEqual(ids);
    expect(await world.status()).toMatchObject({ waiting: 0, lastProblem: null, disabled: false });
  });

  test('one that is closed for good is asked no more, by hand or after a restart, until a person turns it on again', async () => {
    const world = await connected();
    const id = await world.review(1);
    world.endpoint.script = [status(410, 'moved to the archive')];
    await world.sync.run();
    expect(await world.status()).toMatchObject({
      disabled: true,
      destination: { paused: true },
      lastProblem: { detail: 'moved to the archive' },
    });
    world.now += 1e9;
    await world.sync.runNow();
    world.sync = world.start();
    await world.sync.runNow();
    expect(world.endpoint.requests).toHaveLength(1);
    expect(await world.sync.nextWake()).toBeNull();
    await world.pause(false);
    await world.sync.run();
    expect(world.endpoint.stored).toEqual([id]);
    // Who saves it again means it as well.
    world.endpoint.script = [status(410)];
    const other = await world.review(2);
    await world.sync.run();
    await world.configure({ url });
    await world.sync.run();
    expect(world.endpoint.stored).toEqual([id, other]);
  });

  test('a retry is the same request under the same key, whatever was saved meanwhile', async () => {
    const world = await connected();
    await world.review(1);
    await world.review(2);
    world.endpoint.script = [status(500)];
    await world.sync.run();
    await world.review(3);
    await world.untilIdle();
    const [one, other] = world.endpoint.requests;
    expect(other?.body).toBe(one?.body);
    expect(other?.headers.get('idempotency-key')).toBe(one?.headers.get('idempotency-key'));
    expect(world.endpoint.stored).toHaveLength(3);
  });

  test('back-off doubles with jitter up to an hour, and Retry-After is its floor', async () => {
    const world = await connected();
    await world.review(1);
    world.endpoint.usual = status(500);
    const waits: number[] = [];
    for (let turn = 0; turn < 16; turn++) {
      await world.sync.run();
      waits.push((world.wake ?? 0) - world.now);
      world.now = world.wake ?? 0;
    }
    expect(waits.slice(0, 4)).toEqual([500, 1000, 2000, 4000]);
    expect(waits.at(-1)).toBe(1_800_000);
    world.endpoint.script = [status(503, '', { 'retry-after': '7200' })];
    await world.sync.run();
    expect((world.wake ?? 0) - world.now).toBe(7_200_000);
    world.now = world.wake ?? 0;
    world.endpoint.script = [status(429, '', { date: 'Thu, 12 Mar 2026 10:00:00 GMT', 'retry-after': 'Thu, 12 Mar 2026 14:00:00 GMT' })];
    await world.sync.run();
    expect((world.wake ?? 0) - world.now).toBe(4 * 3_600_000);
  });

  test.each([
    ['-5', 500],
    ['1e9', 500],
    ['soon', 500],
    ['0', 500],
    ['99999999999999999999', 86_400_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 500],
  ])('Retry-After: %s waits %d ms: no wish of an endpoint holds for ever', async (header, ms) => {
    const world = await connected();
    const id = await world.review(1);
    world.endpoint.script = [status(503, '', { 'retry-after': header })];
    await world.sync.run();
    expect((world.wake ?? 0) - world.now).toBe(ms);
    await world.untilIdle();
    expect(world.endpoint.stored).toEqual([id]);
  });

  test('a clock that was wrong holds nothing back when it is right again', async () => {
    const world = await connected();
    const years = 5 * 365 * 86_400_000;
    world.now += years;
    const id = await world.review(1);
    world.endpoint.script = [status(503)];
    await world.sync.run();
    void world.start({ fetch: () => new Promise(() => {}) }).runNow();
    while (!(await world.status())?.sending) await new Promise((resolve) => setImmediate(resolve));
    world.now -= years;
    expect(await world.status()).toMatchObject({ sending: false, waiting: 1 });
    await world.sync.run();
    expect(world.endpoint.stored).toEqual([id]);
  });

  test('who dies while a request is under way is woken when its lease is over', async () => {
    const world = await connected();
    await world.review(1);
    void world.start({ fetch: () => new Promise(() => {}) }).run();
    while (!(await world.status())?.sending) await new Promise((resolve) => setImmediate(resolve));
    expect(world.wake).toBe(world.now + 60_000);
  });

  test('what is too large is halved, and what comes later is no larger, after a restart too', async () => {
    const world = await connected();
    for (let number = 0; number < 40; number++) await world.review(number);
    world.endpoint.usual = (...asked) => (asked[1].body.length > 10_000 ? json({}, 413) : honest(...asked));
    await world.untilIdle();
    expect(world.endpoint.stored).toHaveLength(40);
    const tried = world.endpoint.requests.length;
    for (let number = 40; number < 80; number++) await world.review(number);
    world.sync = world.start();
    expect((await world.preview()).body.length).toBeLessThan(10_000);
    await world.untilIdle();
    expect(world.endpoint.stored).toHaveLength(80);
    expect(world.endpoint.requests.slice(tried).every(({ body }) => body.length <= 10_000)).toBe(true);
    expect(await world.status()).toMatchObject({ waiting: 0, rejected: 0 });
  });

  test('a request that takes too long ends, and says so', async () => {
    const stop = new AbortController();
    const world = new World({ timeout: () => stop.signal });
    await world.connect();
    await world.review(1);
    world.endpoint.usual = () => {
      stop.abort(new DOMException('late', 'TimeoutError'));
      return Promise.reject(stop.signal.reason);
    };
    await world.sync.run();
    expect(await world.status()).toMatchObject({ waiting: 1, lastProblem: { code: 'timeout' } });
  });

  test('what the endpoint says is kept short, and a page is not quoted', async () => {
    const world = await connected();
    await world.review(1);
    world.endpoint.script = [
      status(401, JSON.stringify({ title: 'Token expired', detail: 'x'.repeat(500) })),
      status(401, '<html>'.repeat(9)),
    ];
    await world.sync.run();
    expect((await world.status())?.lastProblem?.detail).toMatch(/^Token expired: x{285}$/);
    await world.sync.runNow();
    expect((await world.status())?.lastProblem?.detail).toBe('');
  });

  test('a missing permission stops before anything is sent', async () => {
    const world = new World({ permitted: async () => false });
    await world.connect();
    await world.review(1);
    await world.sync.run();
    expect(world.endpoint.requests).toHaveLength(0);
    expect(await world.status()).toMatchObject({
      waiting: 1,
      lastProblem: { code: 'no-permission', detail: 'https://reviews.example' },
    });
  });
});

describe('an endpoint that answers for each event', () => {
  test('keeps what it refuses for good in sight, tries the rest again', async () => {
    const world = await connected();
    const [stored, refused, later, forgotten] = [
      await world.review(1),
      await world.review(2),
      await world.review(3),
      await world.review(4),
    ];
    world.endpoint.script = [
      (_events, _request, store) => {
        store([{ id: stored } as never]);
        const results = [
          { id: stored, status: 'stored' },
          { id: refused, status: 'rejected', message: 'unknown rubric' },
          { id: later, status: 'rejected', retryable: true },
        ];
        return json({ results }, 207);
      },
    ];
    await world.sync.run();
    expect(await world.status()).toMatchObject({
      waiting: 2,
      rejected: 1,
      lastSentAt: world.now,
      lastProblem: { code: 'incomplete-reply' },
    });
    expect(await rejected(world)).toMatchObject([
      { eventId: refused, state: 'rejected', lastError: { code: 'refused', detail: 'unknown rubric' } },
    ]);
    await world.untilIdle();
    expect(world.endpoint.stored).toEqual([stored, later, forgotten]);
    await world.retryRejected();
    await world.sync.run();
    expect(world.endpoint.stored).toContain(refused);
  });

  test('that only says ok has them all', async () => {
    for (const answerer of [() => json({ ok: true }), status(204)]) {
      const world = await connected();
      await world.review(1);
      world.endpoint.script = [answerer];
      await world.sync.run();
      expect(await world.status()).toMatchObject({ waiting: 0, lastProblem: null });
    }
  });

  test('409 means that it was there before; of several, each is asked for', async () => {
    const world = await connected();
    const ids = [await world.review(1), await world.review(2), await world.review(3)];
    world.endpoint.usual = (events, _request, store) => {
      if (events.length > 1 || events.some(({ id }) => id === ids[1])) return json({}, 409);
      return json({ results: events.map((event) => ({ id: event.id, status: store([event]) })) });
    };
    await world.untilIdle();
    expect(await world.status()).toMatchObject({ waiting: 0, rejected: 0 });
    expect(world.endpoint.stored.toSorted()).toEqual(ids.toSpliced(1, 1).toSorted());
  });

  test.each([400, 413, 415, 422])('one that answers %d to a single bad event gets all others', async (code) => {
    const world = await connected();
    const ids: string[] = [];
    for (let number = 0; number < 9; number++) ids.push(await world.review(number));
    world.endpoint.usual = (...asked) => (asked[0].some(({ id }) => id === ids[4]) ? json({ detail: 'bad one' }, code) : honest(...asked));
    await world.untilIdle();
    expect(world.endpoint.stored.toSorted()).toEqual(ids.toSpliced(4, 1).toSorted());
    expect(await rejected(world)).toMatchObject([
      { eventId: ids[4], lastError: { code: code === 413 ? 'too-large' : 'refused', status: code, detail: 'bad one' } },
    ]);
  });

  test('one that refuses everything, an empty request too, is stopped instead of refusing every review', async () => {
    const world = await connected();
    const ids = [await world.review(1), await world.review(2)];
    world.endpoint.usual = status(400);
    await world.untilIdle();
    expect(await world.status()).toMatchObject({
      waiting: 2,
      rejected: 0,
      destination: { paused: true },
      lastProblem: { code: 'refused' },
    });
    world.endpoint.usual = honest;
    await world.sync.runNow();
    expect(world.endpoint.stored.toSorted()).toEqual(ids.toSorted());
  });
});

describe('a sender that dies', () => {
  test('leaves a lease that runs out after a minute, or at once where a lock says that nobody is left', async () => {
    const world = await connected();
    const id = await world.review(1);
    const dead = world.start({ fetch: () => new Promise(() => {}) });
    void dead.run();
    while (!(await world.status())?.sending) await new Promise((resolve) => setImmediate(resolve));
    await world.sync.run();
    expect(world.endpoint.requests).toHaveLength(0);
    expect(world.wake).toBe(world.now + 60_000);
    const locks = {
      request: async (_name: string, _options: unknown, work: (lock: unknown) => unknown) => work({}),
    } as unknown as LockManager;
    await world.start({ locks }).run();
    expect(world.endpoint.stored).toEqual([id]);
  });

  test('a database that fails wakes us again, and is said', async () => {
    const world = await connected();
    await world.review(1);
    const store = { ...world.store, write: () => Promise.reject(new Refusal('storage-full')) };
    await expect(world.start({ store }).run()).rejects.toMatchObject({ code: 'storage-full' });
    expect(world.wake).toBe(world.now + 60_000);
    await world.untilIdle();
    expect(world.endpoint.stored).toHaveLength(1);
  });

  test('nobody sends while another holds the lock', async () => {
    const locks = {
      request: async (_name: string, _options: unknown, work: (lock: unknown) => unknown) => work(null),
    } as unknown as LockManager;
    const world = new World({ locks });
    await world.connect();
    await world.review(1);
    await world.sync.run();
    expect(world.endpoint.requests).toHaveLength(0);
  });
});

describe('a test', () => {
  test('sends no review and says what came back', async () => {
    const world = new World();
    await world.review(1);
    expect(await world.test(url, 'abc')).toEqual({ works: true, problem: null });
    expect(world.endpoint.requests[0]).toMatchObject({ events: [] });
    expect(world.endpoint.requests[0]?.headers.get('authorization')).toBe('Bearer abc');
    world.endpoint.usual = status(401, 'no such token');
    expect(await world.test(url, null)).toEqual({
      works: false,
      problem: { code: 'unauthorized', status: 401, detail: 'no such token' },
    });
    expect(world.endpoint.requests[1]?.headers.has('authorization')).toBe(false);
  });

  test('uses the saved token for the saved address only', async () => {
    const world = await connected();
    await world.test(url);
    await world.test('https://elsewhere.example/');
    expect(world.endpoint.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer secret-token', null]);
  });
});
