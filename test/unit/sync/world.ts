/** A world for sync to run in: a clock that a test turns, an endpoint that holds each event id once, and a way to die anywhere. */
import type { ReviewEvent } from '../../../lib/model/sync.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import type { Store } from '../../../lib/store/open.ts';
import { readSettings } from '../../../lib/store/settings.ts';
import { connectors } from '../../../lib/sync/connectors/index.ts';
import type { SyncPorts } from '../../../lib/sync/ports.ts';
import { createSync, type Sync } from '../../../lib/sync/sync.ts';
import { act, answer, freshStore, noon } from '../sample.ts';

/** How an endpoint answers one request; it may store before it answers. */
export type Answerer = (
  events: ReviewEvent[],
  request: { headers: Headers; body: string },
  store: (events: ReviewEvent[]) => 'stored' | 'duplicate',
) => Response | Promise<Response>;

export const url = 'https://reviews.example/in';
export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers });

/** Stores everything and says so for each event. */
export const honest: Answerer = (events, _request, store) =>
  json({ results: events.map((event) => ({ id: event.id, status: store([event]) })) });
/** Stores nothing. */
export const status =
  (code: number, body = '', headers: Record<string, string> = {}): Answerer =>
  () =>
    new Response(code === 204 ? null : body, { status: code, headers });

export class Endpoint {
  /** Event ids in the order in which they were stored. */
  readonly stored: string[] = [];
  readonly requests: { headers: Headers; body: string; events: ReviewEvent[] }[] = [];
  /** The next requests are answered so, one after the other; then `usual`. */
  script: Answerer[] = [];
  usual: Answerer = honest;

  readonly fetch = (async (_url: string, init: RequestInit) => {
    init.signal?.throwIfAborted();
    const request = { headers: new Headers(init.headers), body: init.body as string };
    const { events } = JSON.parse(request.body) as { events: ReviewEvent[] };
    this.requests.push({ ...request, events });
    return (this.script.shift() ?? this.usual)(events, request, (some) => this.keep(some));
  }) as typeof fetch;

  private keep(events: ReviewEvent[]): 'stored' | 'duplicate' {
    const fresh = events.filter(({ id }) => !this.stored.includes(id));
    this.stored.push(...fresh.map(({ id }) => id));
    return fresh.length > 0 ? 'stored' : 'duplicate';
  }
}

export class World {
  now = noon;
  store: Store = freshStore();
  endpoint = new Endpoint();
  wake: number | null = null;
  sync: Sync;

  constructor(private readonly ports: Partial<SyncPorts> = {}) {
    this.sync = this.start();
  }

  /** A new sender over the same database, as after a restart. `ports` may replace any of its parts. */
  start(ports: Partial<SyncPorts> = {}): Sync {
    return createSync({
      store: this.store,
      fetch: this.endpoint.fetch,
      connectors,
      now: () => this.now,
      random: () => 0.5,
      schedule: (at) => void (this.wake = at),
      ...this.ports,
      ...ports,
    });
  }

  /** Sets the destination and lets it go. */
  async connect(token: string | null = 'secret-token'): Promise<void> {
    await this.sync.configure({ url, token });
    await this.sync.approve();
  }

  /** A final thumb on the answer of this number, old enough to leave; returns the event's id. */
  async review(number: number, rating: 1 | -1 | null = 1, text = `Answer ${number}`): Promise<string> {
    const { destination } = await readSettings(this.store, this.now);
    const given = answer({ text, message: { id: `m${number}`, ordinal: 0, variant: null } });
    const { review } = await changeReview(
      this.store,
      act({ answer: given, change: { kind: 'rate', rating }, now: this.now - 20_000, destinationId: destination?.id ?? null }),
    );
    return `${review?.id}.${review?.revision}`;
  }

  /** Throws the databases away: thousands of worlds would not fit into memory. */
  async end(): Promise<void> {
    await this.store.close();
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  }

  /** Turns the clock to each next wake-up until nothing waits any more. */
  async untilIdle(turns = 200): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
      const at = await this.sync.nextWake();
      if (at === null) return;
      this.now = Math.max(this.now, at);
      await this.sync.run();
    }
    throw new Error('sync does not come to an end');
  }
}
