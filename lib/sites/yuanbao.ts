/** Yuanbao of Tencent. What is called deep search holds the answer too; only the think container in it is thought. */
import type { SiteAdapter } from '../model/site.ts';

export const yuanbao: SiteAdapter = {
  id: 'yuanbao',
  provider: 'tencent',
  origins: ['https://yuanbao.tencent.com'],
  conversation: '/chat/\\w+/([\\w-]+)',
  layouts: [
    {
      id: 'list',
      answer: [{ select: '.agent-chat__list__item--ai', seen: '2026-09-30', grade: 'report' }],
      prompt: [
        { select: '.agent-chat__list__item--human .hyc-content-text', seen: '2026-09-30', grade: 'report' },
        { select: '.agent-chat__list__item--human', seen: '2026-09-30', grade: 'report' },
      ],
      body: [
        { select: '.hyc-content-md', seen: '2026-09-30', grade: 'report' },
        { select: '.hyc-component-reasoner__text', seen: '2026-09-30', grade: 'report' },
        { select: '.hyc-common-markdown-style', seen: '2026-09-30', grade: 'report' },
        { select: '.agent-chat__speech-text', seen: '2026-09-30', grade: 'report' },
        { select: '.agent-chat__bubble__content', seen: '2026-09-30', grade: 'report' },
      ],
      leaveOut: [
        { select: '.agent-chat__toolbar', seen: '2026-09-30', grade: 'report' },
        { select: '.agent-chat__toolbar_new', seen: '2026-09-30', grade: 'report' },
        { select: '.agent-chat__question-toolbar', seen: '2026-09-30', grade: 'report' },
        { select: '.hyc-common-markdown__code__hd__r', seen: '2026-09-30', grade: 'report' },
        { select: '.hyc-card-box-process-list', seen: '2026-09-30', grade: 'report' },
      ],
      thinking: [
        {
          select:
            '.hyc-component-reasoner__think, .hyc-component-deepsearch-cot__think, .hyc-component-deep-search-agent__think-container, .hyc-common-markdown-style-cot',
          seen: '2026-09-30',
          grade: 'report',
        },
      ],
      messageId: [
        { select: '[data-conv-id]', attribute: 'data-conv-id', from: 'self', seen: '2026-09-30', grade: 'report' },
        { select: '[data-conv-id]', attribute: 'data-conv-id', from: 'up', seen: '2026-09-30', grade: 'report' },
      ],
      streaming: [{ select: '[data-conv-outputting="true"]', seen: '2026-09-30', grade: 'report' }],
      finished: [
        { select: '[data-conv-outputting="false"]', seen: '2026-09-30', grade: 'report' },
        { select: '.hyc-content-md-done', seen: '2026-09-30', grade: 'report' },
      ],
      model: [{ select: '.ybc-model-select-button .t-button__text', from: 'page', seen: '2026-09-30', grade: 'report' }],
    },
  ],
};
