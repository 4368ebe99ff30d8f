import { expect, test } from 'vitest';
import { changes } from '../../../components/review/changes.ts';

test('a diff says every character of both texts, also when it gives up on words', () => {
  const long = Array.from({ length: 4000 }, (_, index) => `line ${index * 7} of ${index}`).join('\n');
  const other = Array.from({ length: 4000 }, (_, index) => `${index} other ${index * 3}`).join('\n');
  for (const [before, after] of [
    ['', 'a'],
    ['a', ''],
    ['same', 'same'],
    ['one two three', 'one 2 three'],
    [long, other],
  ] as const) {
    const runs = changes(before, after);
    expect(
      runs
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before);
    expect(
      runs
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe(after);
  }
});
