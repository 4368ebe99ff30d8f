import { array, assert, boolean, integer, nat, option, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../../lib/overlay/boxes.ts';
import { fits, isInView, markSize, placeAt, spotsOf, type Measured, type Neighbours, type Spot } from '../../../lib/overlay/place.ts';
import { railLength } from '../../../lib/overlay/rail.ts';

const clip = { x: 0, y: 0, width: 1000, height: 800 };
const block = { x: 200, y: 100, width: 400, height: 300 };
const measured = (part: Partial<Measured> = {}): Measured => ({
  block,
  bubble: part.block ?? block,
  clip,
  columnEnd: 640,
  row: null,
  line: 24,
  beside: false,
  rtl: false,
  ...part,
});
const alone: Neighbours = { marks: [], texts: [], sheet: false };
const all = (spot: Spot): boolean => spot.width === markSize;
/** The place of the first spot that fits, as the page has room everywhere. */
function place(part: Partial<Measured> = {}, neighbours: Partial<Neighbours> = {}, isFree = all) {
  const given = measured(part);
  const others = { ...alone, ...neighbours };
  const spot = spotsOf(given).find((one) => fits(one, given.clip, others.marks) && isFree(one));
  return spot ? placeAt(spot, given, others) : null;
}

describe('where a mark stands', () => {
  test('in the gutter of the column, level with the first line, on one line for all answers', () => {
    const wide = place();
    const narrow = place({ block: { x: 200, y: 500, width: 90, height: 40 } });
    expect(wide).toMatchObject({ spot: 'gutter', x: 650, y: 98 });
    expect(narrow?.x).toBe(wide?.x);
  });

  test('then at the ends of the row of buttons, below, and at the corners', () => {
    const row = { x: 200, y: 410, width: 120, height: 32 };
    const spots = spotsOf(measured({ row })).map(({ spot, x, y }) => [spot, x, y]);
    expect(spots.slice(0, 4)).toEqual([
      ['gutter', 650, 98],
      ['row', 326, 412],
      ['row', 166, 412],
      ['below', 200, 446],
    ]);
    expect(spots.slice(4).map(([spot]) => spot)).toEqual(['corner', 'corner', 'corner', 'corner']);
  });

  test('below where another answer stands next to it', () =>
    expect(place({ beside: true })).toMatchObject({ spot: 'below', x: 200, y: 404 }));

  test('it stays in view as long as its answer is, and clear of a mark that stands there', () => {
    expect(place({ block: { ...block, y: -150 } })?.y).toBe(4);
    expect(place({ block: { ...block, y: -270 } })).toMatchObject({ spot: 'gutter', y: 4 });
    expect(isInView({ block: { ...block, y: -298 }, clip })).toBe(false);
    expect(place({}, { marks: [{ x: 650, y: 110, width: markSize, height: markSize }] })?.spot).toBe('below');
  });

  test('from right to left everything is mirrored', () => {
    const there = place({ block: { ...block, height: 60 } })!;
    const mirrored = place({ block: { x: 400, y: 100, width: 400, height: 60 }, columnEnd: 360, rtl: true })!;
    expect(mirrored).toMatchObject({ spot: there.spot, open: there.open, y: there.y, x: 1000 - there.x - markSize });
    expect(mirrored.rail).toMatchObject({ ...there.rail, x: 1000 - there.rail.x - there.rail.width });
  });
});

describe('which way a rail opens', () => {
  const low = { ...block, height: 40 };
  test('down beside a tall answer, else to where there is room', () => {
    expect(place()?.open).toBe('down');
    expect(place({ block: low })?.open).toBe('end');
    expect(place({ block: low, clip: { ...clip, width: 700 } })?.open).toBe('down');
  });

  test('it flips at the bottom', () => {
    const at = place({ block: { ...low, y: 740 }, clip: { ...clip, width: 700 } });
    expect(at?.open).toBe('above');
  });

  test('not over the next mark', () => {
    const next = { x: 650, y: 260, width: markSize, height: markSize };
    const at = place({ clip: { ...clip, width: 700 } }, { marks: [next] });
    expect(overlap(at!.rail, next)).toBeNull();
  });

  test('over text only where there is no other way', () => {
    const texts = [{ x: 690, y: 90, width: 300, height: 60 }];
    expect(place({ block: low }, { texts })?.open).toBe('down');
  });

  test('with room for what is said: under the rail, else over it, never on what ends what is visible', () => {
    expect(place()).toMatchObject({ open: 'down', above: false });
    // A composer begins just under the rail of 248 px.
    const composer = { ...clip, height: 390 };
    expect(place({ clip: composer })).toMatchObject({ open: 'down', above: true });
    // No room over it and under it: it opens another way.
    expect(place({ block: { ...block, y: 0 }, clip: { ...clip, height: 300 } })).toMatchObject({ open: 'end', above: false });
    expect(place({ block: { ...low, y: 740 } })).toMatchObject({ open: 'end', above: true });
    // A rail under its mark stays there: over it is what is being judged.
    const narrow = { ...clip, width: 620, height: 770 };
    expect(place({ block: { x: 350, y: 640, width: 250, height: 40 }, clip: narrow })).toMatchObject({ open: 'below', above: true });
    expect(place({ block: { ...low, y: 740 }, clip: { ...clip, width: 700 } })).toMatchObject({ open: 'above', above: true });
  });

  test('a bar at the bottom for fingers, and where a row has no room', () => {
    expect(place({}, { sheet: true })).toMatchObject({ open: 'sheet', rail: { x: 312, y: 736, width: 376, height: 56 } });
    // Over the answer, where the mark stands at the bottom.
    expect(place({ block: { ...block, y: 740, height: 50 } }, { sheet: true })?.rail.y).toBe(678);
    const small = { x: 0, y: 0, width: 240, height: 200 };
    expect(place({ block: { x: 10, y: 10, width: 150, height: 60 }, columnEnd: 160, clip: small })?.open).toBe('sheet');
  });
});

test('whatever the numbers are: mark and rail lie in what is visible, and on no other mark', () => {
  const box = (least: number, most: number) =>
    record({
      x: integer({ min: -200, max: 1400 }),
      y: integer({ min: -800, max: 1000 }),
      width: integer({ min: least, max: most }),
      height: integer({ min: least, max: most }),
    });
  const windows = record({
    x: integer({ min: 0, max: 300 }),
    y: integer({ min: 0, max: 200 }),
    width: integer({ min: 320, max: 1400 }),
    height: integer({ min: 240, max: 1000 }),
  });
  let placed = 0;
  const ways = new Set<string>();
  assert(
    property(
      box(10, 900),
      windows,
      option(box(20, 48)),
      array(box(markSize, markSize), { maxLength: 4 }),
      boolean(),
      boolean(),
      nat({ max: 3 }),
      (text, view, row, marks, rtl, sheet, taken) => {
        // Answers are where their window is; a few spots are taken by the site.
        const at = { ...text, x: view.x + (Math.abs(text.x) % view.width), y: view.y + (text.y % view.height) };
        const there = place(
          { block: at, clip: view, row, rtl, columnEnd: rtl ? at.x : at.x + at.width },
          { marks, sheet },
          ({ spot }) => ['gutter', 'row', 'below'].indexOf(spot) >= taken || spot === 'corner',
        );
        if (!there) return;
        placed++;
        ways.add(there.open);
        const mark = { x: there.x, y: there.y, width: markSize, height: markSize };
        for (const inside of [mark, there.rail]) {
          const shared = overlap(inside, view);
          // Marks are put on whole pixels.
          expect(Math.abs((shared?.width ?? 0) - inside.width)).toBeLessThanOrEqual(1);
          expect(Math.abs((shared?.height ?? 0) - inside.height)).toBeLessThanOrEqual(1);
        }
        for (const other of marks) {
          const shared = overlap(mark, other);
          expect(shared === null || Math.min(shared.width, shared.height) <= 1).toBe(true);
          if (there.open !== 'sheet') expect(overlap(there.rail, other)).toBeNull();
        }
        if (there.open === 'down') expect(there.rail.height).toBe(railLength);
        if (there.open === 'sheet') return;
        const { y, height } = there.rail;
        const ends = there.above ? Math.min(mark.y, y) - 34 : y + height + (there.open === 'down' ? 52 : 34);
        expect(ends, 'what is said has room').toBeGreaterThanOrEqual(view.y - 1);
        expect(ends, 'what is said has room').toBeLessThanOrEqual(view.y + view.height + 1);
      },
    ),
    { numRuns: 5000 },
  );
  expect(placed).toBeGreaterThan(1000);
  expect([...ways].toSorted()).toEqual(['above', 'below', 'down', 'end', 'sheet', 'start']);
});
