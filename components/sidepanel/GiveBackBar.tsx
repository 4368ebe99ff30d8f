/** What was said about the answers in view, for the model that wrote them: as a draft in the page's own text box, or as a copy. */
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import type { PanelAnswer, PanelCalls } from './state.ts';

interface GiveBackBarProps {
  /** Those that have flags, a note or a correction. */
  those: PanelAnswer[];
  calls: PanelCalls;
}

export function GiveBackBar({ those, calls }: GiveBackBarProps) {
  if (those.length === 0) return null;
  return (
    <div class="batch give">
      <Button onClick={() => calls.giveBack(those)}>{text('feedback.send')}</Button>
      <Button kind="quiet" onClick={() => calls.copyFeedback(those)} aria-label={text('feedback.copyLong')}>
        {text('feedback.copy')}
      </Button>
    </div>
  );
}
