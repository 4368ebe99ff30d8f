/** Outbox → destination: lease, send, acknowledge. It keeps nothing in memory that it needs: it may die at any line. */
import { Refusal } from '../model/result.ts';
import type { Settings } from '../model/settings.ts';
import type { Destination, SyncProblem, SyncStatus } from '../model/sync.ts';
import { nextBatch, nextBatchAt } from '../store/batches.ts';
import { enqueueMissing, retryRejected } from '../store/outbox.ts';
import { changeSettings, configureDestination, readSettings, readToken } from '../store/settings.ts';
import { readStatus } from '../store/status.ts';
import { changeSyncState, readSyncState } from '../store/syncState.ts';
import { drain } from './drain.ts';
import { deadline, limits, type SyncPorts } from './ports.ts';

/** What an endpoint answered to a test, for words: `problem` is null when it works. */
export interface TestOutcome {
  works: boolean;
  problem: Pick<SyncProblem, 'code' | 'status' | 'detail'> | null;
}

/** Sync as the background offers it. */
export interface Sync {
  /** Sends what is due. Rejects only when the database fails; two calls at once are one run. */
  run(): Promise<void>;
  /** The same because a person asked: back-off and a stop by the endpoint do not hold; undo time and the person's own pause do. */
  runNow(): Promise<void>;
  status(): Promise<SyncStatus>;
  /** When the next run is worth it, epoch ms; null: nothing waits, or it may not leave. */
  nextWake(): Promise<number | null>;
  /** The exact next request, the token's value left out. Without waiting reviews it is the empty test request. */
  preview(): Promise<{ headers: Record<string, string>; body: string; events: number }>;
  /** Sends an empty request to an address that need not be saved. `token` undefined: the saved one, if the address is the saved one. */
  test(url: string, token?: string | null): Promise<TestOutcome>;
  /** Saves where reviews go (address and token are checked already) and enqueues what it does not have. */
  configure(wanted: { url: string | null; token?: string | null }): Promise<Settings>;
  /** The person has seen the payload. */
  approve(): Promise<void>;
  pause(paused: boolean): Promise<void>;
  /** Lets what was refused for good try again. */
  retryRejected(): Promise<void>;
}

/** Sync over its ports. */
export function createSync(ports: SyncPorts): Sync {
  const { store, now, connectors } = ports;
  let running: Promise<void> | null = null;
  /** Set when somebody asks during a run: what they saved may have come too late for it. */
  let again: 'no' | 'due' | 'byHand' = 'no';

  const destinationOf = async (): Promise<Destination | null> => (await readSettings(store, now())).destination;

  function start(byHand: boolean): Promise<void> {
    if (running) {
      if (again !== 'byHand') again = byHand ? 'byHand' : 'due';
      return running;
    }
    running = loop(byHand);
    return running;
  }

  async function loop(byHand: boolean): Promise<void> {
    try {
      for (let hand = byHand; ; hand = again === 'byHand') {
        again = 'no';
        await alone((locked) => drain(ports, { byHand: hand, alone: locked }));
        await ports.schedule(await nextWake());
        ports.changed?.();
        if (again === 'no') return;
      }
    } catch (error) {
      // The database failed, not the endpoint: nothing is lost, and nobody else would wake us.
      await ports.schedule(now() + 60_000);
      throw error;
    } finally {
      // Before anything else can ask: nobody may be told to wait for a run that is over.
      running = null;
    }
  }

  async function alone(work: (locked: boolean) => Promise<void>): Promise<void> {
    if (!ports.locks) return work(false);
    await ports.locks.request('bluepencil-sync', { ifAvailable: true }, async (lock) => {
      if (lock) await work(true);
    });
  }

  async function nextWake(): Promise<number | null> {
    const destination = await destinationOf();
    if (!destination?.approved || destination.paused) return null;
    const state = await readSyncState(store, destination.id);
    if (state.halted) return null;
    if (state.behind) return now();
    const at = await nextBatchAt(store, { ...limits, destinationId: destination.id, now: now() });
    return at === null ? null : Math.max(at, state.notBefore);
  }

  return {
    run: () => start(false),
    runNow: () => start(true),
    nextWake,
    async status() {
      return { ...(await readStatus(store, now())), nextTryAt: await nextWake() };
    },
    async preview() {
      const destination = await destinationOf();
      if (!destination) throw new Refusal('no-destination');
      const batch = (await nextBatch(store, { ...limits, destinationId: destination.id })) ?? { id: 'test', events: [] };
      const token = await readToken(store, destination.id);
      const { headers, body } = connectors[destination.connector].preview(batch, { url: destination.url, token });
      return { headers, body, events: batch.events.length };
    },
    async test(url, token) {
      const destination = await destinationOf();
      const saved = token === undefined && destination?.url === url ? await readToken(store, destination.id) : null;
      const settings = { url, token: token ?? saved };
      const connector = connectors.webhook;
      if (ports.permitted && !(await ports.permitted(connector.origins(settings)))) {
        return { works: false, problem: { code: 'no-permission', status: null, detail: new URL(url).origin } };
      }
      const signal = deadline(ports);
      const failed = await connector.test({ fetch: ports.fetch, signal, settings });
      return { works: !failed, problem: failed && { code: failed.code, status: failed.status, detail: failed.detail } };
    },
    async configure(wanted) {
      const settings = await configureDestination(store, { ...wanted, now: now() });
      if (settings.destination) await enqueueMissing(store, settings.destination.id, now());
      await ports.schedule(await nextWake());
      ports.changed?.();
      return settings;
    },
    async approve() {
      await change((destination) => ({ ...destination, approved: true }));
    },
    async pause(paused) {
      const destination = await change((before) => ({ ...before, paused }));
      // Going on is a fresh start: what the endpoint said before may hold no longer.
      if (!paused) await changeSyncState(store, destination.id, (state) => ({ ...state, halted: false, notBefore: 0, attempts: 0 }));
      await ports.schedule(await nextWake());
    },
    async retryRejected() {
      const destination = await destinationOf();
      if (destination) await retryRejected(store, destination.id, now());
      await ports.schedule(await nextWake());
    },
  };

  async function change(make: (destination: Destination) => Destination): Promise<Destination> {
    const settings = await changeSettings(
      store,
      (before) => ({ ...before, destination: before.destination && make(before.destination) }),
      now(),
    );
    if (!settings.destination) throw new Refusal('no-destination');
    ports.changed?.();
    return settings.destination;
  }
}
