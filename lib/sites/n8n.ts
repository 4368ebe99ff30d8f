/** n8n's chat widget and page. Measured on @n8n/chat 1.37; a bubble that only shows that something comes is of the bot's class too. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;

export const n8n: SiteAdapter = {
  id: 'n8n',
  provider: null,
  origins: [],
  marks: [{ select: '.chat-message-from-bot .chat-message-markdown', ...ran }],
  layouts: [
    {
      id: 'messages',
      answer: [{ select: '.chat-message-from-bot:not(.chat-message-typing)', ...ran }],
      prompt: [
        { select: '.chat-message-from-user .chat-message-markdown', ...ran },
        { select: '.chat-message-from-user', ...ran },
      ],
      body: [{ select: '.chat-message-markdown', ...ran }],
      leaveOut: [{ select: '.chat-message-actions', ...ran }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
