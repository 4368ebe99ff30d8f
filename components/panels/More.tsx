/** Everything that is not in the rail: scores, and what is needed now and then. */
import { text } from '../../lib/i18n/text.ts';
import { Panel } from '../overlay/Panel.tsx';
import { Scores } from '../review/Scores.tsx';
import { Rows, type Row } from './Rows.tsx';
import type { MorePanel, PanelCalls, PanelsState } from './state.ts';

type What = Parameters<PanelCalls['go']>[0];

export function More({ opened, state, calls }: { opened: MorePanel; state: PanelsState; calls: PanelCalls }) {
  const { review, policy, words, keys, versions, carryable, givable, givableInAll } = state;
  const { criteria } = policy.rubric;
  const rows: Row<What>[] = [
    { id: 'note', words: text('rail.note'), shortcut: keys.note },
    ...(carryable > 0 ? [{ id: 'carry', words: text('rail.carry', { n: carryable }) } as const] : []),
    ...(versions > 0 ? [{ id: 'compare', words: text('rail.compare') } as const] : []),
    ...(givable
      ? ([
          { id: 'give', words: text('feedback.send') },
          { id: 'copy', words: text('feedback.copyLong') },
        ] as const)
      : []),
    ...(givableInAll > 1 ? [{ id: 'give-all', words: text('feedback.sendAll', { n: givableInAll }) } as const] : []),
    { id: 'guidelines', words: text('rail.guidelines') },
    { id: 'help', words: text('rail.help'), shortcut: keys.help },
  ];
  return (
    <Panel
      anchor={opened.anchor}
      size={rows.length}
      onPlaced={(panel) => {
        if (!panel.contains((panel.getRootNode() as ShadowRoot).activeElement))
          panel.querySelector<HTMLElement>('.row')?.focus({ preventScroll: true });
      }}
      class={`panel more ${state.dark ? 'dark' : 'light'}`}
      role="dialog"
      aria-label={text('rail.more')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {criteria.length > 0 && (
        <Scores criteria={criteria} words={words.criterion} scores={review?.scores ?? {}} onScore={calls.score} drawn={calls.drawn} />
      )}
      <Rows name={text('rail.more')} rows={rows} onTake={calls.go} drawn={calls.drawn} />
    </Panel>
  );
}
