/** Le Chat of Mistral. */
import type { SiteAdapter } from '../model/site.ts';

export const mistral: SiteAdapter = {
  id: 'mistral',
  provider: 'mistral',
  origins: ['https://chat.mistral.ai'],
  conversation: '/chat/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [{ select: '[data-message-author-role="assistant"]', seen: '2026-05-31', grade: 'capture' }],
      prompt: [
        { select: '[data-message-author-role="user"] .select-text', seen: '2026-05-31', grade: 'capture' },
        { select: '[data-message-author-role="user"]', seen: '2026-05-31', grade: 'capture' },
      ],
      body: [
        { select: '[data-message-part-type="answer"]', seen: '2026-05-31', grade: 'capture' },
        { select: '[data-testid="text-message-part"]', seen: '2026-05-31', grade: 'capture' },
        { select: '.markdown-container-style', seen: '2026-05-31', grade: 'capture' },
      ],
      leaveOut: [],
      thinking: [
        { select: '[data-message-part-type="reasoning"]', seen: '2026-05-31', grade: 'capture' },
        { select: '[id^="collapsible-content-"]', seen: '2026-05-31', grade: 'capture' },
      ],
      variant: [
        { select: '[data-message-version]', attribute: 'data-message-version', from: 'self', seen: '2026-05-31', grade: 'capture' },
      ],
      messageId: [
        { select: '[data-message-id]', attribute: 'data-message-id', from: 'self', seen: '2026-05-31', grade: 'capture' },
        { select: '[data-message-id]', attribute: 'data-message-id', from: 'up', seen: '2026-05-31', grade: 'capture' },
      ],
      streaming: [],
      finished: [{ select: 'button[aria-label="Read aloud"]', seen: '2026-05-31', grade: 'capture' }],
      model: [],
    },
  ],
};
