/** Flowise's embed: open shadow root. Measured on flowise-embed 3.1.6, which replaces the whole message at each token. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;

export const flowise: SiteAdapter = {
  id: 'flowise',
  provider: null,
  origins: [],
  marks: [
    { select: 'flowise-fullchatbot', ...ran },
    { select: 'flowise-chatbot', ...ran },
    { select: '.chatbot-host-bubble', ...ran },
  ],
  layouts: [
    {
      id: 'bubbles',
      answer: [
        { select: '.chatbot-host-bubble', ...ran },
        { select: '[data-testid="host-bubble"]', ...ran },
      ],
      turn: [{ select: '.host-container', ...ran }],
      prompt: [
        { select: '.chatbot-guest-bubble', ...ran },
        { select: '[data-testid="guest-bubble"]', ...ran },
      ],
      body: [],
      leaveOut: [],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
