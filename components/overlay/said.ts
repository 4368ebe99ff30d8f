/** What was just done, and the way to take it back: where the rail goes, which was chosen so that it covers least. */
import { text } from '../../lib/i18n/text.ts';
import { element, setAttributes, setChildren, setText } from './element.ts';
import type { ControlItem, Drawn, OverlayCalls } from './state.ts';

export function createSaid(id: string, calls: OverlayCalls): Drawn {
  const words = element('span', {});
  const key = element('kbd', { 'aria-hidden': true });
  const undo = element('button', { type: 'button' }, `${text('rail.undo')} `, key);
  const place = element('div', {});
  undo.addEventListener('mousedown', (event) => event.preventDefault());
  undo.addEventListener('click', (event) => calls.act(id, 'undo', event));
  calls.drawn(undo);

  return {
    element: place,
    draw(item, { keys }) {
      const { said } = item;
      const { stacked, style } = placeOf(item);
      setAttributes(place, { class: `said ${said?.bad ? 'bad' : stacked ? 'down' : ''}` });
      Object.assign(place.style, style);
      setText(words, said?.words ?? '');
      setText(key, keys.undo.toUpperCase());
      setChildren(place, [words, said?.undo && undo]);
    },
  };
}

/** Relative to the mark, px: in place of the folded rail, or beyond the open one. */
function placeOf({ x, y, rail, open, above, unfolded, said }: ControlItem) {
  const isDown = open === 'down';
  const start = rail.y - y;
  // Over the mark it stays when the rail folds: it would go away under the pointer.
  const over = above && (unfolded || start > 0);
  // In a gutter there is no room beside the mark.
  const stacked = isDown && !over && !said?.bad;
  const begins = isDown ? x < innerWidth / 2 : rail.x >= x - 8 || open === 'sheet';
  return {
    stacked,
    style: {
      left: stacked ? '14px' : begins ? `${rail.x - x}px` : '',
      right: stacked || begins ? '' : `${x + 28 - rail.x - rail.width}px`,
      top: over ? '' : `${unfolded ? start + rail.height + 4 : isDown ? 32 : start + 4}px`,
      bottom: over ? `${34 - Math.min(0, start)}px` : '',
    },
  };
}
