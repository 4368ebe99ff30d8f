/** Open WebUI, self-hosted. Read in its Svelte components; the marks stand since 2024, and in its forks. */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2026-11-22', grade: 'source' } as const;

export const openWebui: SiteAdapter = {
  id: 'open-webui',
  provider: null,
  origins: [],
  marks: [
    { select: '.chat-assistant.markdown-prose', ...read },
    { select: '.chat-assistant .markdown-prose', ...read },
    { select: '.chat-assistant #response-content-container', ...read },
  ],
  conversation: '/[cs]/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [{ select: '.chat-assistant', ...read }],
      turn: [{ select: '[id^="message-"]', ...read }],
      prompt: [
        { select: '.user-message .chat-user .markdown-prose', ...read },
        { select: '.user-message .chat-user', ...read },
        { select: '.chat-user', ...read },
      ],
      body: [{ select: '#response-content-container', ...read }],
      // Folded parts (thinking, tools, code that was run) are one component: their head is what is pressed.
      leaveOut: [
        { select: '#response-content-container .space-y-1:has(> .cursor-pointer)', ...read },
        { select: '.status-description', ...read },
      ],
      thinking: [{ select: '#response-content-container .space-y-1 > .cursor-pointer + div', ...read }],
      errors: [
        { select: '#response-content-container > .border-red-600\\/10', ...read },
        { select: '#response-content-container > .items-center.gap-3.rounded-3xl', ...read },
      ],
      variant: [{ select: '.buttons .tracking-widest', from: 'self', ...read }],
      messageId: [{ select: '[id^="message-"]', attribute: 'id', from: 'up', ...read }],
      streaming: [],
      finished: [
        { select: '.copy-response-button', ...read },
        { select: '.regenerate-response-button', ...read },
      ],
      model: [],
    },
  ],
};
