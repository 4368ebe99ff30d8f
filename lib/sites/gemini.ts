/** Gemini: Angular, light DOM, custom elements. */
import type { SiteAdapter } from '../model/site.ts';

export const gemini: SiteAdapter = {
  id: 'gemini',
  provider: 'google',
  origins: ['https://gemini.google.com'],
  conversation: '/(?:app|gem/[\\w-]+|share)/([\\w-]+)',
  layouts: [
    {
      id: 'responses',
      answer: [{ select: 'model-response', seen: '2026-10-07', grade: 'live' }],
      prompt: [
        { select: 'user-query .query-text', seen: '2026-07-31', grade: 'capture' },
        { select: 'user-query', seen: '2026-10-07', grade: 'live' },
      ],
      body: [
        { select: '.markdown-main-panel', seen: '2026-10-07', grade: 'live' },
        { select: 'message-content', seen: '2026-10-07', grade: 'live' },
      ],
      leaveOut: [
        { select: 'model-thoughts', seen: '2026-10-07', grade: 'live' },
        { select: 'source-footnote', seen: '2026-10-07', grade: 'live' },
        { select: 'sources-list, sources-carousel-inline', seen: '2026-07-31', grade: 'capture' },
        { select: '.code-block-decoration', seen: '2026-07-31', grade: 'capture' },
        { select: '.table-footer', seen: '2026-07-31', grade: 'capture' },
        { select: 'response-element .attachment-container', seen: '2026-07-31', grade: 'report' },
      ],
      messageId: [
        { select: 'message-content[id^="message-content-id-r_"]', attribute: 'id', from: 'self', seen: '2026-10-07', grade: 'live' },
      ],
      streaming: [{ select: '[aria-busy="true"]', seen: '2026-10-07', grade: 'report' }],
      finished: [
        { select: 'message-actions', seen: '2026-10-07', grade: 'report' },
        { select: '[aria-busy="false"]', seen: '2026-10-07', grade: 'report' },
      ],
      model: [{ select: '[data-test-id="bard-mode-menu-button"]', from: 'page', seen: '2026-07-31', grade: 'live' }],
    },
  ],
};
