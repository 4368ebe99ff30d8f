/** What was sent, as a person may look at it later. */
import type { SyncProblem } from './sync.ts';

/** A request that was sent, as it is kept to be looked at. It has no headers: secrets are in them. */
export interface SentRequest extends Sent {
  /** Counts the requests to this destination. */
  number: number;
}

/** The same before it is counted. */
export interface Sent {
  /** Epoch ms, when the reply was there. */
  at: number;
  /** Ids of the reviews and preferences in it. */
  records: string[];
  events: number;
  /** How many requests it took; what follows is the first one. */
  requests: number;
  method: string;
  /** Without a query. */
  url: string;
  /** The first 20,000 UTF-16 units of the body before it was packed, and how many there were. */
  body: string;
  bodyLength: number;
  /** Null: there was no reply. */
  status: number | null;
  /** The first 4,000, and how many there were. */
  reply: string;
  replyLength: number;
  /** Events that the endpoint has, and those that it refused. */
  stored: number;
  refused: number;
  failure: SyncProblem['code'] | null;
}
