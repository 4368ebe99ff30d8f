/** Qwen Chat, the international site. */
import type { SiteAdapter } from '../model/site.ts';

export const qwen: SiteAdapter = {
  id: 'qwen',
  provider: 'alibaba',
  origins: ['https://chat.qwen.ai'],
  conversation: '/(?:c|s)/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [
        { select: '.qwen-chat-message-assistant', seen: '2026-05-31', grade: 'capture' },
        { select: '[id^="chat-response-message-"]', seen: '2026-05-31', grade: 'capture' },
      ],
      prompt: [
        { select: '.qwen-chat-message-user .chat-user-message', seen: '2026-05-31', grade: 'capture' },
        { select: '.qwen-chat-message-user', seen: '2026-05-31', grade: 'capture' },
        { select: '.chat-user-message', seen: '2026-05-31', grade: 'capture' },
      ],
      body: [
        { select: '.response-message-content.phase-answer .qwen-markdown', seen: '2026-05-31', grade: 'capture' },
        { select: '.response-message-content.phase-answer', seen: '2026-05-31', grade: 'capture' },
        { select: '.response-message-content .qwen-markdown', seen: '2026-05-31', grade: 'capture' },
      ],
      leaveOut: [{ select: '.qwen-chat-package-comp-source-list', seen: '2026-05-31', grade: 'capture' }],
      thinking: [
        { select: '.qwen-chat-thinking-tool-status-card-wraper', seen: '2026-05-31', grade: 'capture' },
        { select: '.response-message-content.phase-think', seen: '2026-05-31', grade: 'capture' },
      ],
      messageId: [
        { select: '[id^="qwen-chat-message-"]', attribute: 'id', from: 'self', seen: '2026-05-31', grade: 'capture' },
        { select: '[id^="qwen-chat-message-"]', attribute: 'id', from: 'up', seen: '2026-05-31', grade: 'capture' },
        { select: '[id^="chat-response-message-"]', attribute: 'id', from: 'self', seen: '2026-05-31', grade: 'capture' },
      ],
      streaming: [],
      finished: [{ select: '.copy-response-button', seen: '2026-05-31', grade: 'capture' }],
      model: [],
    },
  ],
};
