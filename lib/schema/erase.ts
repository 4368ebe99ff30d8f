/** Schemas of what is erased, what is held, and when it goes by itself. */
import { retentionWhens, type EraseScope, type Hold, type RetentionRule } from '../model/erase.ts';
import { originSchema } from './answer.ts';
import { agrees, z } from './zod.ts';

const id = z.string().min(1).max(1000);
const conversation = z.strictObject({ kind: z.literal('conversation'), origin: originSchema, id });
const site = z.strictObject({ kind: z.literal('site'), origin: originSchema });
const everything = z.strictObject({ kind: z.literal('everything') });

/** A legal hold. */
export const holdSchema = agrees<Hold>()(z.discriminatedUnion('kind', [conversation, site, everything]));

/** What a person names to be erased. */
export const eraseScopeSchema = agrees<EraseScope>()(
  z.discriminatedUnion('kind', [conversation, site, everything, z.strictObject({ kind: z.literal('review'), id })]),
);

/** When reviews go by themselves: from a day to a hundred years. */
export const retentionSchema = agrees<RetentionRule>()(
  z.strictObject({ days: z.int().min(1).max(36_500), when: z.enum(retentionWhens).default('settled') }),
);
