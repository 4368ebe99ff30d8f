/** Meta AI. */
import type { SiteAdapter } from '../model/site.ts';

export const metaAi: SiteAdapter = {
  id: 'meta-ai',
  provider: 'meta',
  origins: ['https://www.meta.ai', 'https://meta.ai'],
  conversation: '/(?:prompt|c)/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [
        { select: '[data-testid="assistant-message"]', seen: '2026-05-31', grade: 'capture' },
        { select: '[role=article][aria-label="Meta AI response"]', seen: '2026-10-07', grade: 'report' },
      ],
      prompt: [{ select: '[data-message-type="user"]', seen: '2026-05-31', grade: 'capture' }],
      body: [
        { select: '.markdown-content', seen: '2026-05-31', grade: 'capture' },
        { select: '.ur-markdown', seen: '2026-05-31', grade: 'capture' },
      ],
      leaveOut: [
        { select: '[data-testid="citation-pill"]', seen: '2026-05-31', grade: 'capture' },
        { select: '[data-testid="sources-pill"]', seen: '2026-05-31', grade: 'capture' },
        { select: '[class~="group/assistant-message-actions"]', seen: '2026-05-31', grade: 'capture' },
      ],
      turn: [{ select: '[data-message-item="true"]', seen: '2026-05-31', grade: 'capture' }],
      thinking: [
        { select: '[data-testid="thinking-status"]', seen: '2026-05-31', grade: 'capture' },
        { select: '[data-testid="subagent-cot-list"]', seen: '2026-05-31', grade: 'capture' },
      ],
      messageId: [
        { select: '[data-message-item][data-message-id]', attribute: 'data-message-id', from: 'up', seen: '2026-05-31', grade: 'capture' },
      ],
      streaming: [{ select: '[data-streaming-complete="false"]', seen: '2026-05-31', grade: 'capture' }],
      finished: [{ select: '[data-streaming-complete="true"]', seen: '2026-05-31', grade: 'capture' }],
      model: [],
    },
  ],
};
