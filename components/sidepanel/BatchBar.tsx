/** "Approve the remaining 4": one press for all that is in view and was not judged yet. */
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import type { PanelAnswer, PanelCalls, Progress } from './state.ts';

interface BatchBarProps {
  those: PanelAnswer[];
  /** Why this reviewer may not approve, in words. */
  locked: string | undefined;
  progress: Progress | null;
  calls: PanelCalls;
}

export function BatchBar({ those, locked, progress, calls }: BatchBarProps) {
  if (progress)
    return (
      <div class="batch">
        <output class="soft">{text('panel.approving', { n: progress.n, all: progress.all })}</output>
        <Button kind="quiet" onClick={calls.stop}>
          {text('panel.stop')}
        </Button>
      </div>
    );
  // One alone is approved where it stands.
  if (those.length < 2) return null;
  return (
    <div class="batch">
      {locked === undefined ? (
        <Button onClick={() => calls.approveRest(those)}>{text('panel.approveRest', { n: those.length })}</Button>
      ) : (
        <p class="hint">{locked}</p>
      )}
    </div>
  );
}
