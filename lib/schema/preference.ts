/** Schema of a preference. */
import type { Preference } from '../model/preference.ts';
import { reviewerSchema } from './review.ts';
import { agrees, time, words, z } from './zod.ts';

const id = z.string().min(1);

/** One revision of one preference. */
export const preferenceSchema = agrees<Preference>()(
  z
    .object({
      id,
      answerIds: z.tuple([id, id]),
      better: id.nullable(),
      reason: words(),
      reviewer: reviewerSchema,
      rubric: z.object({ id: words(), version: words() }),
      policyVersion: words().nullable(),
      status: z.enum(['final', 'withdrawn']),
      revision: z.int().min(1),
      createdAt: time(),
      updatedAt: time(),
    })
    .refine(({ answerIds }) => answerIds[0] !== answerIds[1], { path: ['answerIds'], error: 'must be two answers' })
    .refine(({ answerIds, better }) => better === null || answerIds.includes(better), {
      path: ['better'],
      error: 'must be one of the two answers',
    }),
);
