/** IBM's Carbon AI Chat: nested open shadow roots. Measured on @carbon/ai-chat 1.9. People of a service desk write in it too, under another class. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;

export const carbonAiChat: SiteAdapter = {
  id: 'carbon-ai-chat',
  provider: null,
  origins: [],
  marks: [
    { select: 'cds-aichat-custom-element', ...ran },
    { select: 'cds-aichat-container', ...ran },
  ],
  layouts: [
    {
      id: 'messages',
      answer: [{ select: '.cds-aichat--message--response .cds-aichat--assistant-message', ...ran }],
      prompt: [
        { select: '.cds-aichat--message--request .cds-aichat--sent--text', ...ran },
        { select: '.cds-aichat--message--request .cds-aichat--sent--bubble', ...ran },
      ],
      body: [
        { select: '.cds-aichat--received--text .cds-aichat--received--inner', ...ran },
        { select: '.cds-aichat--received--inner', ...ran },
      ],
      leaveOut: [{ select: 'cds-aichat-feedback, cds-aichat-message-actions', ...ran }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
