/** Grok on its own site. On x.com no hook of an answer is known: the generic detector and teaching serve there. */
import type { SiteAdapter } from '../model/site.ts';

export const grok: SiteAdapter = {
  id: 'grok',
  provider: 'xai',
  origins: ['https://grok.com', 'https://www.grok.com'],
  conversation: '/(?:c|chat|share)/([\\w-]+)',
  layouts: [
    {
      id: 'responses',
      answer: [
        { select: '[data-testid="assistant-message"]', seen: '2026-06-30', grade: 'report' },
        { select: '[id^="response-"].items-start', seen: '2026-02-28', grade: 'capture' },
        { select: '.items-start > .message-bubble', seen: '2026-02-28', grade: 'capture' },
        { select: '.message-bubble:not(.rounded-br-lg)', seen: '2026-09-30', grade: 'report' },
      ],
      prompt: [
        { select: '[data-testid="user-message"]', seen: '2026-06-30', grade: 'report' },
        { select: '[id^="response-"].items-end .message-bubble', seen: '2026-02-28', grade: 'capture' },
        { select: '.items-end > .message-bubble', seen: '2026-02-28', grade: 'capture' },
        { select: '.message-bubble.rounded-br-lg', seen: '2026-09-30', grade: 'report' },
      ],
      body: [
        { select: '.response-content-markdown', seen: '2026-10-07', grade: 'report' },
        { select: '.message-bubble', seen: '2026-02-28', grade: 'capture' },
      ],
      leaveOut: [
        { select: '.thinking-container', seen: '2026-02-28', grade: 'capture' },
        { select: '.auth-notification', seen: '2026-02-28', grade: 'capture' },
        { select: '.action-buttons', seen: '2026-02-28', grade: 'capture' },
      ],
      thinking: [{ select: '.thinking-container', seen: '2026-06-30', grade: 'report' }],
      messageId: [{ select: '[id^="response-"]', attribute: 'id', from: 'up', seen: '2026-02-28', grade: 'capture' }],
      streaming: [],
      finished: [{ select: '[id^="response-"]:has(.action-buttons.last-response, .action-buttons)', seen: '2026-02-28', grade: 'capture' }],
      model: [{ select: '#model-select-trigger', from: 'page', seen: '2026-06-30', grade: 'report' }],
    },
  ],
};
