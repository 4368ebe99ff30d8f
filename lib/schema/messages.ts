/** A parser for each message to the background. */
import type { Calls } from '../messaging/protocol.ts';
import type { Parsers } from '../messaging/serve.ts';
import { Refusal } from '../model/result.ts';
import { capturedAnswerSchema, originSchema, rootSchema, writtenAnswerSchema } from './answer.ts';
import { reviewChangeSchema } from './review.ts';
import { endpointToken, endpointUrl } from './settings.ts';
import { time, words, z } from './zod.ts';

const nothing = z.object({});
const id = z.string().min(1);
const nonce = z.string().min(1);
const origins = z.object({ origin: z.union([originSchema, z.array(originSchema).min(1)]) });
const height = z.number().min(0).optional();
/** Either shape: with the tree while only the content script has seen it, with Markdown from the editor. */
const answer = z.unknown().transform((value, context): z.output<typeof capturedAnswerSchema> | z.output<typeof writtenAnswerSchema> => {
  const written = typeof value === 'object' && value !== null && 'markdown' in value;
  const parsed = written ? writtenAnswerSchema.safeParse(value) : capturedAnswerSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

const schemas = {
  'page.start': z.object({ origin: originSchema }),
  'reviews.find': z.object({ origin: originSchema, answers: z.array(z.object({ id, messageId: words().nullable() })) }),
  'review.change': z.object({
    answerId: id,
    answer: answer.optional(),
    change: reviewChangeSchema,
    final: z.boolean(),
    timing: z.object({ shownAt: time().nullable(), startedAt: time(), activeMs: z.number().min(0) }).optional(),
  }),
  'markdown.write': z.object({ trees: z.array(rootSchema) }),
  'editor.open': z.object({ answer: capturedAnswerSchema, answerId: id, mode: z.enum(['correct', 'note']), flagId: id.optional() }),
  'editor.begin': z.object({ nonce }),
  'editor.tell': z.object({ nonce, height, done: z.enum(['saved', 'nothing']).optional() }),
  'site.enable': origins,
  'site.disable': origins,
  'site.state': z.object({ origin: originSchema }),
  'settings.get': nothing,
  'settings.reviewer': z.object({ name: words().max(200) }),
  'sync.configure': z.object({ url: z.string().nullable(), token: z.string().nullish() }),
  'sync.status': nothing,
  'sync.test': z.object({ url: z.string(), token: z.string().nullish() }),
  'sync.preview': nothing,
  'sync.approve': nothing,
  'sync.now': nothing,
  'sync.pause': z.object({ paused: z.boolean() }),
  'sync.retry': nothing,
} satisfies { [N in keyof Calls]: z.ZodType<Calls[N]['request']> };

/**
 * One parser for each message. Throws a `Refusal`: `bad-request` with `field` and `problem`, or the own code of
 * what people type: `empty-correction`, `endpoint-…`, `token-…`.
 */
export const parsers: Parsers = {
  ...(Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, (data: unknown) => parse<unknown>(schema, data)]),
  ) as unknown as Parsers),
  'review.change': (data) => {
    const request = parse(schemas['review.change'], data);
    if (request.change.kind === 'correct' && request.change.markdown?.trim() === '') throw new Refusal('empty-correction');
    return request;
  },
  'sync.configure': (data) => {
    const { url, token } = parse(schemas['sync.configure'], data);
    return { url: url === null ? null : endpointUrl(url), ...tokenOf(token) };
  },
  'sync.test': (data) => {
    const { url, token } = parse(schemas['sync.test'], data);
    return { url: endpointUrl(url), ...tokenOf(token) };
  },
};

const tokenOf = (token: string | null | undefined) => (token === undefined ? {} : { token: token === null ? null : endpointToken(token) });

function parse<T>(schema: z.ZodType<T>, data: unknown): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal('bad-request', { field: issue?.path.join('.') || 'request', problem: issue?.message ?? 'unreadable' });
}
