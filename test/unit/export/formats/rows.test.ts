/** Every format against what its readers publish: what is taken, what is refused, and what any set of reviews gives. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../../../lib/export/formats/index.ts';
import { readers } from '../../../../lib/export/readers.ts';
import { elsewhere, validators } from '../validators/index.ts';
import { exported, hostile } from '../generated.ts';
import { format, write } from '../write.ts';

test('every format has its validator, and stands with the others of its reader', () => {
  const ids = formats.map(({ id }) => id);
  expect([...Object.keys(validators), ...Object.keys(elsewhere)].toSorted()).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  // What people choose by.
  expect(new Set(formats.map(({ reader, label, models }) => [reader, label, models].join())).size).toBe(ids.length);
  const order = Object.keys(readers);
  const places = formats.map(({ reader }) => order.indexOf(reader));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

describe.each(Object.entries(validators))('%s', (id, { row, good, broken }) => {
  const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
  const checked = (data: string): string[] => format(id).check(`bluepencil.${id}.jsonl`, data);

  test('takes a good row', () => {
    expect(row.safeParse(good).error).toBeUndefined();
    expect(checked(line(good))).toEqual([]);
  });

  test.each(Object.entries(broken))('refuses %s', (rule, value) => {
    // The order of keys is a rule of the file, which no schema of a row knows.
    if (!/order of keys/.test(rule)) expect(row.safeParse(value).success).toBe(false);
    expect(checked(line(value))).not.toEqual([]);
  });

  test.each([
    ['two lines', line(good) + line(good)],
    ['a blank line', '\n'],
    ['no end of line', JSON.stringify(good)],
    ['a byte-order mark', `\uFEFF${line(good)}`],
    ['half a line', line(good).slice(1)],
  ])('refuses %s', (_, data) => expect(checked(data)).not.toEqual([]));
});

describe('any reviews', () => {
  const samples = fc.sample(fc.array(exported, { maxLength: 6 }), { numRuns: 60, seed: 7 });
  const lines = (text = ''): string[] => {
    expect(text === '' || text.endsWith('\n')).toBe(true);
    return text.split('\n').slice(0, -1);
  };

  test.each(Object.keys(validators))('give rows of %s that its reader takes, or a reason', async (id) => {
    const { row } = validators[id] as (typeof validators)[string];
    let written = 0;
    const holds = async (items: Parameters<typeof write>[1]): Promise<void> => {
      const { files, refused } = await write(id, items);
      const made = lines(files[`bluepencil.${id}.jsonl`]);
      for (const one of made) {
        const parsed = row.safeParse(JSON.parse(one));
        expect(parsed.error, one.slice(0, 400)).toBeUndefined();
      }
      expect(lines(files[`bluepencil.${id}.meta.jsonl`])).toHaveLength(made.length);
      expect(new Set(made).size).toBe(made.length);
      const said = items.reduce((sum, item) => sum + ('preference' in item ? 1 : item.reviews.length), 0);
      // One row for all reviews of an answer, or one reason for each of them.
      expect(refused.length + made.length <= said && refused.length + made.length >= Math.min(1, said)).toBe(true);
      written += made.length;
    };
    for (const items of samples) await holds(items);
    await holds(hostile);
    expect(written).toBeGreaterThan(0);
  });
});
