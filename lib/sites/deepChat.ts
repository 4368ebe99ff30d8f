/** Deep Chat: one custom element, open shadow root. Measured on deep-chat 2.4. The role in its classes is the app's: only `ai` counts. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;
const read = { seen: '2026-11-22', grade: 'source' } as const;

export const deepChat: SiteAdapter = {
  id: 'deep-chat',
  provider: null,
  origins: [],
  marks: [{ select: 'deep-chat', ...ran }],
  layouts: [
    {
      id: 'bubbles',
      answer: [
        { select: '.deep-chat-outer-container-role-ai', ...ran },
        { select: '.outer-message-container:has(.ai-message-text)', ...ran },
      ],
      prompt: [
        { select: '.deep-chat-outer-container-role-user .message-bubble', ...ran },
        { select: '.user-message-text', ...ran },
      ],
      body: [
        { select: '.ai-message', ...ran },
        { select: '.message-bubble', ...ran },
      ],
      leaveOut: [
        { select: '.deep-chat-loading-message-bubble', ...read },
        { select: '.deep-chat-loading-message-dots-container', ...read },
      ],
      errors: [{ select: '.error-message-text', ...read }],
      messageId: [],
      streaming: [{ select: '.streamed-message', ...ran }],
      finished: [{ select: '.ai-message:not(.streamed-message)', ...ran }],
      model: [],
    },
  ],
};
