/** How long an answer was read. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDwell } from '../../../entrypoints/controls/dwell.ts';

let notice: (entries: { target: Element; isIntersecting: boolean }[]) => void;
const watched = new Set<Element>();
let now = 0;

beforeEach(() => {
  watched.clear();
  now = 0;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof notice) {
        notice = (entries) => callback(entries.filter(({ target }) => watched.has(target)));
      }
      observe = (element: Element) => void watched.add(element);
      unobserve = (element: Element) => void watched.delete(element);
      disconnect = () => watched.clear();
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const page = () =>
  ({
    document: { visibilityState: 'visible', hasFocus: () => true, addEventListener: () => {} },
    performance: { now: () => now },
    addEventListener: () => {},
  }) as unknown as Window & typeof globalThis;

test('an answer that goes on and is finished again in the same element is read on', () => {
  const dwell = createDwell(page(), new AbortController().signal);
  const element = {} as Element;
  dwell.follow([{ id: 'a', element }]);
  notice([{ target: element, isIntersecting: true }]);
  now = 100;
  dwell.follow([]);
  now = 500;
  expect(dwell.of('a').activeMs).toBe(100);
  dwell.follow([{ id: 'a', element }]);
  notice([{ target: element, isIntersecting: true }]);
  now = 700;
  expect(dwell.of('a').activeMs).toBe(300);
});
