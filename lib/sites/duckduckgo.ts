/** DuckDuckGo's Search Assist. The whole answer replaces the teaser when it is unfolded. */
import type { SiteAdapter } from '../model/site.ts';

export const duckduckgo: SiteAdapter = {
  id: 'duckduckgo',
  provider: null,
  origins: ['https://duckduckgo.com'],
  layouts: [
    {
      id: 'assist',
      answer: [
        { select: '[data-react-module-id="wikinlp"]', seen: '2026-07-31', grade: 'report' },
        { select: 'li[data-layout="wikinlp"]', seen: '2026-07-31', grade: 'report' },
        { select: '[data-testid="duckassist-answer-content"]', seen: '2026-07-31', grade: 'report' },
      ],
      prompt: [],
      body: [
        { select: '[data-testid="duckassist-expanded-answer-content"]', seen: '2026-07-31', grade: 'report' },
        { select: '[data-testid="duckassist-answer-content"]', seen: '2026-07-31', grade: 'report' },
      ],
      leaveOut: [],
      query: ['q'],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
