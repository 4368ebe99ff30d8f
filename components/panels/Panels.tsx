/** The button at a selection, and what is open. */
import { text } from '../../lib/i18n/text.ts';
import { Icon } from '../overlay/Icon.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { EditorFrame } from './EditorFrame.tsx';
import { EscalateMenu } from './EscalateMenu.tsx';
import { FlagCard } from './FlagCard.tsx';
import { FlagMenu } from './FlagMenu.tsx';
import { GuidelinesPanel } from './GuidelinesPanel.tsx';
import { Help } from './Help.tsx';
import { More } from './More.tsx';
import { Numbers } from './Numbers.tsx';
import type { PanelCalls, PanelsState } from './state.ts';

export function Panels({ state, calls }: { state: PanelsState; calls: PanelCalls }) {
  const { pick, opened, numbers, peek } = state;
  return (
    <>
      <Numbers numbers={numbers} state={state} calls={calls} />
      {peek && !opened && <FlagCard peek={peek} state={state} calls={calls} />}
      {pick && !opened && (
        <button
          type="button"
          class={`pick ${pick.dark ? 'dark' : 'light'}`}
          style={{ transform: `translate(${pick.x}px, ${pick.y}px)` }}
          ref={calls.drawn}
          // The selection stays: it is what the flag is about.
          onMouseDown={(event) => event.preventDefault()}
          onClick={calls.openPick}
        >
          <Icon name="flag" />
          {text('flag.selection')}
          <kbd aria-hidden="true">{text('flag.digits')}</kbd>
        </button>
      )}
      {opened?.kind === 'flag' && <FlagMenu menu={opened} state={state} calls={calls} />}
      {opened?.kind === 'escalate' && <EscalateMenu opened={opened} state={state} calls={calls} />}
      {opened?.kind === 'more' && <More opened={opened} state={state} calls={calls} />}
      {opened?.kind === 'compare' && <ComparePanel opened={opened} state={state} calls={calls} />}
      {opened?.kind === 'help' && <Help opened={opened} state={state} calls={calls} />}
      {opened?.kind === 'guidelines' && <GuidelinesPanel opened={opened} state={state} calls={calls} />}
      {opened?.kind === 'editor' && <EditorFrame key={opened.nonce} editor={opened} dark={state.dark} />}
    </>
  );
}
