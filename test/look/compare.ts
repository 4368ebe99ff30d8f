/** Compares two pictures as an eye at some distance does: by the mean colour of small cells, so that edges of letters do not count. */
import type { Pixels } from './png.ts';

/** Pixels of a cell's side. */
const side = 8;
/** A mean colour that is further off, in levels of 255 of its worst channel, is another one. A hair line of the palette on paper is 3.4. */
const off = 2.5;
/** A cell that is so far off is seen at a glance. */
const far = 24;

export interface Difference {
  /** Cells that are off, and those that are far off. */
  cells: number;
  far: number;
  /** In cells: the longest straight run of those that are off. A border is a long run; a letter is none. */
  run: number;
  all: number;
  /** The new picture, pale, with what is off in red. */
  picture: Pixels;
}

/** Null: of another size, by more than a cell. */
export function compare(before: Pixels, now: Pixels): Difference | null {
  if (Math.abs(before.width - now.width) > side || Math.abs(before.height - now.height) > side) return null;
  const width = Math.floor(Math.min(before.width, now.width) / side);
  const height = Math.floor(Math.min(before.height, now.height) / side);
  const picture = { ...now, rgb: now.rgb.map((level) => 200 + (level >> 3)) };
  const isOff = Array.from({ length: height }, () => Array.from({ length: width }, () => false));
  let [cells, farOff] = [0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [one, other] = [mean(before, x, y), mean(now, x, y)];
      const worst = Math.max(...one.map((level, c) => Math.abs(level - other[c]!)));
      if (worst <= off) continue;
      cells++;
      if (worst > far) farOff++;
      isOff[y]![x] = true;
      redden(picture, x, y);
    }
  return { cells, far: farOff, run: longestRun(isOff), all: width * height, picture };
}

/** What no other machine does to the same picture: a long straight line, much at a glance, or a twentieth of all cells. */
export const isOther = ({ cells, far: seen, run, all }: Difference): boolean => run >= 8 || seen >= 4 || cells > Math.max(6, all / 20);

function mean({ width, rgb }: Pixels, x: number, y: number): number[] {
  const sum = [0, 0, 0];
  for (let row = y * side; row < (y + 1) * side; row++)
    for (let column = x * side; column < (x + 1) * side; column++)
      for (let c = 0; c < 3; c++) sum[c]! += rgb[3 * (row * width + column) + c]!;
  return sum.map((level) => level / side ** 2);
}

function redden({ width, rgb }: Pixels, x: number, y: number): void {
  for (let row = y * side; row < (y + 1) * side; row++)
    for (let column = x * side; column < (x + 1) * side; column++) {
      const at = 3 * (row * width + column);
      rgb[at + 1] = rgb[at + 1]! - 110;
      rgb[at + 2] = rgb[at + 2]! - 110;
    }
}

function longestRun(isOff: boolean[][]): number {
  const lines = [...isOff, ...(isOff[0] ?? []).map((_, x) => isOff.map((row) => row[x]!))];
  return Math.max(
    0,
    ...lines.map((line) =>
      Math.max(
        0,
        ...line
          .map((on) => (on ? '1' : '0'))
          .join('')
          .split('0')
          .map(({ length }) => length),
      ),
    ),
  );
}
