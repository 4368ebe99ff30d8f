/** Gemini: Angular, light DOM, custom elements. */
import type { SiteAdapter } from '../model/site.ts';

export const gemini: SiteAdapter = {
  id: 'gemini',
  provider: 'google',
  origins: ['https://gemini.google.com'],
  conversation: '/(?:app|gem/[\\w-]+|share)/([\\w-]+)',
  beside: [{ select: 'immersive-panel, deep-research-immersive-panel', seen: '2026-09-26', grade: 'live' }],
  layouts: [
    {
      id: 'responses',
      partial: true,
      answer: [
        { select: 'model-response', seen: '2026-10-07', grade: 'live' },
        // Shared conversations have no `model-response`; reports stand in a panel.
        { select: 'message-content:not(immersive-panel *, deep-research-immersive-panel *)', seen: '2026-07-31', grade: 'report' },
      ],
      prompt: [
        { select: 'user-query .query-text', seen: '2026-07-31', grade: 'capture' },
        { select: 'user-query', seen: '2026-10-07', grade: 'live' },
        { select: '.query-text', seen: '2026-07-31', grade: 'capture' },
      ],
      body: [
        { select: '.markdown-main-panel', seen: '2026-10-07', grade: 'live' },
        { select: 'message-content', seen: '2026-10-07', grade: 'live' },
        { select: 'generated-image, single-image', seen: '2026-09-26', grade: 'live' },
      ],
      leaveOut: [
        { select: 'source-footnote', seen: '2026-10-07', grade: 'live' },
        { select: 'sources-list, sources-carousel-inline', seen: '2026-07-31', grade: 'capture' },
        // Code that made a file or a picture: no Markdown of the answer, folded away.
        { select: 'response-element.no-md:has(> code-block)', seen: '2026-07-31', grade: 'capture' },
        { select: '.code-block-decoration', seen: '2026-07-31', grade: 'capture' },
        { select: '.table-footer', seen: '2026-07-31', grade: 'capture' },
        { select: 'response-element .attachment-container', seen: '2026-07-31', grade: 'report' },
      ],
      thinking: [{ select: 'model-thoughts', seen: '2026-10-07', grade: 'live' }],
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
