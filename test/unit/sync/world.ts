/** A world for sync to run in: a clock that a test turns, an endpoint that holds each event id once, and a way to die anywhere. */
import { gunzipSync } from 'node:zlib';
import type { Comparison } from '../../../lib/model/preference.ts';
import { defaultPrivacy } from '../../../lib/model/privacy.ts';
import type { DestinationStatus, SyncEvent, SyncPreview } from '../../../lib/model/sync.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import type { Store } from '../../../lib/store/open.ts';
import { readSettings } from '../../../lib/store/settings.ts';
import { connectors } from '../../../lib/sync/connectors/index.ts';
import type { SyncPorts } from '../../../lib/sync/ports.ts';
import { createSync, type Sync, type TestOutcome } from '../../../lib/sync/sync.ts';
import { endpointDraft } from '../../endpoint/draft.ts';
import { act, answer, compare, freshStore, noon } from '../sample.ts';

/** How an endpoint answers one request; it may store before it answers. */
export type Answerer = (
  events: SyncEvent[],
  request: { headers: Headers; body: string },
  store: (events: SyncEvent[]) => 'stored' | 'duplicate',
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
  readonly requests: { headers: Headers; body: string; events: SyncEvent[] }[] = [];
  /** The next requests are answered so, one after the other; then `usual`. */
  script: Answerer[] = [];
  usual: Answerer = honest;

  readonly fetch = (async (_url: string, init: RequestInit) => {
    init.signal?.throwIfAborted();
    const body = typeof init.body === 'string' ? init.body : gunzipSync(init.body as Uint8Array).toString();
    const request = { headers: new Headers(init.headers), body };
    const { events } = JSON.parse(request.body) as { events: SyncEvent[] };
    this.requests.push({ ...request, events });
    return (this.script.shift() ?? this.usual)(events, request, (some) => this.keep(some));
  }) as typeof fetch;

  private keep(events: SyncEvent[]): 'stored' | 'duplicate' {
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
      privacy: async () => defaultPrivacy,
      parsePhone: null,
      now: () => this.now,
      random: () => 0.5,
      schedule: (at) => void (this.wake = at),
      ...this.ports,
      ...ports,
    });
  }

  /** Sets the destination and lets it go. */
  async connect(token: string | null = 'secret-token'): Promise<void> {
    await this.configure({ url, token });
    await this.approve();
  }

  /** Sets the one destination of this world, or changes it. */
  async configure({ url, token }: { url: string; token?: string | null }): Promise<void> {
    await this.sync.configure(endpointDraft(url, token, (await this.status())?.destination.id));
  }
  async status(): Promise<DestinationStatus | undefined> {
    return (await this.sync.status()).destinations[0];
  }
  private async id(): Promise<string> {
    return (await this.status())?.destination.id ?? '';
  }
  async approve(): Promise<void> {
    await this.sync.approve(await this.id());
  }
  async pause(paused: boolean): Promise<void> {
    await this.sync.pause(await this.id(), paused);
  }
  async preview(): Promise<SyncPreview> {
    return this.sync.preview(await this.id());
  }
  async retryRejected(): Promise<void> {
    await this.sync.retryRejected(await this.id());
  }
  async test(to: string, token?: string | null): Promise<TestOutcome> {
    return this.sync.test(endpointDraft(to, token, (await this.status())?.destination.id));
  }

  /** A final thumb on the answer of this number, old enough to leave; returns the event's id. */
  async review(number: number, rating: 1 | -1 | null = 1, text = `Answer ${number}`): Promise<string> {
    const { destinations } = await readSettings(this.store, this.now);
    const given = answer({ text, message: { id: `m${number}`, ordinal: 0, variant: null } });
    const { review } = await changeReview(
      this.store,
      act({ answer: given, change: { kind: 'rate', rating }, now: this.now - 20_000, destinationIds: destinations.map(({ id }) => id) }),
    );
    return `${review?.id}.${review?.revision}`;
  }

  /** A preference between the same two answers, old enough to leave; returns the event's id. */
  async prefer(better: Comparison): Promise<string> {
    const { destinations } = await readSettings(this.store, this.now);
    const how = { now: this.now - 20_000, destinationIds: destinations.map(({ id }) => id) };
    const { id, revision } = await changePreference(this.store, compare({ better }, how));
    return `${id}.${revision}`;
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
