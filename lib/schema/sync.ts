/** Schemas of what leaves, where to, and how far it has come. */
import type { SentRequest } from '../model/sent.ts';
import type { Destination, DestinationDraft, ErasedEvent, OutboxRow, PreferenceEvent, ReviewEvent, SyncProblem } from '../model/sync.ts';
import { answerSchema } from './answer.ts';
import { preferenceSchema } from './preference.ts';
import { reviewSchema } from './review.ts';
import { agrees, time, words, z } from './zod.ts';

/** Where reviews go. */
export const destinationSchema = agrees<Destination>()(
  z.object({
    id: z.string().min(1),
    connector: z.string().min(1),
    settings: z.record(z.string(), words()),
    paused: z.boolean(),
    approved: z.boolean(),
  }),
);

/** What a person gives; the connector says whether it is good. */
export const destinationDraftSchema = agrees<DestinationDraft>()(
  z.object({
    id: z.string().min(1).optional(),
    connector: z.string().min(1),
    settings: z.record(z.string(), z.string().max(10_000)),
    secrets: z.record(z.string(), z.string().max(10_000).nullable()),
  }),
);

/** What went wrong. */
export const problemSchema = agrees<SyncProblem>()(
  z.object({
    code: z.enum([
      'offline',
      'timeout',
      'unauthorized',
      'forbidden',
      'not-found',
      'gone',
      'busy',
      'server-error',
      'redirected',
      'not-json',
      'refused',
      'too-large',
      'no-permission',
      'bad-settings',
      'incomplete-reply',
      'folder-closed',
      'folder-gone',
      'not-written',
    ]),
    status: z.int().nullable(),
    detail: words(),
    at: time(),
  }),
);

/** A request that was sent. */
export const sentSchema = agrees<SentRequest>()(
  z.object({
    number: z.int(),
    at: z.number(),
    records: z.array(z.string()),
    events: z.int(),
    requests: z.int(),
    method: z.string(),
    url: z.string(),
    body: z.string(),
    bodyLength: z.int(),
    status: z.int().nullable(),
    reply: z.string(),
    replyLength: z.int(),
    stored: z.int(),
    refused: z.int(),
    failure: problemSchema.shape.code.nullable(),
  }),
);

/** One revision that waits for one destination. */
export const outboxRowSchema = agrees<OutboxRow>()(
  z.object({
    key: z.string(),
    destinationId: z.string(),
    eventId: z.string(),
    reviewId: z.string(),
    revision: z.int().min(1),
    answerId: z.string(),
    state: z.enum(['pending', 'leased', 'rejected']),
    seq: z.number(),
    notBefore: z.number(),
    attempts: z.int().min(0),
    leasedUntil: z.number().nullable(),
    batchId: z.string().nullable(),
    lastError: problemSchema.nullable(),
    createdAt: time(),
    erased: z.enum(['review', 'preference']).optional(),
  }),
);

const reviewEventSchema = agrees<ReviewEvent>()(
  z.object({
    id: z.string(),
    type: z.enum(['review.final', 'review.withdrawn']),
    occurredAt: time(),
    review: reviewSchema,
    answer: answerSchema,
  }),
);

const preferenceEventSchema = agrees<PreferenceEvent>()(
  z.object({
    id: z.string(),
    type: z.enum(['preference.saved', 'preference.withdrawn']),
    occurredAt: time(),
    preference: preferenceSchema,
    answers: z.tuple([answerSchema, answerSchema]),
  }),
);

const erasedEventSchema = agrees<ErasedEvent>()(
  z.object({
    id: z.string(),
    type: z.enum(['review.erased', 'preference.erased']),
    occurredAt: time(),
    erased: z.object({ id: z.string(), revision: z.int().min(1) }),
  }),
);

/** One event as it leaves. */
export const eventSchema = z.discriminatedUnion('type', [reviewEventSchema, preferenceEventSchema, erasedEventSchema]);
