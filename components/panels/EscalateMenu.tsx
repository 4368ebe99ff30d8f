/** To whom an answer is escalated: one press; why is optional. */
import { text } from '../../lib/i18n/text.ts';
import { Panel } from '../overlay/Panel.tsx';
import { digitAt } from './categories.ts';
import { Rows } from './Rows.tsx';
import type { EscalatePanel, PanelCalls, PanelsState } from './state.ts';

interface Props {
  opened: EscalatePanel;
  state: PanelsState;
  calls: PanelCalls;
}

export function EscalateMenu({ opened, state, calls }: Props) {
  const chosen = state.review?.escalation?.to;
  return (
    <Panel
      anchor={opened.anchor}
      size={state.policy.escalateTo.length}
      onPlaced={(panel) => panel.querySelector<HTMLElement>('.row')?.focus({ preventScroll: true })}
      class={`panel menu ${state.dark ? 'dark' : 'light'}`}
      role="dialog"
      aria-label={text('escalate.to')}
      onMouseDown={(event) => event.preventDefault()}
    >
      <p class="title">{text('escalate.to')}</p>
      <Rows
        name={text('escalate.to')}
        rows={state.policy.escalateTo.map((to, index) => ({ id: to, words: to, shortcut: digitAt(index), checked: to === chosen }))}
        onTake={calls.escalateTo}
        drawn={calls.drawn}
      />
      <div class="foot">
        <button type="button" ref={calls.drawn} onClick={(event) => calls.go('say-why', event)}>
          {text('escalate.why')} <kbd aria-hidden="true">⇧{state.keys.note.toUpperCase()}</kbd>
        </button>
      </div>
    </Panel>
  );
}
