/** One run: requests one after the other, until nothing is due or the endpoint wants a pause. */
import type { SyncProblem } from '../model/sync.ts';
import { keepBatch, leaseBatch, splitBatch } from '../store/batches.ts';
import { enqueueMissing } from '../store/outbox.ts';
import { readSettings, readToken } from '../store/settings.ts';
import { settleBatch } from '../store/settle.ts';
import { changeSyncState, readSyncState } from '../store/syncState.ts';
import type { BatchRow } from '../store/tables.ts';
import type { Failed, SendResult } from './connector.ts';
import { deadline, leaseMs, limits, type SyncPorts } from './ports.ts';
import { backOff } from './retry.ts';

/**
 * Sends what is due to the destination. `alone`: the caller holds the lock, so a lease that still runs belongs to a sender
 * that died. Settings are read before each request: a pause holds from the next one on.
 */
export async function drain(ports: SyncPorts, how: { byHand: boolean; alone: boolean }): Promise<void> {
  if (how.byHand) await startAfresh(ports);
  let told = -Infinity;
  // To say how far it is costs a count of what waits: once a second is enough.
  const tell = (): void => {
    if (ports.now() - told < 1000) return;
    told = ports.now();
    ports.changed?.();
  };
  while (await sendOne(ports, how, tell));
}

/** What a person asks for is tried although the endpoint wanted a pause. */
async function startAfresh({ store, now }: SyncPorts): Promise<void> {
  const { destination } = await readSettings(store, now());
  if (destination && !destination.paused) {
    await changeSyncState(store, destination.id, (state) => ({ ...state, halted: false, notBefore: 0 }));
  }
}

/** One request; true when the next one may follow at once. */
async function sendOne(ports: SyncPorts, { byHand, alone }: { byHand: boolean; alone: boolean }, tell: () => void): Promise<boolean> {
  const { store, now } = ports;
  const { destination } = await readSettings(store, now());
  if (!destination?.approved || destination.paused) return false;
  const state = await readSyncState(store, destination.id);
  if (state.halted || state.notBefore > now()) return false;
  if (state.behind) await enqueueMissing(store, destination.id, now());
  const { batch } = await leaseBatch(store, { ...limits, destinationId: destination.id, now: now(), leaseMs, byHand, alone });
  if (!batch) return false;
  tell();

  const connector = ports.connectors[destination.connector];
  const settings = { url: destination.url, token: await readToken(store, destination.id) };
  const context = () => ({ fetch: ports.fetch, signal: deadline(ports), settings });
  if (ports.permitted && !(await ports.permitted(connector.origins(settings)))) {
    const detail = connector.origins(settings).join(', ');
    return giveUp(ports, batch, { code: 'no-permission', status: null, detail, cure: 'halt' });
  }
  const result = await connector.send({ id: batch.id, events: batch.events }, context());
  const { failure } = result;
  if (!failure) return settle(ports, batch, result);
  if (failure.cure !== 'split') return giveUp(ports, batch, failure);
  if (batch.events.length > 1) {
    await splitBatch(store, batch, problemOf(failure, now()));
    return true;
  }
  // An endpoint that never took anything and refuses the empty request too is no endpoint of ours: the review is not at fault.
  const wrong = state.lastSentAt === null && failure.code === 'refused' ? await connector.test(context()) : null;
  if (wrong) return giveUp(ports, batch, { ...failure, cure: wrong.cure === 'retry' ? 'retry' : 'halt' });
  return refuse(ports, batch, failure);
}

async function settle({ store, now, random }: SyncPorts, batch: BatchRow, result: SendResult): Promise<boolean> {
  const at = now();
  const lost: SyncProblem = { code: 'incomplete-reply', status: null, detail: '', at: new Date(at).toISOString() };
  await settleBatch(store, {
    batch,
    accepted: result.accepted,
    rejected: result.rejected.map(({ id, retryable, message }) => ({
      id,
      retryable,
      problem: { code: 'refused', status: null, detail: message, at: lost.at },
    })),
    problem: result.unknown.length > 0 ? lost : null,
    now: at,
    delay: (attempts) => backOff(attempts, random),
  });
  // A person's "now" would ask an endpoint that keeps saying "later" for ever: one that takes nothing ends the run.
  return result.accepted.length > 0 || result.rejected.some(({ retryable }) => !retryable);
}

async function refuse({ store, now, random }: SyncPorts, batch: BatchRow, failure: Failed): Promise<boolean> {
  const problem = problemOf(failure, now());
  const rejected = batch.events.map(({ id }) => ({ id, retryable: false, problem }));
  await settleBatch(store, { batch, accepted: [], rejected, problem: null, now: now(), delay: (attempts) => backOff(attempts, random) });
  return true;
}

/** Keeps the request as it is, for the next try. */
async function giveUp({ store, now, random }: SyncPorts, batch: BatchRow, failure: Failed): Promise<boolean> {
  const at = now();
  const { attempts } = await readSyncState(store, batch.destinationId);
  const notBefore = at + Math.max(backOff(attempts + 1, random), failure.retryAfterMs ?? 0);
  await keepBatch(store, { batch, problem: problemOf(failure, at), notBefore, halted: failure.cure === 'halt' });
  return false;
}

const problemOf = ({ code, status, detail }: Failed, now: number): SyncProblem => ({
  code,
  status,
  detail,
  at: new Date(now).toISOString(),
});
