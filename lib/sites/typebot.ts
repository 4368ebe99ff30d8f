/**
 * Typebot's widget: open shadow root. Read in @typebot.io/js 0.10. Its `data-testid="host-bubble"` is the empty ground
 * behind a bubble that is being typed, not the bubble.
 */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2026-11-22', grade: 'source' } as const;

export const typebot: SiteAdapter = {
  id: 'typebot',
  provider: null,
  origins: [],
  marks: [
    { select: 'typebot-standard', ...read },
    { select: 'typebot-bubble', ...read },
    { select: 'typebot-popup', ...read },
    { select: '.typebot-host-bubble', ...read },
  ],
  layouts: [
    {
      id: 'bubbles',
      answer: [{ select: '.typebot-host-bubble', ...read }],
      turn: [{ select: '.typebot-chat-chunk', ...read }],
      prompt: [{ select: '.typebot-guest-bubble', ...read }],
      body: [],
      leaveOut: [{ select: '.bubble-typing', ...read }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
