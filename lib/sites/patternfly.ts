/** PatternFly's chatbot. Measured on @patternfly/chatbot 6.5. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;

export const patternfly: SiteAdapter = {
  id: 'patternfly',
  provider: null,
  origins: [],
  marks: [{ select: '.pf-chatbot__message--bot', ...ran }],
  layouts: [
    {
      id: 'messages',
      answer: [
        { select: '.pf-chatbot__message--bot .pf-chatbot__message-and-actions', ...ran },
        { select: '.pf-chatbot__message--bot', ...ran },
      ],
      turn: [{ select: '.pf-chatbot__message--bot', ...ran }],
      prompt: [
        { select: '.pf-chatbot__message--user .pf-chatbot__message-and-actions', ...ran },
        { select: '.pf-chatbot__message--user .pf-chatbot__message-response', ...ran },
      ],
      // Each paragraph has a `-text` of its own; code and lists stand beside it.
      body: [
        { select: '.pf-chatbot__message-and-actions', ...ran },
        { select: '.pf-chatbot__message-response', ...ran },
      ],
      leaveOut: [{ select: '.pf-chatbot__message-meta', ...ran }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
