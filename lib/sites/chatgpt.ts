/** ChatGPT. Two layouts: the app shell since 25 September 2026, and the one before it, which may still be served. */
import type { SiteAdapter } from '../model/site.ts';

export const chatgpt: SiteAdapter = {
  id: 'chatgpt',
  provider: 'openai',
  origins: ['https://chatgpt.com', 'https://www.chatgpt.com', 'https://chat.openai.com'],
  conversation: '/(?:c|share)/([\\w-]+)',
  layouts: [
    {
      id: 'app-shell',
      partial: true,
      answer: [
        { select: '[data-chatgpt-search-unit-key$=":assistant"]', seen: '2026-10-07', grade: 'live' },
        { select: '[data-content-search-unit-key$=":assistant"]', seen: '2026-09-26', grade: 'live' },
        // The whole exchange: its body keeps the prompt out.
        {
          select: '[data-talvt-turn-state]:has([data-markdown-text-style="assistant-message"], [data-dil-message-id])',
          seen: '2026-10-07',
          grade: 'live',
        },
      ],
      prompt: [
        // A bubble may hold a picture only.
        {
          select: '[data-user-message-bubble] .whitespace-pre-wrap, [data-user-message-bubble]:not(:has(.whitespace-pre-wrap))',
          seen: '2026-09-26',
          grade: 'live',
        },
        { select: '[data-chatgpt-search-unit-key$=":user"]', seen: '2026-10-07', grade: 'live' },
      ],
      body: [
        {
          select: '[data-markdown-text-style="assistant-message"], [data-dil-message-id], [data-testid="generated-image-preview"]',
          seen: '2026-10-07',
          grade: 'live',
        },
      ],
      leaveOut: [
        { select: '[data-markdown-copy="exclude"]', seen: '2026-09-26', grade: 'live' },
        { select: '[data-conversation-role]', seen: '2026-09-26', grade: 'live' },
        { select: 'a[data-testid="chatgpt-citation"]', seen: '2026-10-07', grade: 'report' },
        { select: '[data-d-component="popover-trigger"]', seen: '2026-10-07', grade: 'live' },
        { select: '.turn-action-controls', seen: '2026-09-26', grade: 'live' },
      ],
      turn: [{ select: '[data-chatgpt-search-unit-key$=":assistant"]', seen: '2026-10-07', grade: 'live' }],
      errors: [{ select: '[role=alert], [data-dil-render-failed]', seen: '2026-10-07', grade: 'live' }],
      messageId: [
        {
          select: '[data-chatgpt-selection-message-id]',
          attribute: 'data-chatgpt-selection-message-id',
          from: 'self',
          seen: '2026-09-26',
          grade: 'live',
        },
        { select: '[data-dil-message-id]', attribute: 'data-dil-message-id', from: 'self', seen: '2026-10-07', grade: 'live' },
      ],
      streaming: [
        { select: '[data-talvt-turn-state="in_progress"]', seen: '2026-10-07', grade: 'live' },
        { select: '[role=status][aria-busy=true]', seen: '2026-09-26', grade: 'live' },
      ],
      finished: [{ select: '[data-talvt-turn-state="complete"]', seen: '2026-10-07', grade: 'live' }],
      model: [{ select: '[data-testid="model-switcher-dropdown-button"]', from: 'page', seen: '2026-10-07', grade: 'live' }],
    },
    {
      id: 'sections',
      answer: [
        // A turn that is a picture has no message in it.
        {
          select: '[data-message-author-role="assistant"], [data-turn="assistant"]:not(:has([data-message-author-role="assistant"]))',
          seen: '2026-07-31',
          grade: 'capture',
        },
      ],
      prompt: [
        {
          select:
            '[data-message-author-role="user"] .whitespace-pre-wrap, [data-message-author-role="user"]:not(:has(.whitespace-pre-wrap))',
          seen: '2026-07-31',
          grade: 'capture',
        },
      ],
      body: [
        { select: '.markdown', seen: '2026-07-31', grade: 'capture' },
        { select: '[class*="imagegen-image"]', seen: '2026-07-31', grade: 'report' },
      ],
      leaveOut: [
        { select: '[data-testid="webpage-citation-pill"]', seen: '2026-07-31', grade: 'report' },
        { select: '.contain-inline-size > div:first-child:not(:only-child):not(:has(code))', seen: '2026-05-21', grade: 'capture' },
      ],
      turn: [
        { select: '[data-testid^="conversation-turn-"]', seen: '2026-07-31', grade: 'capture' },
        { select: '[data-turn="assistant"]', seen: '2026-07-31', grade: 'capture' },
      ],
      messageId: [
        { select: '[data-message-id]', attribute: 'data-message-id', from: 'self', seen: '2026-07-31', grade: 'capture' },
        { select: '[data-turn-id]', attribute: 'data-turn-id', from: 'up', seen: '2026-07-31', grade: 'capture' },
      ],
      streaming: [
        { select: '.result-streaming', seen: '2026-07-31', grade: 'report' },
        { select: '.streaming-animation', seen: '2026-07-31', grade: 'report' },
      ],
      finished: [
        { select: '[data-testid="copy-turn-action-button"]', seen: '2026-07-31', grade: 'capture' },
        { select: '[data-testid="good-response-turn-action-button"]', seen: '2026-07-31', grade: 'report' },
      ],
      model: [
        { select: '[data-message-model-slug]', attribute: 'data-message-model-slug', from: 'self', seen: '2026-07-31', grade: 'capture' },
      ],
    },
  ],
};
