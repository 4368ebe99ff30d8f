/** Microsoft Copilot for private people. Shared pages have the groups only, without the marks of a live chat. */
import type { SiteAdapter } from '../model/site.ts';

export const microsoftCopilot: SiteAdapter = {
  id: 'microsoft-copilot',
  provider: 'microsoft',
  origins: ['https://copilot.microsoft.com', 'https://copilot.com', 'https://www.copilot.com', 'https://copilot.cloud.microsoft'],
  conversation: '/(?:chats|shares|pages)/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [
        { select: '[data-content="ai-message"]', seen: '2026-07-31', grade: 'capture' },
        { select: '[data-testid="ai-message"]', seen: '2026-07-31', grade: 'capture' },
        { select: '[class~="group/ai-message"]', seen: '2026-08-31', grade: 'capture' },
      ],
      prompt: [
        { select: '[data-content="user-message"]', seen: '2026-07-31', grade: 'capture' },
        { select: '[class~="group/user-message"]', seen: '2026-08-31', grade: 'capture' },
      ],
      body: [
        { select: '[data-testid="ai-message-body"]', seen: '2026-10-07', grade: 'report' },
        { select: '[class~="group/ai-message-item"]', seen: '2026-07-31', grade: 'capture' },
      ],
      leaveOut: [
        { select: '[data-testid="message-item-reactions"]', seen: '2026-07-31', grade: 'capture' },
        { select: '[data-copy="false"]', seen: '2026-08-31', grade: 'capture' },
      ],
      messageId: [
        { select: '[id$="-response-message"], [id$="-user-message"]', attribute: 'id', from: 'self', seen: '2026-08-31', grade: 'capture' },
      ],
      streaming: [{ select: '[data-testid="loading-message"]', seen: '2026-10-07', grade: 'report' }],
      finished: [
        { select: '[data-testid="message-item-reactions"]', seen: '2026-07-31', grade: 'capture' },
        { select: '[data-testid="copy-ai-message-button"]', seen: '2026-07-31', grade: 'capture' },
      ],
      model: [],
    },
  ],
};
