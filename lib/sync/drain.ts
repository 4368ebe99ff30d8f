/** One run: requests one after the other, until nothing is due or the endpoint wants a pause. */
import { isDue } from '../model/due.ts';
import type { Privacy } from '../model/privacy.ts';
import { Refusal } from '../model/result.ts';
import type { Sent } from '../model/sent.ts';
import type { Destination, SyncProblem } from '../model/sync.ts';
import { prepareBatch } from '../store/ahead.ts';
import { idempotencyKey } from '../store/batchKey.ts';
import { keepBatch, leaseBatch } from '../store/batches.ts';
import { enqueueMissing } from '../store/outbox.ts';
import { readHead } from '../store/record.ts';
import { readSettings } from '../store/settings.ts';
import { settleBatch } from '../store/settle.ts';
import { splitBatch } from '../store/split.ts';
import { changeSyncState, readSyncState } from '../store/syncState.ts';
import type { BatchRow } from '../store/tables.ts';
import type { Leave } from '../store/collect.ts';
import type { Failed, SendResult } from './connector.ts';
import { listen } from './heard.ts';
import { leaseMs, limitsFor, type SyncPorts } from './ports.ts';
import { contextOf, missing, reachKept } from './reach.ts';
import { backOff } from './retry.ts';

/**
 * Sends what is due to one destination. `alone`: the caller holds the lock, so a lease that still runs belongs to a sender
 * that died. Settings are read before each request: a pause holds from the next one on, and so do the rules of masking.
 */
export async function drain(
  ports: SyncPorts,
  how: { destinationId: string; byHand: boolean; alone: boolean; leave: (privacy: Privacy) => Leave },
): Promise<void> {
  if (how.byHand) await startAfresh(ports, how.destinationId);
  let told = -Infinity;
  // To say how far it is costs a count of what waits: once a second is enough.
  const tell = (): void => {
    if (ports.now() - told < 1000) return;
    told = ports.now();
    ports.changed?.();
  };
  let sends = 0;
  while (await sendOne(ports, how, tell)) sends++;
  if (sends > 0) await rest(ports, how.destinationId);
}

/** Where each request is worth a thought, such as a file in the downloads, what comes next gathers for a while. */
async function rest(ports: SyncPorts, id: string): Promise<void> {
  const destination = await destinationOf(ports, id);
  const reached = destination && (await reachKept(ports, destination));
  if (!reached || reached instanceof Refusal) return;
  const pause = reached.connector.every?.(reached.settings) ?? 0;
  if (pause > 0)
    await changeSyncState(ports.store, id, (state) => ({ ...state, notBefore: Math.max(state.notBefore, ports.now() + pause) }));
}

/** What a person asks for is tried although the endpoint wanted a pause. */
async function startAfresh(ports: SyncPorts, id: string): Promise<void> {
  const destination = await destinationOf(ports, id);
  if (!destination || destination.paused) return;
  await changeSyncState(ports.store, id, (state) => (state.disabled ? state : { ...state, halted: false, notBefore: 0 }));
}

const destinationOf = async ({ store, now }: SyncPorts, id: string): Promise<Destination | undefined> =>
  (await readSettings(store, now())).destinations.find((one) => one.id === id);

