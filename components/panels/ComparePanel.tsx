/** Which of two versions of an answer is better: one press; why is optional. */
import { text } from '../../lib/i18n/text.ts';
import type { Comparison } from '../../lib/model/preference.ts';
import { Panel } from '../overlay/Panel.tsx';
import type { ComparePanel as Opened, PanelCalls, PanelsState } from './state.ts';

interface Props {
  opened: Opened;
  state: PanelsState;
  calls: PanelCalls;
}

export function ComparePanel({ opened, state, calls }: Props) {
  const { own, others, at, preference } = opened;
  const other = others[at];
  const said =
    preference?.status === 'final' ? (preference.better === null ? 'same' : preference.better === other?.id ? 'second' : 'first') : null;
  const choice = (better: Comparison, digit: number, label: string, words?: string) => (
    <button
      type="button"
      class={`choice ${better}`}
      aria-pressed={said === better}
      aria-keyshortcuts={String(digit)}
      ref={calls.drawn}
      onClick={(event) => calls.prefer(better, event)}
    >
      <span class="heading">
        {label} <kbd aria-hidden="true">{digit}</kbd>
      </span>
      {words !== undefined && <span class="words">{words}</span>}
    </button>
  );
  return (
    <Panel
      anchor={opened.anchor}
      size={`${at} ${said}`}
      width={460}
      onPlaced={(panel) => {
        if (!panel.contains((panel.getRootNode() as ShadowRoot).activeElement))
          panel.querySelector('button')?.focus({ preventScroll: true });
      }}
      class={`panel compare ${state.dark ? 'dark' : 'light'}`}
      role="dialog"
      aria-label={text('versions.title')}
      onMouseDown={(event) => event.preventDefault()}
    >
      <p class="title">{text('versions.title')}</p>
      <div class="pair">
        {choice('first', 1, text('versions.this'), own)}
        {choice(
          'second',
          2,
          others.length > 1 ? text('versions.otherOf', { n: at + 1, all: others.length }) : text('versions.other'),
          other?.text,
        )}
      </div>
      {choice('same', 3, text('versions.same'))}
      <div class="foot">
        {others.length > 1 && (
          <button type="button" ref={calls.drawn} onClick={(event) => calls.nextVersion(event)}>
            {text('versions.next')} <kbd aria-hidden="true">{state.keys.next.toUpperCase()}</kbd>
          </button>
        )}
        {said !== null && (
          <button type="button" ref={calls.drawn} onClick={(event) => calls.go('say-why', event)}>
            {text('escalate.why')} <kbd aria-hidden="true">{state.keys.note.toUpperCase()}</kbd>
          </button>
        )}
        <button type="button" ref={calls.drawn} onClick={calls.close}>
          {text('help.close')} <kbd aria-hidden="true">{text('key.esc')}</kbd>
        </button>
      </div>
    </Panel>
  );
}
