/** Duck.ai, also shown on duckduckgo.com. No hook of a prompt is known, nor an address of a conversation. */
import type { SiteAdapter } from '../model/site.ts';

export const duckAi: SiteAdapter = {
  id: 'duck-ai',
  provider: null,
  origins: ['https://duck.ai', 'https://www.duck.ai', 'https://duckduckgo.com'],
  layouts: [
    {
      id: 'messages',
      answer: [{ select: '[id*="-assistant-message-"]:not([id^="heading-"])', seen: '2026-10-01', grade: 'report' }],
      prompt: [],
      body: [
        { select: '.space-y-4.whitespace-normal', seen: '2026-10-01', grade: 'report' },
        { select: 'div:has(> p, > ul, > ol, > pre)', seen: '2026-10-01', grade: 'report' },
      ],
      leaveOut: [
        { select: '[id^="heading-"]', seen: '2026-10-01', grade: 'report' },
        { select: 'h3:first-child', seen: '2026-10-01', grade: 'report' },
      ],
      messageId: [
        { select: '[id*="-assistant-message-"]:not([id^="heading-"])', attribute: 'id', from: 'self', seen: '2026-10-01', grade: 'report' },
      ],
      streaming: [],
      finished: [],
      model: [{ select: '[id^="heading-"] span', from: 'self', seen: '2026-10-01', grade: 'report' }],
    },
  ],
};
