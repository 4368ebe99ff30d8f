/**
 * Small pages in the markup of tools, as their hooks are documented, for layouts that no saved page shows. What is said
 * is ours. Shadow roots are declared in the markup.
 */

/** One message as it should be read; what is left out must be null or 'user'. */
export interface Said {
  role: 'user' | 'assistant';
  text: string;
  id?: string;
  model?: string;
  thinking?: string;
  mark?: 'streaming' | 'finished';
  variant?: string;
  asked?: string;
}

export interface Markup {
  /** The adapter and its layout. */
  by: string;
  what: string;
  url: string;
  html: string;
  said: Said[];
  surface?: 'page';
}

export const user = (text: string, more: Partial<Said> = {}): Said => ({ role: 'user', text, ...more });
export const assistant = (text: string, more: Partial<Said> = {}): Said => ({ role: 'assistant', text, ...more });
const shadow = (content: string): string => `<template shadowrootmode="open">${content}</template>`;

const exchange = (id: string, state: string, prompt: string, answer: string): string => `
  <div data-turn-key="${id}"><div data-talvt-turn-state="${state}">
    <div data-chatgpt-search-unit-key="${id}:user" data-chatgpt-search-message-ids="${id}">
      <div data-user-message-bubble><div class="whitespace-pre-wrap">${prompt}</div><button>Show more</button></div>
    </div>
    ${answer}
  </div></div>`;
const unit = (key: string, content: string): string => `
  <div data-chatgpt-search-unit-key="${key}:assistant"><h4 class="sr-only" data-conversation-role="assistant">ChatGPT said:</h4>
    ${content}<div class="turn-action-controls"><button>Copy</button></div></div>`;
const thread = (content: string): string =>
  `<main><div data-app-action-timeline-scroll style="display:flex;flex-direction:column-reverse"><div data-thread-user-message-navigation-content>${content}</div></div></main>`;

