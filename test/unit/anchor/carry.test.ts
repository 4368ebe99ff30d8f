import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { carry } from '../../../lib/anchor/carry.ts';
import { describe } from '../../../lib/anchor/describe.ts';

const old =
  'Paris is the capital of France. It has two million people. The river Seine runs through it. Many people visit it each year, and they love it.';

function carried(words: string, text: string, from = old): string | null {
  const start = from.indexOf(words);
  const span = carry(from, text, describe(from, start, start + words.length));
  return span && text.slice(span.position.start, span.position.end);
}

test('what the new answer says as well is carried over', () => {
  const now =
    'Sure! Paris is the capital of France. About two million people live there. The river Seine runs through it; people come for it.';
  expect(carried('The river Seine runs through it', now)).toBe('The river Seine runs through it');
  expect(carried('capital of France', now)).toBe('capital of France');
  expect(carried('Many people visit it each year', now)).toBe(null);
});

test('nearly the same is carried over with its changes', () => {
  const now =
    'Paris is the capital of France. It had 2 million people. The broad river Seine runs through it. Many people visit it every year.';
  expect(carried('The river Seine runs through it', now)).toBe('The broad river Seine runs through it');
  expect(carried('Many people visit it each year', now)).toBe('Many people visit it every year');
});

test('another answer takes nothing over, however often it says "it"', () => {
  const now = 'I cannot answer this. It depends on what you ask, and it may be that it is not known. Try it in another way.';
  for (const words of ['it', 'It has', 'two million people', 'Many people visit it']) expect(carried(words, now)).toBe(null);
});

test('of two equal copies of which one was deleted neither is carried over', () => {
  const twice = 'Begin. Mix the flour well and wait a while. Mix the flour well and wait a while. Bake it.';
  expect(carried('flour', twice.replace('Mix the flour well and wait a while. ', ''), twice)).toBe(null);
});

test('a passage with a copy stays where all before it, or all after it, is as it was', () => {
  const twice = 'Begin. Mix the flour well and wait a while. Then this. Mix the flour well and wait a while. Bake it.';
  const carriedTo = (now: string, copy: number): number | undefined => {
    const start = copy === 1 ? twice.indexOf('flour') : twice.lastIndexOf('flour');
    return carry(twice, now, describe(twice, start, start + 5))?.position.start;
  };
  const longer = `${twice} Eat it.`;
  expect(carriedTo(longer, 1)).toBe(longer.indexOf('flour'));
  const earlier = twice.replace('Begin.', 'Wash your hands first, all of you.');
  expect(carriedTo(earlier, 2)).toBe(earlier.lastIndexOf('flour'));
});

test('in the same text a passage stays, also among its copies', () => {
  const text = 'ha '.repeat(50);
  expect(carry(text, text, describe(text, 60, 62))?.position).toEqual({ start: 60, end: 62 });
});

test('a passage that the old text does not hold is not carried over', () => {
  expect(carry('Another old text.', old, describe(old, 0, 20))).toBe(null);
});

test('texts of any kind are compared without an error, and a span is one of the new text', () => {
  const text = fc.array(fc.constantFrom('one ', 'two ', 'three ', '👩‍👩‍👧', '\uD83D', 'e\u0301', '漢字', '\n'), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (first, second, at, length) => {
      const before = first.join('');
      const now = second.join('');
      const start = at % before.length;
      const span = carry(before, now, describe(before, start, Math.min(before.length, start + 1 + (length % 40))));
      if (span) expect(now.slice(span.position.start, span.position.end)).toBe(span.quote.exact);
    }),
  );
});
