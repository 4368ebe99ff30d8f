/** What was just done, and the way back. It stays until the next deed, so nobody has to be quick. */
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';

export interface UndoBarProps {
  /** What happened, in words; null: nothing to undo, the bar is away. */
  words: string | null;
  onUndo: () => void;
  onDismiss: () => void;
}

export function UndoBar({ words, onUndo, onDismiss }: UndoBarProps) {
  const barRef = useRef<HTMLDivElement>(null);
  // Who deleted with the keyboard goes on from here: the button that was pressed is gone.
  useEffect(() => {
    if (words !== null && document.activeElement === document.body) barRef.current?.querySelector('button')?.focus();
  }, [words]);
  return (
    <output class="undo">
      {words !== null && (
        <div class="bar" ref={barRef}>
          <span>{words}</span>
          <Button kind="quiet" onClick={onUndo}>
            {text('dashboard.undo')}
          </Button>
          <Button kind="quiet" onClick={onDismiss}>
            {text('dashboard.dismiss')}
          </Button>
        </div>
      )}
    </output>
  );
}
