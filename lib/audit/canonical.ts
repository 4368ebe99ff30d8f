import type { Json } from '../model/audit.ts';

/**
 * The one way to write a value as JSON (RFC 8785): no spaces, members sorted by UTF-16 units, numbers and strings as `JSON.stringify` writes
 * them. Members that are undefined are left out. Throws for numbers that JSON does not have.
 */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} has no JSON`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).toSorted(byUnits)) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`);
  }
  return `{${members.join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const byUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
