/** The controls of one frame: joins where things stand (`lib/overlay`) and how they look (`components/overlay`). */
import css from '../../components/overlay/overlay.css?inline';
import { text } from '../../lib/i18n/text.ts';
import type { ControlActions, Controls } from '../../lib/model/controls.ts';
import type { Rubric } from '../../lib/model/rubric.ts';
import { follow } from '../../lib/overlay/follow.ts';
import { createHighlights } from '../../lib/overlay/highlights.ts';
import { createHost } from '../../lib/overlay/host.ts';
import type { Keys } from '../../lib/overlay/keys.ts';
import { picked } from '../../lib/overlay/picked.ts';
import { createPress } from '../../lib/overlay/press.ts';
import { createActs } from './acts.ts';
import { Board } from './board.tsx';
import { handleKeys } from './handleKeys.ts';

export interface ControlOptions {
  window: Window & typeof globalThis;
  rubric: Rubric;
  actions: ControlActions;
  keys: Keys;
  signal: AbortSignal;
}

/** A selection that rests so long, ms, is one. */
const restMs = 150;

/** Draws nothing until answers are shown. Everything is gone when the signal ends. */
export function createControls({ window, rubric, actions, keys, signal }: ControlOptions): Controls {
  const { document } = window;
  const { element: host, root } = createHost(window, css, signal);
  const { categories } = rubric;
  const board = new Board(window, root, categories, createHighlights(window, signal), signal);
  const calls = createActs({ board, actions, press: createPress(signal), signal, focusMark, leavePage, back });
  board.calls = calls;
  const following = follow({
    window,
    host,
    signal,
    onPlaces(places) {
      board.places = places;
      board.draw();
    },
  });
  /** Where the keyboard was before it came to us. */
  let cameFrom: HTMLElement | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  keys.host = host;
  keys.handle = (event) => handleKeys(event, { root, menu: board.menu, categories, calls, back, focusMark });
  document.addEventListener(
    'selectionchange',
    () => {
      clearTimeout(resting);
      resting = setTimeout(notice, restMs);
    },
    { signal },
  );
  window.addEventListener('pointerdown', pressed, { capture: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(resting);
    keys.host = null;
    keys.handle = null;
  });

  /** Looks at what is selected now. */
  function notice(): void {
    const next = picked(document, board.answers);
    if (!next && !board.pick) return;
    board.pick = next;
    board.draw();
  }

  function leavePage(): boolean {
    if (document.activeElement === host) return false;
    // When our editor closes the focus falls to the body: that is not where the person was.
    if (document.activeElement !== document.body || !cameFrom) cameFrom = document.activeElement as HTMLElement | null;
    return true;
  }

  /** A press elsewhere closes what is open; the keyboard stays where the person puts it. */
  function pressed(event: Event): void {
    if (!event.isTrusted || event.target === host || (!board.menu && !board.unfolded)) return;
    board.menu = null;
    board.unfolded = null;
    cameFrom = null;
    board.draw();
  }

  function focusMark(id: string): boolean {
    if (!board.mark(id)) return false;
    leavePage();
    board.unfolded = id;
    board.draw();
    board.mark(id)?.focus({ preventScroll: true });
    return true;
  }

  /** Gives the keyboard back to where it was. */
  function back(): void {
    board.unfolded = null;
    board.draw();
    // `<body>` takes no focus: without the blur the keyboard would stay with us.
    (root.activeElement as HTMLElement | null)?.blur();
    if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
    cameFrom = null;
  }

  function reveal(id: string): boolean {
    const block = board.answer(id)?.blocks[0];
    if (!block) return false;
    block.scrollIntoView({ block: 'center', behavior: 'instant' });
    following.wake();
    // The mark is drawn in the frame after the scroll.
    window.requestAnimationFrame(() => window.requestAnimationFrame(() => focusMark(id)));
    return true;
  }

  return {
    show(answers) {
      board.answers = answers;
      following.set(answers.map(({ id, blocks }) => ({ id, blocks })));
      board.shine();
      board.draw();
    },
    review: (id, review) => board.put(id, review),
    editorTold(nonce, { height, done }) {
      const { editor } = board;
      if (editor?.nonce !== nonce) return;
      board.editor = done ? null : { ...editor, height: height === undefined ? editor.height : Math.ceil(height) };
      board.draw();
      // As after the menu: on the mark, the next letter of whoever came with the mouse would be an act.
      if (done && editor.byMouse) back();
      else if (done) focusMark(editor.answerId);
      if (done === 'saved') board.say(editor.answerId, text('saved'), { undo: true });
    },
    focusNext() {
      const next = board.answers.find(({ id }) => board.review(id)?.status !== 'final');
      return next ? reveal(next.id) : false;
    },
    reveal,
    rect(id) {
      const box = board.mark(id)?.getBoundingClientRect();
      return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
    },
  };
}
