// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { read } from '../../../lib/capture/read.ts';
import { coverOf } from '../../../lib/capture/within.ts';
import { writeMarkdown } from '../../../lib/markdown/write.ts';

afterEach(() => document.body.replaceChildren());

interface Branch {
  tag: string;
  attributes: Record<string, string>;
  children: (Branch | string)[];
}

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('e\u0301', '\u00A0', ' \n ', '👩‍👩‍👧', 'a\nb', '\u200B', '\u1100\u1161', '1. x', '|', '`'),
);
const branch: fc.Arbitrary<Branch> = fc.letrec<{ branch: Branch; child: Branch | string }>((tie) => ({
  branch: fc.record({
    tag: fc.constantFrom(
      ...'div p span ul ol li pre code table tr td th b em a h2 blockquote br img button sup ruby rt math mi msup details input'.split(' '),
    ),
    attributes: fc.dictionary(
      fc.constantFrom('class', 'role', 'href', 'start', 'data-language', 'data-math', 'align', 'alt', 'id', 'aria-level'),
      fc.constantFrom(
        '__proto__',
        'katex',
        'citation',
        'mermaid',
        'row',
        'table',
        'heading',
        'checkbox',
        '3',
        'language-js',
        '#x',
        'https://x.org/?utm_a=1',
        '🎉',
      ),
      { maxKeys: 2 },
    ),
    children: fc.array(tie('child'), { maxLength: 4 }),
  }),
  child: fc.oneof({ depthSize: 'small' }, word, tie('branch')),
})).branch;

function grow({ tag, attributes, children }: Branch): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) element.append(typeof child === 'string' ? child : grow(child));
  return element;
}

/** A word, and after it in another block an emoji that is a picture. */
const withPicture: Branch = {
  tag: 'div',
  attributes: {},
  children: ['word', { tag: 'div', attributes: {}, children: [{ tag: 'img', attributes: { alt: '🎉' }, children: [] }, '!'] }],
};

test('whatever the tree: the map leads from the text to the page and back, and Markdown comes of it', () => {
  fc.assert(
    fc.property(fc.array(branch, { minLength: 1, maxLength: 3 }), (branches) => {
      const block = document.createElement('div');
      block.append(...branches.map(grow));
      document.body.replaceChildren(block);
      const { text, hast, map } = read([block]);
      for (const match of text.matchAll(/[^\s()]+/gu)) {
        const range = map.range(match.index, match.index + match[0].length);
        if (!range) continue; // An emoji that is a picture has no text node.
        const start = map.offset(range.startContainer, range.startOffset, 'start');
        const end = map.offset(range.endContainer, range.endOffset);
        // White space after a word in the same node may be one unit of the text or belong to the next words.
        expect(match[0]).toContain(text.slice(start!, end!).trimEnd());
        expect(start).toBeGreaterThanOrEqual(match.index);
      }
      expect(typeof writeMarkdown(hast)).toBe('string');
    }),
    { numRuns: 300, examples: [[[withPicture]]] },
  );
});

test('a selection of everything reads what there is; one of a part reads a part of it', () => {
  fc.assert(
    fc.property(branch, fc.nat(), fc.nat(), (tree, from, to) => {
      const block = document.createElement('div');
      block.append(grow(tree));
      document.body.replaceChildren(block);
      const all = read([block]);
      const range = document.createRange();
      range.selectNodeContents(block);
      expect(read([block], '', coverOf(range)).text).toBe(all.text);
      const part = all.map.range(Math.min(from, to) % (all.text.length + 1), Math.max(from, to) % (all.text.length + 1));
      if (!part) return;
      expect(letters(all.text)).toContain(letters(read([block], '', coverOf(part)).text));
    }),
    { numRuns: 200 },
  );
});

/** Without space and the brackets of readings, which stand beside what is selected. */
const letters = (text: string): string => text.replace(/[\s()]/g, '');

// happy-dom itself overflows at a few thousand levels; test/pages goes deeper in a browser.
test.each(['pre', 'ul', 'blockquote', 'b', 'table', 'math', 'sup'])('hundreds of levels of %s are read without an overflow', (tag) => {
  const block = document.createElement('div');
  let at: Element = block;
  for (let depth = 0; depth < 400; depth++) at = at.appendChild(document.createElement(tag));
  at.append('deep');
  const { text, hast } = read([block]);
  expect(text).toBe('deep');
  expect(writeMarkdown(hast)).toContain('deep');
});

test('10 MB of text and a mark of a megabyte come through', () => {
  const block = document.createElement('div');
  const huge = document.createElement('p');
  huge.setAttribute('class', 'language- '.repeat(100_000));
  huge.append('word '.repeat(2_000_000));
  const link = document.createElement('a');
  link.setAttribute('class', 'citation');
  link.append('word '.repeat(1000));
  block.append(huge, link);
  expect(read([block]).text.length).toBe(10_000_000 + 5000 - 1);
});
