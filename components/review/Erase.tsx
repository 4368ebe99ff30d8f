/** Erasing, in three steps: what exactly goes, a button that says it, and ten seconds to take it back. */
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Where an erase is. */
export type EraseState =
  /** `said`: what came of the last one. */
  | { at: 'rest'; said: { kind: 'good' | 'warn' | 'bad'; words: string } | null }
  /** What goes, a sentence each; `act` is what the button says, null where nothing can be erased. */
  | { at: 'asked'; lines: string[]; act: string | null }
  | { at: 'waiting'; words: string }
  | { at: 'busy' };

export interface EraseProps {
  state: EraseState;
  onErase: () => void;
  onLeave: () => void;
  onUndo: () => void;
  onNow: () => void;
}

/** All but the first step, which stands where the thing itself does. */
export function Erase({ state, onErase, onLeave, onUndo, onNow }: EraseProps) {
  const box = useRef<HTMLDivElement>(null);
  // Whoever pressed a key goes on from here: the button that was pressed is gone.
  useEffect(() => {
    if (state.at !== 'rest' && document.activeElement === document.body) box.current?.querySelector('button')?.focus();
  }, [state.at]);
  if (state.at === 'rest') return state.said && <Notice kind={state.said.kind}>{state.said.words}</Notice>;
  return (
    <div class="erase" ref={box}>
      {state.at === 'asked' && (
        <>
          <div class="lines" role="status">
            {state.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <div class="line">
            {state.act !== null && (
              <Button class="danger" onClick={onErase}>
                {state.act}
              </Button>
            )}
            <Button onClick={onLeave}>{text(state.act === null ? 'backup.close' : 'erase.keep')}</Button>
          </div>
        </>
      )}
      {state.at === 'waiting' && (
        <>
          <p role="status">{state.words}</p>
          <div class="drain" aria-hidden="true" />
          <div class="line">
            <Button kind="main" onClick={onUndo}>
              {text('erase.undo')}
            </Button>
            <Button onClick={onNow}>{text('erase.now')}</Button>
          </div>
        </>
      )}
      {state.at === 'busy' && <p role="status">{text('erase.busy')}</p>}
    </div>
  );
}
