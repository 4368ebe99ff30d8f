/** The framed editor: proves itself with its nonce, gets its answer, and says when it is done. */
import { render } from 'preact';
import '../../components/editor/editor.css';
import { Editor } from '../../components/editor/Editor.tsx';
import { Escalate, type Escalation } from '../../components/editor/Escalate.tsx';
import type { Problem } from '../../components/editor/saver.ts';
import { when } from '../../lib/i18n/dates.ts';
import { speakInPage } from '../../lib/i18n/load.ts';
import { text } from '../../lib/i18n/text.ts';
import { serveFrame } from '../../lib/messaging/serve.ts';
import type { Other } from '../../lib/model/review.ts';
import { browser } from '../../lib/platform/browser.ts';
import { ask } from './ask.ts';
import { reasonOf } from './reason.ts';
import { createSession, keyOf, otherOf, subjectOf, type Begun } from './session.ts';
import { forget, keep, kept } from './unsaved.ts';

await speakInPage(document, browser.i18n.getUILanguage());
const root = document.getElementById('root') as HTMLElement;
const nonce = location.hash.slice(1);
const begun = await ask('editor.begin', { nonce });
if (!begun.ok) render(<p class="editor problem">{text('editor.unknown')}</p>, root);
else if (begun.value.mode === 'escalate') escalate(begun.value);
else if (begun.value.mode === 'reason') {
  const reason = await reasonOf(begun.value, close);
  render(reason ? <Editor {...reason} /> : <p class="editor problem">{text('editor.unknown')}</p>, root);
} else write(begun.value);
new ResizeObserver(() => void ask('editor.tell', { nonce, height: root.offsetHeight })).observe(root);

async function close(done: 'saved' | 'nothing'): Promise<void> {
  await ask('editor.tell', { nonce, done });
}

function write(value: Begun): void {
  const { changeOf, shown, ...subject } = subjectOf(value);
  const session = createSession(value, draw);
  let touched = false;
  const draft = (next: string) => {
    touched = true;
    return session.draft(changeOf(next), next);
  };
  async function done(): Promise<Problem | null> {
    const wrong = touched || value.review?.status === 'draft' ? await session.change({ kind: 'finish' }, true) : null;
    if (wrong === null) await close(touched ? 'saved' : 'nothing');
    return wrong;
  }
  function draw(): void {
    const other = otherOf({ session, changeOf, shown });
    const choose = (what: Other['change']) => {
      touched = true;
      return session.choose(what);
    };
    const twice = other && {
      from: other.from,
      // Of a passage the whole is chosen: the other tab may have changed it elsewhere.
      value: subject.mode === 'passage' ? null : other.value,
      before: subject.mode === 'note' ? null : value.answer.markdown,
      after: other.value ?? text('twice.nothing'),
      onKeep: (mine: string) => choose(changeOf(mine)),
      onTake: () => choose(other.change),
    };
    const savedWords = value.incognito ? text('private.saved') : undefined;
    render(<Editor {...subject} savedWords={savedWords} twice={twice} onDraft={draft} onDone={done} />, root);
  }
  draw();
  // What every tab is told, our frames in it hear too; what our own pages are told does not reach them in Firefox.
  serveFrame({ 'review.changed': () => session.reread().then(() => null) }, new AbortController().signal);
}

function escalate(value: Begun): void {
  const key = keyOf(value);
  const session = createSession(value);
  const left = kept(key, isEscalation);
  render(
    <Escalate
      first={left?.value ?? value.review?.escalation ?? { to: '', reason: '' }}
      choices={value.policy.escalateTo}
      notice={left && text('editor.draft', { time: when(left.at) })}
      onKeep={(now) => keep(key, now)}
      onDone={async ({ to, reason }) => {
        const wrong = await session.change({ kind: 'escalate', to, reason }, true);
        if (wrong) return wrong.gone ? { words: text('editor.gone'), gone: true } : wrong;
        forget(key);
        await close('saved');
        return null;
      }}
      onLeave={() => void close('nothing')}
    />,
    root,
  );
}

function isEscalation(value: unknown): value is Escalation {
  const { to, reason } = (value ?? {}) as Partial<Record<keyof Escalation, unknown>>;
  return typeof to === 'string' && typeof reason === 'string';
}
