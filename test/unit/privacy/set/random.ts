/** The same draws in every run: Mulberry32. */
export class Draw {
  private state: number;
  constructor(seed: number) {
    this.state = seed;
  }

  /** From 0 below `end`. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  from(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  /** `length` signs out of `signs`. */
  signs(length: number, signs: string): string {
    return Array.from({ length }, () => signs[this.below(signs.length)]).join('');
  }

  digits(length: number): string {
    return this.signs(length, '0123456789');
  }

  /** `#` a digit, `?` a capital letter, `%` a hexadecimal digit, `*` a letter or digit; all else stays. */
  filled(form: string): string {
    return form.replaceAll(/[#?%*]/g, (sign) =>
      this.signs(1, { '#': '0123456789', '?': capitals, '%': '0123456789abcdef', '*': alphanumeric }[sign]!),
    );
  }

  /** A day between two years, as year, month and day with leading zeros. */
  day(first: number, last: number): { yyyy: string; yy: string; mm: string; dd: string } {
    const yyyy = String(this.from(first, last));
    return { yyyy, yy: yyyy.slice(2), mm: two(this.from(1, 12)), dd: two(this.from(1, 28)) };
  }
}

export const two = (number: number): string => String(number).padStart(2, '0');
export const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const alphanumeric = `${capitals}abcdefghijklmnopqrstuvwxyz0123456789`;
