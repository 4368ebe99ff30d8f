/** Vercel's AI Elements, copied into projects. Read in their source of July 2026; `is-user:dark` is a class of their message content only. */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2026-07-09', grade: 'source' } as const;

export const aiElements: SiteAdapter = {
  id: 'ai-elements',
  provider: null,
  origins: [],
  marks: [
    { select: '.is-user\\:dark.group-\\[\\.is-assistant\\]\\:text-foreground', ...read },
    { select: '.is-assistant > .group-\\[\\.is-assistant\\]\\:text-foreground', ...read },
  ],
  layouts: [
    {
      id: 'messages',
      // Other branches stay mounted, hidden by a class.
      answer: [{ select: '.is-assistant:not(.hidden *)', ...read }],
      prompt: [
        { select: '.is-user:not(.hidden *) > [class~="group-[.is-user]:text-foreground"]', ...read },
        { select: '.is-user:not(.hidden *)', ...read },
      ],
      body: [{ select: '[class~="group-[.is-assistant]:text-foreground"]', ...read }],
      // Reasoning, tools, tasks, sources, plans: each is a folded box of its own.
      leaveOut: [
        { select: '.not-prose[data-state]', ...read },
        { select: '.not-prose.mb-4', ...read },
      ],
      thinking: [{ select: '.not-prose.mb-4 > .mt-4.text-sm.text-muted-foreground', ...read }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
