/** Streamlit's chat elements. A speaker is named by the app: only those that it names an assistant count. Read in its source; the avatars' test ids are used by apps of 2026. */
import type { SiteAdapter } from '../model/site.ts';

const read = { seen: '2024-10-24', grade: 'source' } as const;
const message = '[data-testid="stChatMessage"]';
const said = (name: string): string => `[data-testid="stChatMessageContent"][aria-label="Chat message from ${name}" i]`;
const by = (avatar: string, ...names: string[]): string =>
  `${message}:has(${[`[data-testid="stChatMessageAvatar${avatar}"]`, ...names.map(said)].join(', ')})`;
const answer = by('Assistant', 'assistant', 'ai');

export const streamlit: SiteAdapter = {
  id: 'streamlit',
  provider: null,
  origins: [],
  marks: [{ select: `.stChatMessage${answer}`, ...read }],
  layouts: [
    {
      id: 'chat',
      answer: [{ select: answer, ...read }],
      prompt: [{ select: `${by('User', 'user', 'human')} [data-testid="stChatMessageContent"]`, ...read }],
      body: [{ select: '[data-testid="stChatMessageContent"]', ...read }],
      leaveOut: [
        { select: '[data-testid="stHeaderActionElements"]', ...read },
        { select: '[data-testid="stElementToolbar"]', ...read },
        { select: '[data-testid="stSpinner"]', ...read },
        // What is folded away beside an answer: its sources, or the steps to it.
        { select: '[data-testid="stExpander"]', ...read },
      ],
      errors: [{ select: '[data-testid="stException"], [data-testid="stAlert"]', ...read }],
      messageId: [],
      streaming: [{ select: '[data-testid="stApp"][data-test-script-state="running"]', ...read }],
      finished: [{ select: '[data-testid="stApp"][data-test-script-state="notRunning"]', ...read }],
      model: [],
    },
  ],
};
