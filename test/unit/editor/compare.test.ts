import { expect, test } from 'vitest';
import { compare, type Part } from '../../../components/review/compare.ts';

/** Everything that the comparison holds of one version, folded parts included. */
const said = (parts: Part[], not: 'added' | 'removed'): string =>
  parts
    .map((part) => {
      if (part.kind === 'same') return part.text;
      const hidden = not === 'added' ? ['added', 'movedHere'] : ['removed', 'movedAway'];
      const runs = part.kind === 'prose' ? part.runs : part.kind === 'code' ? part.lines : part.rows.flat(2);
      return runs
        .filter(({ kind }) => !hidden.includes(kind))
        .map(({ text }) => text)
        .join('');
    })
    .join('');
const runsOf = (before: string, after: string) =>
  compare(before, after).flatMap((part) => (part.kind === 'prose' ? part.runs.map(({ kind, text }) => [kind, text]) : [[part.kind]]));

test('a comparison of prose says every character of both texts, also when it gives up on words', () => {
  const long = Array.from({ length: 4000 }, (_, index) => `line ${index * 7} of ${index}`).join('\n');
  const other = Array.from({ length: 4000 }, (_, index) => `${index} other ${index * 3}`).join('\n');
  for (const [before, after] of [
    ['', 'a'],
    ['a', ''],
    ['same', 'same'],
    ['one two three', 'one 2 three'],
    ['a\nb', 'a\nb\nc'],
    [long, other],
  ] as const) {
    // The last line has no end: that alone is no difference.
    expect(said(compare(before, after), 'added').replace(/\n$/, '')).toBe(before);
    expect(said(compare(before, after), 'removed')).toBe(after);
  }
});

test('a paragraph that moved is said once as moved, not as removed and added', () => {
  const [a, b, c] = ['The first paragraph stays.', 'The second paragraph goes to the end.', 'The third paragraph stays too.'];
  expect(runsOf([a, b, c].join('\n\n'), [a, c, b].join('\n\n'))).toEqual([
    ['same', `${a}\n\n`],
    ['movedAway', `${b}\n`],
    ['removed', '\n'],
    ['same', `${c}\n`],
    ['added', '\n'],
    ['movedHere', b],
  ]);
});

test('so is a sentence within a paragraph, and no lone word', () => {
  const runs = runsOf(
    'Leasing is deductible. Keep a driving log for it. Ask first.',
    'Keep a driving log for it. Leasing is deductible. Ask first.',
  );
  expect(runs.map(([kind]) => kind)).toContain('movedHere');
  expect(runs.map(([kind]) => kind)).toContain('movedAway');
  expect(runsOf('yes and no it is', 'no it is and yes').map(([kind]) => kind)).not.toContain('movedHere');
});

test('code is compared by line and keeps its language', () => {
  const before = 'See:\n\n```ts\nconst a = 1;\nconst b = 2;\nreturn a + b;\n```\n';
  const after = 'See:\n\n```ts\nconst a = 1;\nconst b = 3;\nreturn a + b;\n```\n';
  expect(compare(before, after).at(-1)).toEqual({
    kind: 'code',
    language: 'ts',
    lines: [
      { kind: 'same', text: 'const a = 1;\n' },
      { kind: 'removed', text: 'const b = 2;\n' },
      { kind: 'added', text: 'const b = 3;\n' },
      { kind: 'same', text: 'return a + b;\n' },
    ],
  });
  expect(compare('```js\nx\n```', '```ts\nx\n```')).toEqual([
    { kind: 'code', language: 'js → ts', lines: [{ kind: 'same', text: 'x\n' }] },
  ]);
});

test('a table is compared by cell; a new row is new in all its cells', () => {
  const before = '| Car | Share |\n| --- | --- |\n| Leased | 50 % |\n| Bought | 100 % |\n';
  const after = '| Car | Share |\n| --- | --- |\n| Leased | 100 % |\n| Bought | 100 % |\n| Rented | 0 % |\n';
  expect(compare(before, after)).toEqual([
    {
      kind: 'table',
      rows: [
        [[{ kind: 'same', text: 'Car' }], [{ kind: 'same', text: 'Share' }]],
        [
          [{ kind: 'same', text: 'Leased' }],
          [
            { kind: 'removed', text: '50' },
            { kind: 'added', text: '100' },
            { kind: 'same', text: ' %' },
          ],
        ],
        [[{ kind: 'same', text: 'Bought' }], [{ kind: 'same', text: '100 %' }]],
        [[{ kind: 'added', text: 'Rented' }], [{ kind: 'added', text: '0 %' }]],
      ],
    },
  ]);
});

test('what both have is folded, except two lines beside a change', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `Line number ${index}.`);
  const parts = compare(lines.join('\n'), [...lines.slice(0, 19), 'Another end.'].join('\n'));
  expect(parts.map(({ kind }) => kind)).toEqual(['same', 'prose']);
  expect(parts[0]).toMatchObject({ lines: 17 });
});

test('words are words in every script, and no grapheme is split', () => {
  expect(runsOf('東京は日本の首都です。', '東京は日本の都市です。')).toContainEqual(['added', '都市']);
  expect(runsOf('Это неверно сейчас', 'Это верно сейчас')).toContainEqual(['removed', 'неверно']);
  expect(runsOf('a family 👨‍👩‍👧 here', 'a family 👨‍👩‍👦 here')).toContainEqual(['removed', '👨‍👩‍👧']);
});

test('texts with next to nothing in common stand one after the other', () => {
  expect(runsOf('Yes, of course you can claim it back.', 'The tax office decides, not the dealer.')).toEqual([
    ['removed', 'Yes, of course you can claim it back.'],
    ['added', 'The tax office decides, not the dealer.'],
  ]);
});
