/**
 * Tells when an element moves although nothing happened that can be listened to: something above it grew. The browser watches how much
 * of the element lies in its own box as it stands now, which changes with the first pixel that it moves.
 */

export interface Moves {
  /** Watches these where they stand now, and nothing else any more. */
  watch(elements: Element[]): void;
  stop(): void;
}

export function createMoves(window: Window & typeof globalThis, onMove: () => void): Moves {
  let observers: IntersectionObserver[] = [];

  /** `part` of it shows in its box: less than all where a scroller clips it. */
  function watchOne(element: Element, part: number): void {
    const { top, left, right, bottom, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const { clientWidth, clientHeight } = window.document.documentElement;
    const insets = [top, clientWidth - right, clientHeight - bottom, left].map((inset) => `${-Math.floor(inset)}px`);
    let first = true;
    const observer = new IntersectionObserver(
      ([entry]) => {
        const now = entry?.intersectionRatio ?? 0;
        if (!first) onMove();
        else if (part === 1 && now > 0 && now < 1) {
          observer.disconnect();
          watchOne(element, now);
        }
        first = false;
      },
      // In a frame the window of the whole tab would be meant.
      { root: window.document, rootMargin: insets.join(' '), threshold: part },
    );
    observer.observe(element);
    observers.push(observer);
  }

  const stop = (): void => {
    for (const observer of observers) observer.disconnect();
    observers = [];
  };
  return {
    stop,
    watch(elements) {
      stop();
      for (const element of elements) watchOne(element, 1);
    },
  };
}
