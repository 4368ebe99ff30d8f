/** assistant-ui: the components that a project copies in now (`data-slot`), and those of its package (`aui-` classes), measured on react-ui 0.2. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;
const read = { seen: '2026-11-22', grade: 'source' } as const;

export const assistantUi: SiteAdapter = {
  id: 'assistant-ui',
  provider: null,
  origins: [],
  marks: [
    { select: '[data-slot="aui_assistant-message-root"]', ...read },
    { select: '.aui-assistant-message-root', ...ran },
  ],
  layouts: [
    {
      id: 'slots',
      answer: [{ select: '[data-slot="aui_assistant-message-root"]', ...read }],
      prompt: [
        { select: '[data-slot="aui_user-message-root"] .aui-user-message-content', ...read },
        { select: '[data-slot="aui_user-message-root"]', ...read },
      ],
      body: [{ select: '[data-slot="aui_assistant-message-content"]', ...read }],
      leaveOut: [
        { select: '[data-slot="aui_chain-of-thought"]', ...read },
        { select: '[data-slot="reasoning-root"]', ...read },
        { select: '[data-slot^="tool-group"], [data-slot^="tool-fallback"]', ...read },
      ],
      thinking: [{ select: '[data-slot="reasoning-text"]', ...read }],
      errors: [{ select: '.aui-message-error-root', ...read }],
      variant: [{ select: '.aui-branch-picker-state', from: 'self', ...read }],
      messageId: [{ select: '[data-message-id]', attribute: 'data-message-id', from: 'up', ...read }],
      streaming: [{ select: '[data-status="running"]', ...read }],
      finished: [{ select: '.aui-assistant-action-bar-root', ...read }],
      model: [],
    },
    {
      id: 'classes',
      answer: [{ select: '.aui-assistant-message-root', ...ran }],
      prompt: [
        { select: '.aui-user-message-content', ...ran },
        { select: '.aui-user-message-root', ...ran },
      ],
      body: [{ select: '.aui-assistant-message-content', ...ran }],
      leaveOut: [
        { select: '.aui-reasoning-root', ...read },
        { select: '.aui-tool-fallback-root', ...read },
      ],
      thinking: [{ select: '.aui-reasoning-text', ...read }],
      errors: [{ select: '.aui-message-error-root', ...read }],
      variant: [{ select: '.aui-branch-picker-state', from: 'self', ...read }],
      messageId: [{ select: '[data-message-id]', attribute: 'data-message-id', from: 'up', ...read }],
      streaming: [{ select: '[data-status="running"]', ...ran }],
      finished: [{ select: '.aui-assistant-action-bar-root', ...ran }],
      model: [],
    },
  ],
};
