/** What reviewers are told, beside the answer that they judge. */
import { text } from '../../lib/i18n/text.ts';
import { Panel } from '../overlay/Panel.tsx';
import { Close } from './Close.tsx';
import { Guidelines } from '../review/Guidelines.tsx';
import type { MorePanel, PanelCalls, PanelsState } from './state.ts';

export function GuidelinesPanel({ opened, state, calls }: { opened: MorePanel; state: PanelsState; calls: PanelCalls }) {
  return (
    <Panel
      anchor={opened.anchor}
      size={0}
      onPlaced={(panel) => panel.querySelector('button')?.focus({ preventScroll: true })}
      class={`panel guide ${state.dark ? 'dark' : 'light'}`}
      role="dialog"
      aria-label={text('rail.guidelines')}
    >
      <p class="title">{text('rail.guidelines')}</p>
      <Guidelines markdown={state.words.guidelines ?? ''} />
      <Close calls={calls} />
    </Panel>
  );
}
