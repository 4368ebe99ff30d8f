/** When what is sent where: a run to each destination by itself, so that one which hangs holds up no other. */
import { isDue } from '../model/due.ts';
import type { Destination } from '../model/sync.ts';
import { nextBatchAt } from '../store/batches.ts';
import { readSettings } from '../store/settings.ts';
import { readSyncState } from '../store/syncState.ts';
import { drain } from './drain.ts';
import type { createLeave } from './leave.ts';
import { limitsFor, type SyncPorts } from './ports.ts';
import { receive } from './receive.ts';

/** A run to one destination. */
interface Run {
  done: Promise<void>;
  /** Set when somebody asks meanwhile: what they saved may have come too late for it. */
  again: 'no' | 'due' | 'byHand';
}

/** What `createRuns` gives. */
export interface Runs {
  /** Sends what is due to each; two calls at once are one run. Rejects only when the database fails. */
  start(byHand: boolean): Promise<void>;
  /** When the next run to a destination is worth it, epoch ms; null: nothing waits, or it may not leave. */
  wakeFor(destination: Destination): Promise<number | null>;
  /** The same for all. */
  nextWake(): Promise<number | null>;
  /** Asks to be woken then. */
  schedule(): Promise<void>;
}

/** Runs over the ports of sync. */
export function createRuns(ports: SyncPorts, leave: ReturnType<typeof createLeave>): Runs {
  const { store, now, connectors } = ports;
  const runs = new Map<string, Run>();

  const destinations = async (): Promise<Destination[]> => (await readSettings(store, now())).destinations;

  async function start(byHand: boolean): Promise<void> {
    try {
      const all = await destinations();
      await Promise.all(all.map(({ id }) => startOne(id, byHand)));
      if (all.length > 0) return;
      await schedule();
      ports.changed?.();
    } catch (error) {
      // The database failed, not the endpoint: nothing is lost, and nobody else would wake us.
      await ports.schedule(now() + 60_000);
      throw error;
    }
  }

  function startOne(id: string, byHand: boolean): Promise<void> {
    const running = runs.get(id);
    if (running) {
      if (running.again !== 'byHand') running.again = byHand ? 'byHand' : 'due';
      return running.done;
    }
    const run: Run = { done: Promise.resolve(), again: 'no' };
    runs.set(id, run);
    run.done = loop(id, run, byHand);
    return run.done;
  }

  async function loop(destinationId: string, run: Run, byHand: boolean): Promise<void> {
    try {
      for (let hand = byHand; ; hand = run.again === 'byHand') {
        run.again = 'no';
        await alone(destinationId, async (locked) => {
          await drain(ports, { destinationId, byHand: hand, alone: locked, leave });
          await receive(ports, { destinationId, byHand: hand, leave });
        });
        await schedule();
        ports.changed?.();
        if (run.again === 'no') return;
      }
    } finally {
      // Before anything else can ask: nobody may be told to wait for a run that is over.
      runs.delete(destinationId);
    }
  }

  const schedule = async (): Promise<void> => ports.schedule(await nextWake());

  async function alone(destinationId: string, work: (locked: boolean) => Promise<void>): Promise<void> {
    if (!ports.locks) return work(false);
    await ports.locks.request(`bluepencil-sync/${destinationId}`, { ifAvailable: true }, async (lock) => {
      if (lock) await work(true);
    });
  }

  async function nextWake(): Promise<number | null> {
    const each = await Promise.all((await destinations()).flatMap((one) => [wakeFor(one), lookFor(one)]));
    const known = each.filter((at) => at !== null);
    return known.length > 0 ? Math.min(...known) : null;
  }

  async function wakeFor({ id, approved, paused }: Destination): Promise<number | null> {
    if (!approved || paused) return null;
    const state = await readSyncState(store, id);
    if (state.halted) return null;
    if (state.behind) return now();
    const at = await nextBatchAt(store, { ...limitsFor(ports, state), destinationId: id, now: now() });
    return at === null || isDue(state.notBefore, now()) ? at : Math.max(at, state.notBefore);
  }

  /** When something may have come, where something comes from at all. */
  async function lookFor({ id, connector, approved, paused }: Destination): Promise<number | null> {
    if (!approved || paused || !connectors[connector]?.receive) return null;
    const { halted, receiveAt = 0 } = await readSyncState(store, id);
    return halted ? null : isDue(receiveAt, now()) ? now() : receiveAt;
  }

  return { start, wakeFor, nextWake, schedule };
}
