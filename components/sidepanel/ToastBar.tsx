/** What was just done, and the way back. It leaves after ten seconds, the undo time, but not while somebody is at it or has to read why. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import type { Toast } from './state.ts';

interface ToastBarProps {
  toast: Toast | null;
  onUndo: () => void;
  onDismiss: () => void;
}

/** The time in which an undo costs nothing, ms (design §3). */
const staysMs = 10_000;

export function ToastBar({ toast, onUndo, onDismiss }: ToastBarProps) {
  const barRef = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (toast === null || held || toast.failed.length > 0) return undefined;
    const timer = setTimeout(onDismiss, staysMs);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the time runs anew with each toast alone
  }, [toast, held]);
  // Who removed something with the keyboard goes on from here: the button that was pressed is gone.
  useEffect(() => {
    if (toast?.undo && document.activeElement === document.body) barRef.current?.querySelector('button')?.focus();
  }, [toast]);

  return (
    <output class="toast">
      {toast !== null && (
        <div
          class="bar"
          ref={barRef}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocusIn={() => setHeld(true)}
          onFocusOut={() => setHeld(false)}
        >
          <div class="told">
            <p>{toast.words}</p>
            {toast.remark !== null && <p class="hint">{toast.remark}</p>}
            {toast.failed.length > 0 && (
              <ul>
                {toast.failed.map(({ what, why }, at) => (
                  <li key={at}>
                    <q dir="auto">{what}</q> {why}
                  </li>
                ))}
              </ul>
            )}
          </div>
          {toast.undo && (
            <Button kind="quiet" onClick={onUndo}>
              {text('dashboard.undo')}
            </Button>
          )}
          <Button kind="quiet" onClick={onDismiss}>
            {text('dashboard.dismiss')}
          </Button>
        </div>
      )}
    </output>
  );
}
