/** What stands in the database `bluepencil`, and the records that exist nowhere else. */
import type { DBSchema } from 'idb';
import type { Answer } from '../model/answer.ts';
import type { Review } from '../model/review.ts';
import type { ReviewRow } from '../model/reviewed.ts';
import type { OutboxRow, ReviewEvent, SyncProblem } from '../model/sync.ts';

/** An answer, with the hash of its nearest user turn by which a copy without a message id is found. */
export interface AnswerRow extends Answer {
  promptHash: string | null;
}

/** A row of the list, with the key that sorts the newest first. */
export interface HeadRow extends ReviewRow {
  /** Minus epoch ms of `updatedAt`: ascending order is newest first, so that whole pages can be read at once. */
  order: number;
}

/** A request that was made ready: it is sent under the same id, with the same content, until it is settled. */
export interface BatchRow {
  /** The idempotency key: the event's id for a batch of one, else a hash of what it holds. */
  id: string;
  destinationId: string;
  seq: number;
  events: ReviewEvent[];
  /** Epoch ms until which a sender has it; null when nobody does. */
  leasedUntil: number | null;
  attempts: number;
}

/** Proof that an endpoint has an event. */
export interface Receipt {
  /** `<destinationId>/<eventId>`. */
  key: string;
  destinationId: string;
  eventId: string;
  reviewId: string;
  revision: number;
  /** Epoch ms. */
  acknowledgedAt: number;
  /** `duplicate`: the endpoint had it already. */
  status: 'stored' | 'duplicate';
}

/** How a destination is doing; kept in `meta` under `sync/<destinationId>`. Times are epoch ms. */
export interface SyncState {
  /** Failed requests in a row. */
  attempts: number;
  /** The back-off: nothing leaves before. */
  notBefore: number;
  lastSentAt: number | null;
  lastProblem: SyncProblem | null;
  /** The endpoint said that trying again is useless, until a person changes something. */
  halted: boolean;
  /** Final reviews from before the destination was set still have to be enqueued. */
  behind: boolean;
}

/** A record that could not be read, kept as it was found. */
export interface QuarantineRow {
  /** `<table>/<key as JSON>`. */
  id: string;
  /** `database` when the browser lost all of it: then `record` is null. */
  table: string;
  key: IDBValidKey;
  record: unknown;
  /** What is wrong, in the words of the schema. */
  problem: string;
  /** Epoch ms. */
  at: number;
}

/** Version 1. Rows are parsed on the way out, so these types are what was put in, not a promise. */
export interface Tables extends DBSchema {
  answers: {
    key: string;
    value: AnswerRow;
    indexes: { byAlias: string; byMessage: [string, string]; byPrompt: [string, string]; byCaptured: [string, string]; bySite: string };
  };
  reviews: { key: [string, number]; value: Review; indexes: { byAnswer: [string, number] } };
  drafts: { key: string; value: Review };
  heads: { key: string; value: HeadRow; indexes: { byOrder: [number, string]; byStatus: string } };
  outbox: {
    key: string;
    value: OutboxRow;
    indexes: { bySeq: [string, string, number]; byReview: [string, string]; byDestination: string };
  };
  batches: { key: string; value: BatchRow; indexes: { bySeq: [string, number] } };
  receipts: { key: string; value: Receipt; indexes: { byReview: [string, string] } };
  quarantine: { key: string; value: QuarantineRow };
  meta: { key: string; value: { key: string; value: unknown } };
  secrets: { key: string; value: { key: string; value: string } };
}
