/** Markdown at random, as models write it, with all that stands between a reader's text and its source. */
import { type Arbitrary, array, constant, constantFrom, integer, letrec, nat, oneof, tuple } from 'fast-check';

/** Formulas that the generator uses. None holds what the Markdown around it could take for a sign of its own. */
export const formulas: readonly string[] = [
  'x^2',
  'a, b',
  '\\frac{a+1}{b}',
  '\\sum_{i=1}^n i',
  '\\sqrt{2}',
  '\\alpha + \\beta \\le 10',
  'E = mc^2',
  '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
  'n',
  '\\text{if } x > 0',
  '\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1',
];
/** What stands for a formula until it is drawn: no renderer of Markdown touches it. */
export const inlineMark = (index: number): string => `QFORM${String.fromCharCode(65 + index)}Q`;
export const blockMark = (index: number): string => `QBLOCK${String.fromCharCode(65 + index)}Q`;

const common = 'the and is no value of answer step one two data model so it we use a in'.split(' ');
const odd = [
  '2*3*4',
  'snake_case_name',
  '&amp;',
  '&copy;',
  '\\*',
  '\\_',
  '<b>',
  '<tag',
  '5 $',
  '`tick',
  '#1',
  '1.',
  '[x]',
  '(y)',
  '"quoted"',
  'a|b',
  '~',
  '100%',
  'é',
  'e\u0301',
  '😀',
  '👩‍👩‍👧',
  '中文',
  'שלום',
  'www.example.org',
  'https://example.org/a_b?c=d&e=f',
  'me@example.org',
  '—',
  '…',
  '!',
  'C:\\dir',
  '&',
  '**',
  '\u00A0',
];
const word = oneof({ weight: 6, arbitrary: constantFrom(...common) }, { weight: 1, arbitrary: constantFrom(...odd) });
const words = (most: number) => array(word, { minLength: 1, maxLength: most }).map((some) => some.join(' '));
const code = constantFrom('f(x)', 'a | b', 'x = `y`', '**kwargs', '<div>', '&amp;', 'let a = 1;', '\\n', '  two  spaces');

/** Inline code in as many backticks as it needs. */
const ticked = (value: string): string => (value.includes('`') ? `\`\` ${value} \`\`` : `\`${value}\``);
const inline: Arbitrary<string> = letrec<{ inline: string; plain: string }>((tie) => ({
  plain: words(5),
  inline: oneof(
    { maxDepth: 3 },
    { weight: 50, arbitrary: tie('plain') },
    { weight: 10, arbitrary: tie('inline').map((inner) => `**${inner}**`) },
    { weight: 10, arbitrary: tie('inline').map((inner) => `*${inner}*`) },
    { weight: 10, arbitrary: tie('plain').map((inner) => `~~${inner}~~`) },
    { weight: 10, arbitrary: code.map(ticked) },
    { weight: 10, arbitrary: tie('plain').map((inner) => `[${inner}](https://example.org/page "A title")`) },
    { weight: 10, arbitrary: nat(formulas.length - 1).map(inlineMark) },
    { weight: 3, arbitrary: tie('plain').map((inner) => `![${inner}](/picture.png)`) },
    {
      weight: 3,
      arbitrary: constantFrom('<https://example.org/x>', '[^1]', '  \n', '\\\n', '\n', '<sub>2</sub>', '<kbd>Ctrl</kbd>', '&#42;'),
    },
  ),
})).inline;
const line = array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const oneLine = line.map((text) => text.replace(/\s*\\?\n\s*/g, ' '));
const indented = (text: string, first: string, rest: string): string => first + text.replace(/\n(?=.)/g, `\n${rest}`);

const block: Arbitrary<string> = letrec<{ block: string }>((tie) => ({
  block: oneof(
    { maxDepth: 2 },
    { weight: 50, arbitrary: line },
    { weight: 10, arbitrary: tuple(integer({ min: 1, max: 4 }), oneLine).map(([level, text]) => `${'#'.repeat(level)} ${text}`) },
    {
      weight: 10,
      arbitrary: tuple(
        constantFrom('```', '````', '~~~'),
        constantFrom('js', '', 'python'),
        array(code, { minLength: 1, maxLength: 4 }),
      ).map(([fence, language, lines]) => `${fence}${language}\n${lines.join('\n')}\n${fence}`),
    },
    {
      weight: 10,
      arbitrary: array(tuple(oneLine, oneLine), { minLength: 1, maxLength: 3 }).map((rows) =>
        [['Name', 'Value'], ['---', ':-:'], ...rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))]
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n'),
      ),
    },
    {
      weight: 10,
      arbitrary: array(tie('block'), { minLength: 1, maxLength: 3 }).map((items) =>
        items.map((item) => indented(item, '- ', '  ')).join('\n'),
      ),
    },
    {
      weight: 10,
      arbitrary: array(tie('block'), { minLength: 1, maxLength: 3 }).map((items) =>
        items.map((item, at) => indented(item, `${at + 1}. `, '   ')).join('\n\n'),
      ),
    },
    { weight: 10, arbitrary: tie('block').map((inner) => indented(inner, '> ', '> ')) },
    {
      weight: 5,
      arbitrary: array(oneLine, { minLength: 1, maxLength: 2 }).map((items) => items.map((item) => `- [x] ${item}`).join('\n')),
    },
    { weight: 5, arbitrary: nat(formulas.length - 1).map(blockMark) },
    { weight: 2, arbitrary: constant('---') },
  ),
})).block;

/** An answer of a few blocks, with a footnote where it refers to one. */
export const answers: Arbitrary<string> = array(block, { minLength: 1, maxLength: 8 }).map(
  (blocks) => blocks.join('\n\n') + (blocks.some((text) => text.includes('[^1]')) ? '\n\n[^1]: The *source* of it' : ''),
);
