/** Doubao, and Dola outside of China. The older test ids were removed in July 2026 and may still be served. */
import type { SiteAdapter } from '../model/site.ts';

export const doubao: SiteAdapter = {
  id: 'doubao',
  provider: 'bytedance',
  origins: ['https://www.doubao.com', 'https://www.dola.com'],
  conversation: '/(?:chat|thread)/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [
        {
          select: '[data-message-id]:not(.justify-end):has(.flow-markdown-body, .md-box-root, [data-plugin-identifier="block_type:2074"])',
          seen: '2026-09-30',
          grade: 'report',
        },
      ],
      prompt: [
        {
          select: '[data-message-id].justify-end :is(.whitespace-pre-wrap.wrap-anywhere, .md-box-root)',
          seen: '2026-09-30',
          grade: 'report',
        },
        { select: '[data-message-id].justify-end', seen: '2026-09-30', grade: 'report' },
        { select: '[class*="bg-g-send-msg-bubble"]', seen: '2026-09-30', grade: 'report' },
      ],
      body: [
        { select: '.flow-markdown-body', seen: '2026-09-30', grade: 'report' },
        { select: '.md-box-root', seen: '2026-09-30', grade: 'report' },
        { select: '[data-plugin-identifier="block_type:2074"]', seen: '2026-09-30', grade: 'report' },
      ],
      leaveOut: [
        { select: '[data-foundation-type$="-action-bar"]', seen: '2026-09-30', grade: 'report' },
        { select: '[data-foundation-type="receive-message-suggest-foundation"]', seen: '2026-09-30', grade: 'report' },
        { select: '[data-plugin-identifier*="search_query_result_block"]', seen: '2026-09-30', grade: 'report' },
      ],
      thinking: [{ select: '[class*="thinking-box-root"], [data-thinking-box]', seen: '2026-09-30', grade: 'report' }],
      messageId: [
        { select: '[data-message-id]', attribute: 'data-message-id', from: 'self', seen: '2026-09-30', grade: 'report' },
        { select: '[data-message-id]', attribute: 'data-message-id', from: 'up', seen: '2026-09-30', grade: 'report' },
      ],
      streaming: [{ select: '[data-streaming="true"]', seen: '2026-09-30', grade: 'report' }],
      finished: [{ select: '[data-foundation-type="receive-message-action-bar"]', seen: '2026-09-30', grade: 'report' }],
      model: [],
    },
    {
      id: 'test-ids',
      answer: [{ select: '[data-testid="receive_message"]', seen: '2026-06-30', grade: 'report' }],
      prompt: [
        { select: '[data-testid="send_message"] [data-testid="message_text_content"]', seen: '2026-06-30', grade: 'report' },
        { select: '[data-testid="send_message"]', seen: '2026-06-30', grade: 'report' },
      ],
      body: [
        { select: '[data-testid="message_text_content"]', seen: '2026-06-30', grade: 'report' },
        { select: '.flow-markdown-body', seen: '2026-06-30', grade: 'report' },
      ],
      leaveOut: [],
      messageId: [
        { select: '[data-message-id]', attribute: 'data-message-id', from: 'self', seen: '2026-06-30', grade: 'report' },
        { select: '[data-message-id]', attribute: 'data-message-id', from: 'up', seen: '2026-06-30', grade: 'report' },
      ],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
