/** Chainlit: a page of its own, or the copilot widget in an open shadow root. Read in its source of April 2026. */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2026-04-24', grade: 'source' } as const;

export const chainlit: SiteAdapter = {
  id: 'chainlit',
  provider: null,
  origins: [],
  marks: [
    { select: '[data-step-type="assistant_message"]', ...read },
    { select: '#chainlit-copilot', ...read },
  ],
  conversation: '/thread/([\\w-]+)',
  layouts: [
    {
      id: 'steps',
      // Each step is a row of its own, the answer's too: what was thought and which tools ran never stand in it.
      answer: [{ select: '[data-step-type="assistant_message"]', ...read }],
      prompt: [
        { select: '[data-step-type="user_message"] .message-content', ...read },
        { select: '[data-step-type="user_message"]', ...read },
      ],
      body: [{ select: '.message-content', ...read }],
      leaveOut: [],
      errors: [{ select: '.ai-message:has(> span > svg.fill-destructive)', ...read }],
      messageId: [
        { select: '[id^="step-"]', attribute: 'id', from: 'self', ...read },
        { select: '[id^="step-"]', attribute: 'id', from: 'up', ...read },
      ],
      streaming: [{ select: '.message-content .loading-cursor', ...read }],
      finished: [],
      model: [],
    },
  ],
};
