/** The schema of a policy, which an organisation or a person writes as a JSON file. */
import { defaultPolicy, type Policy, type Role } from '../model/policy.ts';
import { Refusal } from '../model/result.ts';
import { decisions } from '../model/review.ts';
import { defaultRubric, scoresOf, type Category, type Criterion, type Rubric } from '../model/rubric.ts';
import { holdSchema, retentionSchema } from './erase.ts';
import { jsonOf, wrongField } from './file.ts';
import { line, shown } from './lines.ts';
import { fixedPrivacySchema } from './privacy.ts';
import { agrees, z } from './zod.ts';

/** What a record carries and other programs read; names that every JavaScript object has would be found where nobody put them. */
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
  .refine((value) => !(value in {}));

/** A list in which nothing stands twice. */
const unlike = <T extends z.ZodType>(item: T, name: (value: z.output<T>) => string, field: string[] = []) =>
  z.array(item).superRefine((list, context) => {
    const seen = new Set<string>();
    for (const [at, value] of list.entries()) {
      if (seen.has(name(value))) context.addIssue({ code: 'custom', path: [at, ...field], params: { kind: 'twice', value: name(value) } });
      seen.add(name(value));
    }
  });

const category = agrees<Category>()(
  z.strictObject({ id, label: line(80).optional(), definition: line(300).optional(), example: line(500).optional() }),
);

const criterion = agrees<Criterion>()(
  z
    .strictObject({
      id,
      label: line(80).optional(),
      scale: z.enum(['points', 'yes-no']),
      anchors: z.record(z.string(), line(300)).optional(),
    })
    .superRefine(({ scale, anchors = {} }, context) => {
      const scores = scoresOf(scale).map(String);
      for (const score of Object.keys(anchors).filter((key) => !scores.includes(key)))
        context.addIssue({ code: 'custom', path: ['anchors', score], params: { kind: 'value', problem: scores.join(', ') } });
    }),
);

const rubric = agrees<Rubric>()(
  z.strictObject({
    id,
    version: line(64),
    categories: unlike(category, (one) => one.id, ['id']).min(1),
    criteria: unlike(criterion, (one) => one.id, ['id']),
    guidelines: shown(20_000, /[\t\n\r]/g).optional(),
  }),
);

const role = agrees<Role>()(
  z.strictObject({ id, label: line(80).optional(), may: unlike(z.enum(decisions), String), seesAll: z.boolean().optional() }),
);

/** A host name, one with those below it, or all. */
const host = z.string().regex(/^(\*|(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/);

/** A policy. Whatever a file leaves out, its version excepted, is as it is for everybody. */
export const policySchema = agrees<Policy>()(
  z
    .strictObject({
      // Null is the policy that nobody wrote: what is written must say which it is, for each review keeps it.
      version: line(64)
        .nullable()
        .refine((version): boolean => version !== null, { params: { kind: 'missing' } }),
      rubric: rubric.default(defaultRubric),
      roles: unlike(role, (one) => one.id, ['id'])
        .min(1)
        .default(defaultPolicy.roles),
      reviewerRole: id.optional(),
      escalateTo: unlike(line(200), String).default([]),
      required: z.strictObject({ hosts: z.array(host).optional(), words: z.array(line(200)).optional() }).default({}),
      retention: retentionSchema.optional(),
      holds: z.array(holdSchema).optional(),
      privacy: fixedPrivacySchema.optional(),
    })
    .superRefine(({ roles, reviewerRole }, context) => {
      if (reviewerRole !== undefined && !roles.some((one) => one.id === reviewerRole)) {
        const problem = roles.map((one) => one.id).join(', ');
        context.addIssue({ code: 'custom', path: ['reviewerRole'], params: { kind: 'value', problem } });
      }
    }),
);

/**
 * The policy that a JSON text says, or what was read from one. Throws `policy-too-large`, `policy-not-json`, or what is wrong with the first wrong
 * field: `policy-missing`, `-unknown`, `-type`, `-empty`, `-long`, `-value`, `-twice` or `-hidden`.
 */
export function policyFrom(value: unknown): Policy {
  const read = typeof value === 'string' ? jsonOf(value, 'policy') : value;
  const parsed = policySchema.safeParse(read, { reportInput: true });
  if (parsed.success) return parsed.data;
  const { kind, params } = wrongField(parsed.error.issues[0], 'policy', exampleOf);
  throw new Refusal(`policy-${kind}`, params);
}

/** The shape that a text must have, by an example. */
function exampleOf(field: string): string | null {
  if (/hosts\[/.test(field)) return 'chat.example.com, *.example.com, *';
  if (/\bid$|Role$/.test(field)) return 'made-up-source';
  return null;
}
