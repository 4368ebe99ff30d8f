/**
 * One review script a frame. Whether an older one has to go is read from where no page can write: a global of our own isolated world, and
 * the browser's word on whose closed roots are there. No event of the page's ends a script.
 */
import { openOrClosedRoot } from '../../lib/platform/roots.ts';
import { controlsId } from '../../lib/model/controls.ts';

/** A review script at work. */
interface Running {
  /** It looks for answers by itself; null until it knows. */
  watches: boolean | null;
  end(): void;
}

declare global {
  /** The review script of this isolated world. */
  var bluepencilReview: Running | undefined;
}

/**
 * Takes the frame from an older script of this world. Null: that one does the whole job already. An update makes a new world: see
 * `takeControls` for what the old one left.
 */
export function takeFrame(end: AbortController): Running | null {
  const older = globalThis.bluepencilReview;
  if (older?.watches) return null;
  older?.end();
  const running: Running = { watches: null, end: () => end.abort() };
  globalThis.bluepencilReview = running;
  end.signal.addEventListener('abort', () => {
    if (globalThis.bluepencilReview === running) globalThis.bluepencilReview = undefined;
  });
  return running;
}

/**
 * Takes away controls that a script of before an update left in the page; that script sees it and ends. False: somebody writes in them
 * still. The text is kept there, and nobody takes the field away under their hands.
 */
export function takeControls({ documentElement }: Document): boolean {
  for (const child of documentElement.children) {
    const root = child instanceof HTMLElement ? openOrClosedRoot(child) : null;
    if (!root?.getElementById(controlsId)) continue;
    if (root.querySelector('iframe')) return false;
    child.remove();
  }
  return true;
}
