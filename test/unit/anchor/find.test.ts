import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe as spanOf } from '../../../lib/anchor/describe.ts';
import { find } from '../../../lib/anchor/find.ts';

const words = fc
  .array(fc.constantFrom('a', 'bee', 'sea', '👩‍👩‍👧', 'e\u0301', '\n', ' ', '漢', '\uD83D\uDE00', 'delta'), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join(''));
const passage = words.chain((text) =>
  fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }))
    .map(([start, length]) => ({ text, start, end: Math.min(text.length, start + length) })),
);
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

test('what was described is found in the same text, at the same place', () => {
  fc.assert(
    fc.property(passage, ({ text, start, end }) => {
      const span = spanOf(text, start, end);
      expect(find(text, span)).toEqual(span.position);
    }),
  );
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

test('text before it moves the passage, no more', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (before, after) => {
      const unique = 'the quick brown fox 12345';
      const span = spanOf(`x ${unique} y`, 2, 2 + unique.length);
      const text = `${before}${unique}${after}`;
      expect(find(text, span)).toEqual({ start: before.length, end: before.length + unique.length });
    }),
  );
});

test('of several copies the one with the same surroundings wins', () => {
  const span = spanOf('first yes, then no, last yes!', 25, 28);
  expect(span.quote.exact).toBe('yes');
  expect(find('well: first yes, then no, and last yes!', span)).toEqual({ start: 35, end: 38 });
});

test('a changed passage is found, another one is not', () => {
  const text = 'The fastest connection takes about three and a half hours.';
  const span = spanOf(text, 4, 50);
  const now = 'Note. The fastest conection takes some three and a half hours.';
  const found = find(now, span)!;
  expect(now.slice(found.start, found.end)).toContain('conection takes some three and a h');
  expect(find('Something else entirely stands here now, nothing of it is left over at all.', span)).toBe(null);
});

test('asking for nothing is refused', () => {
  expect(() => spanOf('abc', 2, 2)).toThrow(RangeError);
  expect(() => spanOf('abc', 2, 9)).toThrow(RangeError);
});
