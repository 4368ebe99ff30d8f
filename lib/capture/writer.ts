/** Builds the normalised text and the runs that lead back to the page. */
import type { Run } from './offsets.ts';

/** Zero-width marks that tools leave behind are no text. */
const gap = /[\s\u200B\uFEFF]{2,}|[^\S ]|[\u200B\uFEFF]|^ | $/g;
/** What may compose with what follows it: a base with its marks, conjoining Hangul. */
const clusters = /[\u1100-\u11FF]+|\P{M}\p{M}*|\p{M}+/gu;

const enum Between {
  Nothing,
  Space,
  Cell,
  Line,
}

/** Text as it grows. Separators wait until the next words, so none stands at an end. */
export class Writer {
  readonly runs: Run[] = [];
  #parts: string[] = [];
  #length = 0;
  #between = Between.Nothing;
  /** Line ends inside code that are only written if more code follows. */
  #held = '';
  /** Empty lines, which a line that begins does not replace. */
  #blank = '';

  /** The next words start a line. */
  line(): void {
    this.#between = Between.Line;
  }

  /** A `br` in code: one line end more, also where a line has just begun. */
  break(): void {
    if (this.#between === Between.Line) this.#blank += '\n';
    else this.#held += '\n';
  }

  /** The next words start a table cell. */
  cell(): void {
    if (this.#between < Between.Cell) this.#between = Between.Cell;
  }

  /** Where the text stands now, for `since`. */
  mark(): number {
    return this.#parts.length;
  }

  /** What was written after the mark, without the separator that led to it. */
  since(mark: number): string {
    this.#held = '';
    this.#blank = '';
    return this.#parts.slice(mark).join('').replace(/^\n/, '');
  }

  text(): string {
    return this.#parts.join('');
  }

  /** Adds a text node; returns its value for the tree: composed, with space collapsed as the mode says. */
  add(node: Text, mode: 'text' | 'lines' | 'code'): string {
    const raw = node.data;
    if (mode === 'code') {
      this.#code(node, raw);
      return raw;
    }
    let last = 0;
    let value = '';
    gap.lastIndex = 0;
    for (let match = gap.exec(raw); match; match = gap.exec(raw)) {
      value += this.#run(node, last, match.index);
      const space = match[0].replace(/[\u200B\uFEFF]/g, '');
      last = match.index + match[0].length;
      if (!space) continue;
      const line = mode === 'lines' && space.includes('\n');
      value += line ? '\n' : ' ';
      if (line) this.#between = Between.Line;
      else if (this.#between === Between.Nothing) this.#between = Between.Space;
    }
    return value + this.#run(node, last, raw.length);
  }

  #code(node: Text, raw: string): void {
    const body = raw.replace(/\n+$/, '');
    if (body) {
      if (this.#held && this.#between === Between.Line) this.#between = Between.Nothing;
      this.#push(this.#held + this.#blank);
      this.#held = '';
      this.#blank = '';
      this.#run(node, 0, body.length);
    }
    this.#held += raw.slice(body.length);
  }

  #run(node: Text, from: number, to: number): string {
    if (to <= from) return '';
    const raw = node.data.slice(from, to);
    const composed = raw.normalize();
    this.#separate();
    if (composed === raw) {
      this.#add(node, from, to, raw);
      return raw;
    }
    for (const match of raw.matchAll(clusters))
      this.#add(node, from + match.index, from + match.index + match[0].length, match[0].normalize());
    return composed;
  }

  #add(node: Text, from: number, to: number, value: string): void {
    const start = this.#length;
    this.#push(value);
    const last = this.runs[this.runs.length - 1];
    const straight =
      last?.node === node &&
      last.to === from &&
      last.end === start &&
      last.to - last.from === last.end - last.start &&
      to - from === value.length;
    if (straight) {
      last.to = to;
      last.end = this.#length;
    } else this.runs.push({ node, from, to, start, end: this.#length });
  }

  #separate(): void {
    if (this.#length > 0) this.#push(['', ' ', '\t', '\n'][this.#between]!);
    this.#between = Between.Nothing;
  }

  #push(value: string): void {
    if (!value) return;
    this.#parts.push(value);
    this.#length += value.length;
  }
}
