import { describe as group, expect, test } from 'vitest';
import { describe } from '../../../lib/anchor/describe.ts';
import { projector } from '../../../lib/markdown/project.ts';

/** What the span with these words (the n-th of them) is in the Markdown, or why it is nothing. */
function projected(text: string, markdown: string, words: string, nth = 1): string {
  let start = -1;
  for (let index = 0; index < nth; index++) start = text.indexOf(words, start + 1);
  const found = projector({ text, markdown })(describe(text, start, start + words.length));
  if (typeof found === 'string') return found;
  const python = Array.from(markdown).slice(found.codePoints.start, found.codePoints.end).join('');
  expect(python).toBe(markdown.slice(found.start, found.end));
  return python;
}

group('a span of the text is in the Markdown', () => {
  test.each<[name: string, text: string, markdown: string, words: string, passage: string]>([
    ['plain', 'One two three.', 'One two three.', 'two', 'two'],
    ['signs that the page shows too', 'a * b _c_ & d', 'a * b\n\n_c_ & d', '_c_ &', '_c_ &'],
    ['inside of emphasis', 'some bold text', 'some **bold text**', 'bold', 'bold'],
    ['all of an emphasis', 'some bold text', 'some **bold** text', 'bold', 'bold'],
    ['into an emphasis', 'some bold text', 'some **bold text**', 'some bold', 'some **bold'],
    ['out of an emphasis', 'some bold text', 'some **bold** text', 'bold text', '**bold** text'],
    ['up to the end of one', 'some bold text', 'some ***bold*** text', 'some bold', 'some ***bold***'],
    ['across two', 'a b c d', 'a **b** ~~c~~ d', 'b c', '**b** ~~c~~'],
    ['words of a link', 'see the page now', 'see [the page](https://a.example/page "page") now', 'page', 'page'],
    [
      'a link and more',
      'see the page now',
      'see [the page](https://a.example/page) now',
      'page now',
      '[the page](https://a.example/page) now'.slice(5),
    ],
    ['the address is no text', 'page page', '[page](https://a.example/page) page', 'page page', '[page](https://a.example/page) page'],
    ['an address', 'at https://a.example/x_y now', 'at <https://a.example/x_y> now', 'example/x_y', 'example/x_y'],
    ['code in a line', 'call f(x) now', 'call `f(x)` now', 'f(x)', 'f(x)'],
    ['code with backticks', 'write `x` here', 'write `` `x` `` here', '`x`', '`x`'],
    ['fenced code', 'As:\nlet a = `b`;\nreturn a;', 'As:\n\n````js\nlet a = `b`;\n\nreturn a;\n````', '`b`;\nreturn', '`b`;\n\nreturn'],
    ['a language is no text', 'js\njs', 'js\n\n```js\njs\n```', 'js\njs', 'js\n\n```js\njs\n```'],
    ['a table', 'Name\tAge\nAda\t36', '| Name | Age |\n| --- | --- |\n| Ada | 36 |', 'Age\nAda', 'Age |\n| --- | --- |\n| Ada'],
    ['a bar in the code of a table', 'a\na|b', '| a |\n| - |\n| `a\\|b` |', 'a|b', 'a\\|b'],
    ['list items', 'one\ntwo\nthree', '1. one\n2. two\n   - three', 'two\nthree', 'two\n   - three'],
    ['tasks', 'open it\ndone', '- [ ] open it\n- [x] done', 'it\ndone', 'it\n- [x] done'],
    ['a quote', 'said\nhe did', '> said\n> he did', 'said\nhe', 'said\n> he'],
    ['entities', 'a & b © c', 'a &amp; b &copy; c', '& b ©', '&amp; b &copy;'],
    ['an entity that is text', 'write &amp; so', 'write \\&amp; so', '&amp;', '\\&amp;'],
    ['escapes', '2*3*4', '2\\*3\\*4', '*3*', '\\*3\\*'],
    ['a break', 'one\ntwo', 'one\\\ntwo', 'one\ntwo', 'one\\\ntwo'],
    ['a heading', 'Head line\nText', '## Head *line*\n\nText', 'line\nText', '*line*\n\nText'],
    ['a picture between', 'see this', 'see ![the words](/a.png) this', 'see this', 'see ![the words](/a.png) this'],
    ['a footnote', 'Fact.\nSource of it', 'Fact.[^1]\n\n[^1]: Source of it', 'Fact.\nSource', 'Fact.[^1]\n\n[^1]: Source'],
    ['HTML that is left in', 'H2O here', 'H<sub>2</sub>O here', '2O', '2</sub>O'],
    ['white space at the ends', 'one two three', 'one **two** three', ' two ', 'two'],
    ['beyond the first plane', '😀 a 👩‍👩‍👧 b', '😀 **a** 👩‍👩‍👧 b', 'a 👩‍👩‍👧', '**a** 👩‍👩‍👧'],
    ['a formula', 'so x2=4 holds', 'so $x^2=4$ holds', 'x2=4', '$x^2=4$'],
    ['around a formula', 'so x2=4 holds', 'so $x^2=4$ holds', 'so x2=4 holds', 'so $x^2=4$ holds'],
    ['beside a formula', 'so x2=4 holds', 'so $x^2=4$ holds', 'holds', 'holds'],
    ['a part of a formula', 'so x2=4 holds', 'so $x^2=4$ holds', 'x2', 'x^2'],
    ['into a formula', 'so x2=4 holds', 'so $x^2=4$ holds', 'so x2', 'so $x^2'],
    ['out of a formula', 'so x2=4 holds', 'so **$x^2=4$** holds', '4 holds', '4$** holds'],
    ['signs of a formula', 'so α+β≤10 holds', 'so $\\alpha + \\beta \\le 10$ holds', 'β≤1', '\\beta \\le 1'],
    ['words of a formula', 'so if x>0 holds', 'so $\\text{if } x > 0$ holds', 'x>', 'x >'],
    ['a displayed formula', 'It is\n∑i=1n​i\nso', 'It is\n\n$$\n\\sum_{i=1}^n i\n$$\n\nso', '∑i=1n​i', '$$\n\\sum_{i=1}^n i\n$$'],
    ['a comma between formulas that hold one', 'a,b, c,d.', '$a,b$, $c,d$.', 'c,d', '$c,d$'],
    ['what the Markdown leaves out beside it', 'See 【1】 this thing well', 'See this thing well', 'thing', 'thing'],
    ['a reading', 'The word 漢かん is Chinese', 'The word 漢(かん) is Chinese', 'is Chinese', 'is Chinese'],
  ])('%s', (_name, text, markdown, words, passage) => expect(projected(text, markdown, words)).toBe(passage));

  test('the second of the same words is the second', () => {
    expect(projected('no, no', '*no*, **no**', 'no', 2)).toBe('no');
    const text = 'no, no';
    expect(projector({ text, markdown: '*no*, **no**' })(describe(text, 4, 6))).toMatchObject({ start: 8, end: 10 });
  });

  test('a byte order mark is counted', () => {
    expect(projected('a b', '\uFEFFa **b**', 'b')).toBe('b');
  });

  test('code points are counted as Python does', () => {
    expect(projector({ text: '😀😀 x', markdown: '😀😀 **x**' })(describe('😀😀 x', 5, 6))).toEqual({
      start: 7,
      end: 8,
      codePoints: { start: 5, end: 6 },
    });
  });
});

