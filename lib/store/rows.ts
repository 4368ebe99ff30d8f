/** Schemas of the records that exist in the database only. */
import { eventSchema, problemSchema } from '../schema/sync.ts';
import { severities } from '../model/review.ts';
import { verdicts } from '../model/reviewed.ts';
import { agrees, z } from '../schema/zod.ts';
import type { BatchRow, HeadRow, QuarantineRow, Receipt, SyncState } from './tables.ts';

/** A row of the list. */
export const headSchema = agrees<HeadRow>()(
  z.object({
    id: z.string(),
    answerId: z.string(),
    revision: z.int().min(1),
    status: z.enum(['draft', 'final', 'withdrawn']),
    hasDraft: z.boolean(),
    verdict: z.enum(verdicts).nullable(),
    flags: z.array(z.object({ category: z.string(), severity: z.enum(severities) })),
    reviewer: z.string(),
    origin: z.string(),
    site: z.string(),
    title: z.string(),
    model: z.string().nullable(),
    prompt: z.string().nullable(),
    excerpt: z.string(),
    updatedAt: z.string(),
    order: z.number(),
  }),
);

/** A request that was made ready. */
export const batchSchema = agrees<BatchRow>()(
  z.object({
    id: z.string(),
    destinationId: z.string(),
    seq: z.number(),
    events: z.array(eventSchema).min(1),
    leasedUntil: z.number().nullable(),
    attempts: z.int().min(0),
  }),
);

/** Proof that an endpoint has an event. */
export const receiptSchema = agrees<Receipt>()(
  z.object({
    key: z.string(),
    destinationId: z.string(),
    eventId: z.string(),
    reviewId: z.string(),
    revision: z.int(),
    acknowledgedAt: z.number(),
    status: z.enum(['stored', 'duplicate']),
  }),
);

/** How a destination is doing. */
export const syncStateSchema = agrees<SyncState>()(
  z.object({
    attempts: z.int().min(0),
    notBefore: z.number(),
    lastSentAt: z.number().nullable(),
    lastProblem: problemSchema.nullable(),
    halted: z.boolean(),
    behind: z.boolean(),
  }),
);

/** A record that could not be read. */
export const quarantineSchema: z.ZodType<QuarantineRow> = z.object({
  id: z.string(),
  table: z.string(),
  key: z.custom<IDBValidKey>((value) => value !== undefined),
  record: z.unknown(),
  problem: z.string(),
  at: z.number(),
});
