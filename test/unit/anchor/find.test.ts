import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as spanOf } from '../../../lib/anchor/describe.ts';
import { find } from '../../../lib/anchor/find.ts';

const pieces = [
  'a',
  'bee',
  'sea',
  '👩‍👩‍👧',
  'e\u0301',
  '\n',
  ' ',
  '漢',
  '\uD83D\uDE00',
  'delta',
  '🇩🇪',
  '한',
  '\u1112\u1161\u11ab',
  'क्षि',
  '\r\n',
];
const words = fc
  .array(fc.constantFrom(...pieces, '\uD83D', '\u200B', '\u202E'), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join(''));
const passage = words.chain((text) =>
  fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }))
    .map(([start, length]) => ({ text, start, end: Math.min(text.length, start + length) })),
);
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** The span of the n-th time that `words` stand in the text. */
const nth = (text: string, words: string, count = 1) => {
  let start = -1;
  for (let index = 0; index < count; index++) start = text.indexOf(words, start + 1);
  return spanOf(text, start, start + words.length);
};
const foundIn = (text: string, span: ReturnType<typeof spanOf>): string | null => {
  const found = find(text, span);
  return found && `${text.slice(0, found.start)}[${text.slice(found.start, found.end)}]${text.slice(found.end)}`;
};

describe('in the same text', () => {
  test('a passage stands where it stood', () => {
    fc.assert(
      fc.property(passage, ({ text, start, end }) => {
        const span = spanOf(text, start, end);
        if (span.quote.exact.replace(/[\s\u200B]/g, '')) expect(find(text, span)).toEqual(span.position);
      }),
    );
  });

  test('one word of many that are the same is known by its position alone', () => {
    const text = 'ha '.repeat(40).trim();
    const span = spanOf(text, 60, 62);
    expect(find(text, span)).toEqual({ start: 60, end: 62 });
    expect(find(text.replaceAll(' ', '\n\n'), span)).toEqual({ start: 80, end: 82 });
    expect(find(`ha ${text}`, span)).toBe(null);
  });
});

test('a passage holds whole characters and what was asked for', () => {
  fc.assert(
    fc.property(passage, ({ text, start, end }) => {
      const { position, quote } = spanOf(text, start, end);
      const edges = new Set([...[...graphemes.segment(text)].map(({ index }) => index), text.length]);
      expect(position.start <= start && position.end >= end).toBe(true);
      expect(edges.has(position.start) && edges.has(position.end)).toBe(true);
      expect(text.slice(position.start, position.end)).toBe(quote.exact);
      expect(quote.prefix.length <= 32 && quote.suffix.length <= 32).toBe(true);
    }),
  );
});

test.each([
  ['a flag in a long row of flags', '🇩🇪'.repeat(60), 4 * 41 + 1, 4 * 41, 4 * 42],
  ['a letter under 200 marks', `a${'\u0301'.repeat(200)}b`, 150, 0, 201],
  ['one syllable of two that are written in parts', '\u1112\u1161\u11ab\u1112\u1161\u11ab', 4, 3, 6],
  ['a line end of two units', 'a\r\nb', 1, 1, 3],
])('%s is not cut, and is found again', (_, text, at, start, end) => {
  const span = spanOf(text, at, at + 1);
  expect(span.position).toEqual({ start, end });
  if (span.quote.exact.trim()) expect(find(text, span)).toEqual({ start, end });
});

