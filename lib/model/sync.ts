/** What leaves, where to, and how far it has come. */
import type { Answer } from './answer.ts';
import type { Preference } from './preference.ts';
import type { Masks } from './privacy.ts';
import type { Review } from './review.ts';

/** Where reviews go. Secrets are kept apart, in the store's `secrets`, and never in this record. */
export interface Destination {
  /** Stable; part of the outbox key. Another place is another destination. */
  id: string;
  /** The id of a connector. */
  connector: string;
  /** What the connector's form said, by field; secrets and empty fields left out. */
  settings: Record<string, string>;
  paused: boolean;
  /** True once the person has seen the first payload and let it go. */
  approved: boolean;
}

/** One field of the form in which a person sets a destination up. */
export interface FormField {
  /** Key of the value in the settings. Its label is the word `connector.<connector>.<key>`, or `connector.<key>` where several share it. */
  key: string;
  /** A `secret` is kept apart from the settings and never shown again. Of a `folder` the value is its key, a slash, and its name. */
  kind: 'url' | 'text' | 'secret' | 'choice' | 'folder';
  required: boolean;
  /** Seldom needed: it stands folded away. */
  folded?: boolean;
  /** The values of a `choice`, the default first, which is left out of the settings. Each one's word is the label's key and `.<value>`. */
  choices?: string[];
}

/** A destination as a person gives it. */
export interface DestinationDraft {
  /** The destination that is changed; absent: a new one. */
  id?: string;
  connector: string;
  /** By field of the form; secrets left out. */
  settings: Record<string, string>;
  /** By field of the form. Absent: the one that is kept stays, as long as the place does; null: it is taken away. */
  secrets: Record<string, string | null>;
}

/**
 * pending → leased → acknowledged (row deleted, receipt kept) | rejected. A lease that ran out is pending again.
 * `rejected`: the endpoint refused this one for good; it stays, visible and exportable.
 */
export type OutboxState = 'pending' | 'leased' | 'rejected';

/** One revision of a review or a preference that waits for one destination. */
export interface OutboxRow {
  /** `<destinationId>/<eventId>`. */
  key: string;
  destinationId: string;
  /** Stable over retries; the endpoint holds each once. `<reviewId>.<revision>`. */
  eventId: string;
  /** The review's id, or the preference's. */
  reviewId: string;
  revision: number;
  /** The answer; of a preference one of the two. */
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
  /** What was erased here after it was sent: the row is all that is left of it, and says so to whoever has it. */
  erased?: 'review' | 'preference';
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
    | 'bad-settings'
    | 'incomplete-reply'
    | 'folder-closed'
    | 'folder-gone'
    | 'not-written';
  /** HTTP status, if there was one. */
  status: number | null;
  /** What the endpoint said, at most 300 characters. */
  detail: string;
  at: string;
}

/** How an endpoint takes the bodies of requests. */
export type Encoding = 'gzip' | 'plain';

/** A review revision as it leaves, with the answer that it is about. */
export interface ReviewEvent {
  id: string;
  type: 'review.final' | 'review.withdrawn';
  occurredAt: string;
  review: Review;
  answer: Answer;
}

/** A revision of a preference as it leaves, with both answers, in the order of its `answerIds`. */
export interface PreferenceEvent {
  /** `<preference id>.<revision>`. */
  id: string;
  type: 'preference.saved' | 'preference.withdrawn';
  occurredAt: string;
  preference: Preference;
  answers: [Answer, Answer];
}

/** The word that a review or a preference was erased here, to an endpoint that has or may have it. It has no content. */
export interface ErasedEvent {
  /** `<id>.<revision>`, one above the highest that there was. */
  id: string;
  type: 'review.erased' | 'preference.erased';
  /** When it was erased. */
  occurredAt: string;
  erased: { id: string; revision: number };
}

/** One event as it leaves. */
export type SyncEvent = ReviewEvent | PreferenceEvent | ErasedEvent;

/** What an event is a revision of. */
export const recordOf = (event: SyncEvent): { id: string; revision: number } =>
  'review' in event ? event.review : 'preference' in event ? event.preference : event.erased;

/** The answers that an event carries; none where something was erased. */
export const answersOf = (event: SyncEvent): Answer[] => ('review' in event ? [event.answer] : 'preference' in event ? event.answers : []);

/** The next request as it would leave, the values of secrets left out. */
export interface SyncPreview {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  events: number;
  /** What is kept of the conversation of each event, null where it carries no answer; empty where nothing is masked. */
  masks: (Masks | null)[];
}

/** How one destination is doing. Times are epoch ms. */
export interface DestinationStatus {
  /** Paused is also one that told us to stop; `lastProblem` says why. */
  destination: Destination;
  /** Fields of the form whose secret is kept. */
  secrets: string[];
  waiting: number;
  rejected: number;
  oldestWaitingAt: number | null;
  lastSentAt: number | null;
  /** When it was last asked what colleagues wrote, and said so; null: never, or nothing ever comes from there. */
  lookedAt: number | null;
  lastProblem: SyncProblem | null;
  nextTryAt: number | null;
  sending: boolean;
  /** The endpoint said that it is closed for good: it is paused until a person turns it on again. */
  disabled: boolean;
}

/** Shown in options, popup and side panel: every destination, in the order in which they were set. */
export interface SyncStatus {
  destinations: DestinationStatus[];
}
