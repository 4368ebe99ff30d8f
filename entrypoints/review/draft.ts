/** Drafts of the side panel for the composer of this frame. */
import { speech } from '../../lib/i18n/text.ts';
import type { ContentCalls } from '../../lib/messaging/protocol.ts';
import { send } from '../../lib/messaging/send.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';

type Draft = ContentCalls['page.draft'];

/** Serves `page.draft`. An answer that has left the page has its conversation there still. */
export const serveDraft =
  (answers: () => readonly FoundAnswer[]) =>
  async ({ answerId, text }: Draft['request']): Promise<Draft['reply']> => {
    if (!globalThis.bluepencilCompose) await send('page.load', { script: 'compose' });
    return { drafted: (await globalThis.bluepencilCompose?.(speech()).draft(answers(), answerId, text)) ?? 'not-inserted' };
  };
