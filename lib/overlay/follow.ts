/** Keeps marks beside their answers: one round of measuring a frame, and only while something moves. */
import type { Rect } from '../model/inspection.ts';
import { placeMark, type Place } from './place.ts';
import { boxOf, clipOf, isFree, scrollersOf } from './surroundings.ts';

/** What is followed. */
export interface Followed {
  id: string;
  blocks: Element[];
}

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

interface Item extends Followed {
  scrollers: Element[];
  /** Which spot was free, and for which sizes: asked again only when they change. */
  choice: { key: string; spot: Place['spot'] } | null;
}

export function follow({ window, host, signal, onPlaces }: FollowOptions): Follow {
  let items: Item[] = [];
  let still = calm;
  let frame = 0;
  let told = '';
  let listened = new WeakSet<EventTarget>();
  const wake = (): void => {
    still = 0;
    frame ||= window.requestAnimationFrame(step);
  };
  const sizes = new ResizeObserver(wake);
  const near = new IntersectionObserver(wake, { rootMargin: '50%' });

  listen(window, 'scroll', 'resize', 'load', 'transitionend', 'animationend', 'click');
  if (window.visualViewport) listen(window.visualViewport, 'scroll', 'resize');
  listen(window.document.fonts, 'loadingdone');
  signal.addEventListener('abort', () => {
    window.cancelAnimationFrame(frame);
    sizes.disconnect();
    near.disconnect();
  });

  function listen(target: EventTarget, ...names: string[]): void {
    if (listened.has(target)) return;
    listened.add(target);
    for (const name of names) target.addEventListener(name, wake, { capture: true, passive: true, signal });
  }

  function step(): void {
    frame = 0;
    if (signal.aborted) return;
    const places = measure();
    const now = JSON.stringify([...places]);
    if (now !== told) {
      told = now;
      still = 0;
      onPlaces(places);
    } else still++;
    if (still < calm && items.length > 0) frame = window.requestAnimationFrame(step);
  }

  function measure(): Map<string, Place> {
    const viewport = { width: window.document.documentElement.clientWidth, height: window.innerHeight };
    const boxes = items.map(({ blocks }) => boxOf(blocks));
    const drawn = boxes.filter((box): box is Rect => box !== null);
    const columnRight = Math.max(...drawn.map((box) => box.x + box.width));
    const columnLeft = Math.min(...drawn.map((box) => box.x));
    const places = new Map<string, Place>();
    items.forEach((item, index) => {
      const block = boxes[index];
      // Far away: no clip to read, no mark to draw.
      if (!block || block.y > viewport.height || block.y + block.height < 0) return;
      const clip = clipOf(item.scrollers, viewport);
      const free = freedom(item, `${block.width}x${Math.round(block.height)},${viewport.width},${Math.round(columnRight)}`);
      const place = placeMark({ block, clip, columnRight, columnLeft }, free.ask);
      if (place) {
        free.keep(place.spot);
        places.set(item.id, { ...place, x: Math.round(place.x), y: Math.round(place.y) });
      }
    });
    return places;
  }

  /** What is under a point costs a hit test: while the sizes stay, the spot that was free stays. */
  function freedom(item: Item, key: string) {
    const known = item.choice?.key === key ? item.choice.spot : null;
    return {
      ask: (box: Rect, spot: Place['spot']): boolean =>
        known ? spot === known : item.blocks[0] !== undefined && isFree(box, item.blocks[0], host),
      keep: (spot: Place['spot']): void => {
        item.choice = { key, spot };
      },
    };
  }

  return {
    wake,
    set(answers) {
      const before = new Map(items.map((item) => [item.blocks[0], item]));
      items = answers.map(({ id, blocks }) => {
        const old = before.get(blocks[0]);
        const scrollers = old?.scrollers ?? (blocks[0] ? scrollersOf(blocks[0]) : []);
        return { id, blocks, scrollers, choice: old?.choice ?? null };
      });
      sizes.disconnect();
      near.disconnect();
      sizes.observe(window.document.documentElement);
      for (const { blocks, scrollers } of items) {
        for (const block of blocks) {
          sizes.observe(block);
          near.observe(block);
        }
        for (const scroller of scrollers) {
          sizes.observe(scroller);
          // Scrolling inside a shadow root is not heard outside of it.
          listen(scroller, 'scroll');
        }
      }
      wake();
    },
  };
}
