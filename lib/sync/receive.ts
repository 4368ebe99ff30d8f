/** Destination → store: what colleagues wrote there, portion by portion. Each is stored with the place where the next begins: it may die at any line. */
import { isDue } from '../model/due.ts';
import { Refusal } from '../model/result.ts';
import { conversationOf, type Privacy } from '../model/privacy.ts';
import { answersOf, type SyncEvent, type SyncProblem } from '../model/sync.ts';
import type { Leave } from '../store/collect.ts';
import { storeReceived } from '../store/received.ts';
import { readSettings } from '../store/settings.ts';
import { changeSyncState, readSyncState } from '../store/syncState.ts';
import type { Failed, Incoming } from './connector.ts';
import type { PrivacyNow, SyncPorts } from './ports.ts';
import { contextOf, missing, reachKept } from './reach.ts';

/** Ms between two looks where nobody asks: what a colleague wrote is there within minutes, for a request that costs next to nothing. */
export const lookEvery = 300_000;
/** The same while somebody is at work, who wakes the sender with every act. */
const busyEvery = 30_000;
/** Portions of one run: an endpoint that never comes to an end is asked on at the next one. */
const most = 50;

/**
 * Receives what came at one destination, if its connector can and it is time; a person who asks need not wait. A failure holds up nothing that leaves, and
 * is told as the destination's problem where there is no other.
 */
export async function receive(
  ports: SyncPorts,
  { destinationId, byHand, leave }: { destinationId: string; byHand: boolean; leave: (privacy: Privacy) => Leave },
): Promise<void> {
  const { store, now } = ports;
  for (let left = most, isNew = true; left > 0; left--, isNew = false) {
    const [settings, state] = await Promise.all([readSettings(store, now()), readSyncState(store, destinationId)]);
    const destination = settings.destinations.find(({ id }) => id === destinationId);
    if (!destination?.approved || destination.paused || state.halted) return;
    // Asked every few minutes it is looked for again at the first act after half a minute.
    const due = (state.receiveAt ?? 0) - (state.receiveProblem ? 0 : lookEvery - busyEvery);
    if (isNew && !byHand && !isDue(due, now())) return;
    const reached = await reachKept(ports, destination);
    if (reached instanceof Refusal)
      return fail(ports, destinationId, { code: 'bad-settings', status: null, detail: reached.code, cure: 'halt' });
    const { connector, settings: given } = reached;
    if (!connector.receive) return;
    const unpermitted = await missing(ports, reached);
    const came: Incoming | Failed = unpermitted
      ? { ...unpermitted, cure: 'halt' }
      : await connector.receive(state.cursor ?? null, contextOf(ports, given));
    if ('cure' in came) return fail(ports, destinationId, came);
    const { gone, bad, cursor, more } = came;
    const events = masked(came.events, await ports.privacy(), leave);
    const nextAt = now() + lookEvery;
    if (cursor === state.cursor)
      return changeSyncState(store, destinationId, (before) => ({ ...before, receiveAt: nextAt, lookedAt: now(), receiveProblem: null }));
    const added = await storeReceived(store, { destinationId, events, gone, bad, cursor, now: now(), nextAt });
    if (added > 0) ports.received?.();
    if (!more) return;
  }
}

/** Where what is stored is masked, what comes is: whoever sent it may have sent it whole. */
function masked(events: SyncEvent[], privacy: PrivacyNow, leave: (privacy: Privacy) => Leave): SyncEvent[] {
  const { mask } = privacy.store === 'masked' ? leave({ ...privacy, send: 'masked' }) : { mask: null };
  if (!mask) return events;
  return events.map((event) => {
    const [answer] = answersOf(event);
    return answer ? mask(event, { conversation: conversationOf(answer), ledger: {}, shown: [], hidden: [] }).event : event;
  });
}

function fail({ store, now }: SyncPorts, destinationId: string, { code, status, detail, retryAfterMs = 0 }: Failed): Promise<void> {
  const at = now();
  const receiveProblem: SyncProblem = { code, status, detail, at: new Date(at).toISOString() };
  const receiveAt = at + Math.max(lookEvery, retryAfterMs);
  return changeSyncState(store, destinationId, (before) => ({ ...before, receiveAt, receiveProblem }));
}
