/** What the panels draw: put together from what is open, selected and known. */
import { othersOf } from '../../lib/detect/others.ts';
import type { Opened, PanelsState } from '../../components/panels/state.ts';
import { wordsOf } from '../../lib/i18n/rubric.ts';
import type { Picked } from '../../lib/overlay/picked.ts';
import { carryable } from './carryOver.ts';
import type { FlagMarks } from './flagMarks.ts';
import { givable } from './giveBack.ts';
import type { PanelOptions } from './interface.ts';

/** Room for the button at a selection's end, px. */
const pickWidth = 132;

interface Known extends Pick<PanelOptions, 'window' | 'board' | 'actions' | 'terms'> {
  flagMarks: FlagMarks;
  opened: Opened | null;
  pick: Picked | null;
}

export function viewOf({ window, board, actions, terms, flagMarks, opened, pick }: Known): PanelsState {
  const { policy, keys, locked } = terms;
  const shown = opened && board.answer(opened.answerId);
  const answer = opened?.kind === 'more' ? shown : null;
  const versions = answer ? othersOf(actions.seen, answer.id).length : 0;
  const marked = answer ? givable(board) : [];
  const end = pick?.rect();
  return {
    numbers: flagMarks.numbers(),
    peek: flagMarks.peeked(),
    orphaned: opened ? flagMarks.orphaned(opened.answerId) : [],
    pick: end
      ? {
          x: Math.max(4, Math.min(end.x + end.width + 6, window.innerWidth - pickWidth)),
          y: end.y + end.height + 4,
          dark: pick !== null && board.isDark(pick.answer),
        }
      : null,
    opened,
    dark: shown !== null && board.isDark(shown),
    versions,
    givable: marked.some(({ answer: { id } }) => id === opened?.answerId),
    givableInAll: marked.length,
    carryable: answer && versions > 0 ? carryable({ board, actions }, answer.id).length : 0,
    review: opened && board.review(opened.answerId),
    policy,
    words: wordsOf(policy.rubric),
    keys,
    locked,
  };
}
