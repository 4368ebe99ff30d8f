// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { brief, look, prose } from './page.ts';

/** A pasted answer as published pages hold them: numbers are places in the Markdown that it was rendered from. */
const answer = `
  <h2 data-start="0" data-end="18">Growing roses in</h2>
  <p data-start="20" data-end="67"><strong data-start="20" data-end="29">Roses</strong> need six hours of sun, at the least.</p>
  <ul data-start="69" data-end="120">
    <li data-start="69" data-end="93"><p data-start="71" data-end="93">Water them at the root</p></li>
    <li data-start="94" data-end="120">Use <code data-start="100" data-end="107">mulch</code> in the spring</li>
  </ul>`;

describe('ChatGPT', () => {
  test('places that add up, in one block', () => {
    const places = answer.replace('end="18"', 'end="19"').replace('start="20" data-end="67"', 'start="21" data-end="66"');
    const found = look(`<main><div id="post">${places}</div></main>`);
    expect(found).toMatchObject([
      { kind: 'paste-chatgpt', strength: 'residue', rule: 'paste-chatgpt@2026-10-10', element: 'post', ai: true },
    ]);
  });

  test('paragraphs alone, an empty line apart, and one paragraph that is marked as the only one', () => {
    const two =
      '<p data-start="0" data-end="38">This is correct and expected behavior.</p><p data-start="40" data-end="54">What happened:</p>';
    expect(brief(look(`<article id="a">${two}</article>`))).toEqual(['paste-chatgpt paste-chatgpt a']);
    const one =
      '<p id="p" data-start="984" data-end="1019" data-is-last-node="" data-is-only-node="">showing redo apply is active again.</p>';
    expect(brief(look(`<article>${one}</article>`))).toEqual(['paste-chatgpt paste-chatgpt p']);
  });

  test('text that was edited a little still adds up mostly; edited through, it does not', () => {
    const paragraph = (start: number, text: string, off = 0) =>
      `<p data-start="${start}" data-end="${start + text.length + off}">${text}</p>`;
    const three =
      paragraph(0, 'One line of the text.') + paragraph(23, 'And another line of it.') + paragraph(48, 'The third was edited.', 7);
    expect(brief(look(`<article id="a">${three}</article>`))).toEqual(['paste-chatgpt paste-chatgpt a']);
    expect(look(`<article>${paragraph(0, 'One line of it.', 3)}${paragraph(20, 'And another line.', 5)}</article>`)).toEqual([]);
  });

  test.each([
    [
      'seconds of a transcript',
      '<p data-start="0" data-end="12">Hello and welcome to the show.</p><p data-start="12" data-end="31">Today we talk about roses.</p>',
    ],
    ['words of a game', '<p data-start="good luck!" data-end="well done!">Play</p>'],
    ['marked names', '<p><mark data-start="0" data-end="5">Apple</mark> bought <mark data-start="13" data-end="18">Beats</mark></p>'],
    ['words that are read aloud', '<span data-start="0" data-end="5">Roses</span> <span data-start="6" data-end="10">need</span>'],
    [
      'sentences one after the other',
      '<p data-start="0" data-end="15">Roses need sun.</p><p data-start="15" data-end="32">Water them daily.</p>',
    ],
    ['a counter', '<strong data-start="0" data-end="1500">1500</strong><strong data-start="0" data-end="98">98</strong>'],
    [
      'an editor',
      `<div contenteditable="true">${answer}<p data-start="984" data-end="1019" data-is-last-node="">showing redo apply is active again.</p></div>`,
    ],
  ])('%s: no evidence', (_, body) => expect(look(body)).toEqual([]));

  test('classes of its code boxes, two of them', () => {
    const box = (name: string) => `<p>${prose}</p><div class="border ${name}"><pre><code>STARTUP MOUNT;</code></pre></div>`;
    const two = box('border-token-border-light corner-superellipse/1.1');
    expect(look(`<article>${two}</article>`)).toMatchObject([
      { kind: 'paste-chatgpt', snippet: 'border-token-border-light corner-superellipse/1.1' },
    ]);
    for (const one of [
      'border-token-border-light',
      'bg-surface-100-800-token text-token',
      'my-token-card big-token-list',
      'corner-superellipse',
    ])
      expect(look(`<article>${box(one)}</article>`)).toEqual([]);
  });

  test('nothing is pasted on the tools themselves', () => {
    for (const url of ['https://chatgpt.com/', 'https://help.openai.com/en']) expect(look(answer, { url })).toEqual([]);
    expect(look(answer, { url: 'https://notchatgpt.com/' })).toHaveLength(1);
    expect(look(`<p class="font-claude-message">${prose}</p>`, { url: 'https://claude.ai/share/1' })).toEqual([]);
  });

  test('names of the layout since September 2026', () => {
    expect(
      brief(look(`<div id="d" data-markdown-text-style="assistant-message" class="MarkdownRoot-x1y2z3"><p>${prose}</p></div>`)),
    ).toEqual(['paste-chatgpt paste-chatgpt d']);
    expect(
      look(`<button data-markdown-copy="true">Copy page as Markdown</button><div class="markdown-root MarkdownRoots">${prose}</div>`),
    ).toEqual([]);
  });
});

describe('Gemini', () => {
  const pasted = `
    <h3 data-path-to-node="4">Symptoms</h3>
    <ul data-path-to-node="5"><li><p data-path-to-node="5,0,0"><strong data-path-to-node="5,0,0" data-index-in-node="0">Leaves:</strong> yellow.</p></li></ul>
    <p data-path-to-node="6">Water less.</p>`;

  test('paths that nest as the nodes do', () => {
    expect(look(`<main><div id="d">${pasted}</div></main>`)).toMatchObject([
      { kind: 'paste-gemini', strength: 'residue', snippet: '<p data-path-to-node="5,0,0">', element: 'd' },
    ]);
  });

  test.each([
    ['two nodes', '<p data-path-to-node="1">One</p><p data-path-to-node="2,0">Two</p>'],
    ['paths of another kind', '<p data-path-to-node="1">a</p><p data-path-to-node="1.0">b</p><p data-path-to-node="/html/body">c</p>'],
    [
      'paths that do not nest',
      '<div data-path-to-node="7"><p data-path-to-node="1,0">a</p><p data-path-to-node="3,1">b</p><p data-path-to-node="2,2">c</p></div>',
    ],
    ['Angular and cmark alone', '<p class="ng-star-inserted">a</p><p data-sourcepos="1:1-2:3">b</p>'],
  ])('%s: no evidence', (_, body) => expect(look(`<article>${body}</article>`)).toEqual([]));
});

describe('Claude', () => {
  test('its class, the block around several paragraphs', () => {
    const p = `<p class="font-claude-response-body break-words">${prose}</p>`;
    expect(look(`<article><div id="d">${p}${p}</div></article>`)).toMatchObject([
      { kind: 'paste-claude', snippet: '<p class="font-claude-response-body break-words">', element: 'd' },
    ]);
    expect(look(`<article><p>${prose}</p>${p}</article>`)).toMatchObject([{ element: 'p' }]);
  });

  test('pages that write about it, and empty remnants', () => {
    expect(look(`<article><p>The class <code>font-claude-response-body</code> marks it.</p></article>`)).toEqual([]);
    expect(look(`<article><p class="font-claude-response-body">&nbsp;</p><p>${prose}</p></article>`)).toEqual([]);
  });
});
