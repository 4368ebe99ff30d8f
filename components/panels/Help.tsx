/** Which key does what. */
import { text } from '../../lib/i18n/text.ts';
import { keyActs } from '../../lib/model/keys.ts';
import { Panel } from '../overlay/Panel.tsx';
import { Close } from './Close.tsx';
import type { MorePanel, PanelCalls, PanelsState } from './state.ts';

export function Help({ opened, state, calls }: { opened: MorePanel; state: PanelsState; calls: PanelCalls }) {
  return (
    <Panel
      anchor={opened.anchor}
      size={0}
      onPlaced={(panel) => panel.querySelector('button')?.focus({ preventScroll: true })}
      class={`panel help ${state.dark ? 'dark' : 'light'}`}
      role="dialog"
      aria-label={text('help.title')}
    >
      <p class="title">{text('help.title')}</p>
      <dl>
        {keyActs.map((act) => (
          <div key={act}>
            <dt>
              <kbd>{state.keys[act].toUpperCase()}</kbd>
            </dt>
            <dd>{text(`rail.${act}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>{text('key.digits')}</kbd>
          </dt>
          <dd>{text('help.digits')}</dd>
        </div>
        <div>
          <dt>
            <kbd>{text('key.esc')}</kbd>
          </dt>
          <dd>{text('help.escape')}</dd>
        </div>
      </dl>
      <Close calls={calls} />
    </Panel>
  );
}
