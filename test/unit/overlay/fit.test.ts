import { assert, boolean, constant, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { fit } from '../../../components/overlay/fit.ts';

const view = { x: 0, y: 0, width: 1000, height: 800 };
const size = { width: 272, height: 300 };

test('under its anchor', () =>
  expect(fit({ x: 100, y: 100, width: 50, height: 20 }, size, view)).toEqual({ x: 100, y: 126, height: null, isBelow: true }));

test('above it where it would leave the window', () =>
  expect(fit({ x: 100, y: 700, width: 50, height: 20 }, size, view)).toEqual({ x: 100, y: 394, height: null, isBelow: false }));

test('flush with the right of its anchor where reading begins there', () =>
  expect(fit({ x: 500, y: 100, width: 50, height: 20 }, size, view, true).x).toBe(278));

test('lower where neither side has room for all of it, on the side that has more', () => {
  const high = { width: 272, height: 700 };
  expect(fit({ x: 100, y: 200, width: 50, height: 20 }, high, view)).toEqual({ x: 100, y: 226, height: 566, isBelow: true });
  expect(fit({ x: 100, y: 600, width: 50, height: 20 }, high, view)).toEqual({ x: 100, y: 8, height: 586, isBelow: false });
});

test('on the side where it is when it grows, and lower than it wants to be; on the other one where that has no room', () => {
  const anchor = { x: 100, y: 400, width: 50, height: 20 };
  const opened = fit(anchor, size, view);
  expect(opened).toMatchObject({ y: 426, isBelow: true });
  const grown = fit(anchor, { width: 272, height: 380 }, view, false, opened);
  expect(grown).toMatchObject({ y: 426, height: 366, isBelow: true });
  expect(fit({ ...anchor, y: 700 }, size, view, false, grown)).toMatchObject({ isBelow: false });
});

test('in what a person sees while they pinch', () =>
  expect(fit({ x: 0, y: 0, width: 50, height: 20 }, { width: 100, height: 100 }, { x: 400, y: 300, width: 500, height: 400 })).toEqual({
    x: 408,
    y: 308,
    height: null,
    isBelow: true,
  }));

test('always inside the window, and never over its anchor while one side has room', () => {
  const edge = integer({ min: -200, max: 1600 });
  const length = integer({ min: 1, max: 900 });
  const box = record({ x: edge, y: edge, width: length, height: length });
  const sizes = record({ width: integer({ min: 100, max: 304 }), height: length });
  const views = record({
    x: constant(0),
    y: constant(0),
    width: integer({ min: 320, max: 1600 }),
    height: integer({ min: 200, max: 1200 }),
  });
  assert(
    property(box, sizes, views, boolean(), (anchor, wanted, window, rtl) => {
      const { x, y, height } = fit(anchor, wanted, window, rtl);
      const bottom = y + (height ?? wanted.height);
      expect(x).toBeGreaterThanOrEqual(8);
      expect(x + wanted.width).toBeLessThanOrEqual(window.width - 8);
      expect(y).toBeGreaterThanOrEqual(8);
      expect(bottom).toBeLessThanOrEqual(window.height - 8);
      const isInView = anchor.y >= 0 && anchor.y + anchor.height <= window.height;
      const room = Math.max(anchor.y - 14, window.height - anchor.y - anchor.height - 14);
      if (isInView && room >= 160) expect(y >= anchor.y + anchor.height || bottom <= anchor.y).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
