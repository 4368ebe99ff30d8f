// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { read } from '../../../lib/capture/read.ts';
import { writeMarkdown } from '../../../lib/markdown/write.ts';

afterEach(() => document.body.replaceChildren());

/** Parses without `innerHTML`, so that the rule holds in tests too. */
function page(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body.firstElementChild!;
  const block = document.importNode(parsed, true) as HTMLElement;
  document.body.append(block);
  return block;
}

test('blocks become lines and space collapses', () => {
  expect(read([page('<p>One  two\n three</p><p>four<br>five</p>')]).text).toBe('One two three\nfour\nfive');
});

test('controls, drawings and copies for screen readers are no text', () => {
  const block = page(
    '<span class="sr-only">Bot said</span><p>Yes.<button>Copy</button><svg><text>x</text></svg><span aria-hidden="true">Yes.</span></p>',
  );
  expect(read([block]).text).toBe('Yes.');
});

test('what the adapter leaves out is left out', () => {
  expect(read([page('<p>Yes.<span class="pill">3</span></p>')], '.pill').text).toBe('Yes.');
});

test('text is composed, and the map leads back to the letters', () => {
  const block = page('<p>Cafe\u0301 au lait</p>');
  const { text, map } = read([block]);
  expect(text).toBe('Caf\u00E9 au lait');
  expect(map.range(5, 7)?.toString()).toBe('au');
  expect(map.range(0, 4)?.toString()).toBe('Cafe\u0301');
});

test('code stays as it is, its bar is left out and names the language', () => {
  const block = page(
    '<p>So:</p><div><div class="bar"><span>Python</span><button>Copy</button></div><pre><code>a = 1\n\n  b  = 2\n</code></pre></div><p>Done.</p>',
  );
  const { text, hast } = read([block]);
  expect(text).toBe('So:\na = 1\n\n  b  = 2\nDone.');
  expect(writeMarkdown(hast)).toBe('So:\n\n```python\na = 1\n\n  b  = 2\n```\n\nDone.');
});

test('a bar inside the pre, and a language class', () => {
  const { text, hast } = read([
    page('<pre><div><div>js</div><button>Copy</button></div><code class="hljs language-ts">let x;</code></pre>'),
  ]);
  expect(text).toBe('let x;');
  expect(writeMarkdown(hast)).toBe('```ts\nlet x;\n```');
});

test('code drawn as one element a line', () => {
  expect(read([page('<pre><code><span>a</span><br><br><span>b</span></code></pre>')]).text).toBe('a\n\nb');
});

test('lists, tables, emphasis, links without tracking', () => {
  const block = page(
    '<ol start="3"><li><p>Three</p></li><li><strong>four</strong> of</li></ol><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>' +
      '<p><a href="https://x.org/a?utm_source=chatgpt.com&q=1#:~:text=hm">x</a> and <a href="javascript:alert(1)">y</a></p>',
  );
  const { text, hast } = read([block]);
  expect(text).toBe('Three\nfour of\nA\tB\n1\t2\nx and y');
  expect(writeMarkdown(hast)).toBe('3. Three\n\n4. **four** of\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n[x](https://x.org/a?q=1) and y');
});

test('formulas are TeX in Markdown and what is drawn in the text', () => {
  const drawn = (tex: string, shown: string) =>
    `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>${shown}</mi></mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>${shown}</span></span></span>`;
  const { text, hast } = read([
    page(`<p>So ${drawn('e^{i\\pi}', 'eiπ')} it is.</p><span class="katex-display">${drawn('a_1', 'a1')}</span>`),
  ]);
  expect(text).toBe('So eiπ it is.\na1');
  expect(writeMarkdown(hast)).toBe('So $e^{i\\pi}$ it is.\n\n$$\na_1\n$$');
});

test('goes through nested shadow roots and slots', () => {
  const block = page('<x-a>light</x-a>');
  const host = block.firstElementChild!;
  const inner = host.attachShadow({ mode: 'open' });
  const paragraph = document.createElement('p');
  paragraph.append('before ', document.createElement('slot'), ' after');
  inner.append(paragraph);
  const { text, map } = read([block]);
  expect(text).toBe('before light after');
  expect(map.range(7, 12)?.toString()).toBe('light');
});

test('offset finds a point, clamps to text, and knows outside', () => {
  const block = page('<p>One</p><button>Copy</button><p>two three</p>');
  const { map, text } = read([block]);
  const [one, , two] = block.children;
  expect(map.offset(one!.firstChild!, 2)).toBe(2);
  expect(map.offset(two!.firstChild!, 4)).toBe(text.indexOf('three'));
  expect(map.offset(block.children[1]!, 0)).toBe(text.indexOf('two'));
  expect(map.offset(block, 3)).toBe(text.length);
  expect(map.offset(document.body, 0)).toBe(null);
});

test('a huge and a deep answer are read whole', () => {
  const block = page('');
  let at: Element = block;
  for (let depth = 0; depth < 400; depth++) at = at.appendChild(document.createElement('div'));
  at.append('deep');
  const many = document.createElement('div');
  for (let index = 0; index < 20_000; index++) many.appendChild(document.createElement('p')).append(`line ${index} ${'x'.repeat(80)}`);
  block.append(many);
  const { text, hast } = read([block]);
  expect(text.split('\n')).toHaveLength(20_001);
  expect(writeMarkdown(hast).length).toBeGreaterThan(1_500_000);
});
