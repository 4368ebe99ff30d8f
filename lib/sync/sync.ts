/** Outbox → destination: lease, send, acknowledge. It keeps nothing in memory that it needs: it may die at any line. */
import { Refusal } from '../model/result.ts';
import type { MaskChoice } from '../model/privacy.ts';
import type { Destination, DestinationDraft, SyncPreview, SyncProblem, SyncStatus } from '../model/sync.ts';
import { nextBatch } from '../store/batches.ts';
import { chooseMasks } from '../store/masks.ts';
import { enqueueMissing, retryRejected } from '../store/outbox.ts';
import { readHead } from '../store/record.ts';
import { changeSettings, readSecrets, readSettings, removeDestination, setDestination } from '../store/settings.ts';
import { readStatus } from '../store/status.ts';
import { changeSyncState, readSyncState } from '../store/syncState.ts';
import { longestPhrase, spelled } from '../privacy/phrases.ts';
import { createLeave } from './leave.ts';
import { limitsFor, type SyncPorts } from './ports.ts';
import { createRuns } from './runs.ts';
import { contextOf, missing, reach, reachKept, type Reached } from './reach.ts';

/** What an endpoint answered to a test, for words: `problem` is null when it works. */
export interface TestOutcome {
  works: boolean;
  problem: Pick<SyncProblem, 'code' | 'status' | 'detail'> | null;
}

/** Sync as the background offers it. What is asked of a destination that is none is refused with `no-destination`. */
export interface Sync {
  /** Sends what is due, to each destination by itself. Rejects only when the database fails; two calls at once are one run. */
  run(): Promise<void>;
  /** The same because a person asked: back-off and a stop by the endpoint do not hold; undo time, the person's own pause and an end for good do. */
  runNow(): Promise<void>;
  status(): Promise<SyncStatus>;
  /** When the next run is worth it, epoch ms; null: nothing waits, or it may not leave. */
  nextWake(): Promise<number | null>;
  /** The exact next request, the values of secrets left out. Without waiting reviews it is the empty test request. */
  preview(destinationId: string): Promise<SyncPreview>;
  /** Keeps what a person wants masked or shown of conversations, for all that leaves from now on. */
  choose(choice: MaskChoice): Promise<void>;
  /** Sends an empty request to a destination that need not be saved. A secret that is absent is the saved one, if the place is the saved one. */
  test(draft: DestinationDraft): Promise<TestOutcome>;
  /** Saves where reviews go and enqueues what is not there. Returns the id. Throws what `reach` and `setDestination` throw. */
  configure(draft: DestinationDraft): Promise<string>;
  remove(destinationId: string): Promise<void>;
  /** The person has seen the payload. */
  approve(destinationId: string): Promise<void>;
  pause(destinationId: string, paused: boolean): Promise<void>;
  /** Lets what was refused for good try again. */
  retryRejected(destinationId: string): Promise<void>;
}

/** Sync over its ports. */
export function createSync(ports: SyncPorts): Sync {
  const { store, now, connectors } = ports;
  const leave = createLeave(ports.parsePhone);
  const runs = createRuns(ports, leave);

  async function destinationOf(id: string): Promise<Destination> {
    const found = (await readSettings(store, now())).destinations.find((one) => one.id === id);
    if (!found) throw new Refusal('no-destination');
    return found;
  }

  return {
    run: () => runs.start(false),
    runNow: () => runs.start(true),
    nextWake: () => runs.nextWake(),
    async status() {
      const each = await readStatus(store, now());
      return { destinations: await Promise.all(each.map(async (one) => ({ ...one, nextTryAt: await runs.wakeFor(one.destination) }))) };
    },
    async preview(destinationId) {
      const destination = await destinationOf(destinationId);
      const reached = await reachKept(ports, destination);
      if (reached instanceof Refusal) throw reached;
      const way = leave(await ports.privacy());
      const most = limitsFor(ports, await readSyncState(store, destinationId));
      const next = await nextBatch(store, { ...most, destinationId, now: now(), leave: way });
      const batch = next ?? { id: 'test', events: [], masks: [] };
      const request = reached.connector.preview({ ...batch, head: await readHead(store) }, reached.settings);
      return { ...request, events: batch.events.length, masks: way.mask ? batch.masks : [] };
    },
    async choose(choice) {
      const value = choice.act === 'hide' ? spelled(choice.value) : choice.value;
      if (choice.act === 'hide' && (value === '' || value.length > longestPhrase)) throw new Refusal('mask-words', { most: longestPhrase });
      await chooseMasks(store, { ...choice, value }, now());
    },
    async test(draft) {
      const reached = await reachDraft(draft);
      const { connector, settings } = reached;
      const failed = (await missing(ports, reached)) ?? (await connector.test(contextOf(ports, settings)));
      return { works: !failed, problem: failed && { code: failed.code, status: failed.status, detail: failed.detail } };
    },
    async configure(draft) {
      const { connector, settings } = await reachDraft(draft);
      const id = await setDestination(store, { ...draft, place: connector.place(settings), now: now() });
      await enqueueMissing(store, id, now());
      await runs.schedule();
      ports.changed?.();
      return id;
    },
    async remove(destinationId) {
      await removeDestination(store, destinationId, now());
      await runs.schedule();
      ports.changed?.();
    },
    async approve(destinationId) {
      await change(destinationId, (destination) => ({ ...destination, approved: true }));
    },
    async pause(destinationId, paused) {
      await change(destinationId, (before) => ({ ...before, paused }));
      // Going on is a fresh start: what the endpoint said before may hold no longer.
      if (!paused)
        await changeSyncState(store, destinationId, (state) => ({ ...state, halted: false, disabled: false, notBefore: 0, attempts: 0 }));
      await runs.schedule();
    },
    async retryRejected(destinationId) {
      await destinationOf(destinationId);
      await retryRejected(store, destinationId, now());
      await runs.schedule();
    },
  };

  /** What a form says, with the kept secrets where the place is the same. */
  async function reachDraft(draft: DestinationDraft): Promise<Reached> {
    const before = draft.id === undefined ? null : await destinationOf(draft.id);
    if (before?.connector !== draft.connector) return reach(connectors, draft);
    const kept = await reachKept(ports, before);
    const filled = { ...draft, secrets: { ...(await readSecrets(store, before.id)), ...draft.secrets } };
    const whole = reach(connectors, filled);
    const stays = !(kept instanceof Refusal) && kept.connector.place(kept.settings) === whole.connector.place(whole.settings);
    return stays ? whole : reach(connectors, draft);
  }

  async function change(id: string, make: (destination: Destination) => Destination): Promise<void> {
    await destinationOf(id);
    await changeSettings(
      store,
      (before) => ({ ...before, destinations: before.destinations.map((one) => (one.id === id ? make(one) : one)) }),
      now(),
    );
    ports.changed?.();
  }
}
