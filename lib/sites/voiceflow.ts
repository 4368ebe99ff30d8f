/** Voiceflow's widget: open shadow root. Measured on @voiceflow/react-chat 1.65. */
import type { SiteAdapter } from '../model/site.ts';

const ran = { seen: '2026-11-22', grade: 'live' } as const;

export const voiceflow: SiteAdapter = {
  id: 'voiceflow',
  provider: null,
  origins: [],
  marks: [
    { select: '.vfrc-system-response', ...ran },
    { select: '#voiceflow-chat', ...ran },
  ],
  layouts: [
    {
      id: 'responses',
      answer: [{ select: '.vfrc-system-response:not(.vfrc-system-response--indicator)', ...ran }],
      prompt: [
        { select: '.vfrc-user-response .vfrc-message', ...ran },
        { select: '.vfrc-user-response', ...ran },
      ],
      body: [{ select: '.vfrc-message', ...ran }],
      leaveOut: [{ select: '.vfrc-timestamp', ...ran }],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
