/** Kimi. Tool calls and thoughts stand in Markdown of their own. */
import type { SiteAdapter } from '../model/site.ts';

export const kimi: SiteAdapter = {
  id: 'kimi',
  provider: 'moonshot',
  origins: ['https://www.kimi.com', 'https://kimi.com', 'https://www.kimi.ai', 'https://kimi.ai', 'https://kimi.moonshot.cn'],
  conversation: '/(?:chat|share)/([\\w-]+)',
  layouts: [
    {
      id: 'segments',
      partial: true,
      answer: [
        { select: '.chat-content-item-assistant', seen: '2026-09-30', grade: 'report' },
        { select: '.segment-assistant', seen: '2026-09-30', grade: 'report' },
      ],
      prompt: [
        { select: '.segment-user .user-content, .chat-content-item-user .user-content', seen: '2026-09-30', grade: 'report' },
        { select: '.user-content', seen: '2026-09-30', grade: 'report' },
        { select: '.segment-user', seen: '2026-09-30', grade: 'report' },
        { select: '.chat-content-item-user', seen: '2026-09-30', grade: 'report' },
      ],
      body: [
        { select: '.markdown-container:not(.toolcall-content-text) > .markdown', seen: '2026-10-07', grade: 'report' },
        { select: '.markdown-container:not(.toolcall-content-text)', seen: '2026-09-30', grade: 'report' },
        { select: '.markdown', seen: '2026-09-30', grade: 'report' },
      ],
      leaveOut: [
        { select: '.segment-avatar', seen: '2026-09-30', grade: 'report' },
        { select: '.okc-cards-container', seen: '2026-09-30', grade: 'report' },
        { select: '.segment-assistant-actions', seen: '2026-09-30', grade: 'report' },
        { select: '.pua-ref-cite-tag', seen: '2026-09-30', grade: 'report' },
        { select: '.rag-tag', seen: '2026-09-30', grade: 'report' },
      ],
      thinking: [{ select: '.toolcall-container, .thinking-container, .toolcall', seen: '2026-09-30', grade: 'report' }],
      messageId: [],
      streaming: [],
      finished: [
        { select: '.segment-assistant-actions svg[name="Refresh"]', seen: '2026-10-07', grade: 'report' },
        { select: '.segment-assistant-actions', seen: '2026-09-30', grade: 'report' },
      ],
      model: [
        { select: '.current-model .model-name .name', from: 'page', seen: '2026-09-30', grade: 'report' },
        { select: '.current-model .model-name', from: 'page', seen: '2026-09-30', grade: 'report' },
      ],
    },
  ],
};
