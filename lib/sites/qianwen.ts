/** Qianwen, the Chinese site of Qwen. */
import type { SiteAdapter } from '../model/site.ts';

export const qianwen: SiteAdapter = {
  id: 'qianwen',
  provider: 'alibaba',
  origins: ['https://www.qianwen.com', 'https://qianwen.com', 'https://www.tongyi.com', 'https://tongyi.aliyun.com'],
  conversation: '/chat/([0-9a-f]{32})',
  layouts: [
    {
      id: 'cards',
      answer: [
        { select: '[data-chat-answers-wrap]', seen: '2026-09-30', grade: 'report' },
        { select: '.chat-answers-card-wrap', seen: '2026-09-30', grade: 'report' },
        { select: '.answer-common-card', seen: '2026-09-30', grade: 'report' },
      ],
      prompt: [
        { select: '[data-chat-question-wrap] .question-text-card', seen: '2026-09-30', grade: 'report' },
        { select: '[data-chat-question-wrap]', seen: '2026-09-30', grade: 'report' },
        { select: '.chat-question-wrap', seen: '2026-09-30', grade: 'report' },
      ],
      body: [
        { select: '.answer-common-card .qk-markdown', seen: '2026-09-30', grade: 'report' },
        { select: '.qk-markdown', seen: '2026-09-30', grade: 'report' },
        { select: '#qk-markdown-react', seen: '2026-09-30', grade: 'report' },
        { select: '.answer-common-card', seen: '2026-09-30', grade: 'report' },
      ],
      leaveOut: [
        { select: '.qk-md-table-action', seen: '2026-09-30', grade: 'report' },
        { select: '.qk-md-copy-icon', seen: '2026-09-30', grade: 'report' },
        { select: '[class*="answerToolsContent"]', seen: '2026-09-30', grade: 'report' },
        { select: '[class*="functionArea"]', seen: '2026-09-30', grade: 'report' },
        { select: '[class*="recommend-query"]', seen: '2026-09-30', grade: 'report' },
        { select: '[data-answer-feedback-toolbar]', seen: '2026-09-30', grade: 'report' },
      ],
      thinking: [
        { select: '.qc-thinking-header, [class*="thinkingWrap"], [class*="thinkingContent"]', seen: '2026-09-30', grade: 'report' },
      ],
      messageId: [
        { select: '[data-msgid$="-answer"]', attribute: 'data-msgid', from: 'up', seen: '2026-09-30', grade: 'report' },
        { select: '[data-msgid$="-answer"]', attribute: 'data-msgid', from: 'self', seen: '2026-09-30', grade: 'report' },
      ],
      streaming: [],
      finished: [
        { select: '[data-answer-feedback-toolbar="true"]', seen: '2026-09-30', grade: 'report' },
        { select: '.qk-markdown-complete', seen: '2026-09-30', grade: 'report' },
      ],
      model: [],
    },
  ],
};
