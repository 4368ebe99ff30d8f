/**
 * Everything, the types of `lib/model` as they are stored: one reviewed answer a line, `{ format: "bluepencil-1", answer, reviews,
 * counts }`, and one preference a line, `{ format: "bluepencil-1", preference, answers }`; those of one pair stand together.
 */
import { answerSchema } from '../../schema/answer.ts';
import { preferenceSchema } from '../../schema/preference.ts';
import { reviewSchema } from '../../schema/review.ts';
import { z } from '../../schema/zod.ts';
import { Refusal } from '../../model/result.ts';
import type { Exported, ExportFormat, ExportPiece } from '../format.ts';
import { inOrder } from '../resolve.ts';
import { checkLine } from '../rules.ts';

const reviewedSchema = z.object({
  format: z.literal('bluepencil-1'),
  answer: answerSchema,
  reviews: z.array(reviewSchema).min(1),
  /** Id of the review that counts. */
  counts: z.string(),
});

const comparedSchema = z.object({
  format: z.literal('bluepencil-1'),
  preference: preferenceSchema,
  /** In the order of the preference's `answerIds`. */
  answers: z.tuple([answerSchema, answerSchema]),
});

export const native: ExportFormat = {
  id: 'native',
  label: 'native',
  reader: 'people',
  async *files(items, { name = 'bluepencil' }) {
    for await (const item of items) {
      if ('preference' in item) {
        for (const preference of item.preferences ?? [item.preference]) {
          const answers = inOrder(item, preference);
          yield lineOf({ format: 'bluepencil-1', preference, answers }, name, [preference.id]);
        }
        continue;
      }
      const { answer, reviews, counts } = item;
      const reviewIds = reviews.map(({ id }) => id);
      yield lineOf({ format: 'bluepencil-1', answer, reviews, counts: counts.id }, name, reviewIds);
    }
  },
  check(_file, data, value) {
    const { problems, row } = checkLine(data, null, value);
    const [keys, schema] = 'preference' in row ? [comparedKeys, comparedSchema] : [reviewedKeys, reviewedSchema];
    if (problems.length === 0 && Object.keys(row).join() !== keys) return [`keys are ${Object.keys(row).join()}`];
    return problems.length > 0 ? problems : problemsOf(schema.safeParse(row).error);
  },
};

const lineOf = (value: object, name: string, reviewIds: string[]): ExportPiece => ({
  file: `${name}.native.jsonl`,
  data: `${JSON.stringify(value)}\n`,
  value,
  reviewIds,
});

const comparedKeys = 'format,preference,answers';
const reviewedKeys = 'format,answer,reviews,counts';

const problemsOf = (error: z.ZodError | undefined): string[] =>
  error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

/** Does a file whose first 40 characters are these hold such lines? */
export const isNative = (start: string): boolean => /^\uFEFF?\{"format":"bluepencil-1"/.test(start);

/**
 * What the lines of such a file hold, one by one. Empty lines are passed over. Throws `backup-record` with the line and what is wrong with it.
 */
export async function* readNative(lines: AsyncIterable<Uint8Array>): AsyncGenerator<Exported> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  for await (const bytes of lines) {
    number++;
    const wrong = (problem: string) => new Refusal('backup-record', { line: number, problem: problem.slice(0, 200) });
    let said: unknown;
    try {
      const line = decoder.decode(bytes).trim();
      if (line === '') continue;
      said = JSON.parse(line);
    } catch (error) {
      throw wrong(error instanceof SyntaxError ? error.message : 'UTF-8');
    }
    if (typeof said === 'object' && said !== null && 'preference' in said) {
      const { data, error } = comparedSchema.safeParse(said);
      if (!data) throw wrong(problemsOf(error)[0] ?? '');
      yield { preference: data.preference, answers: data.answers };
      continue;
    }
    const { data, error } = reviewedSchema.safeParse(said);
    if (!data) throw wrong(problemsOf(error)[0] ?? '');
    const counts = data.reviews.find(({ id }) => id === data.counts);
    if (!counts) throw wrong('counts: none of the reviews');
    yield { answer: data.answer, reviews: data.reviews, counts };
  }
}
