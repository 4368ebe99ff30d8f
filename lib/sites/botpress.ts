/** Botpress webchat, in a page or in its frame. Measured on @botpress/webchat 4.5. `system` is a notice. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;

export const botpress: SiteAdapter = {
  id: 'botpress',
  provider: null,
  origins: [],
  marks: [{ select: '.bpMessageContainer[data-direction]', ...ran }],
  layouts: [
    {
      id: 'messages',
      answer: [{ select: '.bpMessageContainer[data-direction="incoming"]', ...ran }],
      prompt: [
        { select: '.bpMessageContainer[data-direction="outgoing"] .bpMessageBlocksBubble', ...ran },
        { select: '.bpMessageContainer[data-direction="outgoing"]', ...ran },
      ],
      body: [{ select: '.bpMessageBlocksBubble', ...ran }],
      leaveOut: [
        { select: '.bpMessageDeliveryStatusLabel', ...ran },
        { select: '.bpMessageBlocksBubbleFeedbackContainer', ...ran },
      ],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
