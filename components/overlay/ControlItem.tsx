/** One answer's mark, and the rail that it unfolds to. */
import { text } from '../../lib/i18n/text.ts';
import { Icon, type IconName } from './icons.tsx';
import type { Act, ControlItem, OverlayCalls } from './state.ts';
import { signOf } from './verdict.ts';

const acts: { act: Act; icon: IconName; key: string }[] = [
  { act: 'up', icon: 'up', key: 'U' },
  { act: 'down', icon: 'down', key: 'D' },
  { act: 'flag', icon: 'flag', key: 'F' },
  { act: 'correct', icon: 'pencil', key: 'C' },
];

export function ControlItemView({ item, calls }: { item: ControlItem; calls: OverlayCalls }) {
  const { id, x, y, open, dark, review, unfolded, said, ordinal } = item;
  const sign = signOf(review);
  const pressed: Partial<Record<Act, boolean>> = {
    up: review?.rating === 1,
    down: review?.rating === -1,
    flag: (review?.flags.length ?? 0) > 0,
    correct: review?.correction != null,
  };
  return (
    <div
      class={`item ${dark ? 'dark' : 'light'}`}
      data-id={id}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      onPointerEnter={(event) => calls.unfold(id, true, event)}
      onPointerLeave={(event) => calls.unfold(id, false, event)}
    >
      <button
        type="button"
        class={`mark ${sign.tone}`}
        aria-label={`${sign.name}. ${text('mark.answer', { n: ordinal + 1 })}`}
        aria-expanded={unfolded}
        onClick={(event) => calls.unfold(id, true, event)}
      >
        <Icon name={sign.icon} />
        {sign.count > 0 && <span class="count">{sign.count}</span>}
      </button>
      {unfolded && (
        <div
          class={`rail ${open}`}
          role="toolbar"
          aria-label={text('rail.name')}
          aria-orientation={open === 'down' ? 'vertical' : 'horizontal'}
        >
          {acts.map(({ act, icon, key }) => (
            <button
              key={act}
              type="button"
              class={`act ${act} ${pressed[act] ? 'on' : ''}`}
              data-act={act}
              aria-label={text(`rail.${act}`)}
              aria-pressed={act === 'up' || act === 'down' ? Boolean(pressed[act]) : undefined}
              aria-haspopup={act === 'flag' ? 'menu' : act === 'correct' ? 'dialog' : undefined}
              aria-keyshortcuts={key}
              ref={calls.drawn}
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => calls.act(id, act, event)}
            >
              <Icon name={icon} />
              <span class="tip" aria-hidden="true">
                {text(`rail.${act}`)} <kbd>{key}</kbd>
              </span>
            </button>
          ))}
        </div>
      )}
      {said && (
        <div class={`said ${open} ${said.bad ? 'bad' : ''} ${unfolded ? 'unfolded' : ''}`}>
          <span>{said.words}</span>
          {said.undo && (
            <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={(event) => calls.act(id, 'undo', event)}>
              {text('rail.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
