/** Flags of an earlier version of an answer, brought over to the one that stands there now. */
import { othersOf } from '../../lib/detect/others.ts';
import { text } from '../../lib/i18n/text.ts';
import { carry } from '../../lib/anchor/carry.ts';
import type { ControlActions } from '../../lib/model/controls.ts';
import type { Flag } from '../../lib/model/review.ts';
import type { Board } from '../controls/board.ts';
import type { PanelOptions } from './interface.ts';
import { mint } from './mint.ts';

interface Carrying extends Pick<PanelOptions, 'change'> {
  board: Board;
  actions: ControlActions;
}

/** Those that fit and are not there yet. The old version keeps its own. */
export function carryable({ board, actions }: Omit<Carrying, 'change'>, answerId: string): Flag[] {
  const answer = board.answer(answerId);
  if (!answer) return [];
  const found: Flag[] = (board.review(answerId)?.flags ?? []).slice();
  const own = found.length;
  for (const { id, captured } of othersOf(actions.seen, answerId)) {
    const review = board.review(id);
    for (const flag of review && review.status !== 'withdrawn' ? review.flags : []) {
      const span = flag.span && carry(captured.text, answer.text, flag.span);
      const isThere = found.some(
        ({ category, span: other }) =>
          category === flag.category && other?.position.start === span?.position.start && other?.position.end === span?.position.end,
      );
      if (span && !isThere) found.push({ ...flag, id: mint(), span });
    }
  }
  return found.slice(own);
}

/** Brings them over; one undo takes them all back. */
export async function carryOver({ board, actions, change }: Carrying, answerId: string): Promise<void> {
  const before = board.review(answerId)?.revision ?? 0;
  let n = 0;
  for (const flag of carryable({ board, actions }, answerId)) {
    if (!(await change(answerId, { kind: 'flag', flag }))) return;
    n++;
  }
  const undo = (): void => void change(answerId, { kind: 'undo', toRevision: before });
  if (n > 0) board.say(answerId, text('carry.done', { n }), { undo });
}
