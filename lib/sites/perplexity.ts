/** Perplexity. It names no role; since August 2026 the answer may stand beside its numbered place. */
import type { SiteAdapter } from '../model/site.ts';

export const perplexity: SiteAdapter = {
  id: 'perplexity',
  provider: null,
  origins: ['https://www.perplexity.ai', 'https://perplexity.ai'],
  conversation: '/(?:search|thread|page)/([\\w.-]+)',
  layouts: [
    {
      id: 'prose',
      answer: [
        {
          select: '.prose:is(.inline, .max-w-none):not([class~="group/query"] *, [class*="group/user-bubble"] *, .bg-subtle.rounded-2xl *)',
          seen: '2026-09-26',
          grade: 'live',
        },
        { select: 'div[id^="markdown-content-"]', seen: '2026-05-31', grade: 'capture' },
        { select: '.prose:not([class~="group/query"] *, [class*="group/user-bubble"] *)', seen: '2026-07-31', grade: 'report' },
      ],
      prompt: [
        { select: '[class*="group/user-bubble"] [data-renderer="lm"]', seen: '2026-09-26', grade: 'live' },
        { select: 'div.bg-subtle.rounded-2xl [data-renderer="lm"]', seen: '2026-09-26', grade: 'live' },
        { select: '[class~="group/query"] span.select-text', seen: '2026-02-28', grade: 'capture' },
        { select: '[class~="group/query"]', seen: '2026-08-31', grade: 'capture' },
      ],
      body: [{ select: '.prose', seen: '2026-09-26', grade: 'live' }],
      leaveOut: [
        { select: '[data-pplx-citation-url]', seen: '2026-09-26', grade: 'live' },
        { select: '.citation-nbsp', seen: '2026-09-26', grade: 'live' },
        { select: '[class~="group/trigger"]', seen: '2026-06-30', grade: 'report' },
      ],
      turn: [
        {
          select: '.flex.flex-col[class*="gap-y-"]:not(:has([class~="group/query"], [class*="group/user-bubble"]))',
          seen: '2026-05-31',
          grade: 'capture',
        },
      ],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
