/** The way out of a panel in which there is only something to read. */
import { text } from '../../lib/i18n/text.ts';
import type { PanelCalls } from './state.ts';

export function Close({ calls }: { calls: PanelCalls }) {
  return (
    <div class="foot">
      <button type="button" ref={calls.drawn} onClick={calls.close}>
        {text('help.close')} <kbd aria-hidden="true">{text('key.esc')}</kbd>
      </button>
    </div>
  );
}
