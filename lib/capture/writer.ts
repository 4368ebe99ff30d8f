/** Builds the normalised text and the runs that lead back to the page. */
import type { Run } from './offsets.ts';

/** Zero-width marks that tools leave behind are no text. */
const gap = /[\s\u200B\uFEFF]{2,}|[^\S ]|[\u200B\uFEFF]|^ | $/g;
const zeroWidth = /[\u200B\uFEFF]/g;
/** What may compose with what follows it: a base with its marks, one syllable of Hangul. */
const clusters = /(?:[\u1100-\u115F]+|[\uAC00-\uD7A3])[\u1160-\u11A7]*[\u11A8-\u11FF]*\p{M}*|\P{M}\p{M}*|\p{M}+/gu;

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

  /** Code as it is written, and whether its next part starts a line. */
  #raw = '';
  #starts = false;

  /** The next words start a line. */
  line(): void {
    this.#between = Between.Line;
    this.#starts = true;
  }

  /** A `br` in code: one line end more, also where a line has just begun. */
  break(): void {
    this.#write('\n', true);
    if (this.#between === Between.Line) this.#blank += '\n';
    else this.#held += '\n';
  }

  /** The next words start a table cell. */
  cell(): void {
    if (this.#between < Between.Cell) this.#between = Between.Cell;
  }

  /** Words that the page draws as a picture or leaves out: no way leads back from them. */
  extra(value: string): void {
    this.#separate();
    this.#push(value);
  }

  /** What is added from here on is code. */
  startCode(): void {
    this.line();
    this.#raw = '';
  }

  /** The code since `startCode` as it is written, without its last line end. */
  endCode(): string {
    this.#held = '';
    this.#blank = '';
    return this.#raw.replace(/\n$/, '');
  }

  text(): string {
    return this.#parts.join('');
  }

  /**
   * Adds a text node from one UTF-16 offset to another, with space collapsed as the mode says; returns the value
   * for the tree: composed, with its space as it was written.
   */
  add(node: Text, mode: 'text' | 'lines' | 'code', from = 0, to = node.length): string {
    let raw = node.data.slice(from, to);
    if (mode === 'code') {
      // Editors draw the spaces of code as ones that do not break.
      raw = raw.replaceAll('\u00A0', ' ');
      if (raw) this.#write(raw);
      this.#code(node, raw, from);
      return raw;
    }
    let last = 0;
    gap.lastIndex = 0;
    for (let match = gap.exec(raw); match; match = gap.exec(raw)) {
      this.#run(node, from + last, from + match.index);
      const space = match[0].replace(zeroWidth, '');
      last = match.index + match[0].length;
      if (!space) continue;
      if (mode === 'lines' && space.includes('\n')) this.#between = Between.Line;
      else if (this.#between === Between.Nothing) this.#between = Between.Space;
    }
    this.#run(node, from + last, to);
    return raw.replace(zeroWidth, '').normalize();
  }

  #write(value: string, isBreak = false): void {
    // A line that begins needs no second line end where the page writes one.
    if (this.#starts && this.#raw && !this.#raw.endsWith('\n') && (isBreak || value[0] !== '\n')) this.#raw += '\n';
    this.#starts = false;
    this.#raw += value;
  }

  #code(node: Text, raw: string, from: number): void {
    const body = raw.replace(/\n+$/, '');
    if (body) {
      if (this.#held && this.#between === Between.Line) this.#between = Between.Nothing;
      this.#push(this.#held + this.#blank);
      this.#held = '';
      this.#blank = '';
      this.#run(node, from, from + body.length, body);
    }
    this.#held += raw.slice(body.length);
  }

  #run(node: Text, from: number, to: number, raw = node.data.slice(from, to)): void {
    if (to <= from) return;
    this.#separate();
    if (raw.normalize() === raw) return this.#add(node, from, to, raw);
    for (const match of raw.matchAll(clusters))
      this.#add(node, from + match.index, from + match.index + match[0].length, match[0].normalize());
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
