/** What is wrong, and how much it matters: one press each. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { knows, text } from '../../lib/i18n/text.ts';
import { severities, type Flag } from '../../lib/model/review.ts';
import type { Category } from '../../lib/model/rubric.ts';
import { fitBelow } from './fit.ts';
import { Icon } from './icons.tsx';
import type { Menu, OverlayCalls } from './state.ts';

/** The digit that chooses the nth category; null from the eleventh on. */
export const digitOf = (index: number): string | null => (index < 9 ? String(index + 1) : index === 9 ? '0' : null);

interface Props {
  menu: Menu;
  categories: Category[];
  /** The flags that the answer has already. */
  flags: Flag[];
  calls: OverlayCalls;
}

export function FlagMenu({ menu, categories, flags, calls }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  useLayoutEffect(() => {
    if (!panel.current) return;
    setAt(fitBelow(menu.anchor, panel.current));
    panel.current.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true });
  }, [menu.anchor, flags.length]);

  return (
    <div
      ref={panel}
      class={`menu ${menu.dark ? 'dark' : 'light'}`}
      // Out of sight until it is measured; hidden it could not take the focus.
      style={{ transform: at ? `translate(${at.x}px, ${at.y}px)` : 'translate(-10000px, 0)' }}
      onMouseDown={(event) => event.preventDefault()}
    >
      {menu.span && <p class="quote">{menu.span.quote.exact}</p>}
      <div role="menu" aria-label={text(menu.span ? 'menu.passage' : 'menu.answer')}>
        {categories.map((category, index) => (
          <button
            key={category.id}
            type="button"
            role="menuitem"
            class="row"
            aria-keyshortcuts={digitOf(index) ?? undefined}
            ref={calls.drawn}
            onClick={(event) => calls.category(category.id, event)}
          >
            <span>{labelOf(category)}</span>
            {digitOf(index) && <kbd aria-hidden="true">{digitOf(index)}</kbd>}
          </button>
        ))}
      </div>
      <div class="severities" role="radiogroup" aria-label={text('menu.severity')}>
        {severities.map((severity) => (
          <button
            key={severity}
            type="button"
            role="radio"
            class={`chip ${severity}`}
            aria-checked={menu.severity === severity}
            ref={calls.drawn}
            onClick={(event) => calls.severity(severity, event)}
          >
            {text(`severity.${severity}`)}
          </button>
        ))}
      </div>
      {flags.length > 0 && (
        <ul class="flags" aria-label={text('menu.flags')}>
          {flags.map((flag) => (
            <li key={flag.id} class={flag.severity}>
              <span>
                {labelOf(categories.find(({ id }) => id === flag.category) ?? { id: flag.category })}
                {flag.span && <q>{flag.span.quote.exact}</q>}
              </span>
              <button type="button" aria-label={text('menu.remove')} ref={calls.drawn} onClick={(event) => calls.unflag(flag.id, event)}>
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="foot">
        <button type="button" onClick={calls.note}>
          {text('menu.note')} <kbd>N</kbd>
        </button>
        <button type="button" onClick={(event) => calls.act(menu.answerId, 'correct', event)}>
          {text('menu.fix')} <kbd>C</kbd>
        </button>
        <button type="button" onClick={(event) => calls.act(menu.answerId, 'undo', event)}>
          {text('rail.undo')} <kbd>Z</kbd>
        </button>
      </div>
    </div>
  );
}

/** A rubric's own label, else the word for a category that comes with the product, else its id. */
function labelOf({ id, label }: Category): string {
  const key = `category.${id}`;
  return label ?? (knows(key) ? text(key) : id);
}
