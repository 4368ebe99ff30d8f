/** Gemini Enterprise: the conversation stands in nested open shadow roots. */
import type { SiteAdapter } from '../model/site.ts';

export const geminiEnterprise: SiteAdapter = {
  id: 'gemini-enterprise',
  provider: 'google',
  origins: ['https://business.gemini.google'],
  conversation: '/(?:session|home/cid(?!.*/session/))/([\\w-]+)',
  layouts: [
    {
      id: 'summaries',
      answer: [{ select: 'ucs-summary', seen: '2026-10-07', grade: 'report' }],
      prompt: [{ select: '.question-block', seen: '2026-10-07', grade: 'report' }],
      body: [{ select: '.markdown-document', seen: '2026-10-07', grade: 'report' }],
      leaveOut: [{ select: 'ucs-summary-attachments', seen: '2026-10-07', grade: 'report' }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
