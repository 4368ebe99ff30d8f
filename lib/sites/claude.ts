/** Claude. It gives no message ids; the October 2026 test ids stand beside the older classes. */
import type { Layout, SiteAdapter } from '../model/site.ts';

const shared: Omit<Layout, 'id' | 'answer' | 'turn'> = {
  partial: true,
  prompt: [
    { select: '[data-testid="user-message"]', seen: '2026-09-26', grade: 'live' },
    { select: '[data-user-message-bubble="true"]', seen: '2026-09-26', grade: 'live' },
    { select: '[data-perf-row="human"]', seen: '2026-10-07', grade: 'report' },
  ],
  body: [
    { select: '.standard-markdown, .progressive-markdown', seen: '2026-08-31', grade: 'live' },
    { select: '[data-cds="Prose"]', seen: '2026-10-07', grade: 'report' },
    { select: '.grid-cols-1.grid', seen: '2025-12-31', grade: 'capture' },
  ],
  leaveOut: [
    { select: '[data-not-prose]', seen: '2026-10-07', grade: 'report' },
    { select: '.artifact-block-cell', seen: '2026-08-31', grade: 'capture' },
    { select: '[class~="group/tag"]', seen: '2026-08-31', grade: 'report' },
    { select: '[role=group][aria-label="Message actions"]', seen: '2026-08-31', grade: 'live' },
  ],
  thinking: [{ select: '[class*="grid-rows-[auto_auto]"] > .row-start-1:has(+ .row-start-2)', seen: '2026-08-31', grade: 'capture' }],
  messageId: [],
  streaming: [{ select: '[data-is-streaming="true"]', seen: '2026-09-26', grade: 'live' }],
  finished: [{ select: '[data-is-streaming="false"]', seen: '2026-09-26', grade: 'live' }],
  model: [{ select: '[data-testid="model-selector-dropdown"]', from: 'page', seen: '2026-09-26', grade: 'live' }],
};

export const claude: SiteAdapter = {
  id: 'claude',
  provider: 'anthropic',
  origins: ['https://claude.ai'],
  conversation: '/(?:chat|share)/([\\w-]+)',
  beside: [{ select: '#markdown-artifact', seen: '2026-08-31', grade: 'capture' }],
  layouts: [
    {
      id: 'transcript',
      answer: [
        { select: '[data-testid="assistant-message"]', seen: '2026-10-07', grade: 'report' },
        { select: '[data-perf-row="assistant"]', seen: '2026-10-07', grade: 'report' },
      ],
      turn: [{ select: '[data-testid="transcript-row"]', seen: '2026-10-07', grade: 'report' }],
      ...shared,
    },
    {
      id: 'response',
      answer: [
        // In the artifact panel the class stands on the Markdown itself.
        {
          select: '.font-claude-response:not(.standard-markdown, #markdown-artifact, #markdown-artifact *)',
          seen: '2026-09-26',
          grade: 'live',
        },
        { select: '.font-claude-message:not(#markdown-artifact *)', seen: '2025-12-31', grade: 'capture' },
      ],
      turn: [{ select: '[data-test-render-count]', seen: '2026-09-26', grade: 'capture' }],
      ...shared,
    },
  ],
};
