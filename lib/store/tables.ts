/** What stands in the database `bluepencil`, and the records that exist nowhere else. */
import type { DBSchema } from 'idb';
import type { Answer } from '../model/answer.ts';
import type { Preference } from '../model/preference.ts';
import type { ConversationKey, Masks } from '../model/privacy.ts';
import type { Review } from '../model/review.ts';
import type { ReviewRow } from '../model/reviewed.ts';
import type { Encoding, OutboxRow, SyncEvent, SyncProblem } from '../model/sync.ts';

/** An answer, with the hash of its nearest user turn by which a copy without a message id is found. */
export interface AnswerRow extends Answer {
  promptHash: string | null;
}

/** A row of the list, with the key that sorts the newest first. */
export interface HeadRow extends ReviewRow {
  /** Minus epoch ms of `updatedAt`: ascending order is newest first, so that whole pages can be read at once. */
  order: number;
  /** One key a category of `flags`, for an index that a walk through one category reads. */
  flagKeys: [category: string, order: number, id: string][];
  /** The same for each of `tags`; absent: none. */
  tagKeys?: [tag: string, order: number, id: string][];
}

/** How many rows of the list have something in common. */
export interface CountRow {
  kind: CountKind;
  value: string;
  /** Never 0: such a row is not kept. */
  n: number;
}

/** Withdrawn reviews count under `status` only. */
export type CountKind = 'status' | 'site' | 'verdict' | 'flag' | 'model' | 'reviewer' | 'tag';

/** A review or preference whose words have changed since they were indexed, or never were. */
export interface UnindexedRow {
  id: string;
  /** Another one at each change: who indexed what stood there before can tell. */
  stamp: string;
}

/** A request that was made ready: it is sent under the same id, with the same content, until it is settled. */
export interface BatchRow {
  /** `<destinationId>/<idempotency key>`; the key alone where it was made ready when there was one destination. */
  id: string;
  destinationId: string;
  seq: number;
  events: SyncEvent[];
  /** Epoch ms until which a sender has it; null when nobody does. */
  leasedUntil: number | null;
  attempts: number;
  /** Under which rules its events were masked, as `Leave.rules` has them; absent: under none. */
  rules?: string;
}

/** Proof that an endpoint has an event. */
export interface Receipt {
  /** `<destinationId>/<eventId>`. */
  key: string;
  destinationId: string;
  eventId: string;
  /** The review's id, or the preference's. */
  reviewId: string;
  revision: number;
  /** Epoch ms. */
  acknowledgedAt: number;
  /** `duplicate`: the endpoint had it already; `received`: it came from there. */
  status: 'stored' | 'duplicate' | 'received';
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
  /** The endpoint said that it is closed for good: only a person who turns it on again ends the halt. */
  disabled?: boolean | undefined;
  /** How it takes bodies, as far as that is known. */
  encoding?: Encoding | undefined;
  /** It found more than this too large: bytes of the events of a request. */
  maxBytes?: number | undefined;
  /** Requests that were kept to be looked at. */
  sends?: number | undefined;
  /** How far what comes from there was received; absent: nothing yet. */
  cursor?: string | undefined;
  /** When it is asked again what has come. */
  receiveAt?: number | undefined;
  /** When it was asked last and said what has come, epoch ms. */
  lookedAt?: number | undefined;
  /** Why it could not be received the last time. */
  receiveProblem?: SyncProblem | null | undefined;
}

/** Reviews that were indexed together. Words speak of them by their place in it. */
export interface Segment {
  id: number;
  /** Ids in the order of places; empty where one was erased. */
  reviews: string[];
  /** `order` of each row when it was indexed; it holds as long as the row does not wait to be indexed anew. */
  orders: number[];
  /** Places whose words hold no longer: the review was indexed anew, or is gone. */
  stale: number[];
}

/** The words of one segment that have a bucket in common. */
export interface WordRow {
  bucket: number;
  segment: number;
  /** Sorted by UTF-16 units, one a line. */
  words: string;
  /** Where the places of each word begin in `places`, and at the end its length. */
  starts: Uint32Array<ArrayBuffer>;
  places: Uint16Array<ArrayBuffer>;
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

/** One entry of the record. */
export interface AuditRow {
  seq: number;
  /** The entry as canonical JSON: what is hashed, saved and checked. */
  line: string;
  /** Name of its content → salt in hex; null: it has none, or its content was erased. */
  salts: Record<string, string> | null;
  /** The review or preference that the content is of. */
  about?: string;
}

/** Version 7. Rows are parsed on the way out, so these types are what was put in, not a promise. */
export interface Tables extends DBSchema {
  answers: {
    key: string;
    value: AnswerRow;
    indexes: {
      byAlias: string;
      byMessage: [string, string];
      byPrompt: [string, string];
      byCaptured: [string, string];
      bySite: string;
      byOrigin: [string, string];
      byAddress: [string, string];
      byConversation: [string, string, string];
    };
  };
  reviews: { key: [string, number]; value: Review; indexes: { byAnswer: [string, number] } };
  preferences: { key: [string, number]; value: Preference; indexes: { byAnswer: string } };
  drafts: { key: string; value: Review };
  heads: {
    key: string;
    value: HeadRow;
    indexes: {
      byOrder: [number, string];
      byStatus: [string, number, string];
      bySite: [string, number, string];
      byVerdict: [string, number, string];
      byFlag: [string, number, string];
      byModel: [string, number, string];
      byReviewer: [string, number, string];
      byTag: [string, number, string];
    };
  };
  counts: { key: [CountKind, string]; value: CountRow };
  unindexed: { key: string; value: UnindexedRow };
  segments: { key: number; value: Segment; indexes: { byReview: string } };
  words: { key: [number, number]; value: WordRow };
  outbox: {
    key: string;
    value: OutboxRow;
    indexes: { bySeq: [string, string, number]; byReview: [string, string]; byDestination: string };
  };
  batches: { key: string; value: BatchRow; indexes: { bySeq: [string, number] } };
  masks: { key: ConversationKey; value: Masks };
  receipts: { key: string; value: Receipt; indexes: { byReview: [string, string] } };
  audit: { key: number; value: AuditRow; indexes: { byAbout: string } };
  quarantine: { key: string; value: QuarantineRow };
  meta: { key: string; value: { key: string; value: unknown } };
  secrets: { key: string; value: { key: string; value: string } };
}
