/** What a connector is: the code that speaks one protocol. One file a protocol in `connectors/`, one line in its list. */
import type { AuditHead, Countersignature } from '../model/audit.ts';
import type { Encoding, FormField, SyncEvent, SyncProblem } from '../model/sync.ts';
import type { z } from '../schema/zod.ts';

/** What a connector may use. `fetch` is the only way out. */
export interface ConnectorContext<Settings = unknown> {
  fetch: typeof fetch;
  /** Ends what is under way when it takes too long; it holds for all requests of one call together. */
  signal: AbortSignal;
  settings: Settings;
  /** Epoch ms, for what is dated; the computer's clock if absent. */
  now?: () => number;
  /** How the endpoint takes bodies, as far as that is known. */
  encoding?: Encoding;
  /** Told of each request when it is over. */
  heard?: (exchange: Exchange) => void;
  /** The folder that was chosen under this key, null of the key: the downloads. Null: it is not known any more. */
  folder?: (key: string | null) => Promise<Folder | null>;
}

/** A folder on this computer. What cannot be done rejects with a `DOMException`, as the browser's own folders do. */
export interface Folder {
  /** The file whose name comes last of those that begin so; null: there is none, or what is there cannot be read back. */
  last(prefix: string): Promise<{ name: string; text: string } | null>;
  /** Writes a file as a whole, in place of one of that name: killed at any moment, either the old one or the new one stands there. */
  write(name: string, text: string): Promise<void>;
}

/** A request that was made, and what came back; `status` null: nothing. Of a file `url` is its name. */
export interface Exchange {
  method: string;
  url: string;
  body: string;
  status: number | null;
  reply: string;
}

/** A request as it leaves. */
export interface Outgoing {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** One request. `id` is the idempotency key: a retry of the same content has the same one. */
export interface Batch {
  id: string;
  events: SyncEvent[];
  /** Where the record ends now, for an endpoint that keeps it or countersigns. It is no part of the content. */
  head?: AuditHead | null;
}

/** What came of a request. A success status does not mean stored: only `accepted` leaves the outbox. */
export interface SendResult {
  accepted: { id: string; duplicate: boolean }[];
  rejected: { id: string; code: string; retryable: boolean; message: string }[];
  /** Neither stored nor refused, as far as we know: tried again. */
  unknown: string[];
  /** The endpoint's word on the record, where it countersigns; as it came, unchecked. */
  receipt?: Countersignature | null;
  /** How the endpoint takes bodies, where this request found out. */
  encoding?: Encoding;
  /** What went wrong with the request as a whole; null: it was understood. */
  failure: Failed | null;
}

/** What others wrote at a destination since a place in its list of changes. */
export interface Incoming {
  events: SyncEvent[];
  /** Ids of events that are there no longer. */
  gone: string[];
  /** What should be an event and is none, as it came; it is set aside in view. */
  bad: { id: string; record: unknown; problem: string }[];
  /** Where to go on the next time. */
  cursor: string;
  /** More is there already. */
  more: boolean;
}

/** Why a whole request came to nothing, and what to do about it. */
export interface Failed {
  code: SyncProblem['code'];
  status: number | null;
  /** What the endpoint said, at most 300 characters. */
  detail: string;
  /**
   * `retry`: the same again later · `split`: two halves, a single event is refused · `halt`: nothing more until a person
   * has changed something, or asks · `disable`: nothing more until a person turns it on again.
   */
  cure: 'retry' | 'split' | 'halt' | 'disable';
  /** The endpoint asked for this pause, ms. */
  retryAfterMs?: number;
}

/** A permission that is asked for when it is needed. */
export type Permission = 'downloads';

/** The code that speaks one protocol. Throws nothing but bugs: every failure is a result. */
export interface Connector<Settings = unknown> {
  id: string;
  form: FormField[];
  /**
   * What came out of the form (an empty or absent value: not given) as the connector works with it. Refuses with one issue a field; its message is the
   * code of a refusal that says the remedy.
   */
  settings: z.ZodType<Settings>;
  /** Where things end up, such as an address and a table in it: where it is another, nothing of what came before is there. */
  place(settings: Settings): string;
  /** Hosts that it needs to reach, as origins. */
  origins(settings: Settings): string[];
  /** What else it needs of the browser. */
  permissions?(settings: Settings): Permission[];
  /** It is not worth a run by itself more often than this, ms. */
  every?(settings: Settings): number;
  /** The exact request, or the first of several, the secrets' values left out: for the person who approves it. */
  preview(batch: Batch, settings: Settings): Outgoing;
  /** Sends nothing, the way it would send something; null: the endpoint understands us. */
  test(context: ConnectorContext<Settings>): Promise<Failed | null>;
  send(batch: Batch, context: ConnectorContext<Settings>): Promise<SendResult>;
  /** What came since `cursor`, a portion at a time; null: from the beginning. Absent: nothing ever comes from there. */
  receive?(cursor: string | null, context: ConnectorContext<Settings>): Promise<Incoming | Failed>;
}
