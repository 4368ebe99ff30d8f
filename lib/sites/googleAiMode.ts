/** Google's AI Mode: a conversation on the search page. */
import type { SiteAdapter } from '../model/site.ts';
import { googleSearch } from './googleAiOverview.ts';

export const googleAiMode: SiteAdapter = {
  id: 'google-ai-mode',
  provider: 'google',
  origins: googleSearch,
  paths: ['/search'],
  layouts: [
    {
      id: 'turns',
      answer: [
        { select: '[data-xid="aim-mars-turn-root"] [data-container-id="main-col"]', seen: '2026-05-31', grade: 'capture' },
        { select: '[data-scope-id="turn"]:has(.sUKAcb) [data-container-id="main-col"]', seen: '2026-05-31', grade: 'capture' },
        {
          select: '[data-scope-id="turn"]:has(.sUKAcb) [data-container-id="model-response-placeholder"]',
          seen: '2026-09-30',
          grade: 'report',
        },
      ],
      prompt: [{ select: '.sUKAcb', seen: '2026-05-31', grade: 'capture' }],
      body: [{ select: '[data-container-id="main-col"]', seen: '2026-05-31', grade: 'capture' }],
      leaveOut: [
        { select: '.iMqumd', seen: '2026-05-31', grade: 'capture' },
        { select: '[data-xid="Gd7Hsc"]', seen: '2026-05-31', grade: 'capture' },
        { select: '.DBd2Wb', seen: '2026-05-31', grade: 'capture' },
        { select: '.LIBz9e', seen: '2026-05-31', grade: 'capture' },
        { select: '.alk4p', seen: '2026-05-31', grade: 'capture' },
        { select: '[data-container-id="rhs-col"]', seen: '2026-05-31', grade: 'capture' },
      ],
      messageId: [],
      streaming: [],
      finished: [{ select: '[data-scope-id="turn"][data-complete="true"]', seen: '2026-05-31', grade: 'capture' }],
      model: [],
    },
  ],
};
