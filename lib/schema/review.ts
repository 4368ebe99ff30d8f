/** Schemas of a review and of one act of a reviewer. */
import {
  decisions,
  severities,
  tagLength,
  tagLimit,
  tagOf,
  type Flag,
  type Other,
  type Review,
  type ReviewChange,
  type Reviewer,
  type Span,
} from '../model/review.ts';
import { agrees, time, words, z } from './zod.ts';

/** A passage of the answer's text, in UTF-16 units. */
export const spanSchema = agrees<Span>()(
  z.object({
    quote: z.object({ exact: words().min(1), prefix: words(), suffix: words() }),
    position: z
      .object({ start: z.int().min(0), end: z.int().min(1) })
      .refine(({ start, end }) => end > start, { path: ['end'], error: 'must be after the start' }),
    rivals: z
      .object({ before: z.int().min(-1), after: z.int().min(-1), frame: z.boolean(), start: z.int().min(0), hash: z.int().min(0) })
      .optional(),
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

/** A tag, made one form on its way in. */
const tag = z.string().overwrite(tagOf).min(1).max(tagLength);

const rating = z.union([z.literal(-1), z.literal(1)]).nullable();

const judgement = {
  rating,
  scores: z.record(z.string(), z.number()),
  flags: z.array(flagSchema),
  correction: z.object({ markdown: words() }).nullable(),
  decision: z.enum(decisions).nullable(),
  escalation: z.object({ to: words(), reason: words() }).nullable(),
  note: words(),
  tags: z
    .array(tag)
    .max(tagLimit)
    .transform((tags) => [...new Set(tags)].sort())
    .optional(),
};

const sets = [
  z.object({ kind: z.literal('rate'), rating }),
  z.object({ kind: z.literal('flag'), flag: flagSchema }),
  z.object({ kind: z.literal('unflag'), flagId: z.string().min(1) }),
  z.object({ kind: z.literal('correct'), markdown: words().nullable() }),
  z.object({ kind: z.literal('note'), note: words() }),
  z.object({ kind: z.literal('tag'), tag }),
  z.object({ kind: z.literal('untag'), tag }),
  z.object({ kind: z.literal('score'), criterion: z.string().min(1), points: z.number().nullable() }),
  z.object({ kind: z.literal('decide'), decision: z.enum(decisions).exclude(['escalate']).nullable() }),
] as const;

/** One act of a reviewer. */
export const reviewChangeSchema = z.discriminatedUnion('kind', [
  ...sets,
  z.object({ kind: z.literal('escalate'), to: words().trim().min(1).max(200), reason: words() }),
  z.object({ kind: z.literal('undo'), toRevision: z.int().min(0) }),
  z.object({ kind: z.literal('withdraw') }),
  z.object({ kind: z.literal('finish') }),
  z.object({ kind: z.literal('settle'), field: z.string().min(1) }),
]) satisfies z.ZodType<ReviewChange>;

const otherSchema = agrees<Other>()(
  z.object({
    // What was escalated once is kept whatever the limits are by then.
    change: z.discriminatedUnion('kind', [...sets, z.object({ kind: z.literal('escalate'), to: words(), reason: words() })]),
    at: time(),
    from: z.enum(['backup', 'computer']).optional(),
  }),
);

/** One revision of one review. */
export const reviewSchema = agrees<Review>()(
  z.object({
    ...judgement,
    others: z.array(otherSchema).optional(),
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
