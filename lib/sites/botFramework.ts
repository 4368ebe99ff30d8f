/** Bot Framework Web Chat. Measured on botframework-webchat 4.18, which marks the user's bubbles only. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;

export const botFramework: SiteAdapter = {
  id: 'bot-framework',
  provider: null,
  origins: [],
  marks: [{ select: '.webchat__basic-transcript__activity .webchat__bubble', ...ran }],
  layouts: [
    {
      id: 'transcript',
      answer: [{ select: '.webchat__bubble:not(.webchat__bubble--from-user) .webchat__bubble__content', ...ran }],
      turn: [{ select: '.webchat__basic-transcript__activity', ...ran }],
      prompt: [
        { select: '.webchat__bubble--from-user .webchat__bubble__content', ...ran },
        { select: '.webchat__bubble--from-user', ...ran },
      ],
      body: [{ select: '.webchat__bubble__content', ...ran }],
      leaveOut: [],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
