/** Dify: its web app, its preview and the bubble that it frames. Older builds have no test ids on the question. */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2026-11-22', grade: 'source' } as const;

export const dify: SiteAdapter = {
  id: 'dify',
  provider: null,
  origins: [],
  marks: [{ select: '.chat-answer-container .markdown-body', ...read }],
  conversation: '[?&]conversation_id=([\\w-]+)',
  layouts: [
    {
      id: 'answers',
      answer: [
        { select: '.chat-answer-container .markdown-body', ...read },
        { select: '.chat-answer-container', ...read },
      ],
      turn: [{ select: '.chat-answer-container', ...read }],
      prompt: [
        { select: '[data-testid="question-content"] .markdown-body', ...read },
        { select: '[data-testid="question-content"]', ...read },
        { select: '.justify-end.mb-2 .markdown-body', ...read },
      ],
      body: [{ select: '.markdown-body', ...read }],
      leaveOut: [{ select: 'details[data-think]', ...read }],
      thinking: [{ select: 'details[data-think] > summary + div', ...read }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
