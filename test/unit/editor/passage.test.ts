import { expect, test } from 'vitest';
import { passageIn } from '../../../components/editor/passage.ts';

const quote = (exact: string, prefix = '', suffix = '') => ({ quote: { exact, prefix, suffix } });
const found = (markdown: string, ...words: [string, string?, string?]) => {
  const place = passageIn(markdown, quote(...words));
  return place && markdown.slice(place.start, place.end);
};

test('words that stand once are found as they stand', () => {
  expect(found('The deduction is limited. Keep a log.', 'deduction is limited')).toBe('deduction is limited');
  expect(passageIn('aXb', quote('X'))).toEqual({ start: 1, end: 2 });
  expect(found('a 👨‍👩‍👧 b', '👨‍👩‍👧')).toBe('👨‍👩‍👧');
});

test('of words that stand twice, those with the same surroundings', () => {
  const markdown = 'It is not so.\n\nIt is **not** here, and not there.';
  expect(passageIn(markdown, quote('not', 'It is not so.\nIt is not here, and ', ' there.'))?.start).toBe(markdown.lastIndexOf('not'));
  expect(passageIn(markdown, quote('not'))).toBeNull();
  expect(passageIn(markdown, quote('missing'))).toBeNull();
});

test('signs of Markdown between the words are part of the passage, pairs stay whole', () => {
  expect(found('This is **very** *bad* advice.', 'is very bad')).toBe('is **very** *bad*');
  expect(found('This is **very** bad.', 'very')).toBe('very');
  expect(found('See [the law](https://a.example/x) first.', 'See the law first')).toBe('See [the law](https://a.example/x) first');
  expect(found('See [the law](https://a.example/x) first.', 'See the law')).toBe('See [the law](https://a.example/x)');
  expect(found('Call `a_b()` and 5 \\* 3.', 'a_b() and 5 * 3')).toBe('`a_b()` and 5 \\* 3');
  expect(found('A **long bold text** here.', 'A long')).toBeNull();
});

test('a passage across blocks is found; bullets, numbers, headings and bars are no words of it', () => {
  expect(found('## Steps\n\n1. Read the law.\n2. Ask first.\n', 'Steps\nRead the law.\nAsk')).toBe('Steps\n\n1. Read the law.\n2. Ask');
  expect(found('| Car | Share |\n| --- | --- |\n| Leased | 50 % |\n', 'Share\nLeased')).toBe('Share |\n| --- | --- |\n| Leased');
  expect(found('Run:\n\n```sh\nnpm ci\n```\n\nThen wait.', 'npm ci\nThen')).toBeNull();
});
