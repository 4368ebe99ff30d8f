import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';

/** What was just done, with the way back; null: nothing was. It is read out when it comes. */
export function WayBack({ done, onBack }: { done: string | null; onBack: () => void }) {
  return (
    <output class="way-back">
      {done !== null && (
        <div class="line">
          <span>{done}</span>
          <Button kind="quiet" onClick={onBack}>
            {text('options.undo')}
          </Button>
        </div>
      )}
    </output>
  );
}
