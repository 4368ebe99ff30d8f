/**
 * Runs an expression as a deterministic automaton: one look at a table for each unit, whatever the expression. A find is at most
 * `longestFind` units long, so that the time is linear in the text also where each beginning comes to nothing.
 */
import { PatternFault, readPattern, type Interval, type Pattern } from './pattern.ts';
import { isGlued } from './phrases.ts';
import type { Range } from './view.ts';

/** Units of UTF-16. */
export const longestFind = 256;
/** More are refused when the expression is made: making the table takes at most a few hundred milliseconds, and the table some kilobytes. */
const most = { steps: 600, states: 600, classes: 100 };

interface Step {
  set?: Interval[];
  to: number[];
}

/** Makes a search of an expression: the longest find at each place, which stands alone. Throws a `PatternFault`. */
export function patternFinder(source: string, anyCase = false): (text: string) => Range[] {
  const { classOf, width, table, ends } = determined(stepsOf(readPattern(source), anyCase));
  if (ends[0]) throw new PatternFault('empty', 0);
  return (text) => {
    const found: Range[] = [];
    for (let start = 0; start < text.length; start++) {
      if (table[classOf[text.charCodeAt(start)]!]! < 0 || isGlued(text, start)) continue;
      let end = 0;
      let state = 0;
      const stop = Math.min(text.length, start + longestFind);
      for (let at = start; at < stop; at++) {
        state = table[state * width + classOf[text.charCodeAt(at)]!]!;
        if (state < 0) break;
        if (ends[state] && !isGlued(text, at + 1)) end = at + 1;
      }
      if (end === 0) continue;
      found.push({ start, end });
      start = end - 1;
    }
    return found;
  };
}

/** Thompson's construction: step 0 ends, the last one begins. */
function stepsOf(pattern: Pattern, anyCase: boolean): Step[] {
  const steps: Step[] = [{ to: [] }];
  const add = (step: Step): number => {
    if (steps.length >= most.steps) throw new PatternFault('big', 0);
    return steps.push(step) - 1;
  };
  /** The step from which `pattern` leads to `next`. */
  const before = (pattern: Pattern, next: number): number => {
    if (pattern.is === 'set') return add({ set: anyCase ? bothCases(pattern.set) : pattern.set, to: [next] });
    if (pattern.is === 'row') return pattern.of.reduceRight((next, part) => before(part, next), next);
    if (pattern.is === 'choice') return add({ to: pattern.of.map((part) => before(part, next)) });
    let from = next;
    if (pattern.max === null) {
      from = add({ to: [next] });
      steps[from]!.to.push(before(pattern.of, from));
    }
    for (let count = pattern.min; count < (pattern.max ?? 0); count++) from = add({ to: [before(pattern.of, from), next] });
    for (let count = 0; count < pattern.min; count++) from = before(pattern.of, from);
    return from;
  };
  add({ to: [before(pattern, 0)] });
  return steps;
}

function bothCases(set: Interval[]): Interval[] {
  const more: Interval[] = [...set];
  for (const [low, high] of set) {
    // A range that wide holds both cases already.
    for (let code = low; code <= Math.min(high, low + 2_000); code++) {
      const unit = String.fromCharCode(code);
      for (const other of [unit.toLowerCase(), unit.toUpperCase()]) {
        if (other.length === 1 && other !== unit) more.push([other.charCodeAt(0), other.charCodeAt(0)]);
      }
    }
  }
  return more;
}

/** The subset construction, over classes of units that the expression never tells apart. */
function determined(steps: Step[]) {
  const borders = new Set([0, 1]);
  for (const { set } of steps) for (const [low, high] of set ?? []) borders.add(low).add(high + 1);
  const starts = [...borders].filter((border) => border <= 0xffff).sort((a, b) => a - b);
  if (starts.length > most.classes) throw new PatternFault('big', 0);
  const classOf = new Uint8Array(65_536);
  starts.forEach((start, index) => classOf.fill(index, start, starts[index + 1] ?? 65_536));

  /** What is reached without a unit, sorted. */
  const closed = (from: Iterable<number>): number[] => {
    const reached = new Set(from);
    for (const step of reached) if (!steps[step]!.set) for (const to of steps[step]!.to) reached.add(to);
    return [...reached].filter((step) => step === 0 || steps[step]!.set).sort((a, b) => a - b);
  };
  const states = [closed([steps.length - 1])];
  const known = new Map([[states[0]!.join(), 0]]);
  const rows: number[] = [];
  for (let state = 0; state < states.length; state++) {
    for (const unit of starts) {
      const next = closed(
        states[state]!.filter((step) => steps[step]!.set?.some(([low, high]) => unit > 0 && low <= unit && unit <= high)).flatMap(
          (step) => steps[step]!.to,
        ),
      );
      const name = next.join();
      let index = next.length > 0 ? known.get(name) : -1;
      if (index === undefined) {
        if (states.length >= most.states) throw new PatternFault('big', 0);
        index = states.push(next) - 1;
        known.set(name, index);
      }
      rows.push(index);
    }
  }
  return { classOf, width: starts.length, table: Int16Array.from(rows), ends: states.map((state) => state[0] === 0) };
}
