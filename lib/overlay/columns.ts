/** Where columns of answers end: their marks stand in one line, also when the widest answer is out of sight. */

/** The two sides of an answer in reading direction, relative to where its scroller begins. */
export interface Sides {
  start: number;
  end: number;
}

/** Answers that begin within so many px of each other are in one column. */
const same = 8;

/** Remembers the ends of the columns of each scroller while its width stays. */
export class Columns {
  readonly #known = new WeakMap<object, { width: number; columns: Sides[] }>();

  /** Takes in an answer. When one is `changed`, what was remembered of wider ones no longer holds. */
  add(scroller: object, width: number, sides: Sides, changed: boolean): void {
    const entry = this.#known.get(scroller);
    const columns = entry && entry.width === width && !changed ? entry.columns : [];
    const column = columns.find(({ start }) => Math.abs(start - sides.start) <= same);
    if (column) column.end = Math.max(column.end, sides.end);
    else columns.push({ ...sides });
    this.#known.set(scroller, { width, columns });
  }

  /** The end of the column that an answer stands in. */
  endOf(scroller: object, sides: Sides): number {
    const columns = this.#known.get(scroller)?.columns ?? [];
    return columns.find(({ start }) => Math.abs(start - sides.start) <= same)?.end ?? sides.end;
  }
}
