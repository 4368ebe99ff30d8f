/** What a connector is: the code that speaks one protocol. One file a protocol in `connectors/`, one line in its list. */
import type { ReviewEvent, SyncProblem } from '../model/sync.ts';

/** What a connector may use. `fetch` is the only way out. */
export interface ConnectorContext {
  fetch: typeof fetch;
  /** Ends the request when it takes too long. */
  signal: AbortSignal;
  settings: { url: string; token: string | null };
}

/** One request. `id` is the idempotency key: a retry of the same content has the same one. */
export interface Batch {
  id: string;
  events: ReviewEvent[];
}

/** What came of a request. A success status does not mean stored: only `accepted` leaves the outbox. */
export interface SendResult {
  accepted: { id: string; duplicate: boolean }[];
  rejected: { id: string; code: string; retryable: boolean; message: string }[];
  /** Neither stored nor refused, as far as we know: tried again. */
  unknown: string[];
  /** What went wrong with the request as a whole; null: it was understood. */
  failure: Failed | null;
}

/** Why a whole request came to nothing, and what to do about it. */
export interface Failed {
  code: SyncProblem['code'];
  status: number | null;
  /** What the endpoint said, at most 300 characters. */
  detail: string;
  /**
   * `retry`: the same again later · `split`: two halves, a single event is refused · `halt`: nothing more until a person
   * has changed something.
   */
  cure: 'retry' | 'split' | 'halt';
  /** The endpoint asked for this pause, ms. */
  retryAfterMs?: number;
}

/** The code that speaks one protocol. Throws nothing but bugs: every failure is a result. */
export interface Connector {
  id: string;
  /** Hosts that it needs to reach, as origins. */
  origins(settings: ConnectorContext['settings']): string[];
  /** The exact request, the token's value left out of the headers: for the person who approves it. */
  preview(batch: Batch, settings: ConnectorContext['settings']): { headers: Record<string, string>; body: string };
  /** Sends nothing, the way it would send something; null: the endpoint understands us. */
  test(context: ConnectorContext): Promise<Failed | null>;
  send(batch: Batch, context: ConnectorContext): Promise<SendResult>;
}
