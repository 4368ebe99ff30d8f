/** Lumo of Proton. */
import type { SiteAdapter } from '../model/site.ts';

export const lumo: SiteAdapter = {
  id: 'lumo',
  provider: 'proton',
  origins: ['https://lumo.proton.me'],
  conversation: '/c/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [
        { select: '[data-message-role="assistant"]', seen: '2026-07-31', grade: 'capture' },
        { select: '.assistant-msg', seen: '2026-07-31', grade: 'capture' },
      ],
      prompt: [
        { select: '[data-message-role="user"] .lumo-markdown', seen: '2026-07-31', grade: 'capture' },
        { select: '[data-message-role="user"]', seen: '2026-07-31', grade: 'capture' },
        { select: '.user-msg', seen: '2026-07-31', grade: 'capture' },
      ],
      body: [
        { select: '.progressive-markdown-content', seen: '2026-07-31', grade: 'capture' },
        { select: '.lumo-markdown', seen: '2026-07-31', grade: 'capture' },
      ],
      leaveOut: [{ select: '.action-toolbar', seen: '2026-07-31', grade: 'capture' }],
      messageId: [
        { select: '[data-message-id]', attribute: 'data-message-id', from: 'self', seen: '2026-07-31', grade: 'capture' },
        { select: '[data-message-id]', attribute: 'data-message-id', from: 'up', seen: '2026-07-31', grade: 'capture' },
      ],
      streaming: [],
      finished: [{ select: '.action-toolbar', seen: '2026-07-31', grade: 'capture' }],
      model: [],
    },
  ],
};
