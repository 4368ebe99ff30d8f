// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { read } from '../../../lib/capture/read.ts';
import { coverOf } from '../../../lib/capture/within.ts';
import { writeMarkdown } from '../../../lib/markdown/write.ts';

afterEach(() => document.body.replaceChildren());

/** A block with this HTML, and a range between the marks `[` and `]` in its text, which are taken out. */
function marked(html: string): { block: Element; range: Range } {
  const parsed = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body.firstElementChild!;
  const block = document.body.appendChild(document.importNode(parsed, true));
  const range = document.createRange();
  for (const mark of ['[', ']']) {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
      const at = node.data.indexOf(mark);
      if (at < 0) continue;
      node.data = node.data.slice(0, at) + node.data.slice(at + 1);
      if (mark === '[') range.setStart(node, at);
      else range.setEnd(node, at);
      break;
    }
  }
  return { block, range };
}

const reading = (html: string) => {
  const { block, range } = marked(html);
  const { text, hast, map } = read([block], '', coverOf(range));
  return { text, markdown: writeMarkdown(hast), map };
};

test('only what is selected, in text, Markdown and map', () => {
  const { text, markdown, map } = reading('<h2>Head</h2><p>One <b>tw[o</b> three</p><p>fo]ur</p><pre><code>x</code></pre>');
  expect(text).toBe('o three\nfo');
  expect(markdown).toBe('**o** three\n\nfo');
  expect(map.range(2, 7)?.toString()).toBe('three');
  expect(map.range(0, text.length)?.toString()).toBe('o threefo');
});

test('a selection that begins or ends at the edge of a block covers nothing of it', () => {
  const { block, range } = marked('<ul><li>one</li><li>[two]</li><li>three</li></ul>');
  range.setStart(block.querySelector('li')!.firstChild!, 3);
  range.setEnd(block.querySelectorAll('li')[2]!, 0);
  const { text, hast } = read([block], '', coverOf(range));
  expect(text).toBe('two');
  expect(writeMarkdown(hast)).toBe('- two');
});

test('cells that are not selected leave their columns; code keeps its fence', () => {
  expect(reading('<table><tr><th>A</th><th>[B</th></tr><tr><td>1]</td><td>2</td></tr></table>').markdown).toBe(
    '| | B |\n| - | - |\n| 1 | |',
  );
  expect(reading('<pre><code class="language-js">let a;\n[let b;\nlet c;]\n</code></pre>').markdown).toBe('```js\nlet b;\nlet c;\n```');
});

test('a list goes on counting where it is cut', () => {
  expect(reading('<ol start="3"><li>a</li><li>b[c</li><li>d]</li></ol>').markdown).toBe('4. c\n5. d');
});

test('a letter is never halved: surrogates, marks, joined emoji', () => {
  for (const letter of ['👍🏽', 'e\u0301', '👩‍👩‍👧', 'नि', '🇫🇷'])
    for (let at = 1; at < letter.length; at++) {
      const { block, range } = marked('<p>x</p>');
      const node = block.firstChild!.firstChild as Text;
      node.data = `a${letter}b${letter}c`;
      range.setStart(node, 1 + at);
      range.setEnd(node, 2 + letter.length + at);
      expect(read([block], '', coverOf(range)).text).toBe(`${letter}b${letter}`.normalize());
    }
});

test('a formula that is cut is read whole', () => {
  const math =
    '<span class="katex"><span class="katex-mathml"><math><semantics><mi>ab</mi><annotation encoding="application/x-tex">ab</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>a]b</span></span></span>';
  const { text, markdown } = reading(`<p>So [is ${math} it</p>`);
  expect(text).toBe('is ab');
  expect(markdown).toBe('is $ab$');
});

test('through shadow roots', () => {
  const block = document.body.appendChild(document.createElement('div'));
  const [one, two] = ['one', 'two'].map((word) => {
    const host = block.appendChild(document.createElement('x-p'));
    const paragraph = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    return paragraph.appendChild(document.createTextNode(word));
  });
  const range = { startContainer: one!, startOffset: 1, endContainer: two!, endOffset: 2, collapsed: false };
  expect(read([block], '', coverOf(range)).text).toBe('ne\ntw');
});

test('nothing selected, or elsewhere, is empty', () => {
  const { block, range } = marked('<p>one</p>');
  range.setStart(block, 0);
  range.collapse(true);
  expect(read([block], '', coverOf(range)).text).toBe('');
  expect(writeMarkdown(read([block], '', coverOf(range)).hast)).toBe('');
});
