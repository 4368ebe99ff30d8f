/** How much of what is personal is found, and how much of what is not: over sets that are drawn anew from each seed. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../../lib/privacy/find.ts';
import type { ParsePhone } from '../../../lib/privacy/phones.ts';
import { nearMisses } from './set/nearMisses.ts';
import { positives } from './set/positives.ts';
import { tableOf } from './set/table.ts';

const find = createFinder({ regions: ['US', 'GB', 'DE', 'FR', 'ES', 'BR', 'JP', 'CN', 'SA'] }, parsePhoneNumberFromString as ParsePhone);

// The detectors were looked over with the first seed; the others they never saw.
describe.each([
  [20_261_123, 20_261_124],
  [1, 2],
  [31_337, 4_242],
])('seed %i', (seed, other) => {
  const samples = positives(12, seed);
  const nears = nearMisses(30, other);
  const { rows, falseHits, missed, wronged } = tableOf((text) => find([text])[0]!, samples, nears);

  test('is large, in eight languages', () => {
    expect(new Set(samples.map(({ text }) => text)).size).toBeGreaterThan(1_500);
    expect(new Set(nears.map(({ text }) => text)).size).toBeGreaterThan(1_500);
  });

  test.each(rows.map(({ kind, ...row }) => [kind, row] as const))(
    '%s: at least 99 in 100 are found, from the first sign to the last',
    (kind, { recall, precision }) => {
      expect(recall, JSON.stringify(missed.filter((sample) => kind === 'all' || sample.kind === kind))).toBeGreaterThanOrEqual(0.99);
      expect(precision, JSON.stringify(wronged)).toBeGreaterThanOrEqual(0.98);
    },
  );

  test('of what only looks like it, at most one in 200 is taken for it', () => {
    expect(falseHits, JSON.stringify(wronged)).toBeLessThanOrEqual(0.005);
  });
});
