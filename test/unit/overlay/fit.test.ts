import { expect, test } from 'vitest';
import { fit } from '../../../components/overlay/fit.ts';

const viewport = { width: 1000, height: 800 };
const size = { width: 272, height: 300 };

test('under its anchor', () => expect(fit({ x: 100, y: 100, width: 50, height: 20 }, size, viewport)).toEqual({ x: 100, y: 126 }));

test('above it where it would leave the window', () =>
  expect(fit({ x: 100, y: 700, width: 50, height: 20 }, size, viewport)).toEqual({ x: 100, y: 394 }));

test('inside the window in any case', () => {
  expect(fit({ x: 990, y: 100, width: 5, height: 20 }, size, viewport).x).toBe(720);
  expect(fit({ x: -40, y: 100, width: 5, height: 20 }, size, viewport).x).toBe(8);
  expect(fit({ x: 0, y: 20, width: 5, height: 20 }, { width: 900, height: 900 }, viewport).y).toBe(8);
});