group('what has no place in the Markdown is said', () => {
  test.each<[name: string, text: string, markdown: string, words: string, reason: string]>([
    ['a part of a fraction', 'so ba+1​ holds', 'so $\\frac{a+1}{b}$ holds', 'a+1', 'in-formula'],
    ['into a root', 'so 2​ holds x', 'so $\\sqrt[3]{2}$ holds x', '2', 'differs'],
    ['white space', 'a b', 'a b', ' ', 'blank'],
    ['text that the Markdown has not', 'See 【1】 this thing', 'See this thing', '【1】', 'differs'],
    ['text around what it has not', 'See 【1】 this thing', 'See this thing', 'See 【1】 this', 'differs'],
    ['text with more between in the Markdown', 'The word 漢かん is', 'The word 漢(かん) is', '漢かん', 'differs'],
    ['another text', 'quite another thing', 'nothing of all this', 'another', 'differs'],
    ['nothing', 'some text', '', 'some', 'differs'],
    ['a formula that shows something else', 'so 17 holds', 'so $x^2=4$ holds', '17', 'differs'],
    ['one of two that could be it', 'so a b holds', 'so b holds, a b', 'b', 'differs'],
  ])('%s', (_name, text, markdown, words, reason) => expect(projected(text, markdown, words)).toBe(reason));

  test('a quote that does not stand there', () => {
    const span = describe('one two', 4, 7);
    expect(projector({ text: 'One more two', markdown: 'One more two' })(span)).toBe('moved');
  });
});
