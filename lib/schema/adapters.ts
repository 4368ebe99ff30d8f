/** Adapters from outside: what is stored of a person's own, and what may come from a file or a policy. */
import { Refusal } from '../model/result.ts';
import type { OwnAdapter, SiteAdapter } from '../model/site.ts';
import { jsonOf, wrongField } from './file.ts';
import { siteSchema } from './site.ts';
import { agrees, time, z } from './zod.ts';

export const ownAdapterSchema = agrees<OwnAdapter>()(
  z.object({ adapter: siteSchema, source: z.enum(['taught', 'imported']), on: z.boolean(), at: time() }),
);

/**
 * The adapters of a JSON text, one or a list of them. Throws `adapters-too-large`, `adapters-not-json`, `adapters-empty`, or
 * what is wrong with the first wrong field: `adapter-missing`, `-unknown`, `-type`, `-empty` or `-value`.
 */
export function adaptersFrom(text: string): SiteAdapter[] {
  const read = jsonOf(text, 'adapters');
  const list: unknown[] = Array.isArray(read) ? read : [read];
  if (list.length === 0) throw new Refusal('adapters-empty');
  return list.map((item, at) => {
    const parsed = siteSchema.safeParse(item, { reportInput: true });
    if (parsed.success) return parsed.data;
    const { kind, params } = wrongField(parsed.error.issues[0], 'adapter', exampleOf);
    throw new Refusal(`adapter-${kind}`, { ...params, adapter: nameOf(item, at) });
  });
}

/** What a policy carries: a list, or the JSON text of one. What cannot be read is left out and named in `wrong`. */
export function policyAdapters(value: unknown): { adapters: SiteAdapter[]; wrong: string[] } {
  let list: unknown = value;
  try {
    if (typeof value === 'string') list = JSON.parse(value);
  } catch {
    return { adapters: [], wrong: ['adapters: not JSON'] };
  }
  const found = (Array.isArray(list) ? list : []).map((item, at) => ({ parsed: siteSchema.safeParse(item), name: nameOf(item, at) }));
  return {
    adapters: found.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    wrong: found.flatMap(({ parsed, name }) => (parsed.success ? [] : [`${name}: ${parsed.error.issues[0]?.path.join('.')}`])),
  };
}

/** How a file calls an adapter; by its place where it has no name. */
function nameOf(item: unknown, at: number): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
  return typeof id === 'string' && id !== '' ? id.slice(0, 80) : `${at + 1}`;
}

/** The shape that a text must have, by an example. */
function exampleOf(field: string): string | null {
  if (/\bid$/.test(field)) return 'my-tool-2';
  if (/origins\[/.test(field)) return 'https://chat.example';
  if (field.endsWith('seen')) return '2026-11-22';
  if (/paths\[/.test(field)) return '/chat';
  return null;
}
