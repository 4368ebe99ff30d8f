/** The framed editor: proves itself with its nonce, gets its answer, and says when it is done. */
import { render } from 'preact';
import '../../components/editor/editor.css';
import { Editor } from '../../components/editor/Editor.tsx';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { speak, text } from '../../lib/i18n/text.ts';
import type { Calls } from '../../lib/messaging/protocol.ts';
import { send } from '../../lib/messaging/send.ts';
import type { ReviewChange } from '../../lib/model/review.ts';

speak('en', overlay);
const root = document.getElementById('root') as HTMLElement;
const nonce = location.hash.slice(1);
const begun = await send('editor.begin', { nonce });
if (begun.ok) open(begun.value);
else render(<p class="editor problem">{text('editor.unknown')}</p>, root);

function open({ answer, answerId, review, mode, flagId }: Calls['editor.begin']['reply']): void {
  const startedAt = new Date().toISOString();
  const flag = review?.flags.find(({ id }) => id === flagId);
  let touched = false;
  let stored = review !== null;

  const changeOf = (value: string): ReviewChange =>
    mode === 'correct'
      ? { kind: 'correct', markdown: value === answer.markdown ? null : value }
      : flag
        ? { kind: 'flag', flag: { ...flag, note: value } }
        : { kind: 'note', note: value };

  /** The answer travels only until it is stored; a draft that came to nothing takes it out again. */
  async function change(what: ReviewChange, final: boolean): Promise<string | null> {
    const timing = { shownAt: null, startedAt, activeMs: Date.now() - Date.parse(startedAt) };
    const request = { answerId, change: what, final, timing };
    let reply = await send('review.change', stored ? request : { ...request, answer });
    if (!reply.ok && reply.error.code === 'answer-missing') reply = await send('review.change', { ...request, answer });
    if (!reply.ok) return reply.error.message;
    stored = reply.value.review !== null;
    return null;
  }

  const first = mode === 'correct' ? (review?.correction?.markdown ?? answer.markdown) : ((flag ? flag.note : review?.note) ?? '');
  render(
    <Editor
      mode={mode}
      value={first}
      original={mode === 'correct' ? answer.markdown : ''}
      onDraft={(value) => {
        touched = true;
        return change(changeOf(value), false);
      }}
      onDone={async () => {
        const wrong = touched || review?.status === 'draft' ? await change({ kind: 'finish' }, true) : null;
        if (wrong === null) await send('editor.tell', { nonce, done: touched ? 'saved' : 'nothing' });
        return wrong;
      }}
    />,
    root,
  );
  new ResizeObserver(() => void send('editor.tell', { nonce, height: root.offsetHeight })).observe(root);
}
