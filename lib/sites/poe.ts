/** Poe. Class names carry a hash behind a stable beginning. */
import type { SiteAdapter } from '../model/site.ts';

export const poe: SiteAdapter = {
  id: 'poe',
  provider: null,
  origins: ['https://poe.com', 'https://www.poe.com'],
  conversation: '/(?:chat|s)/([\\w-]+)',
  layouts: [
    {
      id: 'bubbles',
      answer: [
        { select: '[class*="ChatMessage_chatMessage"]:has([class*="Message_leftSideMessageBubble"])', seen: '2026-08-31', grade: 'report' },
        { select: '[class*="Message_leftSideMessageBubble"]', seen: '2026-08-31', grade: 'report' },
        { select: '[class*="Message_botMessageBubble"]', seen: '2026-08-31', grade: 'capture' },
      ],
      prompt: [
        { select: '[class*="Message_rightSideMessageBubble"]', seen: '2026-08-31', grade: 'report' },
        { select: '[class*="Message_humanMessageBubble"]', seen: '2026-08-31', grade: 'capture' },
      ],
      body: [
        { select: '[class*="Markdown_markdownContainer"]', seen: '2026-08-31', grade: 'report' },
        { select: '[class*="Message_selectableText"]', seen: '2026-08-31', grade: 'report' },
        { select: '[class*="Prose_prose"]', seen: '2026-08-31', grade: 'report' },
        { select: '[class*="Message_messageText"]', seen: '2026-08-31', grade: 'capture' },
      ],
      leaveOut: [
        { select: '[class*="MarkdownCodeBlock_codeActions"]', seen: '2026-08-31', grade: 'report' },
        { select: '[class*="MarkdownCodeBlock_languageName"]', seen: '2026-08-31', grade: 'report' },
      ],
      messageId: [
        { select: '[id^="message-"]', attribute: 'id', from: 'self', seen: '2026-08-31', grade: 'report' },
        { select: '[id^="message-"]', attribute: 'id', from: 'up', seen: '2026-08-31', grade: 'report' },
      ],
      streaming: [],
      finished: [],
      model: [
        { select: '[class*="BotHeader_title"]', from: 'self', seen: '2026-08-31', grade: 'report' },
        { select: '[class*="BotHeader_title"]', from: 'page', seen: '2026-08-31', grade: 'report' },
      ],
    },
  ],
};
