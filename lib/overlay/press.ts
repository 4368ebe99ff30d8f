/** A press must be a person's, and must be seen: a page can dispatch clicks, and can lay something over our controls. */

export interface Press {
  /** Watches an element of ours for being covered (Chromium only; elsewhere nothing is known, and undo has to do). Unwatched it does not act there. */
  watch(element: Element): void;
  /** May this event act? A key comes to the window, which nothing covers. */
  isReal(event: Event): boolean;
}

/** IntersectionObserver v2 asks for at least this pause, ms. */
const delay = 100;

export function createPress(signal: AbortSignal): Press {
  /** Seen to be visible: what was covered from the beginning never is. */
  const seen = new WeakSet<Element>();
  const supported = 'isVisible' in IntersectionObserverEntry.prototype;
  const observer = supported
    ? new IntersectionObserver(
        (entries) => {
          for (const entry of entries as (IntersectionObserverEntry & { isVisible: boolean })[]) {
            if (entry.isVisible) seen.add(entry.target);
            else seen.delete(entry.target);
          }
        },
        { trackVisibility: true, delay, threshold: [0, 0.5, 1] } as IntersectionObserverInit,
      )
    : null;
  signal.addEventListener('abort', () => observer?.disconnect());
  return {
    watch: (element) => observer?.observe(element),
    isReal: ({ isTrusted, currentTarget, detail }: Event & { detail?: number }) =>
      // A click without a count is Enter or the space bar on the focused button: whoever presses them aims at nothing.
      isTrusted && (!supported || !(currentTarget instanceof Element) || detail === 0 || seen.has(currentTarget)),
  };
}
