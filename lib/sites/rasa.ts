/** Rasa webchat. Read in rasa-webchat 1.0.1; bubbles that follow each other stand in one group. */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2026-11-22', grade: 'source' } as const;

export const rasa: SiteAdapter = {
  id: 'rasa',
  provider: null,
  origins: [],
  marks: [{ select: '.rw-group-message.rw-from-response', ...read }],
  layouts: [
    {
      id: 'groups',
      answer: [{ select: '.rw-group-message.rw-from-response', ...read }],
      prompt: [
        { select: '.rw-from-client .rw-message-text', ...read },
        { select: '.rw-from-client', ...read },
      ],
      body: [{ select: '.rw-message-text', ...read }],
      leaveOut: [
        { select: '.rw-message-date', ...read },
        { select: '.rw-replies', ...read },
      ],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
