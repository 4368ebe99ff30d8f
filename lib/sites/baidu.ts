/** Baidu's AI answers among the results. */
import type { SiteAdapter } from '../model/site.ts';

export const baidu: SiteAdapter = {
  id: 'baidu',
  provider: 'baidu',
  origins: ['https://www.baidu.com'],
  paths: ['/s'],
  layouts: [
    {
      id: 'answer',
      answer: [
        {
          select: '[tpl="ai_ask"], [tpl="wenda_generate"], [tpl="new_baikan_index"], [tpl="ai_index"]',
          seen: '2026-04-27',
          grade: 'report',
        },
        { select: '#con-ar > [tpl="ai_accompanies"]', seen: '2026-04-27', grade: 'report' },
      ],
      prompt: [],
      body: [],
      leaveOut: [],
      query: ['wd', 'word'],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
