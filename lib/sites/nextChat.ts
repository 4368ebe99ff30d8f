/** NextChat (ChatGPT-Next-Web), self-hosted. CSS modules: `chat_<name>__<hash>`. Read in its source of July 2026. */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2026-07-06', grade: 'source' } as const;

export const nextChat: SiteAdapter = {
  id: 'nextchat',
  provider: null,
  origins: ['https://app.nextchat.dev'],
  marks: [{ select: '#app-body [class*="chat_chat-message-item__"]', ...read }],
  layouts: [
    {
      id: 'messages',
      answer: [{ select: '[class*="chat_chat-message__"] [class*="chat_chat-message-item__"]', ...read }],
      turn: [{ select: '[class*="chat_chat-message__"]', ...read }],
      prompt: [
        { select: '[class*="chat_chat-message-user__"] .markdown-body', ...read },
        { select: '[class*="chat_chat-message-user__"] [class*="chat_chat-message-item__"]', ...read },
      ],
      body: [{ select: '[class*="chat_chat-message-item__"]', ...read }],
      leaveOut: [{ select: '.copy-code-button', ...read }],
      messageId: [],
      streaming: [{ select: '[class*="chat_chat-message-status__"]', ...read }],
      finished: [],
      model: [{ select: '[class*="chat_chat-model-name__"]', from: 'self', ...read }],
    },
  ],
};
