/** Why one of two versions is better: it belongs to a preference, not to a review. */
import { text } from '../../lib/i18n/text.ts';
import { when } from '../../lib/i18n/dates.ts';
import type { EditorProps } from '../../components/editor/Editor.tsx';
import type { Problem } from '../../components/editor/saver.ts';
import { ask } from './ask.ts';
import { isText, keyOf, type Begun } from './session.ts';
import { forget, keep, kept } from './unsaved.ts';

/** What the field gets; null: there is no such preference any more. `close` is called when it is saved. */
export async function reasonOf(begun: Begun, close: (done: 'saved' | 'nothing') => Promise<void>): Promise<EditorProps | null> {
  const { answerId, preferenceId } = begun;
  const found = await ask('preference.find', { answerIds: [answerId] });
  const preference = found.ok ? found.value.preferences.find(({ id }) => id === preferenceId) : undefined;
  if (!preference) return null;
  const { answerIds, better, reason } = preference;
  const key = keyOf(begun);
  const left = kept(key, isText);
  let typed = left?.value ?? reason;
  return {
    mode: 'reason',
    value: typed,
    stored: reason,
    original: '',
    notice: left && text('editor.draft', { time: when(left.at) }),
    onDraft(next): Promise<Problem | null> {
      typed = next;
      return Promise.resolve(keep(key, next) ? null : { words: text('editor.goneUnsaved') });
    },
    async onDone() {
      if (typed === reason) await close('nothing');
      else {
        const choice = better === null ? 'same' : better === answerIds[0] ? 'first' : 'second';
        const [one, other] = answerIds;
        const reply = await ask('preference.save', { pair: [{ answerId: one }, { answerId: other }], better: choice, reason: typed });
        if (!reply.ok) return { words: reply.error.message, gone: reply.error.code === 'unreachable' };
        await close('saved');
      }
      forget(key);
      return null;
    },
  };
}
