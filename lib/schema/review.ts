/** Schemas of a review and of one act of a reviewer. */
import { decisions, severities, type Flag, type Review, type ReviewChange, type Reviewer, type Span } from '../model/review.ts';
import { agrees, time, words, z } from './zod.ts';

/** A passage of the answer's text, in UTF-16 units. */
export const spanSchema = agrees<Span>()(
  z.object({
    quote: z.object({ exact: words().min(1), prefix: words(), suffix: words() }),
    position: z
      .object({ start: z.int().min(0), end: z.int().min(1) })
      .refine(({ start, end }) => end > start, { path: ['end'], error: 'must be after the start' }),
  }),
);

/** A category with a severity. */
export const flagSchema = agrees<Flag>()(
  z.object({
    id: z.string().min(1),
    category: words().min(1),
    severity: z.enum(severities),
    span: spanSchema.optional(),
    note: words().optional(),
  }),
);

/** Who reviews. */
export const reviewerSchema = agrees<Reviewer>()(z.object({ id: z.string().min(1), name: words().optional(), role: words().min(1) }));

const rating = z.union([z.literal(-1), z.literal(1)]).nullable();

const judgement = {
  rating,
  scores: z.record(z.string(), z.number()),
  flags: z.array(flagSchema),
  correction: z.object({ markdown: words() }).nullable(),
  decision: z.enum(decisions).nullable(),
  escalation: z.object({ to: words(), reason: words() }).nullable(),
  note: words(),
};

/** One revision of one review. */
export const reviewSchema = agrees<Review>()(
  z.object({
    ...judgement,
    id: z.string().min(1),
    answerId: z.string().min(1),
    revision: z.int().min(1),
    reviewer: reviewerSchema,
    timing: z.object({ shownAt: time().nullable(), startedAt: time(), decidedAt: time().nullable(), activeMs: z.number().min(0) }),
    rubric: z.object({ id: words(), version: words() }),
    policyVersion: words().nullable(),
    status: z.enum(['draft', 'final', 'withdrawn']),
    createdAt: time(),
    updatedAt: time(),
  }),
);

/** One act of a reviewer. */
export const reviewChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rate'), rating }),
  z.object({ kind: z.literal('flag'), flag: flagSchema }),
  z.object({ kind: z.literal('unflag'), flagId: z.string().min(1) }),
  z.object({ kind: z.literal('correct'), markdown: words().nullable() }),
  z.object({ kind: z.literal('note'), note: words() }),
  z.object({ kind: z.literal('decide'), decision: z.enum(decisions).nullable() }),
  z.object({ kind: z.literal('undo'), toRevision: z.int().min(0) }),
  z.object({ kind: z.literal('withdraw') }),
  z.object({ kind: z.literal('finish') }),
]) satisfies z.ZodType<ReviewChange>;
