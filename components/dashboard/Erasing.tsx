/** Erasing in the dashboard: what can be asked below a review, and the bar that waits below the page, whatever is opened meanwhile. */
import { text } from '../../lib/i18n/text.ts';
import type { EraseScope, Hold } from '../../lib/model/erase.ts';
import { Erase, type EraseState } from '../review/Erase.tsx';
import { Button } from '../ui/Button.tsx';

export interface ErasingProps {
  state: EraseState;
  onAsk: (scope: EraseScope) => void;
  onErase: () => void;
  onLeave: () => void;
  onUndo: () => void;
  onNow: () => void;
  /** Puts a hold on. */
  onHold: (hold: Hold) => void;
}

/** What can be erased from here. `about` is the id of the review or comparison; of the latter there is no conversation to name. */
export function EraseHere({ about, answer, erasing }: { about: string; answer: EraseAnswer | null; erasing: ErasingProps }) {
  const { state, onAsk, onHold } = erasing;
  if (state.at === 'asked') return <Erase {...erasing} />;
  const still = state.at !== 'rest';
  const conversation = answer?.conversation.id ?? null;
  const scope = answer && conversation !== null ? ({ kind: 'conversation', origin: answer.origin, id: conversation } as const) : null;
  return (
    <div class="erase-here">
      <Button kind="quiet" class="start" disabled={still} onClick={() => onAsk({ kind: 'review', id: about })}>
        {text(answer ? 'erase.askAnswer' : 'erase.askComparison')}
      </Button>
      {scope && (
        <>
          <Button kind="quiet" class="start" disabled={still} onClick={() => onAsk(scope)}>
            {text('erase.askConversation')}
          </Button>
          <Button kind="quiet" class="start" disabled={still} onClick={() => onHold(scope)}>
            {text('keeping.holdConversation')}
          </Button>
        </>
      )}
    </div>
  );
}

/** The answer of a review, as far as an erase names it. */
interface EraseAnswer {
  origin: string;
  conversation: { id: string | null };
}

/** What waits, and what came of it. */
export function EraseBar({ erasing: { state, onUndo, onNow, onLeave } }: { erasing: ErasingProps }) {
  const words =
    state.at === 'waiting' ? state.words : state.at === 'busy' ? text('erase.busy') : state.at === 'rest' ? state.said?.words : null;
  return (
    <output class="undo">
      {words && (
        <div class="bar">
          <span>{words}</span>
          {state.at === 'waiting' && (
            <>
              <Button kind="quiet" onClick={onUndo}>
                {text('erase.undo')}
              </Button>
              <Button kind="quiet" onClick={onNow}>
                {text('erase.now')}
              </Button>
            </>
          )}
          {state.at === 'rest' && (
            <Button kind="quiet" onClick={onLeave}>
              {text('dashboard.dismiss')}
            </Button>
          )}
        </div>
      )}
    </output>
  );
}
