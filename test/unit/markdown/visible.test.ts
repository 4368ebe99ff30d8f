import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { visibleOf } from '../../../lib/markdown/visible.ts';

const words = ['a', 'b.co', '@', 'me@b.co', '__a__.b@c.de', 'www.', 'WWW.x.yz', 'ftp://', 'http://x.y/_z_', 'HTTPS://q.rs?a=*b*', '://'];
const marks = ['|', '-', ':-', '-:', '_', '*', '**', '~~', '`', ' $y$ ', '[', '](u)', '[^1]', '<', '>', '&amp;', '\\'];
const spaces = ['# ', '> ', '1. ', '- ', ' ', '\n', '\n\n'];
/** It has a sign of each construct that is looked for only where it may be. */
const all = '\n\n```\n@ www. :// | :-\n```';
/** Ends every block but an open fence or HTML, which go on in both. */
const end = '\n\n# z\n\n';

test('what is not looked for is not there: the same text shows the same before an end with every sign', () => {
  assert(
    property(array(constantFrom(...words, ...marks, ...spaces), { maxLength: 30 }), (drawn) => {
      const [one, other] = [visibleOf(drawn.join('') + end), visibleOf(drawn.join('') + end + all)];
      const length = one.text.length;
      expect(other.text.slice(0, length)).toBe(one.text);
      expect(other.starts.slice(0, length)).toEqual(one.starts);
      expect(other.ends.slice(0, length)).toEqual(one.ends);
      expect([...other.formulas].slice(0, one.formulas.size).map(([at]) => at)).toEqual([...one.formulas.keys()]);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['at www.a.co/_b_ and WWW.a.co/*b*', 'atwww.a.co/_b_andWWW.a.co/*b*'],
  ['HTTP://c.de/*f*', 'HTTP://c.de/*f*'],
  ['__a__.b@c.de', '__a__.b@c.de'],
  ['a\n:-', 'a'],
  ['a\n-:', 'a'],
  ['a | b\n--- | ---', 'ab'],
])('%j shows %j', (markdown, text) => {
  expect(visibleOf(markdown).text).toBe(text);
});
