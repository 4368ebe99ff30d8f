/** What a person does with marks and rails. Each act must be a person's, and is shown as saved only when it is. */
import { lockOf } from '../../components/overlay/rail.ts';
import type { Act, OverlayCalls } from '../../components/overlay/state.ts';
import { text } from '../../lib/i18n/text.ts';
import { push } from '../../lib/messaging/send.ts';
import type { ControlActions, Terms } from '../../lib/model/controls.ts';
import type { Review, ReviewChange } from '../../lib/model/review.ts';
import type { Press } from '../../lib/overlay/press.ts';
import type { PanelKind } from '../panels/interface.ts';
import type { Board } from './board.ts';
import type { Leave } from './leave.ts';
import type { LazyPanels } from './panels.ts';

/** The pointer may leave the rail for so long, ms, on its way back. */
const graceMs = 300;

interface ActOptions {
  board: Board;
  actions: ControlActions;
  terms: Terms;
  press: Press;
  panels: LazyPanels;
  leave: Leave;
  signal: AbortSignal;
}

export interface Acts {
  calls: OverlayCalls;
  /** One act, or what to do to the review as it is then, and what came of it in words beside the answer. True when it is saved. */
  change(id: string, what: ReviewChange | ((review: Review | null) => ReviewChange | null)): Promise<boolean>;
  /** Takes back the last act on a review. */
  undo(id: string): void;
  /** Takes back what was offered to be taken back, else the last act on the review. */
  takeBack(id: string): void;
}

export function createActs({ board, actions, terms, press, panels, leave, signal }: ActOptions): Acts {
  let folding: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(folding));

  const change: Acts['change'] = (id, wanted) =>
    board.inTurn(id, async () => {
      const what = typeof wanted === 'function' ? wanted(board.review(id)) : wanted;
      return what !== null && apply(id, what);
    });

  async function apply(id: string, what: ReviewChange): Promise<boolean> {
    const answer = board.answer(id);
    if (!answer) return false;
    const following = board.follow(id, text('saved.waits'));
    const reply = await actions.change(answer, what, true, following.see);
    if (signal.aborted || leave(following.at)) return false;
    const { at } = following;
    if (reply.ok)
      board.say(
        at,
        text(what.kind === 'undo' ? 'undone' : reply.value.review?.others ? 'saved.twice' : 'saved'),
        what.kind === 'undo' ? {} : { undo: () => undo(at) },
      );
    else board.say(at, reply.error.message, { bad: true });
    return reply.ok;
  }

  /** The review as it was before its last revision. */
  const undo: Acts['undo'] = (id) =>
    void change(id, (review) => (review && review.status !== 'withdrawn' ? { kind: 'undo', toRevision: review.revision - 1 } : null));

  const rate = (id: string, rating: -1 | 1): void =>
    void change(id, (review) => ({ kind: 'rate', rating: review?.rating === rating ? null : rating }));

  const decide = (id: string, decision: 'approve' | 'reject'): void =>
    void change(id, (review) => {
      const same = review?.decision === decision || (review?.decision === 'edit' && decision === 'approve');
      return { kind: 'decide', decision: same ? null : decision };
    });

  /** What was offered to be taken back, else the last act on the review. */
  function takeBack(id: string): void {
    void board.inTurn(id, () => board.undo(id) || undo(id));
  }

  /** What else there is opens something. */
  const does: Partial<Record<Act, (id: string) => void>> = {
    up: (id) => rate(id, 1),
    down: (id) => rate(id, -1),
    approve: (id) => decide(id, 'approve'),
    reject: (id) => decide(id, 'reject'),
    undo: takeBack,
  } satisfies Record<Exclude<Act, PanelKind>, (id: string) => void>;

  return {
    change,
    undo,
    takeBack,
    calls: {
      unfold(id, open, event) {
        if (!event.isTrusted || leave(id)) return;
        clearTimeout(folding);
        if (open) {
          board.lookAgain(id);
          board.unfolded = id;
          board.draw();
          panels.soon();
          // Pointing at it is not yet working on it.
          if (event.type === 'click') push('page.at', { answerId: id });
          return;
        }
        folding = setTimeout(() => {
          // The pointer takes nothing from the keyboard, which would be back in the page.
          if (board.unfolded !== id || panels.isOpen() || board.root.querySelector(':focus-visible')) return;
          board.unfolded = null;
          board.draw();
        }, graceMs);
      },
      act(id, act, event) {
        if (!press.isReal(event) || leave(id)) return;
        const locked = lockOf(act, board.review(id), terms.locked);
        const own = does[act];
        if (locked) board.say(id, locked, { bad: true });
        else if (own) own(id);
        else panels.open(act as PanelKind, id);
      },
      drawn: (element) => press.watch(element),
    },
  };
}
