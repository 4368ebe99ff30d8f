/** AWS's Mynah UI. Measured on @aws/mynah-ui 4.39. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;

export const mynahUi: SiteAdapter = {
  id: 'mynah-ui',
  provider: null,
  origins: [],
  marks: [{ select: '.mynah-chat-item-card', ...ran }],
  layouts: [
    {
      id: 'cards',
      answer: [{ select: ':is(.mynah-chat-item-answer, .mynah-chat-item-answer-stream) .mynah-card-body', ...ran }],
      turn: [{ select: '.mynah-chat-item-card', ...ran }],
      prompt: [
        { select: '.mynah-chat-item-prompt .mynah-card-body', ...ran },
        { select: '.mynah-chat-item-prompt', ...ran },
      ],
      body: [{ select: '.mynah-card-body', ...ran }],
      leaveOut: [
        { select: '.more-content-indicator', ...ran },
        { select: '.mynah-syntax-highlighter-buttons', ...ran },
      ],
      messageId: [{ select: '.mynah-chat-item-card[messageid]', attribute: 'messageid', from: 'up', ...ran }],
      streaming: [{ select: '.mynah-chat-item-answer-stream', ...ran }],
      finished: [{ select: '.mynah-chat-item-answer', ...ran }],
      model: [],
    },
  ],
};
