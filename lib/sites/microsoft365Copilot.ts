/** Microsoft 365 Copilot: Fluent AI components in a virtualised feed. */
import type { SiteAdapter } from '../model/site.ts';

export const microsoft365Copilot: SiteAdapter = {
  id: 'microsoft-365-copilot',
  provider: 'microsoft',
  origins: [
    'https://m365.cloud.microsoft',
    'https://m365.microsoft.com',
    'https://www.microsoft365.com',
    'https://copilot.cloud.microsoft',
    'https://www.office.com',
  ],
  conversation: '/chat/(?:conversation/)?([\\w-]{8,})',
  layouts: [
    {
      id: 'feed',
      partial: true,
      answer: [
        { select: '[data-testid="copilot-message-div"]', seen: '2026-08-17', grade: 'report' },
        { select: '.fai-CopilotMessage', seen: '2026-08-17', grade: 'report' },
      ],
      prompt: [
        { select: '[data-testid="chatQuestion"] [data-testid="chatOutput"]', seen: '2026-08-17', grade: 'report' },
        { select: '.fai-UserMessage__message', seen: '2026-08-17', grade: 'report' },
        { select: '[data-testid="chatQuestion"]', seen: '2026-08-17', grade: 'report' },
        { select: '.fai-UserMessage', seen: '2026-08-17', grade: 'report' },
      ],
      body: [
        { select: '[data-testid="markdown-reply"]', seen: '2026-08-17', grade: 'report' },
        { select: '.fai-CopilotMessage__content', seen: '2026-08-17', grade: 'report' },
      ],
      leaveOut: [
        { select: '[data-testid="CopyButtonTestId"]', seen: '2026-08-17', grade: 'report' },
        { select: '[data-testid="feedback-button-testid"]', seen: '2026-08-17', grade: 'report' },
      ],
      messageId: [],
      streaming: [],
      finished: [
        { select: '[data-testid="CopyButtonTestId"]', seen: '2026-08-17', grade: 'report' },
        { select: '[data-testid="feedback-button-testid"]', seen: '2026-08-17', grade: 'report' },
      ],
      model: [],
    },
  ],
};
