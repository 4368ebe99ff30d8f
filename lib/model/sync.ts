/** What leaves, where to, and how far it has come. */
import type { Answer } from './answer.ts';
import type { Review } from './review.ts';

/** Where reviews go. The token is kept apart, in the store's `secrets`, and never in this record. */
export interface Destination {
  /** Stable; part of the outbox key. */
  id: string;
  connector: 'webhook';
  url: string;
  paused: boolean;
  /** True once the person has seen the first payload and let it go. */
  approved: boolean;
}

/**
 * pending → leased → acknowledged (row deleted, receipt kept) | rejected. A lease that ran out is pending again.
 * `rejected`: the endpoint refused this one for good; it stays, visible and exportable.
 */
export type OutboxState = 'pending' | 'leased' | 'rejected';

/** One review revision that waits for one destination. */
export interface OutboxRow {
  /** `<destinationId>/<eventId>`. */
  key: string;
  destinationId: string;
  /** Stable over retries; the endpoint holds each once. `<reviewId>.<revision>`. */
  eventId: string;
  reviewId: string;
  revision: number;
  answerId: string;
  state: OutboxState;
  /** Grows with each row; rows of one destination leave in this order. */
  seq: number;
  /** Epoch ms. Not leased before: the undo time, or the back-off. */
  notBefore: number;
  attempts: number;
  /** Epoch ms until which `state: leased` holds. */
  leasedUntil: number | null;
  /** The stored batch that this row is leased in; a retry sends the same batch under the same key. */
  batchId: string | null;
  lastError: SyncProblem | null;
  createdAt: string;
}

/** What went wrong, for the status in words. */
export interface SyncProblem {
  code:
    | 'offline'
    | 'timeout'
    | 'unauthorized'
    | 'forbidden'
    | 'not-found'
    | 'gone'
    | 'busy'
    | 'server-error'
    | 'redirected'
    | 'not-json'
    | 'refused'
    | 'too-large'
    | 'no-permission'
    | 'incomplete-reply';
  /** HTTP status, if there was one. */
  status: number | null;
  /** What the endpoint said, at most 300 characters. */
  detail: string;
  at: string;
}

/** One event as it leaves: the review revision and the answer that it is about. */
export interface ReviewEvent {
  id: string;
  type: 'review.final' | 'review.withdrawn';
  occurredAt: string;
  review: Review;
  answer: Answer;
}

/** Shown in options, popup and side panel. Times are epoch ms. */
export interface SyncStatus {
  destination: Destination | null;
  hasToken: boolean;
  waiting: number;
  rejected: number;
  oldestWaitingAt: number | null;
  lastSentAt: number | null;
  lastProblem: SyncProblem | null;
  nextTryAt: number | null;
  sending: boolean;
}
