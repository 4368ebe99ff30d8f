/** Google AI Studio. Turns that are out of sight are emptied; thoughts are turns or chunks of their own. */
import type { SiteAdapter } from '../model/site.ts';

export const aiStudio: SiteAdapter = {
  id: 'aistudio',
  provider: 'google',
  origins: ['https://aistudio.google.com'],
  conversation: '/prompts/(?!new_chat)([\\w-]+)',
  layouts: [
    {
      id: 'turns',
      partial: true,
      answer: [
        { select: 'ms-chat-turn:has([data-turn-role="Model"])', seen: '2026-02-28', grade: 'capture' },
        {
          select: 'ms-chat-turn:has(.chat-turn-container.model), ms-chat-turn:has(.model-prompt-container)',
          seen: '2026-09-30',
          grade: 'report',
        },
      ],
      prompt: [
        { select: 'ms-chat-turn [data-turn-role="User"]', seen: '2026-02-28', grade: 'capture' },
        { select: '.chat-turn-container.user', seen: '2026-09-30', grade: 'report' },
        { select: '.user-prompt-container', seen: '2026-02-28', grade: 'capture' },
      ],
      body: [
        { select: 'ms-text-chunk, ms-image-chunk', seen: '2026-02-28', grade: 'capture' },
        { select: 'ms-cmark-node', seen: '2026-02-28', grade: 'capture' },
        { select: '.turn-content', seen: '2026-02-28', grade: 'capture' },
      ],
      leaveOut: [
        { select: '.author-label', seen: '2026-02-28', grade: 'capture' },
        { select: '.turn-information', seen: '2026-02-28', grade: 'capture' },
        { select: 'ms-chat-turn-options', seen: '2026-02-28', grade: 'capture' },
      ],
      thinking: [{ select: 'ms-thought-chunk', seen: '2026-09-30', grade: 'report' }],
      messageId: [{ select: 'ms-chat-turn', attribute: 'id', from: 'up', seen: '2026-02-28', grade: 'capture' }],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
