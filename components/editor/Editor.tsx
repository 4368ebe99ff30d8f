/** Where a correction or a note is written: our own frame, so that the page sees no key and no text of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Diff } from '../review/Diff.tsx';

export interface EditorProps {
  mode: 'correct' | 'note';
  /** What the field starts with. */
  value: string;
  /** What the answer said; "restore" goes back to it. */
  original: string;
  /** Saves a draft; the reply is what went wrong, in words, or null. */
  onDraft(value: string): Promise<string | null>;
  /** Makes it final and closes; the reply is what went wrong, in words: then it stays open. */
  onDone(): Promise<string | null>;
}

/** A pause in typing, ms: long enough not to save within a word, short enough to lose nothing that was thought to the end. */
const pause = 400;

export function Editor({ mode, value: first, original, onDraft, onDone }: EditorProps) {
  const [value, setValue] = useState(first);
  const [shown, setShown] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useRef({ kept: first, saving: Promise.resolve<string | null>(null) });

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    setSaved(false);
    const timer = setTimeout(() => {
      setShown(value);
      void keep(value);
    }, pause);
    return () => clearTimeout(timer);
  }, [value]);

  /** One save at a time, in order: an older text never lands on a newer one. */
  function keep(next: string): Promise<string | null> {
    if (next === draft.current.kept) return draft.current.saving;
    draft.current.kept = next;
    draft.current.saving = draft.current.saving.then(async () => {
      const wrong = await onDraft(next);
      setProblem(wrong);
      setSaved(wrong === null);
      return wrong;
    });
    return draft.current.saving;
  }

  async function done(): Promise<void> {
    const wrong = (await keep(value)) ?? (await onDone());
    if (wrong !== null) setProblem(wrong);
  }

  function keys(event: KeyboardEvent): void {
    const enter = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if ((event.key !== 'Escape' && !enter) || event.isComposing) return;
    event.preventDefault();
    void done();
  }

  const correcting = mode === 'correct';
  return (
    <main class={`editor ${mode}`} onKeyDown={keys}>
      <label class="name" for="field">
        {text(correcting ? 'editor.correct' : 'editor.note')}
      </label>
      <textarea
        id="field"
        ref={field}
        value={value}
        spellcheck
        rows={correcting ? 9 : 3}
        aria-describedby="state"
        aria-invalid={problem !== null}
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      {correcting && shown !== original && shown.trim() !== '' && <Diff before={original} after={shown} />}
      <footer>
        <span id="state" role="status" class={problem ? 'problem' : saved ? 'saved on' : 'saved'}>
          {problem ?? (saved ? text('editor.saved') : '')}
        </span>
        {correcting && (
          <button type="button" class="quiet" disabled={value === original} onClick={() => setValue(original)}>
            {text('editor.restore')}
          </button>
        )}
        <button type="button" class="main" onClick={() => void done()}>
          {text('editor.done')} <kbd>{text('key.escape')}</kbd>
        </button>
      </footer>
    </main>
  );
}
