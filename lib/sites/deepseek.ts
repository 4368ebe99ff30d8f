/** DeepSeek. Only the assistant side is named; its rows are numbered within a conversation, so that the number is no identity. */
import type { SiteAdapter } from '../model/site.ts';

export const deepseek: SiteAdapter = {
  id: 'deepseek',
  provider: 'deepseek',
  origins: ['https://chat.deepseek.com'],
  conversation: '/(?:a/chat/s|share)/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      partial: true,
      answer: [
        { select: '.ds-message:has(.ds-assistant-message-main-content)', seen: '2026-10-07', grade: 'report' },
        { select: '.ds-message:has(.ds-markdown:not(.ds-markdown--think, .ds-think-content *))', seen: '2026-05-31', grade: 'capture' },
        {
          select: '.ds-markdown:not(.ds-markdown--think, .ds-think-content *, .ds-thinking-content *)',
          seen: '2026-05-31',
          grade: 'capture',
        },
      ],
      prompt: [
        {
          select:
            '.ds-message:not(:has(.ds-markdown, .ds-assistant-message-main-content, .ds-think-content, .ds-thinking-content, .ds-loading))',
          seen: '2026-05-31',
          grade: 'capture',
        },
        { select: '.fbb737a4', seen: '2026-08-31', grade: 'capture' },
      ],
      body: [
        { select: '.ds-assistant-message-main-content', seen: '2026-10-07', grade: 'report' },
        { select: '.ds-markdown:not(.ds-markdown--think)', seen: '2026-05-31', grade: 'capture' },
      ],
      leaveOut: [{ select: '.md-code-block-banner-wrap', seen: '2026-05-31', grade: 'capture' }],
      thinking: [{ select: '.ds-think-content, .ds-thinking-content, .ds-markdown--think', seen: '2026-08-31', grade: 'capture' }],
      messageId: [],
      streaming: [{ select: '.ds-loading', seen: '2026-07-31', grade: 'report' }],
      finished: [
        { select: '[data-virtual-list-item-key]:has([role=button][aria-label="Read aloud"])', seen: '2026-10-07', grade: 'report' },
        { select: '[aria-label="Regenerate"]', seen: '2026-08-31', grade: 'capture' },
      ],
      model: [],
    },
  ],
};