/** One request; true when the next one may follow at once. */
async function sendOne(
  ports: SyncPorts,
  { destinationId, byHand, alone, leave: leaveBy }: Parameters<typeof drain>[1],
  tell: () => void,
): Promise<boolean> {
  const { store, now } = ports;
  const [destination, state, privacy] = await Promise.all([
    destinationOf(ports, destinationId),
    readSyncState(store, destinationId),
    ports.privacy(),
  ]);
  if (!destination?.approved || destination.paused) return false;
  if (state.halted || !isDue(state.notBefore, now())) return false;
  if (state.behind) await enqueueMissing(store, destinationId, now());
  const leave = leaveBy(privacy);
  const most = limitsFor(ports, state);
  const wanted = { ...most, destinationId, byHand, leave };
  const { batch } = await leaseBatch(store, { ...wanted, now: now(), leaseMs, alone });
  if (!batch) return false;
  // Whoever dies from here on is woken when its lease is over.
  await ports.schedule(now() + leaseMs);
  tell();

  const [reached, head] = await Promise.all([reachKept(ports, destination), readHead(store)]);
  // A form that was good once may not be for a connector that asks for more now.
  if (reached instanceof Refusal) return giveUp(ports, batch, { code: 'bad-settings', status: null, detail: reached.code, cure: 'halt' });
  const { connector, settings } = reached;
  const { encoding } = state;
  const context = () => ({ ...contextOf(ports, settings), ...(encoding ? { encoding } : {}) });
  const unpermitted = await missing(ports, reached);
  if (unpermitted) return giveUp(ports, batch, { ...unpermitted, cure: 'halt' });
  // Where much waits, the next request is made ready while this one is on its way. What fails there fails again where it is told.
  const isFull = batch.events.length >= most.maxEvents;
  const { hear, sent: kept } = listen();
  const [result] = await Promise.all([
    connector.send({ id: idempotencyKey(batch), events: batch.events, head }, { ...context(), heard: hear }),
    isFull ? prepareBatch(store, { ...wanted, now: now() }, batch).catch(() => {}) : null,
  ]);
  const { failure, encoding: found } = result;
  const sent = kept(batch.events, result, now());
  if (found && found !== encoding) await changeSyncState(store, destinationId, (before) => ({ ...before, encoding: found }));
  if (!failure) return settle(ports, batch, result, sent);
  if (failure.cure !== 'split') return giveUp(ports, batch, failure, sent);
  if (batch.events.length > 1) {
    await splitBatch(store, batch, problemOf(failure, now()), sent);
    return true;
  }
  // An endpoint that never took anything and refuses the empty request too is no endpoint of ours: the review is not at fault.
  const wrong = state.lastSentAt === null && failure.code === 'refused' ? await connector.test(context()) : null;
  if (wrong) return giveUp(ports, batch, { ...failure, cure: wrong.cure === 'retry' ? 'retry' : 'halt' }, sent);
  return refuse(ports, batch, failure, sent);
}

async function settle({ store, now, random }: SyncPorts, batch: BatchRow, result: SendResult, sent: Sent | null): Promise<boolean> {
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
    receipt: result.receipt ?? null,
    problem: result.unknown.length > 0 ? lost : null,
    sent,
    now: at,
    delay: (attempts) => backOff(attempts, random),
  });
  // A person's "now" would ask an endpoint that keeps saying "later" for ever: one that takes nothing ends the run.
  return result.accepted.length > 0 || result.rejected.some(({ retryable }) => !retryable);
}

async function refuse({ store, now, random }: SyncPorts, batch: BatchRow, failure: Failed, sent: Sent | null): Promise<boolean> {
  const problem = problemOf(failure, now());
  const rejected = batch.events.map(({ id }) => ({ id, retryable: false, problem }));
  await settleBatch(store, {
    batch,
    accepted: [],
    rejected,
    receipt: null,
    problem: null,
    sent,
    now: now(),
    delay: (attempts) => backOff(attempts, random),
  });
  return true;
}

/** Keeps the request as it is, for the next try. */
async function giveUp({ store, now, random }: SyncPorts, batch: BatchRow, failure: Failed, sent: Sent | null = null): Promise<boolean> {
  const at = now();
  const { attempts } = await readSyncState(store, batch.destinationId);
  const notBefore = at + Math.max(backOff(attempts + 1, random), failure.retryAfterMs ?? 0);
  await keepBatch(store, {
    batch,
    problem: problemOf(failure, at),
    sent,
    notBefore,
    halted: failure.cure !== 'retry',
    disabled: failure.cure === 'disable',
  });
  return false;
}

const problemOf = ({ code, status, detail }: Failed, now: number): SyncProblem => ({
  code,
  status,
  detail,
  at: new Date(now).toISOString(),
});
