/** HuggingChat. Prose of the thoughts is the small one. */
import type { SiteAdapter } from '../model/site.ts';

export const huggingchat: SiteAdapter = {
  id: 'huggingchat',
  provider: null,
  origins: ['https://huggingface.co'],
  paths: ['/chat'],
  conversation: '/chat/(?:conversation|r)/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [{ select: '[data-message-role="assistant"]', seen: '2026-08-21', grade: 'source' }],
      prompt: [
        { select: '[data-message-type="user"]', seen: '2026-08-21', grade: 'source' },
        { select: '[data-message-role="user"]', seen: '2026-08-21', grade: 'source' },
      ],
      body: [{ select: '.prose:not(.prose-sm)', seen: '2026-08-21', grade: 'source' }],
      leaveOut: [],
      thinking: [{ select: '.prose-sm', seen: '2026-09-30', grade: 'report' }],
      messageId: [{ select: '[data-message-id]', attribute: 'data-message-id', from: 'self', seen: '2026-08-21', grade: 'source' }],
      streaming: [],
      finished: [{ select: 'button[title="Retry"]', seen: '2026-08-21', grade: 'source' }],
      model: [],
    },
  ],
};
