/** CopilotKit's chats, read in react-core and react-ui 1.74: the second generation has ids and test ids beside the classes of the first. */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2026-11-22', grade: 'source' } as const;

export const copilotKit: SiteAdapter = {
  id: 'copilotkit',
  provider: null,
  origins: [],
  marks: [{ select: '.copilotKitAssistantMessage', ...read }],
  layouts: [
    {
      id: 'v2',
      answer: [{ select: '[data-testid="copilot-assistant-message"]', ...read }],
      prompt: [{ select: '[data-testid="copilot-user-message"]', ...read }],
      body: [{ select: '.cpk\\:prose', ...read }],
      leaveOut: [{ select: '[data-testid="copilot-user-toolbar"]', ...read }],
      messageId: [{ select: '[data-message-id]', attribute: 'data-message-id', from: 'self', ...read }],
      streaming: [],
      // Withheld while the newest answer runs.
      finished: [{ select: '[data-testid="copilot-assistant-toolbar"]', ...read }],
      model: [],
    },
    {
      id: 'v1',
      answer: [{ select: '.copilotKitAssistantMessage', ...read }],
      prompt: [{ select: '.copilotKitUserMessage', ...read }],
      body: [{ select: '.copilotKitMarkdown', ...read }],
      leaveOut: [{ select: '.copilotKitMessageControls', ...read }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
