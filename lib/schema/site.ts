/** The schema of a site adapter: selectors only, each with its date and grade. */
import { z } from 'zod';
import type { SiteAdapter } from '../model/site.ts';

const hook = z.strictObject({
  select: z.string().min(1),
  seen: z.iso.date(),
  grade: z.enum(['live', 'source', 'capture', 'report', 'taught']),
});
const valueHook = hook.extend({ attribute: z.string().min(1).optional(), from: z.enum(['self', 'up', 'page']) });
const layout = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  answer: z.array(hook).min(1),
  prompt: z.array(hook),
  body: z.array(hook),
  leaveOut: z.array(hook),
  turn: z.array(hook).optional(),
  thinking: z.array(hook).optional(),
  errors: z.array(hook).optional(),
  variant: z.array(valueHook).optional(),
  partial: z.boolean().optional(),
  reversed: z.boolean().optional(),
  query: z.array(z.string().min(1)).optional(),
  messageId: z.array(valueHook),
  streaming: z.array(hook),
  finished: z.array(hook),
  model: z.array(valueHook),
});

export const siteSchema: z.ZodType<SiteAdapter> = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    provider: z.string().min(1).nullable(),
    origins: z.array(z.string().regex(/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/)),
    marks: z.array(hook).min(1).optional(),
    paths: z.array(z.string().startsWith('/')).optional(),
    conversation: z
      .string()
      .refine((pattern) => {
        try {
          return new RegExp(`${pattern}|`).exec('')?.length === 2;
        } catch {
          return false;
        }
      }, 'a regular expression with one group')
      .optional(),
    beside: z.array(hook).optional(),
    layouts: z.array(layout).min(1),
  })
  .refine(({ origins, marks }) => origins.length > 0 || marks !== undefined, {
    path: ['origins'],
    message: 'an origin or a mark is needed',
  });
