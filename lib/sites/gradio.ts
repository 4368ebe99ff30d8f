/** Gradio's Chatbot, on its own pages and in the frames of Hugging Face Spaces. Measured on @gradio/chatbot 0.28. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;
const read = { seen: '2026-11-22', grade: 'source' } as const;

export const gradio: SiteAdapter = {
  id: 'gradio',
  provider: null,
  origins: [],
  marks: [{ select: '.bubble-wrap .bot-row [data-testid="bot"]', ...ran }],
  layouts: [
    {
      id: 'chatbot',
      // One row holds all that the bot says in a run, its thoughts as messages of their own.
      answer: [{ select: '.bubble-wrap [data-testid="bot"]', ...ran }],
      turn: [{ select: '.bot-row', ...ran }],
      prompt: [{ select: '.bubble-wrap [data-testid="user"]', ...ran }],
      body: [],
      leaveOut: [{ select: '.thought-group', ...read }],
      thinking: [{ select: '.thought-group > .content, .thought-group > .content-preview', ...read }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
