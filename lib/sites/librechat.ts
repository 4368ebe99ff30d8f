/** LibreChat, self-hosted. Read in its React components of 2026. */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2026-11-22', grade: 'source' } as const;

export const librechat: SiteAdapter = {
  id: 'librechat',
  provider: null,
  origins: [],
  marks: [{ select: '.message-render .agent-turn', ...read }],
  conversation: '/(?:c|share)/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [
        { select: '.message-render .agent-turn .message-content', ...read },
        { select: '.message-render .agent-turn', ...read },
      ],
      turn: [{ select: '.message-render', ...read }],
      prompt: [
        { select: '.message-render .user-turn .message-content', ...read },
        { select: '.message-render .user-turn [data-testid="message-body"]', ...read },
        { select: '.message-render .user-turn', ...read },
      ],
      body: [
        { select: '.message-content', ...read },
        { select: '[data-testid="message-body"]', ...read },
      ],
      leaveOut: [
        { select: '[class~="group/thinking-container"]', ...read },
        { select: 'h2.select-none', ...read },
        { select: '[role="status"]', ...read },
      ],
      thinking: [{ select: '[class~="group/thinking-container"] p.whitespace-pre-wrap', ...read }],
      errors: [{ select: '.message-render [role="alert"]', ...read }],
      variant: [{ select: '.tabular-nums', from: 'self', ...read }],
      messageId: [{ select: '.message-render', attribute: 'id', from: 'up', ...read }],
      streaming: [
        { select: '.submitting', ...read },
        { select: '.result-streaming', ...read },
      ],
      finished: [],
      model: [],
    },
  ],
};
