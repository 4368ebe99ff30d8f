/** What sync is given from outside, so that tests can break each of it. */
import type { Store } from '../store/open.ts';
import type { Destination } from '../model/sync.ts';
import type { Connector } from './connector.ts';

/** What `createSync` needs. */
export interface SyncPorts {
  store: Store;
  fetch: typeof fetch;
  connectors: Record<Destination['connector'], Connector>;
  /** Epoch ms. */
  now: () => number;
  /** [0, 1), for the jitter. */
  random: () => number;
  /** Called after each run with the time of the next one, epoch ms; null: nothing to wait for. */
  schedule: (at: number | null) => void | Promise<void>;
  /** `navigator.locks`, where there is one: one sender in the whole browser profile. */
  locks?: Pick<LockManager, 'request'>;
  /** May we reach these origins? Everything, if absent. */
  permitted?: (origins: string[]) => Promise<boolean>;
  /** A signal that ends a request; after 25 s if absent. */
  timeout?: () => AbortSignal;
  /** Told whenever the status may have changed. */
  changed?: () => void;
}

/** What ends a request that takes too long: Chrome ends a worker whose request takes 30 s. */
export const deadline = ({ timeout }: SyncPorts): AbortSignal => (timeout ? timeout() : AbortSignal.timeout(25_000));
/** A lease outlives the request that it is for. */
export const leaseMs = 60_000;
/** What one request holds at most; a single bigger event goes alone. */
export const limits = { maxEvents: 50, maxBytes: 1_000_000 };
