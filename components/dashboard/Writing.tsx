/** A text that saves itself: a draft at each pause, final when it is closed, however it is closed. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';

export interface WritingProps {
  label: string;
  value: string;
  rows: number;
  /** What "restore" goes back to; absent: there is nothing to restore. */
  original?: string;
  /** Keeps a draft; the reply is what went wrong, in words, or null. */
  onDraft: (value: string) => Promise<string | null>;
  /** Makes the draft final; the reply as above: then it stays open. */
  onFinish: () => Promise<string | null>;
  onClose: () => void;
  /** Shown below while it is written. */
  children?: (value: string) => ComponentChildren;
}

/** A pause in typing, ms; the editor beside an answer has the same. */
const pause = 400;

export function Writing({ label, value: first, rows, original, onDraft, onFinish, onClose, children }: WritingProps) {
  const [value, setValue] = useState(first);
  const [shown, setShown] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const workRef = useRef({ value: first, kept: first, touched: false, closed: false, saving: Promise.resolve<string | null>(null) });

  useEffect(() => {
    if (value === workRef.current.kept) return undefined;
    const timer = setTimeout(() => {
      setShown(value);
      void keep().then((wrong) => {
        setProblem(wrong);
        setSaved(wrong === null);
      });
    }, pause);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- typing alone starts the pause anew
  }, [value]);

  // Another review was opened, or the section left: what is written is kept all the same.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, at the end
  useEffect(() => () => void (workRef.current.closed || finish()), []);

  /** At once, not after the drawing: the next key may already close the field. */
  function write(next: string): void {
    workRef.current.value = next;
    setSaved(false);
    setValue(next);
  }

  /** One save at a time, in order: an older text never lands on a newer one. */
  function keep(): Promise<string | null> {
    const now = workRef.current;
    if (now.value === now.kept) return now.saving;
    const next = now.value;
    now.kept = next;
    now.touched = true;
    now.saving = now.saving.then(() => onDraft(next));
    return now.saving;
  }

  async function finish(): Promise<string | null> {
    return (await keep()) ?? (workRef.current.touched ? onFinish() : null);
  }

  async function done(): Promise<void> {
    const wrong = await finish();
    setProblem(wrong);
    if (wrong !== null) return;
    workRef.current.closed = true;
    onClose();
  }

  function keys(event: KeyboardEvent): void {
    const enter = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if ((event.key !== 'Escape' && !enter) || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    void done();
  }

  return (
    <div class="writing">
      <Field label={label} error={problem}>
        <textarea
          dir="auto"
          value={value}
          rows={rows}
          spellcheck
          ref={focusOnce}
          onKeyDown={keys}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </Field>
      <div class="line">
        <Button kind="main" onClick={() => void done()}>
          {text('dashboard.done')}
        </Button>
        {original !== undefined && (
          <Button kind="quiet" disabled={value === original} onClick={() => write(original)}>
            {text('dashboard.restore')}
          </Button>
        )}
        <output class="soft">{saved ? text('dashboard.saved') : ''}</output>
      </div>
      {children?.(shown)}
    </div>
  );
}

/** The caret goes where people write on: to the end. Stable, so that it is called once. */
function focusOnce(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
