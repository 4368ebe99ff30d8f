/** Where the keyboard is: it comes to us from the page, and goes back to where it was. */
import { push } from '../../lib/messaging/send.ts';
import type { Board } from './board.ts';

export interface Focus {
  /** Remembers where the keyboard is before it comes to us; true when it is in the page. */
  leavePage(): boolean;
  /** Opens the rail of an answer and puts the keyboard on its mark; false if it is not shown. */
  mark(id: string): boolean;
  /** Gives the keyboard back to where it was. */
  back(): void;
  /** The person has put the keyboard elsewhere. */
  forget(): void;
  /** Scrolls to an answer and focuses its mark; false if it is not mounted. */
  reveal(id: string): boolean;
}

interface FocusOptions {
  window: Window & typeof globalThis;
  host: HTMLElement;
  root: ShadowRoot;
  board: Board;
  /** Something may have moved. */
  wake: () => void;
}

export function createFocus({ window, host, root, board, wake }: FocusOptions): Focus {
  const { document } = window;
  let cameFrom: HTMLElement | null = null;

  /** Scrolls, and goes on once the marks are drawn there: in the frame after. */
  function scrollTo(element: Element, block: ScrollLogicalPosition, then: () => void): void {
    element.scrollIntoView({ block, behavior: 'instant' });
    wake();
    window.requestAnimationFrame(() => window.requestAnimationFrame(then));
  }

  const focus: Focus = {
    leavePage() {
      if (document.activeElement === host) return false;
      // When our editor closes the focus falls to the body: that is not where the person was.
      if (document.activeElement !== document.body || !cameFrom) cameFrom = document.activeElement as HTMLElement | null;
      return true;
    },
    mark(id) {
      if (!board.mark(id)) return false;
      focus.leavePage();
      board.unfolded = id;
      board.draw();
      board.mark(id)?.focus({ preventScroll: true });
      push('page.at', { answerId: id });
      return true;
    },
    back() {
      board.unfolded = null;
      board.draw();
      // `<body>` takes no focus: without the blur the keyboard would stay with us.
      (root.activeElement as HTMLElement | null)?.blur();
      if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
      cameFrom = null;
    },
    forget() {
      cameFrom = null;
    },
    reveal(id) {
      const block = board.answer(id)?.blocks[0];
      if (!block) return false;
      // The mark of a long answer may have no other free spot than below it.
      scrollTo(block, 'center', () => focus.mark(id) || scrollTo(block, 'end', () => focus.mark(id)));
      return true;
    },
  };
  return focus;
}
