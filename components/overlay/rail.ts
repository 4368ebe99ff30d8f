/** What a mark unfolds to: every act is one press, in groups: rate, mend, decide. */
import { text } from '../../lib/i18n/text.ts';
import type { Review } from '../../lib/model/review.ts';
import { element, setAttributes, setChildren, setText } from './element.ts';
import { createIcon, type IconName } from './icons.ts';
import type { Act, Drawn, OverlayCalls, OverlayState } from './state.ts';

type Shown = Exclude<Act, 'note' | 'undo' | 'help'>;

const groups: Shown[][] = [['up', 'down'], ['flag', 'correct'], ['approve', 'reject', 'escalate'], ['more']];
const icons: Record<Shown, IconName> = {
  up: 'up',
  down: 'down',
  flag: 'flag',
  correct: 'pencil',
  approve: 'check',
  reject: 'cross',
  escalate: 'arrow',
  more: 'dots',
};
const opens: Partial<Record<Shown, 'menu' | 'dialog'>> = { flag: 'menu', correct: 'dialog', escalate: 'dialog', more: 'dialog' };

/** The words of an act; to approve what one has corrected is to approve it with that edit. */
const nameOf = (act: Shown, review: Review | null): string => text(act === 'approve' && review?.correction ? 'rail.edit' : `rail.${act}`);

/** Why an act is locked for this reviewer; undefined: it is not. */
export function lockOf(act: Act, review: Review | null, locked: OverlayState['locked']): string | undefined {
  if (act === 'approve') return locked[review?.correction ? 'edit' : 'approve'];
  return act === 'reject' || act === 'escalate' ? locked[act] : undefined;
}

/** Whether the review says this already. */
function isSaid(act: Shown, review: Review | null): boolean {
  if (!review || review.status === 'withdrawn') return false;
  const { rating, flags, correction, decision } = review;
  if (act === 'up' || act === 'down') return rating === (act === 'up' ? 1 : -1);
  if (act === 'flag') return flags.length > 0;
  if (act === 'correct') return correction !== null;
  return decision === act || (act === 'approve' && decision === 'edit');
}

export function createRail(id: string, calls: OverlayCalls): Drawn {
  const buttons = groups.map((acts) => acts.map((act) => createButton(id, act, calls)));
  const rail = element(
    'div',
    { role: 'toolbar', 'aria-label': text('rail.name') },
    ...buttons.map((group) => element('div', { class: 'group' }, ...group.map((button) => button.element))),
  );

  return {
    element: rail,
    draw(item, state) {
      const { x, y, open, rail: at } = item;
      const isSheet = open === 'sheet';
      setAttributes(rail, { class: `rail ${open}`, 'aria-orientation': open === 'down' ? 'vertical' : 'horizontal' });
      Object.assign(rail.style, {
        left: `${at.x - x}px`,
        top: `${at.y - y}px`,
        width: isSheet ? `${at.width}px` : '',
        height: isSheet ? `${at.height}px` : '',
      });
      for (const button of buttons.flat()) button.draw(item, state);
    },
  };
}

function createButton(id: string, act: Shown, calls: OverlayCalls): Drawn {
  const icon = createIcon();
  const words = new Text();
  const key = element('kbd', {});
  const tip = element('span', { 'aria-hidden': true }, words);
  const button = element('button', { type: 'button', 'data-act': act, 'aria-haspopup': opens[act] }, icon.element, tip);
  const isToggle = !['more', 'flag', 'correct'].includes(act);
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', (event) => calls.act(id, act, event));
  calls.drawn(button);

  return {
    element: button,
    draw({ review }, state) {
      const locked = lockOf(act, review, state.locked);
      const name = nameOf(act, review);
      const said = isSaid(act, review);
      setAttributes(button, {
        class: `act ${act} ${said ? 'on' : ''}`,
        'aria-label': locked ? `${name}. ${locked}` : name,
        'aria-disabled': locked !== undefined,
        'aria-pressed': isToggle ? said : undefined,
        'aria-keyshortcuts': state.keys[act].toUpperCase(),
      });
      icon.draw(locked ? 'lock' : icons[act]);
      setAttributes(tip, { class: `tip ${locked ? 'long' : ''}` });
      words.data = `${locked ?? name} `;
      setText(key, state.keys[act].toUpperCase());
      setChildren(tip, [words, !locked && key]);
    },
  };
}
