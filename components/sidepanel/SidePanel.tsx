/** This page's answers, each with its review: filtered, opened, worked on. */
import { wordsOf } from '../../lib/i18n/rubric.ts';
import { text } from '../../lib/i18n/text.ts';
import type { SyncStatus } from '../../lib/model/sync.ts';
import { Guidelines } from '../review/Guidelines.tsx';
import { statusWords } from '../settings/words.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AnswerRow } from './AnswerRow.tsx';
import { BatchBar } from './BatchBar.tsx';
import { FilterBar } from './FilterBar.tsx';
import { GiveBackBar } from './GiveBackBar.tsx';
import { OpenAnswer } from './OpenAnswer.tsx';
import { actByKey, moveByKey } from './rowKeys.ts';
import { fits, keyOf, remaining, type PanelCalls, type PanelState, telling } from './state.ts';
import { ToastBar } from './ToastBar.tsx';

export interface SidePanelProps {
  state: PanelState;
  status: SyncStatus | null;
  /** Epoch ms. */
  now: number;
  /** Address of our dashboard. */
  dashboard: string;
  calls: PanelCalls;
}

const none: readonly string[] = [];

export function SidePanel({ state, status, now, dashboard, calls }: SidePanelProps) {
  const { answers, filter, open, terms, writing, isPrivate } = state;
  const line = status && !isPrivate && statusWords(status, now);
  const all = Array.isArray(answers) ? answers : [];
  // The open one stays, also when what was just said about it takes it out of the filter.
  const shown = all.filter((one) => fits(filter, one) || keyOf(one) === open);
  const { hosts = none, words = none } = terms?.policy.required ?? {};
  const guidelines = terms && wordsOf(terms.policy.rubric).guidelines;

  function keys(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const item = target.closest('li:has(> [data-answer])');
    const row = item?.querySelector<HTMLElement>('[data-answer]');
    if (!item || !row) return;
    if (event.key === 'Escape' && target !== row) row.focus();
    else if (target !== row) return;
    else if (!moveByKey(event.currentTarget, row, event, terms)) {
      const one = shown[[...event.currentTarget.children].indexOf(item)];
      if (!one || !terms || !actByKey({ terms, calls, one, isOpen: keyOf(one) === open }, event)) return;
    }
    event.preventDefault();
  }

  return (
    <div class="panel">
      <header>
        <h1>{text('panel.heading')}</h1>
        {all.length > 0 && (
          <span class="soft">
            {text('panel.reviewed', { n: all.filter(({ review }) => review?.status === 'final').length, all: all.length })}
          </span>
        )}
        {all.length > 0 && <FilterBar answers={all} filter={filter} requires={hosts.length + words.length > 0} onFilter={calls.filter} />}
      </header>
      <main>
        {state.problem && <Notice kind="bad">{state.problem}</Notice>}
        {isPrivate && <Notice kind="warn">{text('private.panel')}</Notice>}
        {state.waits > 0 && (
          <a class="waits" href={dashboard} target="_blank" rel="noreferrer">
            {text('team.waits', { n: state.waits })}
          </a>
        )}
        {all.length > 0 && guidelines && (
          <details class="unfold guide">
            <summary>
              <span>{text('panel.guidelines')}</span>
            </summary>
            <Guidelines markdown={guidelines} />
          </details>
        )}
        {shown.length > 0 && (
          <ul aria-label={text('panel.answers')} class="answers" onKeyDown={keys}>
            {shown.map((one) => {
              const key = keyOf(one);
              return (
                <AnswerRow key={key} shown={one} open={key === open} words={words} onOpen={() => calls.open(one)}>
                  {terms && (
                    <OpenAnswer
                      key={key}
                      shown={one}
                      terms={terms}
                      writing={writing}
                      tags={state.tags}
                      dashboard={isPrivate ? null : dashboard}
                      calls={calls}
                    />
                  )}
                </AnswerRow>
              );
            })}
          </ul>
        )}
        {answers !== null && all.length === 0 && (
          <div class="empty">
            <p>{text(answers === 'off' ? 'panel.off' : 'panel.none')}</p>
            <Button kind="main" onClick={answers === 'off' ? calls.turnOn : calls.refresh}>
              {text(answers === 'off' ? 'panel.off.do' : 'panel.none.do')}
            </Button>
          </div>
        )}
        {all.length > 0 && shown.length === 0 && filter !== 'all' && (
          <div class="empty">
            <p>{text(`panel.empty.${filter}`)}</p>
            <Button onClick={() => calls.filter('all')}>{text('panel.empty.do')}</Button>
          </div>
        )}
      </main>
      <footer>
        <ToastBar toast={state.toast} onUndo={calls.undo} onDismiss={calls.dismiss} />
        {terms && <BatchBar those={remaining(shown)} locked={terms.locked.approve} progress={state.progress} calls={calls} />}
        <GiveBackBar those={telling(shown)} calls={calls} />
        <div class="foot">
          {line && (
            <output class="state">
              <span class={`dot ${line.tone}`} aria-hidden="true" />
              <span>
                {line.line}
                {line.problem && <span class="hint">{line.problem}</span>}
              </span>
            </output>
          )}
          <a href={dashboard} target="_blank" rel="noreferrer">
            {text('panel.all')}
          </a>
        </div>
      </footer>
    </div>
  );
}
