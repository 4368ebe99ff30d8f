/** What is said about a flagged passage: what, how much it matters, why, who and when. */
import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import { Panel } from '../overlay/Panel.tsx';
import type { PanelCalls, PanelsState, Peek } from './state.ts';

export function FlagCard({ peek, state, calls }: { peek: Peek; state: PanelsState; calls: PanelCalls }) {
  const { flag, review, answerId } = peek;
  return (
    <Panel
      anchor={peek.anchor}
      size={flag.id}
      class={`panel flag-card ${peek.dark ? 'dark' : 'light'}`}
      role="group"
      aria-label={text('flag.card')}
      data-peek
      onMouseDown={(event) => event.preventDefault()}
    >
      <p class="what">
        <strong>{state.words.category(flag.category).label}</strong>
        <span class={`severity ${flag.severity}`}>{text(`severity.${flag.severity}`)}</span>
      </p>
      {flag.note && <p class="why">{flag.note}</p>}
      <p class="soft when">{[review.reviewer.name, when(review.updatedAt)].filter(Boolean).join(' · ')}</p>
      <div class="foot">
        <button type="button" ref={calls.drawn} onClick={(event) => calls.editFlag(flag.id, event, answerId)}>
          {text('flag.change')}
        </button>
        <button type="button" ref={calls.drawn} onClick={(event) => calls.unflag(flag.id, event, answerId)}>
          {text('menu.removeShort')}
        </button>
      </div>
    </Panel>
  );
}
