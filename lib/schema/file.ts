/** What people and organisations write themselves: a JSON text, and what is wrong with its first wrong field. */
import { Refusal } from '../model/result.ts';
import type { z } from './zod.ts';

/** Units of a file; the largest that is meant is a tenth of it. */
const longest = 1_000_000;

/** What a JSON text says. Throws `…-too-large` or `…-not-json`; the code begins with `what`. */
export function jsonOf(text: string, what: 'adapters' | 'policy'): unknown {
  if (text.length > longest) throw new Refusal(`${what}-too-large`);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refusal(`${what}-not-json`, { detail: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}

/** What is wrong with a field. A check of ours names its own kind in the issue's `params`, and what its sentence needs beside it. */
export interface WrongField {
  kind: string;
  params: Record<string, string | number> & { field: string };
}

/**
 * The kinds: `missing`, `unknown`, `empty`, `type` (with `expected`), `long` (with `max`) and `value` (with `problem`: what it can be), or a
 * check's own. `whole` is the field's name where the whole is meant; `like` gives an example for a pattern, which explains
 * nothing by itself. Ask zod with `reportInput`.
 */
export function wrongField(issue: z.core.$ZodIssue | undefined, whole: string, like: (field: string) => string | null): WrongField {
  const field = named(issue?.path ?? []) || whole;
  switch (issue?.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { kind: 'missing', params: { field } }
        : { kind: 'type', params: { field, expected: kinds[issue.expected] ?? issue.expected } };
    case 'unrecognized_keys':
      return { kind: 'unknown', params: { field: named([...issue.path, issue.keys[0] ?? '']) } };
    case 'too_small':
      return { kind: 'empty', params: { field } };
    case 'too_big':
      return { kind: 'long', params: { field, max: Number(issue.maximum) } };
    case 'invalid_value':
      return { kind: 'value', params: { field, problem: issue.values.map(String).join(', ') } };
    case 'custom': {
      const { kind, ...params } = (issue.params ?? {}) as { kind?: string };
      if (kind) return { kind, params: { ...params, field } };
    }
  }
  return { kind: 'value', params: { field, problem: like(field) ?? issue?.message ?? '' } };
}

/** `rubric.categories[3].id`: lists are counted from 1, as people count. */
const named = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : String(part).slice(0, 80)))
    .join('.')
    .replaceAll('.[', '[');

/** As they are written in JSON, whatever the language. */
const kinds: Record<string, string> = { array: '[ … ]', object: '{ … }', record: '{ … }', string: '" … "', boolean: 'true / false' };
