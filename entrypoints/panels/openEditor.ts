/** The framed editor for an answer, as that stands at this moment. */
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { ControlActions, EditorWish, Follow } from '../../lib/model/controls.ts';
import { fail, ok, type Result } from '../../lib/model/result.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';
import { browser } from '../../lib/platform/browser.ts';

/** Prepares it; the reply is its address (with the nonce) and the nonce that it speaks under. */
export type OpenEditor = (answer: FoundAnswer, wish: EditorWish, follow?: Follow) => Promise<Result<{ src: string; nonce: string }>>;

/** What is written goes to the background. */
export const editorOf =
  (actions: ControlActions): OpenEditor =>
  async (answer, wish, follow) => {
    const now = await actions.captured(answer, follow);
    if (!now) return fail('changed', text('answer.changed'));
    const reply = await send('editor.open', { ...now, ...wish });
    if (!reply.ok) return reply;
    const { nonce } = reply.value;
    return ok({ nonce, src: `${browser.runtime.getURL('/editor.html')}#${nonce}` });
  };
