/** Schemas of what leaves, where to, and how far it has come. */
import type { Destination, OutboxRow, ReviewEvent, SyncProblem } from '../model/sync.ts';
import { answerSchema } from './answer.ts';
import { reviewSchema } from './review.ts';
import { agrees, time, words, z } from './zod.ts';

/** Where reviews go. */
export const destinationSchema = agrees<Destination>()(
  z.object({ id: z.string().min(1), connector: z.literal('webhook'), url: z.url(), paused: z.boolean(), approved: z.boolean() }),
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
      'incomplete-reply',
    ]),
    status: z.int().nullable(),
    detail: words(),
    at: time(),
  }),
);

/** One review revision that waits for one destination. */
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
  }),
);

/** One event as it leaves. */
export const eventSchema = agrees<ReviewEvent>()(
  z.object({
    id: z.string(),
    type: z.enum(['review.final', 'review.withdrawn']),
    occurredAt: time(),
    review: reviewSchema,
    answer: answerSchema,
  }),
);
