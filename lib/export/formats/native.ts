/** Everything, one reviewed answer a line: `{ format: "bluepencil-1", answer, reviews, counts }`, the types of `lib/model` as they are stored. */
import { answerSchema } from '../../schema/answer.ts';
import { reviewSchema } from '../../schema/review.ts';
import { z } from '../../schema/zod.ts';
import type { ExportFormat } from '../format.ts';
import { checkLine } from '../rules.ts';

const lineSchema = z.object({
  format: z.literal('bluepencil-1'),
  answer: answerSchema,
  reviews: z.array(reviewSchema).min(1),
  /** Id of the review that counts. */
  counts: z.string(),
});

export const native: ExportFormat = {
  id: 'native',
  label: 'format.native',
  async *files(reviewed, { name = 'bluepencil' }) {
    for await (const { answer, reviews, counts } of reviewed) {
      const data = `${JSON.stringify({ format: 'bluepencil-1', answer, reviews, counts: counts.id })}\n`;
      yield { file: `${name}.native.jsonl`, data, reviewIds: reviews.map(({ id }) => id) };
    }
  },
  check(_file, data) {
    const { problems, row } = checkLine(data, ['format', 'answer', 'reviews', 'counts']);
    if (problems.length > 0) return problems;
    return lineSchema.safeParse(row).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  },
};
