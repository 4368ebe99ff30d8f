/** LMArena. The list is turned round: the newest message stands first. The older layout is Gradio. */
import type { SiteAdapter } from '../model/site.ts';

export const arena: SiteAdapter = {
  id: 'arena',
  provider: null,
  origins: ['https://arena.ai', 'https://lmarena.ai', 'https://www.lmarena.ai'],
  conversation: '/c/([\\w-]+)',
  layouts: [
    {
      id: 'reversed-list',
      answer: [
        { select: 'ol.flex-col-reverse .prose:not(.justify-end *, .self-end *, .items-end *)', seen: '2026-09-30', grade: 'report' },
      ],
      prompt: [{ select: 'ol.flex-col-reverse :is(.justify-end, .self-end, .items-end) .prose', seen: '2026-09-30', grade: 'report' }],
      body: [{ select: '.prose', seen: '2026-09-30', grade: 'report' }],
      leaveOut: [],
      reversed: true,
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
    {
      id: 'gradio',
      answer: [{ select: '[data-testid="bot-message"], [data-testid="bot"]', seen: '2026-08-31', grade: 'capture' }],
      prompt: [{ select: '[data-testid="user-message"], [data-testid="user"]', seen: '2026-08-31', grade: 'capture' }],
      body: [],
      leaveOut: [],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
