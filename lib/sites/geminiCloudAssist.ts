/** Gemini Cloud Assist: the chat panel of Google Cloud's console. */
import type { SiteAdapter } from '../model/site.ts';

export const geminiCloudAssist: SiteAdapter = {
  id: 'gemini-cloud-assist',
  provider: 'google',
  origins: ['https://console.cloud.google.com'],
  layouts: [
    {
      id: 'entries',
      answer: [{ select: 'aic-agent-entry', seen: '2026-07-31', grade: 'capture' }],
      prompt: [{ select: 'aic-user-message', seen: '2026-07-31', grade: 'capture' }],
      body: [
        { select: 'aic-markdown-renderer', seen: '2026-07-31', grade: 'capture' },
        { select: '.ai-markdown-artifact-renderer', seen: '2026-07-31', grade: 'capture' },
      ],
      leaveOut: [],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