describe('in a changed text', () => {
  test('text before it moves the passage, no more', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (before, after) => {
        const words = 'surrounded by the quick brown fox 12345 and by all that comes after it';
        const span = nth(words, 'the quick brown fox 12345');
        const text = `${before}${words}${after}`;
        expect(find(text, span)).toEqual({ start: before.length + 14, end: before.length + 39 });
      }),
    );
  });

  test('other white space and other blocks are the same words', () => {
    const span = nth('Name\tPrice\nTea\t3 €\nCoffee\t4 €\nWater is free.', 'Tea\t3 €\nCoffee');
    expect(foundIn('Name Price Tea3 € Coffee\n4 € Water is free.', span)).toBe('Name Price [Tea3 € Coffee]\n4 € Water is free.');
  });

  test('of several copies the one with the same surroundings wins', () => {
    const span = nth('first yes, then no, last yes!', 'yes', 2);
    expect(foundIn('well: first yes, then no, and last yes!', span)).toBe('well: first yes, then no, and last [yes]!');
  });

  test('a copy elsewhere is not taken for a passage that is gone', () => {
    const text = 'Mix the flour well and wait. Then bake it for an hour. Mix the flour well and serve.';
    const span = nth(text, 'Mix the flour well');
    expect(find('Then bake it for an hour. Mix the flour well and serve.', span)).toBe(null);
    expect(find(text.replace('Mix the flour well', 'Stir'), span)).toBe(null);
    const chant = 'We said it is very very very very very very very good, and that was all.';
    expect(find(chant.replace('very ', ''), nth(chant, 'very', 3))).toBe(null);
  });

  test('of a passage that stands there twice now neither is taken', () => {
    const text = 'One two three four five six. The moon is made of cheese. Seven eight nine ten.';
    const span = nth(text, 'The moon is made of cheese.');
    expect(find(`${text} ${text}`, span)).toBe(null);
    const elsewhere = `${text} Again: The moon is made of cheese.`;
    expect(find(elsewhere, span)).toEqual(span.position);
  });

  test('a changed passage is what stands between its surroundings', () => {
    const text = 'Take good note of this: the fastest connection takes about three and a half hours, every day.';
    const span = nth(text, 'fastest connection takes about three and a half hours');
    const now = 'Well. Take good note of this: the fastest conection takes some three and a half hours, every day.';
    expect(foundIn(now, span)).toBe('Well. Take good note of this: the [fastest conection takes some three and a half hours], every day.');
    expect(find('Take good note of this: the bus that nobody has ever taken to the sea, every day.', span)).toBe(null);
  });

  test('a changed passage in a sentence that is there twice is not guessed at', () => {
    const row = (name: string) => `The value of ${name} is given in the table at the end. `;
    const text = row('alpha-parameter') + row('delta-parameter') + row('gamma-parameter');
    expect(find(row('alpha-parameter') + row('gamma-parameter'), nth(text, 'delta-parameter'))).toBe(null);
  });

  test('half of a character is not the character', () => {
    const span = nth('The family 👩 came to see us in the long summer', '👩');
    expect(find('The family 👩‍👩‍👧 came to see us in the long summer', span)).toBe(null);
  });
});

test('asking for nothing is refused', () => {
  expect(() => spanOf('abc', 2, 2)).toThrow(RangeError);
  expect(() => spanOf('abc', 2, 9)).toThrow(RangeError);
});

test.each([
  ['abcdefghijklmnop', 'abcdefghijklmnop', 0],
  ['abcdefghijklmnop', 'abXdefghiYklmnZp', 3],
  ['abcdefghijklmnop', 'abdefghijklmp', 3],
  ['abcdefghijklmnop', 'abcXdefYghijZklmnop', 3],
  ['abcdefghijklmnop', 'XbcYefghZjkWlmnopV', 6],
  ['abcdefghijklmnop', 'ponmlkjihgfedcba', 16],
])('%s is taken for %s only if at most a quarter differs', (before, now, differences) => {
  const [head, tail] = ['What comes before it is unchanged ', ' and so is all that comes after it.'];
  const span = spanOf(head + before + tail, head.length, head.length + before.length);
  const place = { start: head.length, end: head.length + now.length };
  expect(find(head + now + tail, span)).toEqual(differences <= Math.max(before.length, now.length) / 4 ? place : null);
});

test('a long passage is compared in no time that grows with its square', () => {
  const passage = Array.from({ length: 20_000 }, (_, at) => `w${at}`).join(' ');
  const [head, tail] = ['What comes before it is unchanged ', ' and so is all that comes after it.'];
  const span = spanOf(head + passage + tail, head.length, head.length + passage.length);
  const now = passage.replace('w500 ', '').replace('w19000 ', 'other ');
  expect(find(head + now + tail, span)).toEqual({ start: head.length, end: head.length + now.length });
});
