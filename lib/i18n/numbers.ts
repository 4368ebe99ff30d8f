/** Numbers and lists as people read them, in the language that is spoken. */
import { locale } from './text.ts';

/** `1,234`. */
export const number = (value: number): string => value.toLocaleString(locale());

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `38 kB`, `2.5 MB`: a size in bytes, coarse on purpose. */
export function size(bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return (bytes / 1000 ** step).toLocaleString(locale(), { style: 'unit', unit: units[step] ?? 'byte', maximumSignificantDigits: 3 });
}

/** `A, B and C`. */
export const listed = (names: readonly string[]): string => new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
