/** Code blocks in the shapes that highlighters and chat tools give them. Written for this test after their public markup. */
import type { Shape } from './shape.ts';

const js = 'let a = 1;\nlet b = 2;';
const fenced = (language: string, code = js): string => `\`\`\`${language}\n${code}\n\`\`\``;
const same = (name: string, language: string, html: string, code = js): Shape => ({
  name,
  html,
  text: code,
  markdown: fenced(language, code),
});
const token = (word: string): string => `<span style="color:#c792ea">${word}</span>`;

export const code: readonly Shape[] = [
  same(
    'highlight.js',
    'js',
    `<pre><code class="hljs language-js"><span class="hljs-keyword">let</span> a = <span class="hljs-number">1</span>;\n<span class="hljs-keyword">let</span> b = 2;\n</code></pre>`,
  ),
  same('highlight.js, bare name', 'javascript', `<pre><code class="hljs javascript">${js}</code></pre>`),
  same(
    'Prism with rows of numbers',
    'js',
    `<pre class="line-numbers language-js"><code class="language-js"><span class="token keyword">let</span> a <span class="token operator">=</span> 1;\nlet b = 2;<span aria-hidden="true" class="line-numbers-rows"><span></span><span></span></span></code></pre>`,
  ),
  same(
    'Shiki',
    'ts',
    `<pre class="shiki github-dark" style="background-color:#24292e" tabindex="0"><code class="language-ts"><span class="line">${token('let')} a = 1;</span>\n<span class="line">${token('let')} b = 2;</span></code></pre>`,
  ),
  same(
    'rehype-pretty-code',
    'ts',
    `<figure data-rehype-pretty-code-figure=""><pre tabindex="0" data-language="ts" data-theme="dark"><code data-language="ts" data-theme="dark" style="display:grid"><span data-line="">let a = 1;</span>\n<span data-line="">let b = 2;</span></code></pre></figure>`,
  ),
  same(
    'react-syntax-highlighter, numbers as spans',
    'js',
    `<pre style="display:block"><code class="language-js" style="white-space:pre"><span><span class="comment linenumber react-syntax-highlighter-line-number" style="min-width:2.25em">1</span><span class="token">let</span><span> a = 1;\n</span></span><span><span class="comment linenumber react-syntax-highlighter-line-number">2</span>let b = 2;</span></code></pre>`,
  ),
  same(
    'react-syntax-highlighter, numbers in a column',
    'js',
    `<pre><code style="float:left"><span class="react-syntax-highlighter-line-number">1\n</span><span class="react-syntax-highlighter-line-number">2\n</span></code><code class="language-js">${js}</code></pre>`,
  ),
  same(
    'highlightjs-line-numbers table',
    'js',
    `<pre><code class="hljs language-js"><table class="hljs-ln"><tbody><tr><td class="hljs-ln-line hljs-ln-numbers" data-line-number="1"><div class="hljs-ln-n" data-line-number="1"></div></td><td class="hljs-ln-line hljs-ln-code">let a = 1;</td></tr><tr><td class="hljs-ln-numbers"></td><td class="hljs-ln-code">let b = 2;</td></tr></tbody></table></code></pre>`,
  ),
  same(
    'Rouge table',
    'js',
    `<div class="language-js highlighter-rouge"><div class="highlight"><pre class="highlight"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="rouge-code"><pre>${js}\n</pre></td></tr></tbody></table></code></pre></div></div>`,
  ),
  same(
    'GitHub',
    'js',
    `<div class="highlight highlight-source-js notranslate position-relative overflow-auto" dir="auto"><pre><span class="pl-k">let</span> <span class="pl-s1">a</span> = 1;\nlet b = 2;</pre><div class="zeroclipboard-container"><clipboard-copy aria-label="Copy" value="let a"><svg></svg></clipboard-copy></div></div>`,
  ),
  same(
    'CodeMirror 6',
    'js',
    `<div class="cm-editor" data-language="js"><div class="cm-scroller"><div class="cm-gutters" aria-hidden="true"><div class="cm-gutter cm-lineNumbers"><div class="cm-gutterElement">1</div><div class="cm-gutterElement">2</div></div></div><div class="cm-content" contenteditable="false"><div class="cm-line">let a = 1;</div><div class="cm-line"><br></div><div class="cm-line">let b = 2;</div></div></div></div>`,
    'let a = 1;\n\nlet b = 2;',
  ),
  same(
    'CodeMirror 6 inside a pre (ChatGPT)',
    'python',
    `<pre class="overflow-visible! px-0!" data-start="1"><div class="relative w-full"><div class="sticky"><div class="flex"><div class="text-sm">Python</div></div><button aria-label="Copy">Copy</button></div><div class="overflow-y-auto p-4"><div class="cm-editor"><div class="cm-scroller"><div class="cm-content q9tKkq_readonly"><span class="cm-k">print</span>(1)<br><span>print</span>(2)</div></div></div></div></div></pre>`,
    'print(1)\nprint(2)',
  ),
  same(
    'CodeMirror 5',
    'js',
    `<div class="CodeMirror cm-s-default" data-language="js"><div class="CodeMirror-scroll"><div class="CodeMirror-gutters"></div><div class="CodeMirror-code"><div><div class="CodeMirror-gutter-wrapper"><div class="CodeMirror-linenumber">1</div></div><pre class="CodeMirror-line"><span>let a = 1;</span></pre></div><div><div class="CodeMirror-gutter-wrapper"><div class="CodeMirror-linenumber">2</div></div><pre class="CodeMirror-line"><span>let b = 2;</span></pre></div></div></div></div>`,
  ),
  same(
    'Monaco, lines out of order',
    'javascript',
    `<div class="monaco-editor" data-mode-id="javascript"><div class="margin" aria-hidden="true"><div class="line-numbers">1</div></div><div class="view-lines"><div class="view-line" style="top:19px"><span><span class="mtk1">let&nbsp;b&nbsp;=&nbsp;2;</span></span></div><div class="view-line" style="top:0px"><span><span class="mtk6">let</span><span class="mtk1">&nbsp;a&nbsp;=&nbsp;1;</span></span></div></div></div>`,
  ),
  same(
    'ChatGPT, header in the pre',
    'python',
    `<pre class="overflow-visible!"><div class="contain-inline-size rounded-2xl"><div class="flex items-center text-xs justify-between h-9">python</div><div class="sticky top-9"><div class="absolute end-0 bottom-0"><button class="flex gap-1" aria-label="Copy"><svg></svg>Copy code</button></div></div><div class="overflow-y-auto p-4" dir="ltr"><code class="whitespace-pre! language-python"><span><span class="hljs-built_in">print</span>(1)\n</span></code></div></div></pre>`,
    'print(1)',
  ),
  same(
    'Claude',
    'rust',
    `<div role="group" aria-label="rust code" class="relative group/copy rounded-lg"><div class="sticky"><div class="absolute"><button aria-label="Copy to clipboard"><svg></svg></button></div></div><div class="text-text-500 font-small p-3.5 pb-0">rust</div><div class="overflow-x-auto"><pre class="code-block__code" style="white-space:pre"><code class="language-rust"><span><span class="token">fn</span><span> main() {}</span></span></code></pre></div></div>`,
    'fn main() {}',
  ),
  same(
    'Gemini',
    'python',
    `<code-block class="ng-star-inserted"><div class="code-block"><div class="code-block-decoration header-formatted gds-title-s"><span>Python</span><div class="buttons"><button aria-label="Copy code"><mat-icon>content_copy</mat-icon></button></div></div><div class="formatted-code-block-internal-container"><div class="animated-opacity"><pre><code role="text" data-test-id="code-content" class="code-container formatted"><span class="hljs-built_in">print</span>(1)\n</code></pre></div></div></div></code-block>`,
    'print(1)',
  ),
  same(
    'Gemini, no language',
    '',
    `<code-block><div class="code-block"><div class="code-block-decoration"><span>Code snippet</span><div class="buttons"><button>Copy</button></div></div><div><pre><code class="code-container">plain\n</code></pre></div></div></code-block>`,
    'plain',
  ),
  same(
    'DeepSeek',
    'python',
    `<div class="md-code-block md-code-block-light"><div class="md-code-block-banner-wrap"><div class="md-code-block-banner md-code-block-banner-lite"><div class="_1"><div class="d2"><span class="d3">python</span></div><div class="d2"><div class="e"><button role="button"><span class="code-info-button-text">Copy</span></button><button><span>Download</span></button></div></div></div></div></div><pre><span class="token">print</span>(1)</pre></div>`,
    'print(1)',
  ),
  same(
    'Qwen',
    'go',
    `<div class="qwen-markdown-code"><div class="qwen-markdown-code-header"><div>go</div><div class="qwen-markdown-code-header-actions"><div role="button"><svg></svg></div></div></div><div class="qwen-markdown-code-body"><pre><code>package a</code></pre></div></div>`,
    'package a',
  ),
  same(
    'Streamlit',
    'python',
    `<div class="stCode" data-testid="stCode"><pre class="st-emotion-cache-1"><div style="background:transparent"><code class="language-python" style="white-space:pre"><span class="token">print</span><span>(1)</span></code></div></pre><div class="stElementToolbar"><button title="Copy to clipboard"><svg></svg></button></div></div>`,
    'print(1)',
  ),
  same(
    'Streamdown, one block a line',
    'ts',
    `<div data-streamdown="code-block" data-language="ts"><div data-streamdown="code-block-header" data-language="ts"><span class="ml-1 font-mono lowercase">ts</span></div><div><div data-streamdown="code-block-actions"><button title="Copy"><svg></svg></button></div></div><div data-streamdown="code-block-body" data-language="ts"><pre><code><span class="block" style="display:block"><span>let</span><span> a = 1;</span></span><span class="block" style="display:block"></span><span class="block" style="display:block">let b = 2;</span></code></pre></div></div>`,
    'let a = 1;\n\nlet b = 2;',
  ),
  same('WordPress highlighter', 'java', `<pre class="brush: java; gutter: true">class A {}</pre>`, 'class A {}'),
  same(
    'language in the bar with a sign',
    'c++',
    `<div class="code"><div class="toolbar"><span>C++</span><button>Copy</button></div><pre><code>int a;</code></pre></div>`,
    'int a;',
  ),
  {
    name: 'backticks and blank lines stay',
    html: '<pre><code>a\n\n```\n  x\n\n</code></pre>',
    text: 'a\n\n```\n  x',
    markdown: '````\na\n\n```\n  x\n\n````',
  },
  {
    name: 'code in a list item',
    html: '<ol><li><p>Run:</p><pre><code class="language-sh">ls\n</code></pre></li><li><p>Done</p></li></ol>',
    text: 'Run:\nls\nDone',
    markdown: '1. Run:\n\n   ```sh\n   ls\n   ```\n\n2. Done',
  },
  {
    name: 'inline code with a backtick, spaces and a sign',
    html: '<p>Use <code>a ` b</code>, <code> x </code> and <code>&lt;b&gt;</code>.</p>',
    text: 'Use a ` b, x and <b>.',
    markdown: 'Use ``a ` b``, `  x  ` and `<b>`.',
  },
  {
    name: 'Mermaid as source',
    html: '<pre class="mermaid">graph TD\n  A--&gt;B</pre>',
    text: '',
    markdown: '```mermaid\ngraph TD\n  A-->B\n```',
  },
  {
    name: 'Mermaid drawn, source in an attribute',
    html: '<div class="mermaid" data-mermaid-source="graph TD\n  A--&gt;B"><svg><text>A</text></svg></div>',
    text: '',
    markdown: '```mermaid\ngraph TD\n  A-->B\n```',
  },
  {
    name: 'Mermaid drawn beside its code',
    html: '<div class="mermaid-block"><div class="bar"><button>Code</button><button>Preview</button></div><svg><text>A</text></svg><pre><code class="language-mermaid">graph TD\n  A--&gt;B\n</code></pre></div>',
    text: 'graph TD\n  A-->B',
    markdown: '```mermaid\ngraph TD\n  A-->B\n```',
  },
];
