/** Schemas of the records that exist in the database only. */
import { eventSchema, problemSchema } from '../schema/sync.ts';
import type { AuditHead } from '../model/audit.ts';
import type { Masks } from '../model/privacy.ts';
import { severities } from '../model/review.ts';
import { rowVerdicts } from '../model/reviewed.ts';
import { settingsSchema } from '../schema/settings.ts';
import { agrees, z } from '../schema/zod.ts';
import type { AuditRow, BatchRow, CountRow, HeadRow, QuarantineRow, Receipt, SyncState } from './tables.ts';

const countKinds = ['status', 'site', 'verdict', 'flag', 'model', 'reviewer', 'tag'] as const;
const statuses = ['draft', 'final', 'withdrawn'] as const;

const key = z.tuple([z.string(), z.number(), z.string()]);

/** A row of the list. */
export const headSchema = agrees<HeadRow>()(
  z.object({
    id: z.string(),
    answerId: z.string(),
    revision: z.int().min(1),
    status: z.enum(statuses),
    hasDraft: z.boolean(),
    verdict: z.enum(rowVerdicts).nullable(),
    flags: z.array(z.object({ category: z.string(), severity: z.enum(severities) })),
    reviewer: z.string(),
    by: z.string().optional(),
    origin: z.string(),
    site: z.string(),
    title: z.string(),
    model: z.string().nullable(),
    prompt: z.string().nullable(),
    excerpt: z.string(),
    tags: z.array(z.string()).optional(),
    updatedAt: z.string(),
    order: z.number(),
    flagKeys: z.array(key),
    tagKeys: z.array(key).optional(),
  }),
);

/** What `headSchema` asks for, in a fraction of its time: hundreds of rows are read at once. */
export function isHead(row: HeadRow): boolean {
  const { id, answerId, reviewer, origin, site, title, excerpt, updatedAt, prompt, model } = row;
  return (
    [id, answerId, reviewer, origin, site, title, excerpt, updatedAt, prompt ?? '', model ?? ''].every((one) => typeof one === 'string') &&
    prompt !== undefined &&
    model !== undefined &&
    Number.isInteger(row.revision) &&
    row.revision >= 1 &&
    Number.isFinite(row.order) &&
    typeof row.hasDraft === 'boolean' &&
    statuses.includes(row.status) &&
    (row.verdict === null || rowVerdicts.includes(row.verdict)) &&
    Array.isArray(row.flags) &&
    row.flags.every((flag) => typeof flag?.category === 'string' && severities.includes(flag.severity)) &&
    Array.isArray(row.flagKeys) &&
    row.flagKeys.every(isKey) &&
    (row.by === undefined || typeof row.by === 'string') &&
    (row.tags === undefined || (Array.isArray(row.tags) && row.tags.every((tag) => typeof tag === 'string'))) &&
    (row.tagKeys === undefined || (Array.isArray(row.tagKeys) && row.tagKeys.every(isKey)))
  );
}

const isKey = (key: HeadRow['flagKeys'][number]): boolean =>
  Array.isArray(key) && typeof key[0] === 'string' && Number.isFinite(key[1]) && typeof key[2] === 'string';

/** How many rows have something in common. */
export const countSchema = agrees<CountRow>()(z.object({ kind: z.enum(countKinds), value: z.string(), n: z.int() }));

/** What `countSchema` asks for, in a fraction of its time. */
export const isCount = ({ kind, value, n }: CountRow): boolean =>
  (countKinds as readonly unknown[]).includes(kind) && typeof value === 'string' && Number.isSafeInteger(n);

/** A request that was made ready. */
export const batchSchema = agrees<BatchRow>()(
  z.object({
    id: z.string(),
    destinationId: z.string(),
    seq: z.number(),
    events: z.array(eventSchema).min(1),
    leasedUntil: z.number().nullable(),
    attempts: z.int().min(0),
    rules: z.string().optional(),
  }),
);

/** What is kept of one conversation. */
export const masksSchema = agrees<Masks>()(
  z.object({
    conversation: z.tuple([z.string(), z.string(), z.string()]),
    ledger: z.record(z.string(), z.string()),
    shown: z.array(z.string()),
    hidden: z.array(z.string()),
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
    status: z.enum(['stored', 'duplicate', 'received']),
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
    disabled: z.boolean().optional(),
    encoding: z.enum(['gzip', 'plain']).optional(),
    maxBytes: z.number().optional(),
    sends: z.int().optional(),
    cursor: z.string().optional(),
    receiveAt: z.number().optional(),
    lookedAt: z.number().optional(),
    receiveProblem: problemSchema.nullable().optional(),
  }),
);

/** Where the record ends. */
export const auditHeadSchema = agrees<AuditHead>()(
  z.object({ chain: z.string(), seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
);

/** One entry of the record. Whether its line is an entry and follows the one before is for `lib/audit` to say: a broken record is kept as it is. */
export const auditRowSchema = agrees<AuditRow>()(
  z.object({
    seq: z.int().min(1),
    line: z.string(),
    salts: z.record(z.string(), z.string().regex(/^[0-9a-f]{32}$/)).nullable(),
    about: z.string().optional(),
  }),
);

/** The settings, as they stand in `meta`. */
export const settingsRowSchema = z.object({ key: z.literal('settings'), value: settingsSchema });

/** A record that could not be read. */
export const quarantineSchema: z.ZodType<QuarantineRow> = z.object({
  id: z.string(),
  table: z.string(),
  key: z.custom<IDBValidKey>((value) => value !== undefined),
  record: z.unknown(),
  problem: z.string(),
  at: z.number(),
});
