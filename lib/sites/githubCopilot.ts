/** GitHub's Copilot Chat on its own pages. Class names carry a hash behind a stable beginning. */
import type { SiteAdapter } from '../model/site.ts';

export const githubCopilot: SiteAdapter = {
  id: 'github-copilot',
  provider: 'github',
  origins: ['https://github.com'],
  paths: ['/copilot'],
  conversation: '/copilot/c/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [
        { select: '[class*="ChatMessage-module__ai__"]', seen: '2026-07-31', grade: 'report' },
        { select: '.markdown-body[class*="CopilotMessageBubble-module__text__"]', seen: '2026-07-31', grade: 'report' },
      ],
      prompt: [
        { select: '[class*="UserMessage-module__container"]', seen: '2026-07-31', grade: 'report' },
        { select: '[class*="ChatMessage-module__user__"]', seen: '2026-07-31', grade: 'report' },
      ],
      body: [{ select: '.markdown-body', seen: '2026-07-31', grade: 'report' }],
      leaveOut: [],
      messageId: [],
      streaming: [],
      finished: [],
      model: [{ select: 'button[class*="ModelPicker-module__menuButton"]', from: 'page', seen: '2026-07-31', grade: 'report' }],
    },
  ],
};
