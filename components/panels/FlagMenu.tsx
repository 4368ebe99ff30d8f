/** What is wrong, and how much it matters: one press each. */
import { text } from '../../lib/i18n/text.ts';
import { severities } from '../../lib/model/review.ts';
import { Panel } from '../overlay/Panel.tsx';
import { digitAt, fitting } from './categories.ts';
import { FlagList } from './FlagList.tsx';
import { Rows } from './Rows.tsx';
import type { FlagPanel, PanelCalls, PanelsState } from './state.ts';

interface Props {
  menu: FlagPanel;
  state: PanelsState;
  calls: PanelCalls;
}

export function FlagMenu({ menu, state, calls }: Props) {
  const { span, flagId, filter, severity } = menu;
  const flags = state.review?.flags ?? [];
  const shown = fitting(state.policy.rubric.categories, state.words, filter);
  const about = shown.find(({ id }) => id === menu.about) ?? shown[0];
  const words = about && state.words.category(about.id);
  const chosen = flags.find(({ id }) => id === flagId)?.category;
  const name = text(span ? 'menu.passage' : 'menu.answer');
  return (
    <Panel
      anchor={menu.anchor}
      // What is about one flag has no list of flags: the keyboard may have been in it.
      size={`${flags.length} ${shown.length} ${flagId}`}
      onPlaced={(panel) => {
        const at = (panel.getRootNode() as ShadowRoot).activeElement;
        // Where nothing fits, the typed words hold the keyboard: it would go back to the page with the row that had it.
        const next = panel.querySelector<HTMLElement>('[role^=menuitem]') ?? panel.querySelector<HTMLElement>('.filter');
        if (!panel.contains(at) || at?.matches('.filter')) next?.focus({ preventScroll: true });
      }}
      class={`panel menu ${state.dark ? 'dark' : 'light'}`}
      role="dialog"
      aria-label={name}
      onMouseDown={(event) => event.preventDefault()}
    >
      {span && <p class="quote">{span.quote.exact}</p>}
      <p class="filter" role="status" tabIndex={-1}>
        {filter !== '' && <span class="typed">{filter}</span>}
        {shown.length === 0 && <span class="soft">{text('menu.noneFits')}</span>}
      </p>
      <Rows
        name={name}
        rows={shown.map(({ id }, index) => ({
          id,
          words: state.words.category(id).label,
          shortcut: digitAt(index),
          checked: flagId ? id === chosen : undefined,
          description: state.words.category(id).definition,
        }))}
        onTake={calls.category}
        onAbout={calls.about}
        drawn={calls.drawn}
      />
      <div class="severities" role="radiogroup" aria-label={text('menu.severity')}>
        {severities.map((one) => (
          <button
            key={one}
            type="button"
            role="radio"
            class={`chip ${one}`}
            tabIndex={severity === one ? 0 : -1}
            aria-checked={severity === one}
            ref={calls.drawn}
            onClick={(event) => calls.severity(one, event)}
          >
            {text(`severity.${one}`)}
          </button>
        ))}
      </div>
      {words?.definition && (
        <p class="about">
          <bdi>{words.definition}</bdi> {words.example && <span class="soft">{text('menu.example', { example: words.example })}</span>}
        </p>
      )}
      {!flagId && flags.length > 0 && <FlagList flags={flags} orphaned={state.orphaned} words={state.words} calls={calls} />}
      <div class="foot">
        <button type="button" ref={calls.drawn} onClick={calls.noteFlag}>
          {text('menu.note')} <kbd aria-hidden="true">⇧{state.keys.note.toUpperCase()}</kbd>
        </button>
        <button type="button" ref={calls.drawn} onClick={calls.fix}>
          {text('menu.fix')} <kbd aria-hidden="true">⇧{state.keys.correct.toUpperCase()}</kbd>
        </button>
        {flagId ? (
          <button type="button" ref={calls.drawn} onClick={(event) => calls.unflag(flagId, event)}>
            {text('menu.removeShort')}
          </button>
        ) : (
          <button type="button" ref={calls.drawn} onClick={(event) => calls.go('undo', event)}>
            {text('rail.undo')} <kbd aria-hidden="true">⇧{state.keys.undo.toUpperCase()}</kbd>
          </button>
        )}
      </div>
    </Panel>
  );
}
