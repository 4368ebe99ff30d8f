/** Where a correction or a note is written: our own frame, so that the page sees no key and no text of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { noteLimit } from '../../lib/model/review.ts';
import { Diff } from '../review/Diff.tsx';
import { Foot, isDone } from './Foot.tsx';
import { RedoIcon, UndoIcon } from './icons.tsx';
import { usePasted } from './usePasted.ts';
import { OtherVersion, type OtherText } from './OtherVersion.tsx';
import { Preview } from './Preview.tsx';
import type { Problem } from './saver.ts';
import { useTyping } from './useTyping.ts';
import { copyAll, step, writeAll } from './writing.ts';

export interface EditorProps {
  /** `passage` corrects a part of the answer, `answer` all of it; `reason` says why a version is better. */
  mode: 'answer' | 'passage' | 'note' | 'reason';
  /** What the field starts with. */
  value: string;
  /** What of it is saved already. */
  stored: string;
  /** What the answer said; "restore" goes back to it. */
  original: string;
  /** What to know before one begins, in words: a draft was found, or the passage was not. */
  notice?: string | null;
  /** Says that it is saved, where that is not for good. */
  savedWords?: string;
  /** What another tab says in this field, until one is chosen. */
  twice?: OtherText | null;
  /** Saves a draft. */
  onDraft: (value: string) => Promise<Problem | null>;
  /** Makes it final and closes; after a problem it stays open. */
  onDone: () => Promise<Problem | null>;
}

const names = { answer: 'editor.correct', passage: 'editor.passage', note: 'editor.note', reason: 'editor.reason' } as const;
/** From so many characters before the limit on, the note counts. */
const nearLimit = 1000;

export function Editor({
  mode,
  value: first,
  stored,
  original,
  notice = null,
  twice = null,
  savedWords = text('editor.saved'),
  onDraft,
  onDone,
}: EditorProps) {
  const correcting = mode === 'answer' || mode === 'passage';
  const field = useRef<HTMLTextAreaElement>(null);
  const [preview, setPreview] = useState(false);
  const [history, setHistory] = useState({ undo: false, redo: false });
  const typing = useTyping(
    first,
    stored,
    () => field.current?.value ?? first,
    async (next) => tooLong(correcting, next) ?? (await onDraft(next)),
  );
  const { value, problem, saved, save, setProblem, on } = typing;
  const pasted = usePasted(correcting);
  /** A step too long for the browser's own history. */
  const beyond = useRef<{ before: string; after: string } | null>(null);
  useEffect(() => field.current?.focus(), []);

  async function done(): Promise<void> {
    const wrong = (await save()) ?? (await onDone());
    if (wrong !== null) setProblem(wrong);
  }

  /** The text goes in before it is saved: what is typed meanwhile comes after it. */
  async function choose({ value: other, onKeep, onTake }: OtherText, taken: boolean): Promise<void> {
    if (taken && other !== null && field.current) writeAll(field.current, other);
    const wrong = (taken ? null : await save()) ?? (await (taken ? onTake() : onKeep(field.current?.value ?? first)));
    setProblem(wrong);
    if (wrong === null && taken && other === null) await onDone();
    else field.current?.focus();
  }

  function keys(event: KeyboardEvent): void {
    if (isDone(event)) {
      event.preventDefault();
      void done();
      return;
    }
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target !== field.current) return;
    if (key === 'y' || (key === 'z' && beyond.current)) {
      event.preventDefault();
      back(key === 'y' || event.shiftKey ? 'redo' : 'undo')();
    }
  }

  function restore(): void {
    if (!field.current) return;
    const before = field.current.value;
    if (!writeAll(field.current, original)) beyond.current = { before, after: original };
  }

  function typed(event: InputEvent): void {
    const { inputType } = event;
    setHistory({ undo: true, redo: inputType === 'historyUndo' || (inputType === 'historyRedo' && history.redo) });
    pasted.typed(event);
    on.onInput(event);
  }
  const back = (way: 'undo' | 'redo') => () => {
    if (!field.current) return;
    const [from, to] = way === 'undo' ? (['after', 'before'] as const) : (['before', 'after'] as const);
    if (beyond.current?.[from] === field.current.value) writeAll(field.current, beyond.current[to]);
    else step(field.current, way);
  };

  const left = noteLimit - value.length;
  const says = !value.isWellFormed()
    ? { words: text('editor.halfCharacter'), faint: false }
    : saved
      ? { words: savedWords, faint: true }
      : notice !== null && value === first
        ? { words: notice, faint: false }
        : null;
  return (
    <main class={`editor ${mode}`} onKeyDown={keys}>
      <header>
        <h1 class="name">
          <label for="field">{text(names[mode])}</label>
        </h1>
        {correcting && (
          <div class="tools">
            <button type="button" class="icon" disabled={!history.undo || preview} aria-label={text('editor.undo')} onClick={back('undo')}>
              <UndoIcon />
            </button>
            <button type="button" class="icon" disabled={!history.redo || preview} aria-label={text('editor.redo')} onClick={back('redo')}>
              <RedoIcon />
            </button>
            <button type="button" class="quiet" aria-pressed={preview} onClick={() => void save().then(() => setPreview(!preview))}>
              {text('editor.preview')}
            </button>
          </div>
        )}
      </header>
      <textarea
        id="field"
        ref={field}
        // The field keeps its own text from here on, and with it the browser's own undo.
        defaultValue={first}
        hidden={preview}
        dir="auto"
        spellcheck
        rows={rowsFor(mode, first)}
        aria-describedby="state"
        aria-invalid={problem !== null}
        onInput={typed}
        onPaste={pasted.paste}
        onCompositionStart={on.onCompositionStart}
        onCompositionEnd={on.onCompositionEnd}
      />
      {preview && <Preview markdown={value} />}
      {pasted.offer && (
        <button type="button" class="offer" onClick={() => field.current && pasted.take(field.current)}>
          {text('editor.pasteFormatted')}
        </button>
      )}
      {!correcting && left < nearLimit && (
        <p class={left < 0 ? 'count problem' : 'count'}>{text('editor.count', { n: value.length, most: noteLimit })}</p>
      )}
      {twice && <OtherVersion twice={twice} onKeep={() => void choose(twice, false)} onTake={() => void choose(twice, true)} />}
      {correcting && !preview && value !== original && (mode === 'passage' || value.trim() !== '') && (
        <Diff before={original} after={value} />
      )}
      <Foot problem={problem} says={says} onCopy={() => field.current && copyAll(field.current)}>
        {correcting && (
          <button type="button" class="quiet" disabled={value === original || preview} onClick={restore}>
            {text('editor.restore')}
          </button>
        )}
        <button type="button" class="main" onClick={() => void done()}>
          {text('editor.done')} <kbd>{text('key.escape')}</kbd>
        </button>
      </Foot>
    </main>
  );
}

/** Notes have an end; said before anything is sent. */
function tooLong(correcting: boolean, value: string): Problem | null {
  if (correcting || value.length <= noteLimit) return null;
  return { words: text('editor.tooLong', { n: value.length, most: noteLimit }) };
}

/** As many lines as there are to see, within reason. */
function rowsFor(mode: EditorProps['mode'], value: string): number {
  if (mode === 'note' || mode === 'reason') return 3;
  const lines = value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 80), 0);
  return Math.min(mode === 'passage' ? 8 : 12, Math.max(mode === 'passage' ? 2 : 4, lines + 1));
}
