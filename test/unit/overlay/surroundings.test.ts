import { describe, expect, test } from 'vitest';
import { channels, clipOf } from '../../../lib/overlay/surroundings.ts';

describe('how light a background is', () => {
  test.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(0, 0, 0, 0)', 0, 0],
    ['rgb(0 0 0 / 0.5)', 0, 0.5],
    ['oklch(0.145 0 0)', 0.145, 1],
    ['oklab(0.98 0.01 none / 0.4)', 0.98, 0.4],
    ['lab(2.75381 0 0)', 0.0275381, 1],
    ['lch(90 12 80)', 0.9, 1],
    ['color(srgb 1 1 1)', 1, 1],
    ['color(display-p3 0 0 0 / 50%)', 0, 0.5],
  ])('%s', (value, light, alpha) => {
    const found = channels(value);
    expect(found?.light).toBeCloseTo(light, 5);
    expect(found?.alpha).toBeCloseTo(alpha, 5);
  });

  test.each(['', 'transparent', 'none', 'hsl(0 0% 0%)', 'rgb(1)'])('%j cannot be read', (value) => expect(channels(value)).toBeNull());
});

describe('what scrollers leave visible', () => {
  const scroller = (left: number, top: number, right: number, bottom: number) =>
    ({
      clientLeft: 0,
      clientWidth: right - left,
      offsetWidth: right - left,
      getBoundingClientRect: () => ({ left, top, right, bottom }),
    }) as unknown as Element;

  test('the part that all of them and the viewport share', () => {
    expect(clipOf([scroller(100, -50, 500, 400), scroller(0, 20, 450, 900)], { x: 0, y: 0, width: 1000, height: 300 })).toEqual({
      x: 100,
      y: 20,
      width: 350,
      height: 280,
    });
  });

  test('a scrollbar is not part of it, on either side', () => {
    const left = {
      clientLeft: 15,
      clientWidth: 385,
      offsetWidth: 400,
      getBoundingClientRect: () => ({ left: 0, top: 0, right: 400, bottom: 90 }),
    };
    const right = { ...left, clientLeft: 0 };
    const view = { x: 0, y: 0, width: 1000, height: 800 };
    expect(clipOf([left as unknown as Element], view)).toMatchObject({ x: 15, width: 385 });
    expect(clipOf([right as unknown as Element], view)).toMatchObject({ x: 0, width: 385 });
  });

  test('nothing, where they share nothing', () => {
    expect(clipOf([scroller(0, 0, 100, 100), scroller(200, 200, 300, 300)], { x: 0, y: 0, width: 1000, height: 800 })).toMatchObject({
      width: 0,
      height: 0,
    });
  });
});
