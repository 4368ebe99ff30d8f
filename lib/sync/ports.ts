/** What sync is given from outside, so that tests can break each of it. */
import type { Limits } from '../store/collect.ts';
import type { Store } from '../store/open.ts';
import type { SyncState } from '../store/tables.ts';
import type { FixedPrivacy, Privacy } from '../model/privacy.ts';
import type { ParsePhone } from '../privacy/phones.ts';
import type { Connector, ConnectorContext, Permission } from './connector.ts';

/** What is masked where it leaves, and where it is stored; `store` absent: nothing there. */
export type PrivacyNow = Privacy & Partial<Pick<FixedPrivacy, 'store'>>;

/** What `createSync` needs. */
export interface SyncPorts {
  store: Store;
  fetch: typeof fetch;
  connectors: Record<string, Connector>;
  /** What is masked now; asked before each request. */
  privacy: () => Promise<PrivacyNow>;
  /** The plans of phone numbers; null: they are not looked for. */
  parsePhone: ParsePhone | null;
  /** Epoch ms. */
  now: () => number;
  /** [0, 1), for the jitter. */
  random: () => number;
  /** Called after each run with the time of the next one, epoch ms; null: nothing to wait for. */
  schedule: (at: number | null) => void | Promise<void>;
  /** `navigator.locks`, where there is one: one sender a destination in the whole browser profile. */
  locks?: Pick<LockManager, 'request'>;
  /** May we reach these origins, and do these things? Everything, if absent. */
  permitted?: (origins: string[], permissions: Permission[]) => Promise<boolean>;
  /** For connectors that write files. */
  folder?: ConnectorContext['folder'];
  /** A signal that ends a request; after 25 s if absent. */
  timeout?: () => AbortSignal;
  /** What one request holds at most: 50 events and 1 MB if absent. A single bigger event goes alone. */
  limits?: Limits;
  /** Told when something of colleagues has come. */
  received?: () => void;
  /** Told whenever the status may have changed. */
  changed?: () => void;
}

/** What ends a request that takes too long: Chrome ends a worker whose request takes 30 s. */
export const deadline = ({ timeout }: SyncPorts): AbortSignal => (timeout ? timeout() : AbortSignal.timeout(25_000));
/** A lease outlives the request that it is for. */
export const leaseMs = 60_000;
const usual: Limits = { maxEvents: 50, maxBytes: 1_000_000 };
/** What one request holds at most, where an endpoint may have found less than that too large. */
export function limitsFor(
  { limits = usual }: Pick<SyncPorts, 'limits'>,
  { maxBytes = limits.maxBytes }: Pick<SyncState, 'maxBytes'>,
): Limits {
  return { ...limits, maxBytes: Math.min(maxBytes, limits.maxBytes) };
}
