/** One answer's mark, and the rail that it unfolds to. */
import { number } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import { element, setAttributes, setChildren } from './element.ts';
import { createIcon } from './icons.ts';
import { createRail } from './rail.ts';
import { createSaid } from './said.ts';
import type { Drawn, OverlayCalls } from './state.ts';
import { signOf } from './verdict.ts';

export function createItem(id: string, calls: OverlayCalls): Drawn {
  const icon = createIcon();
  const signMark = element('span', { class: 'signs', 'aria-hidden': true }, text('mark.sign'));
  const count = element('span', { class: 'count' });
  const mark = element('button', { type: 'button' });
  const place = element('div', { 'data-id': id });
  let rail: Drawn | null = null;
  let saying: Drawn | null = null;

  const pointed = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') calls.unfold(id, event.type === 'pointerenter', event);
  };
  place.addEventListener('pointerenter', pointed);
  place.addEventListener('pointerleave', pointed);
  mark.addEventListener('click', (event) => calls.unfold(id, true, event));

  return {
    element: place,
    draw(item, state) {
      const { x, y, dark, review, required, signs, unfolded, said, ordinal } = item;
      const sign = signOf(review);
      const name = [
        required ? text('mark.required') : sign.name,
        text('mark.answer', { n: ordinal + 1 }),
        signs.length > 0 && text('mark.signs', { n: signs.length }),
      ]
        .filter(Boolean)
        .join('. ');
      setAttributes(place, { class: `item ${dark ? 'dark' : 'light'}` });
      place.style.transform = `translate(${x}px, ${y}px)`;
      setAttributes(mark, {
        class: `mark ${sign.tone} ${required ? 'required' : ''}`,
        'aria-label': name,
        title: signs.join('\n') || undefined,
        'aria-expanded': unfolded,
      });
      icon.draw(sign.icon);
      // Not as text: the name has it in words, which for one or two of them need no number.
      setAttributes(count, { 'data-n': number(sign.count) });
      setChildren(mark, [icon.element, signs.length > 0 && signMark, sign.count > 0 && count]);

      rail = unfolded ? (rail ?? createRail(id, calls)) : null;
      saying = said ? (saying ?? createSaid(id, calls)) : null;
      rail?.draw(item, state);
      saying?.draw(item, state);
      setChildren(place, [mark, rail?.element, saying?.element]);
    },
  };
}
