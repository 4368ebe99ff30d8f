/** The flags that an answer has already: each can be changed or taken away. */
import type { RubricWords } from '../../lib/i18n/rubric.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Flag } from '../../lib/model/review.ts';
import { Icon } from '../overlay/Icon.tsx';
import type { PanelCalls } from './state.ts';

interface Props {
  flags: Flag[];
  /** Those whose passage is not in the text any more. */
  orphaned: string[];
  words: RubricWords;
  calls: PanelCalls;
}

export function FlagList({ flags, orphaned, words, calls }: Props) {
  return (
    <ul class="flags" aria-label={text('menu.flags')}>
      {flags.map((flag) => {
        const { label } = words.category(flag.category);
        return (
          <li key={flag.id} class={flag.severity}>
            <button type="button" class="said-flag" ref={calls.drawn} onClick={(event) => calls.editFlag(flag.id, event)}>
              <span class="dot" role="img" aria-label={text(`severity.${flag.severity}`)} />
              <span>
                {label}
                {flag.span && <q>{flag.span.quote.exact}</q>}
                {orphaned.includes(flag.id) && <em>{text('flag.orphaned')}</em>}
              </span>
            </button>
            <button
              type="button"
              class="remove"
              aria-label={text('menu.remove')}
              ref={calls.drawn}
              onClick={(event) => calls.unflag(flag.id, event)}
            >
              <Icon name="cross" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
