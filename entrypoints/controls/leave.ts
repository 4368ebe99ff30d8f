/** The extension that these controls belong to is gone: they must not look alive. */
import { text } from '../../lib/i18n/text.ts';
import { isCutOff } from '../../lib/platform/cutOff.ts';
import { type Board, undoMs } from './board.ts';
import type { LazyPanels } from './panels.ts';

/** True when they are leaving. `id`: the answer that the person is at, where it is said. */
export type Leave = (id?: string) => boolean;

/** Says it once, takes the marks away, and ends; an open editor stays, for it keeps what is typed, and says so itself. */
export function createLeave(board: Board, panels: LazyPanels, end: () => void): Leave {
  let leaving = false;
  return (id) => {
    if (!isCutOff()) return false;
    if (leaving) return true;
    leaving = true;
    board.isLeaving = true;
    board.unfolded = null;
    panels.pressedElsewhere();
    const at = id ?? board.answers.find((answer) => board.places.has(answer.id))?.id;
    if (!panels.isOpen() && at !== undefined) board.say(at, text('updated'), { bad: true });
    else board.draw();
    setTimeout(() => {
      if (!panels.isOpen()) end();
    }, undoMs);
    return true;
  };
}
