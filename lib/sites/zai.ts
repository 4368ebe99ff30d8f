/** Z.ai: a relative of Open WebUI. */
import type { SiteAdapter } from '../model/site.ts';

export const zai: SiteAdapter = {
  id: 'zai',
  provider: 'zhipu',
  origins: ['https://chat.z.ai'],
  conversation: '/(?:c|s)/([\\w-]+)',
  layouts: [
    {
      id: 'messages',
      answer: [
        { select: '.chat-assistant', seen: '2026-07-31', grade: 'capture' },
        { select: '#response-content-container', seen: '2026-07-31', grade: 'capture' },
      ],
      prompt: [
        { select: '.chat-user .whitespace-pre-wrap', seen: '2026-07-31', grade: 'capture' },
        { select: '.chat-user', seen: '2026-07-31', grade: 'capture' },
      ],
      body: [
        { select: '#response-content-container .markdown-prose', seen: '2026-07-31', grade: 'capture' },
        { select: '#response-content-container', seen: '2026-07-31', grade: 'capture' },
      ],
      leaveOut: [],
      thinking: [{ select: '.thinking-chain-container', seen: '2026-08-31', grade: 'report' }],
      messageId: [{ select: '[id^="message-"]:not([id$="-start"])', attribute: 'id', from: 'up', seen: '2026-07-31', grade: 'capture' }],
      streaming: [],
      finished: [
        { select: '.copy-response-button', seen: '2026-07-31', grade: 'capture' },
        { select: '[aria-label="Regenerate"]', seen: '2026-07-31', grade: 'capture' },
      ],
      model: [],
    },
  ],
};
