/** The schema of a site adapter: selectors only, each with its date and grade. */
import { z } from 'zod';
import type { SiteAdapter } from '../model/site.ts';

const hook = z.strictObject({
  select: z.string().min(1),
  seen: z.iso.date(),
  grade: z.enum(['live', 'source', 'capture', 'report']),
});
const valueHook = hook.extend({ attribute: z.string().min(1).optional(), from: z.enum(['self', 'up', 'page']) });
const layout = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  answer: z.array(hook).min(1),
  prompt: z.array(hook),
  body: z.array(hook),
  leaveOut: z.array(hook),
  turn: z.array(hook).optional(),
  messageId: z.array(valueHook),
  streaming: z.array(hook),
  finished: z.array(hook),
  model: z.array(valueHook),
});

export const siteSchema: z.ZodType<SiteAdapter> = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  provider: z.string().min(1).nullable(),
  origins: z.array(z.string().regex(/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/)).min(1),
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
  layouts: z.array(layout).min(1),
});
