/** Keeps marks beside their answers: one round of measuring a frame, only while something moves, and only of answers near the window. */
import { createArrange, type Item } from './arrange.ts';
import type { Followed } from './measure.ts';
import { createMoves } from './moves.ts';
import type { Place } from './place.ts';
import { isAround } from './surroundings.ts';

export interface Follow {
  set(answers: Followed[]): void;
  /** Something may have moved. */
  wake(): void;
}

export interface FollowOptions {
  window: Window & typeof globalThis;
  /** Our own element, which covers nothing. */
  host: Element;
  signal: AbortSignal;
  /** The places of all answers in view, when one of them changed. */
  onPlaces: (places: Map<string, Place>) => void;
}

/** Frames without a change after which nothing moves any more (transitions start late): half a second. */
const calm = 30;
/** Frames without a change after which spots are looked at again: soon, for what was hidden while it moved. */
const rest = 8;
/** New answers that are measured before the browser has said where they are. */
const few = 8;

export function follow({ window, host, signal, onPlaces }: FollowOptions): Follow {
  const arrange = createArrange(window, host);
  const items = new Map<Element, Item>();
  const near = new Set<Item>();
  const listened = new WeakSet<EventTarget>();
  let hovered: Item | null = null;
  let still = calm;
  let frame = 0;
  let told = '';

  const wake = (): void => look(0);
  /** Nothing moved, but something may lie elsewhere now: one look, when all rests. */
  const glance = (): void => look(calm - rest);
  const moves = createMoves(window, wake);
  const sizes = new ResizeObserver(wake);
  const views = new IntersectionObserver(noticed, { rootMargin: '50%' });
  sizes.observe(window.document.documentElement);

  listen(window, wake, 'scroll', 'resize', 'load', 'transitionend', 'animationend', 'click');
  listen(window.document, glance, 'keyup', 'focusin');
  listen(window.document.documentElement, pointed, 'pointerover');
  if (window.visualViewport) listen(window.visualViewport, wake, 'scroll', 'resize');
  listen(window.document.fonts, wake, 'loadingdone');
  signal.addEventListener('abort', () => {
    window.cancelAnimationFrame(frame);
    sizes.disconnect();
    views.disconnect();
    moves.stop();
  });

  function listen(target: EventTarget, heard: (event: Event) => void, ...names: string[]): void {
    if (listened.has(target)) return;
    listened.add(target);
    for (const name of names) target.addEventListener(name, heard, { capture: true, passive: true, signal });
  }

  function look(from: number): void {
    still = Math.min(still, from);
    if (frame === 0) moves.stop();
    frame ||= window.requestAnimationFrame(step);
  }

  function noticed(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const item = items.get(target);
      if (!item) continue;
      if (isIntersecting) item.shown.add(target);
      else item.shown.delete(target);
      if (isIntersecting) sizes.observe(target);
      else sizes.unobserve(target);
      if (item.shown.size > 0) near.add(item);
      else near.delete(item);
    }
    wake();
  }

  /** Sites show buttons beside the message that is pointed at. */
  function pointed(event: Event): void {
    const [target] = event.composedPath();
    if (!(target instanceof Element) || target === host) return;
    const item = [...near].find(({ element }) => isAround(element, target)) ?? null;
    if (item !== hovered) glance();
    hovered = item;
  }

  function step(): void {
    frame = 0;
    if (signal.aborted) return;
    const resting = still === rest || still >= calm;
    const ordered = [...near].toSorted((one, other) => one.ordinal - other.ordinal);
    const places = arrange(ordered, resting);
    for (const { around } of ordered)
      for (const scroller of around ? [...around.own, ...around.scrollers] : []) {
        if (listened.has(scroller)) continue;
        // Scrolling inside a shadow root is not heard outside of it.
        listen(scroller, wake, 'scroll');
        sizes.observe(scroller);
      }
    const now = JSON.stringify([...places]);
    if (now !== told) {
      told = now;
      still = Math.min(still, rest);
      onPlaces(places);
    }
    still++;
    if (still <= calm && near.size > 0) frame = window.requestAnimationFrame(step);
    else moves.watch(ordered.flatMap(({ shown }) => [...shown]));
  }

  return {
    wake,
    set(answers) {
      const before = new Set(items.values());
      const fresh: Item[] = [];
      answers.forEach(({ id, blocks, element }, ordinal) => {
        const [first] = blocks;
        const old = first && items.get(first);
        if (old && before.delete(old) && old.blocks.length === blocks.length && old.blocks.every((block, at) => block === blocks[at])) {
          Object.assign(old, { id, element, ordinal });
          return;
        }
        if (old) drop(old);
        const item: Item = { id, blocks, element, ordinal, shown: new Set(), around: null, choice: null, sides: null };
        fresh.push(item);
        for (const block of blocks) {
          items.set(block, item);
          views.observe(block);
        }
      });
      for (const item of before) drop(item);
      // A few new ones are drawn in the next frame; of many the browser says first which are near.
      if (fresh.length <= few) for (const item of fresh) near.add(item);
      wake();
    },
  };

  function drop(item: Item): void {
    near.delete(item);
    for (const block of item.blocks) {
      if (items.get(block) === item) items.delete(block);
      views.unobserve(block);
      sizes.unobserve(block);
    }
  }
}
