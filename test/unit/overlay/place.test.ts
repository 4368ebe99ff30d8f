import { describe, expect, test } from 'vitest';
import { markSize, placeMark, type Measured } from '../../../lib/overlay/place.ts';

const clip = { x: 0, y: 0, width: 1000, height: 800 };
const measured = (part: Partial<Measured> = {}): Measured => ({
  block: { x: 200, y: 100, width: 400, height: 300 },
  clip,
  columnRight: 640,
  columnLeft: 180,
  ...part,
});
const all = () => true;

describe('where a mark stands', () => {
  test('in the gutter of the column, on one line for all answers', () => {
    const wide = placeMark(measured(), all);
    const narrow = placeMark(measured({ block: { x: 200, y: 500, width: 90, height: 40 } }), all);
    expect(wide).toMatchObject({ spot: 'gutter', x: 650, y: 100, open: 'down' });
    expect(narrow?.x).toBe(wide?.x);
  });

  test('a low answer opens its rail sideways', () => {
    expect(placeMark(measured({ block: { x: 200, y: 100, width: 400, height: 40 } }), all)?.open).toBe('end');
  });

  test('the other gutter, then below, where the first is taken', () => {
    expect(placeMark(measured(), (_, spot) => spot !== 'gutter')).toMatchObject({ spot: 'start', x: 180 - 10 - markSize });
    expect(placeMark(measured(), (_, spot) => spot === 'below')).toMatchObject({ spot: 'below', x: 200, y: 404 });
  });

  test('never beyond what its scrollers leave visible', () => {
    const place = placeMark(measured({ clip: { x: 190, y: 0, width: 455, height: 380 } }), all);
    expect(place).toMatchObject({ spot: 'corner' });
    expect(place!.x + markSize).toBeLessThanOrEqual(645);
  });

  test('it stays in view as long as its answer is, and goes with it', () => {
    expect(placeMark(measured({ block: { x: 200, y: -150, width: 400, height: 300 } }), all)?.y).toBe(4);
    expect(placeMark(measured({ block: { x: 200, y: -290, width: 400, height: 300 } }), all)).toBeNull();
    expect(placeMark(measured({ block: { x: 200, y: 900, width: 400, height: 300 } }), all)).toBeNull();
    expect(
      placeMark(measured({ block: { x: 200, y: 100, width: 400, height: 300 }, clip: { x: 0, y: 450, width: 1000, height: 100 } }), all),
    ).toBeNull();
  });
});
