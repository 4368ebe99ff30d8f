/** NotebookLM, now Gemini Notebook: Angular, light DOM, no message ids. */
import type { SiteAdapter } from '../model/site.ts';

export const notebooklm: SiteAdapter = {
  id: 'notebooklm',
  provider: 'google',
  origins: ['https://notebooklm.google.com', 'https://notebooklm.google', 'https://notebook.google.com'],
  conversation: '/notebook/([\\w-]+)',
  layouts: [
    {
      id: 'pairs',
      answer: [{ select: '.to-user-container', seen: '2026-09-26', grade: 'live' }],
      prompt: [
        { select: '.from-user-container .message-text-content', seen: '2026-09-26', grade: 'live' },
        { select: '.from-user-container', seen: '2026-09-26', grade: 'live' },
      ],
      body: [
        { select: '.message-text-content', seen: '2026-09-26', grade: 'live' },
        { select: '.to-user-message-inner-content', seen: '2026-07-31', grade: 'report' },
      ],
      leaveOut: [
        { select: '.citation-marker', seen: '2026-09-26', grade: 'live' },
        { select: '.xap-inline-dialog', seen: '2026-09-26', grade: 'live' },
        { select: '.message-actions', seen: '2026-09-26', grade: 'live' },
        { select: 'mat-card-actions', seen: '2026-09-26', grade: 'live' },
      ],
      thinking: [{ select: '.thinking-message', seen: '2026-07-31', grade: 'report' }],
      messageId: [],
      streaming: [],
      finished: [{ select: '.message-actions', seen: '2026-07-31', grade: 'report' }],
      model: [],
    },
  ],
};
