/** What a person does with the controls. Each act must be a person's, and is shown as saved only when it is. */
import type { Act, OverlayCalls } from '../../components/overlay/state.ts';
import { text } from '../../lib/i18n/text.ts';
import type { ControlActions } from '../../lib/model/controls.ts';
import type { ReviewChange } from '../../lib/model/review.ts';
import type { Picked } from '../../lib/overlay/picked.ts';
import { markSize } from '../../lib/overlay/place.ts';
import type { Press } from '../../lib/overlay/press.ts';
import { boxOf } from '../../lib/overlay/surroundings.ts';
import type { Board } from './board.tsx';

/** The pointer may leave the rail for so long, ms, on its way back. */
const graceMs = 300;
/** Heights that the editor has until it says its own, px. */
const firstHeight = { correct: 280, note: 150 };

interface ActOptions {
  board: Board;
  actions: ControlActions;
  press: Press;
  signal: AbortSignal;
  focusMark: (id: string) => boolean;
  /** Remembers where the keyboard is before it comes to us; true when it is in the page. */
  leavePage: () => boolean;
  /** Gives the keyboard back to the page. */
  back: () => void;
}

export function createActs({ board, actions, press, signal, focusMark, leavePage, back }: ActOptions): OverlayCalls {
  /** The menu was opened while the keyboard was in the page. */
  let fromPage = false;
  let folding: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(folding));

  async function change(id: string, what: ReviewChange): Promise<void> {
    const answer = board.answer(id);
    if (!answer) return;
    const reply = await actions.change(answer, what);
    if (signal.aborted) return;
    if (!reply.ok) return board.say(id, reply.error.message, { bad: true });
    board.put(id, reply.value.review);
    board.say(id, text(what.kind === 'undo' ? 'undone' : 'saved'), { undo: what.kind !== 'undo' });
  }

  async function edit(id: string, mode: 'correct' | 'note'): Promise<void> {
    const answer = board.answer(id);
    const anchor = answer && boxOf(answer.blocks);
    if (!anchor) return;
    const byMouse = board.menu ? fromPage : leavePage();
    const reply = await actions.openEditor(answer, mode);
    if (signal.aborted) return;
    if (!reply.ok) return board.say(id, reply.error.message, { bad: true });
    // One at a time: what was typed in another one is a saved draft already.
    board.editor = { ...reply.value, answerId: id, height: firstHeight[mode], anchor, dark: board.isDark(answer), byMouse };
    board.menu = null;
    board.unfolded = null;
    board.draw();
  }

  function openMenu(id: string, passage: Picked | null): void {
    const answer = board.answer(id);
    const place = board.places.get(id);
    const anchor = passage?.rect ?? (place && { x: place.x, y: place.y, width: markSize, height: markSize });
    if (!answer || !anchor) return;
    fromPage = leavePage();
    board.menu = { answerId: id, span: passage?.span ?? null, severity: 'major', anchor, dark: board.isDark(answer) };
    board.pick = null;
    board.draw();
  }

  function closeMenu(): void {
    const id = board.menu?.answerId;
    board.menu = null;
    board.draw();
    // Whoever came with the mouse goes on typing where they were: the next letter must not rate.
    if (fromPage) back();
    else if (id) focusMark(id);
  }

  function rate(id: string, rating: -1 | 1): void {
    void change(id, { kind: 'rate', rating: board.review(id)?.rating === rating ? null : rating });
  }

  const does: Record<Act, (id: string) => void> = {
    up: (id) => rate(id, 1),
    down: (id) => rate(id, -1),
    flag: (id) => openMenu(id, board.pick?.answer.id === id ? board.pick : null),
    correct: (id) => void edit(id, 'correct'),
    undo(id) {
      const review = board.review(id);
      if (review && review.status !== 'withdrawn') void change(id, { kind: 'undo', toRevision: review.revision - 1 });
    },
  };

  return {
    unfold(id, open, event) {
      if (!event.isTrusted) return;
      clearTimeout(folding);
      if (open) {
        board.lookAgain(id);
        board.unfolded = id;
        board.draw();
        return;
      }
      folding = setTimeout(() => {
        if (board.unfolded !== id || board.menu) return;
        board.unfolded = null;
        board.draw();
      }, graceMs);
    },
    act: (id, act, event) => {
      if (press.isReal(event)) does[act](id);
    },
    openMenu: (event) => {
      if (board.pick && press.isReal(event)) openMenu(board.pick.answer.id, board.pick);
    },
    category: (category, event) => {
      if (!board.menu || !press.isReal(event)) return;
      const { answerId, span, severity } = board.menu;
      closeMenu();
      void change(answerId, { kind: 'flag', flag: { id: mint(), category, severity, ...(span ? { span } : {}) } });
    },
    severity: (severity, event) => {
      if (!board.menu || !press.isReal(event)) return;
      board.menu = { ...board.menu, severity };
      board.draw();
    },
    unflag: (flagId, event) => {
      if (board.menu && press.isReal(event)) void change(board.menu.answerId, { kind: 'unflag', flagId });
    },
    note: (event) => {
      if (board.menu && press.isReal(event)) void edit(board.menu.answerId, 'note');
    },
    closeMenu,
    drawn: (element) => {
      if (element) press.watch(element);
    },
  };
}

/** Plain-http pages have no `crypto.randomUUID`. */
function mint(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
