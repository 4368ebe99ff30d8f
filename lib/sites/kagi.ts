/** Kagi Assistant. */
import type { SiteAdapter } from '../model/site.ts';

export const kagi: SiteAdapter = {
  id: 'kagi',
  provider: null,
  origins: ['https://kagi.com'],
  paths: ['/assistant'],
  conversation: '/assistant/([\\w-]{8,})',
  layouts: [
    {
      id: 'bubbles',
      answer: [{ select: '[data-author="assistant"]', seen: '2026-08-31', grade: 'report' }],
      prompt: [
        { select: '[data-author="user"] .content', seen: '2026-08-31', grade: 'report' },
        { select: '[data-author="user"]', seen: '2026-08-31', grade: 'report' },
      ],
      body: [{ select: '.content', seen: '2026-08-31', grade: 'report' }],
      leaveOut: [],
      thinking: [],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
