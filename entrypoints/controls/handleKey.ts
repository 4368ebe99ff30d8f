/** What each key does while the keyboard is on a mark or a rail. */
import type { OverlayCalls } from '../../components/overlay/state.ts';
import type { Terms } from '../../lib/model/controls.ts';
import { actOf } from '../../lib/overlay/keys.ts';
import { moveFocus } from '../../lib/overlay/moveFocus.ts';
import type { Board } from './board.ts';
import type { Focus } from './focus.ts';

interface Context {
  root: ShadowRoot;
  terms: Terms;
  board: Board;
  focus: Focus;
  calls: OverlayCalls;
}

/** True when the key was used. */
export function handleKey(event: KeyboardEvent, { root, terms, board, focus, calls }: Context): boolean {
  const item = root.activeElement?.closest<HTMLElement>('.item');
  const id = item?.dataset.id;
  if (!item || !id) return false;
  if (event.key === 'Escape') focus.back();
  else if (event.key.startsWith('Arrow')) {
    if (!item.querySelector('.rail')) focus.mark(id);
    const rtl = getComputedStyle(item).direction === 'rtl';
    moveFocus(item, '.mark, .act', event.key === 'ArrowDown' || event.key === (rtl ? 'ArrowLeft' : 'ArrowRight') ? 1 : -1);
  } else {
    const act = actOf(event, terms.keys);
    if (!act) return false;
    // A key that is held is one act.
    if (event.repeat) return true;
    if (act === 'next' || act === 'previous') focus.reveal(beside(board, id, act === 'next' ? 1 : -1));
    else calls.act(id, act, event);
  }
  return true;
}

/** The answer after or before this one, around the ends. */
function beside({ answers }: Board, id: string, by: 1 | -1): string {
  const at = answers.findIndex((answer) => answer.id === id);
  return answers[(at + by + answers.length) % answers.length]?.id ?? id;
}
