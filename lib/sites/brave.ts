/** Brave Search's AI answer. */
import type { SiteAdapter } from '../model/site.ts';

export const brave: SiteAdapter = {
  id: 'brave',
  provider: 'brave',
  origins: ['https://search.brave.com'],
  layouts: [
    {
      id: 'answer',
      answer: [
        { select: '#llm-snippet', seen: '2026-09-29', grade: 'report' },
        { select: '#chatllm-conversation', seen: '2026-09-29', grade: 'report' },
        { select: '.ai-digest', seen: '2026-09-29', grade: 'report' },
        { select: '#summarizer', seen: '2026-09-29', grade: 'report' },
      ],
      prompt: [],
      body: [
        { select: '#chatllm-main-answer-content', seen: '2026-09-29', grade: 'report' },
        { select: '.chatllm-content', seen: '2026-09-29', grade: 'report' },
        { select: '.llm-output', seen: '2026-09-29', grade: 'report' },
      ],
      leaveOut: [
        { select: '.chatllm-disclaimer', seen: '2026-09-29', grade: 'report' },
        { select: '.followups-wrapper', seen: '2026-09-29', grade: 'report' },
        { select: '#chatllm-actions', seen: '2026-09-29', grade: 'report' },
        { select: '.inline-refs', seen: '2026-09-29', grade: 'report' },
        { select: 'h1#chatllm-title', seen: '2026-09-29', grade: 'report' },
      ],
      query: ['q'],
      messageId: [],
      streaming: [],
      finished: [{ select: '#chatllm-actions', seen: '2026-09-29', grade: 'report' }],
      model: [],
    },
  ],
};
