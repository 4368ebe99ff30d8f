/** What a dataset of Argilla asks, and what a review answers of it. */
import type { SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import type { Failed } from '../connector.ts';
import { isFailed, unreadable, type Answered } from './http.ts';
import { marksOf } from './marks.ts';

const optionsSchema = z.array(z.object({ value: z.union([z.string(), z.number()]) })).optional();
const questionSchema = z.object({
  name: z.string(),
  required: z.boolean(),
  settings: z.object({ type: z.string(), options: optionsSchema }),
});
type Question = z.output<typeof questionSchema>;

/** A dataset, and whose key it is. */
export interface ArgillaDataset {
  user: string;
  /** Its text fields. */
  fields: string[];
  /** Null: unknown, everything is answered. */
  questions: Question[] | null;
  /** Metadata that it has no property for may be sent. */
  metadata: boolean;
}

const meSchema = z.object({ id: z.string() });
const datasetSchema = z.object({ id: z.string(), allow_extra_metadata: z.boolean() });
const fieldsSchema = z.object({
  items: z.array(z.object({ name: z.string(), required: z.boolean(), settings: z.object({ type: z.string() }) })),
});
const questionsSchema = z.object({ items: z.array(questionSchema) });

/** Asks the server; `get` takes a path below its API. */
export async function readDataset(get: (path: string) => Promise<Answered | Failed>, dataset: string): Promise<ArgillaDataset | Failed> {
  const paths = ['me', `datasets/${dataset}`, `datasets/${dataset}/fields`, `datasets/${dataset}/questions`] as const;
  const schemas = [meSchema, datasetSchema, fieldsSchema, questionsSchema] as const;
  const read: unknown[] = [];
  for (const [at, path] of paths.entries()) {
    const answered = await get(path);
    if (isFailed(answered)) return answered;
    const reply = schemas[at]?.safeParse(answered.json);
    if (!reply?.success) return unreadable(answered);
    read.push(reply.data);
  }
  const [me, { allow_extra_metadata }, { items }, questions] = read as [
    z.output<typeof meSchema>,
    z.output<typeof datasetSchema>,
    z.output<typeof fieldsSchema>,
    z.output<typeof questionsSchema>,
  ];
  const fields = items.filter(({ settings }) => settings.type === 'text').map(({ name }) => name);
  const strange = items.find(({ name, required }) => required && !['answer', 'answer_2', 'prompt'].includes(name));
  const wrong = fields.includes('answer') ? strange && `field "${strange.name}": required` : 'text field "answer": missing in the dataset';
  if (wrong) return { code: 'refused', status: null, detail: wrong, cure: 'halt' };
  return { user: me.id, fields, questions: questions.items, metadata: allow_extra_metadata };
}

/** The response of an event: the values that the questions take. */
export function valuesFor(
  event: SyncEvent,
  questions: Question[] | null,
): { status: 'submitted' | 'draft'; values: Record<string, { value: unknown }> } {
  const flags = marksOf(event).filter(({ name }) => name === 'flag');
  const given = new Map<string, string | number | string[]>(
    marksOf(event).map(({ name, score, label, text }) => {
      if (name === 'correction' || name === 'note') return [name, text ?? ''];
      return name.startsWith('score.') ? [name.slice('score.'.length), score ?? 0] : [name, label ?? ''];
    }),
  );
  if (flags.length > 0) given.set('flags', [...new Set(flags.map(({ label }) => label ?? ''))]);
  if (questions === null) return { status: 'submitted', values: Object.fromEntries([...given].map(([name, value]) => [name, { value }])) };
  const values = Object.fromEntries(
    questions.flatMap((question) => {
      const value = fitting(question, given.get(question.name));
      return value === undefined ? [] : [[question.name, { value }]];
    }),
  );
  const open = questions.some(({ name, required }) => required && !(name in values));
  return { status: open || Object.keys(values).length === 0 ? 'draft' : 'submitted', values };
}

/** The value as the question takes it; undefined where it does not. */
function fitting({ settings: { type, options = [] } }: Question, value: string | number | string[] | undefined): unknown {
  const known = (one: string | number): boolean => options.some((option) => option.value === one);
  if (Array.isArray(value)) {
    const labels = value.filter(known);
    return type === 'multi_label_selection' && labels.length > 0 ? labels : undefined;
  }
  if (value === undefined || value === '') return undefined;
  if (type === 'text') return typeof value === 'string' ? value : undefined;
  return (type === 'rating' || type === 'label_selection') && known(value) ? value : undefined;
}
