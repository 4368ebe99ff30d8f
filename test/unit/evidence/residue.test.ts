// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { brief, look, prose } from './page.ts';

describe('tokens of assistants in running text', () => {
  test.each([
    ['residue-chatgpt', 'Roses need sun \uE200cite\uE202turn0search0\uE201.', 'turn0search0'],
    ['residue-chatgpt', 'Roses need sun citeturn0search12turn0news1.', 'turn0search12'],
    ['residue-chatgpt', 'As the file says turn1file0.', 'turn1file0'],
    ['residue-chatgpt', 'Sun :contentReference[oaicite:0]{index=0}.', ':contentReference[oaicite:0]'],
    ['residue-chatgpt', 'Sun [oai_citation:0‡Garden](https://example.org).', 'oai_citation:0‡'],
    ['residue-chatgpt', 'Sun ({"attribution":{"attributableIndex":"5-2"}}).', '({"attribution":{"attributableIndex":"'],
    ['residue-chatgpt', ':::writing{variant="email"}', ':::writing{'],
    ['residue-gemini', '[cite_start]Roses need sun.', '[cite_start]'],
    ['residue-gemini', 'Roses need sun [cite: 1, 2, 14-16].', '[cite: 1, 2, 14-16]'],
    ['residue-gemini', '[span_1](start_span)Roses[span_1](end_span)', '[span_1](start_span)'],
    ['residue-grok', 'Sun &lt;grok-card data-id="1" data-type="citation_card"&gt;', '<grok-card data-id='],
    ['residue-grok', 'Sun grok_render_citation_card_json={"cardIds":["1"]}', 'grok_render_citation_card_json'],
    ['residue-citation', 'Roses need sun【85†L261-269】.', '【85†L261-269】'],
    ['residue-citation', 'Roses need sun【3†source】.', '【3†source】'],
    ['residue-perplexity', 'Roses need sun [web:1].', '[web:1]'],
    ['residue-perplexity', 'See [attached_file:1].', '[attached_file:1]'],
  ])('%s: %s', (kind, text, snippet) => {
    expect(look(`<article><p id="p">${text}</p><p>${prose}</p></article>`)).toMatchObject([
      { kind, snippet, strength: 'residue', rule: 'text-residue@2026-10-10', element: 'p', ai: true },
    ]);
  });

  test('in the target of a link, and as an element', () => {
    const found =
      look(`<article><div><p id="one"><a href="https://vertexaisearch.cloud.google.com/grounding-api-redirect/AbC">Source</a></p></div>
      <ul><li id="two"><a href="https://ppl-ai-file-upload.s3.amazonaws.com/web/x.pdf">x</a></li></ul>
      <div id="three">Sun<grok-card data-id="1" data-type="citation_card"></grok-card></div></article>`);
    expect(brief(found).toSorted()).toEqual([
      'text-residue residue-gemini one',
      'text-residue residue-grok three',
      'text-residue residue-perplexity two',
    ]);
  });

  test('several paragraphs are one block', () => {
    const p = '<p>Roses need sun [cite: 1].</p>';
    expect(brief(look(`<article id="a">${p}${p}<p>${prose}</p></article>`))).toEqual(['text-residue residue-gemini a']);
  });

  test.each(['pre', 'code', 'kbd', 'samp', 'textarea', 'blockquote', 'q', 'script', 'style', 'template'])('not in <%s>', (tag) => {
    expect(look(`<article><p>It looks like this:</p><${tag}>citeturn0search0 [cite: 1] 【3†source】</${tag}></article>`)).toEqual([]);
  });

  test('not in an editor, not quoted, not in Chinese or Japanese brackets, not in look-alikes', () => {
    expect(look('<div contenteditable="true"><p>Sun citeturn0search0</p></div>')).toEqual([]);
    expect(look('<p>We saw “citeturn0search0” and "[cite: 1]" in it.</p>')).toEqual([]);
    expect(look('<p lang="ja">詳しくは【12†参照】。</p>')).toEqual([]);
    expect(look(`<p>Turn 0, search 0. [cite] [citation needed] [1] [web] 【note】 :::note attached_file web:1 ${prose}</p>`)).toEqual([]);
  });

  test.each([
    ['Wikipedia:Signs of AI writing', 'https://en.wikipedia.org/wiki/Wikipedia:Signs_of_AI_writing'],
    ['What is citeturn0search0?', 'https://example.org/q/1'],
    ['Remove ChatGPT citations · Issue #5', 'https://example.org/issues/5'],
    ['Notes', 'https://example.org/how-to-strip-chatgpt-citation-markers'],
  ])('not on a page about it: %s', (title, url) => {
    expect(look('<p>It leaves citeturn0search0 and :contentReference[oaicite:0].</p>', { title, url })).toEqual([]);
  });

  test('on a page that is about an assistant, but not about its marks', () => {
    expect(look('<p id="p">Use it well citeturn0search0.</p>', { title: 'Ten ways to use ChatGPT in the garden' })).toHaveLength(1);
  });
});

describe('talk to the user', () => {
  test.each([
    'As an AI language model, I cannot taste roses.',
    'As an AI model, I do not have a garden.',
    'Roses are popular as of my last knowledge update.',
    'I cannot browse the internet, so ask a gardener.',
  ])('%s', (text) => {
    expect(look(`<article><p id="p">${text}</p><p>${prose}</p></article>`)).toMatchObject([
      { kind: 'talk', rule: 'assistant-talk@2026-10-10', strength: 'residue', element: 'p', ai: true },
    ]);
  });

  test.each([
    'He said: “As an AI language model, I cannot taste roses.”',
    'Answers that begin "As an AI language model, I" are poor.',
    'Speaking as an AI researcher, I disagree.',
    'The tool, as an AI language model, has no garden.',
    'This was right as of my last visit.',
    'I hope this helps!',
    'Dear [Your Name], thank you.',
    'A footnote[^1^].',
  ])('no evidence: %s', (text) => expect(look(`<article><p>${text}</p><p>${prose}</p></article>`)).toEqual([]));

  test('two kinds of phrases in one block', () => {
    expect(
      look(`<article id="a"><p>Dear [Recipient Name],</p><p>${prose}</p><p>Would you like me to add a closing?</p></article>`),
    ).toMatchObject([{ kind: 'talk', rule: 'assistant-phrases@2026-10-10', strength: 'weak', element: 'a' }]);
  });

  test('two kinds by two people are none', () => {
    expect(look('<ul><li><p>I hope this helps!</p></li><li><p>Write [Your Name] here.</p></li></ul>')).toEqual([]);
  });

  test('the same kind twice is none', () =>
    expect(look('<div><p>I hope this helps!</p><p>Would you like me to ask?</p></div>')).toEqual([]));
});

describe('links that an assistant gave', () => {
  test.each([
    'utm_source=chatgpt.com',
    'utm_source=openai',
    'utm_source=copilot.com',
    'utm_source=claude.ai',
    'utm_source=perplexity',
    'referrer=grok.com',
  ])('%s', (mark) => {
    expect(look(`<article><p id="p">See <a href="https://example.org/roses?a=1&amp;${mark}#x">roses</a>.</p></article>`)).toMatchObject([
      { kind: 'link', strength: 'weak', snippet: mark, element: 'p' },
    ]);
  });

  test.each([
    'utm_source=newsletter',
    'utm_source=openair',
    'utm_source=chatgpt.company',
    'my_utm_source=chatgpt.com',
    'referrer=grok.community',
  ])('no evidence: %s', (mark) => {
    expect(look(`<p>See <a href="https://example.org/?${mark}">roses</a>.</p>`)).toEqual([]);
  });
});