export const markups: Markup[] = [
  {
    by: 'chatgpt/app-shell',
    what: 'Markdown, an intelligent answer without it, a picture alone, a growing answer, an error',
    url: 'https://chatgpt.com/c/68f0a1b2-0000-4000-8000-000000000001',
    html: thread(
      exchange(
        'u1',
        'complete',
        'Name two ports.',
        unit(
          'fallback-turn-0',
          `<div data-chatgpt-selection-message-id="a1"><div class="MarkdownRoot-x1" data-markdown-text-style="assistant-message">
            <p>Hamburg and Porto<a data-testid="chatgpt-citation" href="https://example.org">example</a>.</p>
            <div data-markdown-copy="code-block"><div data-markdown-copy="exclude">js</div><code>port()</code></div></div></div>`,
        ),
      ) +
        exchange(
          'u2',
          'complete',
          'As a table.',
          unit(
            'u2',
            `<div data-dil-message-id="a2" class="DilRenderer-1"><div data-d-component="table"><div data-d-component="row">Hamburg, Elbe</div>
              <span data-d-component="popover-trigger">SEC +1</span></div></div>`,
          ),
        ) +
        exchange(
          'u3',
          'complete',
          'Draw one.',
          unit(
            'u3',
            `<div data-chatgpt-selection-message-id="a3"><div data-testid="generated-image-preview"><img src="blob:x" alt="A port"></div></div>`,
          ),
        ) +
        exchange(
          'u4',
          'in_progress',
          'And its history?',
          unit(
            'u4',
            `<div data-chatgpt-selection-message-id="a4"><div data-markdown-text-style="assistant-message"><p>It began</p></div></div>`,
          ),
        ) +
        exchange('u5', 'complete', 'Go on.', unit('u5', `<div role="alert">Something went wrong.</div>`)),
    ),
    said: [
      user('Name two ports.'),
      assistant('Hamburg and Porto.\nport()', { id: 'a1', mark: 'finished' }),
      user('As a table.'),
      assistant('Hamburg, Elbe', { id: 'a2', mark: 'finished' }),
      user('Draw one.'),
      assistant('', { id: 'a3', mark: 'finished' }),
      user('And its history?'),
      assistant('It began', { id: 'a4', mark: 'streaming' }),
      user('Go on.'),
    ],
  },
  {
    by: 'chatgpt/sections',
    what: 'a turn of two messages, and one that is a picture',
    url: 'https://chatgpt.com/c/68f0a1b2-0000-4000-8000-000000000001',
    html: `<main>
      <section data-testid="conversation-turn-1" data-turn="user" data-turn-id="u1"><div data-message-author-role="user" data-message-id="u1"><div class="whitespace-pre-wrap">Plan a trip.</div></div></section>
      <section data-testid="conversation-turn-2" data-turn="assistant" data-turn-id="t1">
        <div data-message-author-role="assistant" data-message-id="a1" data-message-model-slug="gpt-5-2"><div class="markdown"><p>Searching.</p></div></div>
        <div data-message-author-role="assistant" data-message-id="a2" data-message-model-slug="gpt-5-2"><div class="markdown"><p>Take the train.</p></div></div>
        <button data-testid="copy-turn-action-button">Copy</button></section>
      <section data-testid="conversation-turn-3" data-turn="user" data-turn-id="u2"><div data-message-author-role="user" data-message-id="u2"><div class="whitespace-pre-wrap">Draw it.</div></div></section>
      <section data-testid="conversation-turn-4" data-turn="assistant" data-turn-id="t2"><h6 class="sr-only">ChatGPT said:</h6>
        <div class="group/imagegen-image"><img src="x.png" alt="Generated image"></div></section></main>`,
    said: [
      user('Plan a trip.', { id: 'u1' }),
      assistant('Searching.\nTake the train.', { id: 'a2', model: 'gpt-5-2', mark: 'finished' }),
      user('Draw it.', { id: 'u2' }),
      assistant('', { id: 't2' }),
    ],
  },
  {
    by: 'claude/transcript',
    what: 'virtual rows, thoughts above the answer, one that grows',
    url: 'https://claude.ai/chat/68f0a1b2-0000-4000-8000-000000000001',
    html: `<div data-autoscroll-container="true"><div data-testid="transcript-list"><div data-testid="transcript-spacer" style="height:4000px"></div>
      <div data-testid="transcript-row" data-index="40" data-perf-row="human"><div role="article" aria-posinset="41" aria-setsize="44">
        <div data-testid="user-message"><p>Which tide?</p></div></div></div>
      <div data-testid="transcript-row" data-index="41" data-perf-row="assistant"><div role="article" aria-posinset="42" aria-setsize="44">
        <div data-is-streaming="false"><div data-testid="assistant-message" class="font-claude-response"><span class="sr-only">Claude responded: Spring tide</span>
          <div class="grid grid-rows-[auto_auto]"><div class="row-start-1">The moon is full.</div>
          <div class="row-start-2"><div class="standard-markdown"><p class="font-claude-response-body">Spring tide<span class="inline-flex group/tag">NOAA</span>.</p></div></div></div></div></div>
        <div role="group" aria-label="Message actions"><button data-testid="action-bar-copy">Copy</button><button>2 / 2</button></div></div></div>
      <div data-testid="transcript-row" data-index="42" data-perf-row="human"><div role="article"><div data-testid="user-message"><p>And next week?</p></div></div></div>
      <div data-testid="transcript-row" data-index="43" data-perf-row="assistant"><div role="article">
        <div data-is-streaming="true"><div data-testid="assistant-message" class="font-claude-response"><div class="progressive-markdown"><p>Neap</p></div></div></div></div></div>
      <div data-testid="transcript-end"></div></div></div><button data-testid="model-selector-dropdown">Opus 4.8</button>`,
    said: [
      user('Which tide?'),
      assistant('Spring tide.', { thinking: 'The moon is full.', model: 'Opus 4.8', mark: 'finished' }),
      user('And next week?'),
      assistant('Neap', { model: 'Opus 4.8', mark: 'streaming' }),
    ],
  },
  {
    by: 'gemini/responses',
    what: 'thoughts, an empty body that will be filled, a picture',
    url: 'https://gemini.google.com/app/0123456789abcdef',
    html: `<infinite-scroller><div class="conversation-container" id="c1"><user-query><div class="query-text"><p class="query-text-line">Why salt?</p></div></user-query>
      <model-response><model-thoughts><p>Rivers.</p></model-thoughts><message-content id="message-content-id-r_1"><div class="markdown markdown-main-panel" aria-busy="false"><p>Rivers carry it.</p></div></message-content>
      <message-actions><button aria-label="Copy"></button></message-actions></model-response></div>
      <div class="conversation-container" id="c2"><user-query><div class="query-text"><p class="query-text-line">Draw it.</p></div></user-query>
      <model-response><message-content id="message-content-id-r_2"><div class="markdown markdown-main-panel" aria-busy="false"><generated-image><img src="x.png"></generated-image></div></message-content></model-response></div>
      <div class="conversation-container" id="c3"><user-query><div class="query-text"><p class="query-text-line">More.</p></div></user-query>
      <model-response><p>Just a second…</p><message-content id="message-content-id-r_3"><div class="markdown markdown-main-panel" aria-busy="true"></div></message-content></model-response></div></infinite-scroller>`,
    said: [
      user('Why salt?'),
      assistant('Rivers carry it.', { id: 'message-content-id-r_1', thinking: 'Rivers.', mark: 'finished' }),
      user('Draw it.'),
      assistant('', { id: 'message-content-id-r_2', mark: 'finished' }),
      user('More.'),
    ],
  },
  {
    by: 'gemini-enterprise/summaries',
    what: 'five shadow roots deep',
    url: 'https://business.gemini.google/home/cid/0123',
    html: `<ucs-standalone-app>${shadow(
      `<ucs-results>${shadow(
        `<div class="chat-mode-scroller"><ucs-conversation>${shadow(
          `<div class="main"><div class="turn"><div class="question-block"><ucs-fast-markdown>${shadow('<div class="markdown-document"><p>Who owns the budget?</p></div>')}</ucs-fast-markdown></div>
          <ucs-summary>${shadow(
            `<button>Show thoughts</button><ucs-fast-markdown>${shadow('<div class="markdown-document"><p>The finance team.</p></div>')}</ucs-fast-markdown>`,
          )}</ucs-summary></div></div>`,
        )}</ucs-conversation></div>`,
      )}</ucs-results>`,
    )}</ucs-standalone-app>`,
    said: [user('Who owns the budget?'), assistant('The finance team.')],
  },
];
