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
  onDraft: (value: string) => Promise<string | null>;
  /** Makes it final and closes; the reply is what went wrong, in words: then it stays open. */
  onDone: () => Promise<string | null>;
}

/** A pause in typing, ms: long enough not to save within a word, short enough to lose nothing that was thought to the end. */
const pause = 400;

export function Editor({ mode, value: first, original, onDraft, onDone }: EditorProps) {
  const [value, setValue] = useState(first);
  const [shown, setShown] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const [keep] = useState(() => saver(first, onDraft));

  useEffect(() => field.current?.focus(), []);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);

  function typed(next: string): void {
    setValue(next);
    setSaved(false);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => {
      setShown(next);
      void save(next);
    }, pause);
  }

  async function save(next: string): Promise<string | null> {
    const saving = keep(next);
    if (!saving) return null;
    const wrong = await saving;
    setProblem(wrong);
    setSaved(wrong === null);
    return wrong;
  }

  async function done(): Promise<void> {
    const wrong = (await save(value)) ?? (await onDone());
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
        onInput={(event) => typed(event.currentTarget.value)}
      />
      {correcting && shown !== original && shown.trim() !== '' && <Diff before={original} after={shown} />}
      <footer>
        <span id="state" role="status" class={problem ? 'problem' : saved ? 'saved on' : 'saved'}>
          {problem ?? (saved ? text('editor.saved') : '')}
        </span>
        {correcting && (
          <button type="button" class="quiet" disabled={value === original} onClick={() => typed(original)}>
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

/** Saves one text at a time, in order: an older one never lands on a newer. Null: nothing was typed since the start. */
function saver(first: string, onDraft: EditorProps['onDraft']): (next: string) => Promise<string | null> | null {
  let kept = first;
  let saving: Promise<string | null> | null = null;
  return (next) => {
    if (next === kept) return saving;
    kept = next;
    saving = (saving ?? Promise.resolve(null)).then(() => onDraft(next));
    return saving;
  };
}
