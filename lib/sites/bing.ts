/** Bing's AI answer above the results. */
import type { SiteAdapter } from '../model/site.ts';

export const bing: SiteAdapter = {
  id: 'bing',
  provider: 'microsoft',
  origins: ['https://www.bing.com', 'https://cn.bing.com'],
  paths: ['/search', '/copilotsearch'],
  layouts: [
    {
      id: 'answer',
      answer: [{ select: '.cht_container', seen: '2026-09-29', grade: 'report' }],
      prompt: [],
      body: [],
      leaveOut: [{ select: '.cht_disclaimer', seen: '2026-09-29', grade: 'report' }],
      query: ['q'],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
