/** A parser for each message to the background. */
import type { Calls } from '../messaging/protocol.ts';
import type { Parsers } from '../messaging/serve.ts';
import { comparisons } from '../model/preference.ts';
import { Refusal } from '../model/result.ts';
import { noteLimit, type ReviewChange } from '../model/review.ts';
import { ownAdapterSchema } from './adapters.ts';
import { capturedAnswerSchema, originSchema, rootSchema, writtenAnswerSchema } from './answer.ts';
import { eraseScopeSchema, holdSchema, retentionSchema } from './erase.ts';
import { reviewChangeSchema, reviewSchema, spanSchema } from './review.ts';
import { siteSchema } from './site.ts';
import { policySchema } from './policy.ts';
import { privacySchema } from './privacy.ts';
import { keysSchema } from './settings.ts';
import { destinationDraftSchema } from './sync.ts';
import { time, words, z } from './zod.ts';

const nothing = z.object({});
const destination = z.object({ destinationId: z.string().min(1) });
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
const compared = z.object({ answerId: id, answer: answer.optional() });

const schemas = {
  'page.start': z.object({ origin: originSchema }),
  'page.load': z.object({ script: z.enum(['passages', 'controls', 'panels', 'compose']) }),
  'page.found': z.object({ evidence: z.int().min(0) }),
  'terms.get': nothing,
  'passages.find': z.object({ origin: originSchema, url: z.string() }),
  'selection.review': z.object({ tabId: z.int() }),
  'reviews.find': z.object({
    origin: originSchema,
    answers: z.array(z.object({ id, messageId: words().nullable() })),
    incognito: z.boolean().optional(),
  }),
  'review.change': z.object({
    answerId: id,
    answer: answer.optional(),
    change: reviewChangeSchema,
    seen: reviewSchema.nullish(),
    final: z.boolean(),
    incognito: z.boolean().optional(),
    timing: z.object({ shownAt: time().nullable(), startedAt: time(), activeMs: z.number().min(0) }).optional(),
  }),
  'preference.save': z.object({ pair: z.tuple([compared, compared]), better: z.enum(comparisons), reason: words().max(10_000) }),
  'preference.find': z.object({ answerIds: z.array(id) }),
  'preference.withdraw': z.object({ id }),
  'preference.undo': z.object({ id, toRevision: z.int().min(0) }),
  'markdown.write': z.object({ trees: z.array(rootSchema) }),
  'editor.open': z.object({
    answer: capturedAnswerSchema,
    answerId: id,
    mode: z.enum(['correct', 'note', 'escalate', 'reason']),
    preferenceId: id.optional(),
    flagId: id.optional(),
    span: spanSchema.optional(),
  }),
  'editor.begin': z.object({ nonce }),
  'editor.tell': z.object({ nonce, height, done: z.enum(['saved', 'nothing']).optional() }),
  'site.enable': origins,
  'site.disable': origins,
  'site.state': z.object({ origin: originSchema }),
  'page.teach': z.object({ tabId: z.int() }),
  'teach.words': nothing,
  'teach.alone': z.object({ token: nonce }),
  'adapter.save': z.object({ adapter: siteSchema }),
  'adapter.list': nothing,
  'adapter.for': z.object({ url: z.string() }),
  'adapter.turn': z.object({ id, on: z.boolean() }),
  'adapter.remove': z.object({ id }),
  'adapter.restore': z.object({ own: ownAdapterSchema }),
  'adapter.import': z.object({ text: z.string(), same: z.enum(['replace', 'both']).optional() }),
  'policy.get': nothing,
  'policy.import': z.object({ text: z.string() }),
  'policy.set': z.object({ policy: policySchema.nullable() }),
  'settings.get': nothing,
  'settings.reviewer': z.object({ name: words().max(200).optional(), role: id.optional() }),
  'settings.keys': z.object({ keys: keysSchema }),
  'erase.plan': z.object({ scope: eraseScopeSchema }),
  'erase.run': z.object({ scope: eraseScopeSchema }),
  'keeping.get': nothing,
  'keeping.rule': z.object({ rule: retentionSchema.nullable() }),
  'keeping.hold': z.object({ hold: holdSchema, on: z.boolean() }),
  'store.health': nothing,
  'sync.configure': z.object({ destination: destinationDraftSchema }),
  'sync.remove': destination,
  'sync.status': nothing,
  'sync.test': z.object({ destination: destinationDraftSchema }),
  'privacy.get': nothing,
  'privacy.set': z.object({ privacy: privacySchema }),
  'sync.preview': destination,
  'sync.choose': destination.extend({
    conversations: z.array(z.tuple([z.string(), z.string(), z.string()])).min(1),
    act: z.enum(['show', 'mask', 'hide']),
    value: z.string().min(1).max(20_000),
  }),
  'sync.approve': destination,
  'sync.now': nothing,
  'sync.pause': destination.extend({ paused: z.boolean() }),
  'sync.retry': destination,
} satisfies { [N in keyof Calls]: z.ZodType<Calls[N]['request']> };

/**
 * One parser for each message. Throws a `Refusal`: `bad-request` with `field` and `problem`, or the own code of
 * what people type: `empty-correction`, `note-too-long`.
 */
export const parsers: Parsers = {
  ...(Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, (data: unknown) => parse<unknown>(schema, data)]),
  ) as unknown as Parsers),
  'review.change': (data) => {
    const request = parse(schemas['review.change'], data);
    if (request.change.kind === 'correct' && request.change.markdown?.trim() === '') throw new Refusal('empty-correction');
    const length = noteOf(request.change)?.length ?? 0;
    if (length > noteLimit) throw new Refusal('note-too-long', { n: length, most: noteLimit });
    return request;
  },
};

/** What a change says in a person's own words. */
function noteOf(change: ReviewChange): string | undefined {
  if (change.kind === 'note') return change.note;
  return change.kind === 'flag' ? change.flag.note : change.kind === 'escalate' ? change.reason : undefined;
}

function parse<T>(schema: z.ZodType<T>, data: unknown): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal('bad-request', { field: issue?.path.join('.') || 'request', problem: issue?.message ?? 'unreadable' });
}
