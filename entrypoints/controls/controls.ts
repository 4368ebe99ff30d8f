/** The controls of one frame: joins where things stand (`lib/overlay`) and how they look (`components/overlay`). */
import css from '../../components/overlay/overlay.css?inline';
import { direction, locale } from '../../lib/i18n/text.ts';
import type { ControlActions, Controls, Terms } from '../../lib/model/controls.ts';
import type { Review } from '../../lib/model/review.ts';
import { rectOf } from '../../lib/overlay/boxes.ts';
import { follow } from '../../lib/overlay/follow.ts';
import { isCutOff } from '../../lib/platform/cutOff.ts';
import { createHost } from '../../lib/overlay/host.ts';
import type { Keys } from '../../lib/overlay/keys.ts';
import { createPress } from '../../lib/overlay/press.ts';
import { createActs } from './acts.ts';
import { Board } from './board.ts';
import { createFocus } from './focus.ts';
import { handleKey } from './handleKey.ts';
import { createLeave } from './leave.ts';
import { createLazyPanels } from './panels.ts';

export interface ControlOptions {
  window: Window & typeof globalThis;
  terms: Terms;
  actions: ControlActions;
  /** The review of an answer as it is stored now; null: none, or not known yet. */
  review: (answerId: string) => Review | null;
  keys: Keys;
  signal: AbortSignal;
  /** Ends the script of this frame, and with it the signal. */
  end: () => void;
}

/** Draws nothing until answers are shown. Everything is gone when the signal ends. */
export function createControls({ window, terms, actions, review, keys, signal, end }: ControlOptions): Controls {
  const {
    element: host,
    root,
    align,
  } = createHost(window, css, signal, () => {
    // The script of a newer Bluepencil has taken it away.
    if (isCutOff()) end();
    return !signal.aborted;
  });
  // Ours, whatever the page's own are.
  host.lang = locale();
  host.dir = direction();
  const board = new Board(root, terms, review, signal);
  const press = createPress(signal);
  const following = follow({
    window,
    host,
    signal,
    onPlaces(places) {
      align();
      board.places = places;
      board.draw();
      panels.moved();
    },
  });
  const focus = createFocus({ window, host, root, board, wake: () => following.wake() });
  const panels = createLazyPanels({
    window,
    root,
    terms,
    board,
    actions,
    press,
    focus,
    signal,
    change: (id, what) => acts.change(id, what),
    undo: (id) => acts.undo(id),
    takeBack: (id) => acts.takeBack(id),
  });
  const leave = createLeave(board, panels, end);
  const acts = createActs({ board, actions, terms, press, panels, leave, signal });
  board.calls = acts.calls;

  keys.host = host;
  keys.handle = (event) => panels.key(event) || handleKey(event, { root, terms, board, focus, calls: acts.calls });
  keys.wants = (event) => panels.wants(event);
  window.addEventListener('pointerdown', pressed, { capture: true, signal });
  signal.addEventListener('abort', () => {
    keys.host = null;
    keys.handle = null;
    keys.wants = null;
  });

  /** A press elsewhere closes what is open; the keyboard stays where the person puts it. */
  function pressed(event: Event): void {
    if (!event.isTrusted || event.target === host) return;
    panels.pressedElsewhere();
    if (!board.unfolded) return;
    board.unfolded = null;
    focus.forget();
    board.draw();
  }

  return {
    show(answers) {
      if (leave()) return;
      board.answers = answers;
      following.set(answers);
      board.draw();
      panels.shown();
    },
    changed() {
      board.draw();
      panels.shown();
    },
    editorTold: (nonce, word) => panels.editorTold(nonce, word),
    focusNext() {
      const next = board.answers.find(({ id }) => review(id)?.status !== 'final');
      return next ? focus.reveal(next.id) : false;
    },
    reveal: (id) => focus.reveal(id),
    rect(id) {
      const mark = board.mark(id);
      return mark && rectOf(mark.getBoundingClientRect());
    },
  };
}
