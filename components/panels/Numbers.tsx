/** The numbers of flagged passages, hung over the end of their last line. */
import { number as digits } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import type { FlagNumber, PanelCalls, PanelsState } from './state.ts';

export function Numbers({ numbers, state, calls }: { numbers: FlagNumber[]; state: PanelsState; calls: PanelCalls }) {
  return (
    <>
      {numbers.map(({ answerId, flagId, number, severity, category, x, y, dark }) => (
        <button
          key={`${answerId} ${flagId}`}
          type="button"
          class={`number ${severity} ${dark ? 'dark' : 'light'}`}
          style={{ transform: `translate(${x}px, ${y}px)` }}
          aria-label={text('flag.number', {
            n: number,
            category: state.words.category(category).label,
            severity: text(`severity.${severity}`),
          })}
          aria-haspopup="menu"
          ref={calls.drawn}
          onFocus={() => calls.peek({ answerId, flagId })}
          onPointerEnter={() => calls.peek({ answerId, flagId })}
          onBlur={() => calls.peek(null)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => calls.editFlag(flagId, event, answerId)}
        >
          <span>{digits(number)}</span>
        </button>
      ))}
    </>
  );
}
