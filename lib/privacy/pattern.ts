/**
 * The expressions that people write for what only they know (`CUST-\d{6}`): a part of the usual syntax, read here and run by `automaton.ts`,
 * since the browser's own engine takes exponential time for some. There is nothing to look around, to count back or to anchor:
 * a find always stands alone.
 */

/** Units of UTF-16 from `low` to `high`, both included. */
export type Interval = [low: number, high: number];

/** What an expression is made of. `max` null: without end. */
export type Pattern =
  | { is: 'set'; set: Interval[] }
  | { is: 'row'; of: Pattern[] }
  | { is: 'choice'; of: Pattern[] }
  | { is: 'repeat'; of: Pattern; min: number; max: number | null };

/** What is wrong with an expression, and where, in UTF-16 units. */
export class PatternFault extends Error {
  /** `syntax`: a bracket or number is missing; `unknown`: it means something that is not offered; `big`: too many cases; `empty`: it finds nothing. */
  readonly code: 'syntax' | 'unknown' | 'big' | 'empty';
  readonly at: number;
  constructor(code: PatternFault['code'], at: number) {
    super(`${code} at ${at}`);
    this.code = code;
    this.at = at;
  }
}

/** Reads an expression; throws a `PatternFault`. */
export function readPattern(source: string): Pattern {
  let at = 0;
  const fail = (code: PatternFault['code'] = 'syntax'): never => {
    throw new PatternFault(code, at);
  };
  const take = (text: string): boolean => {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };

  const choice = (): Pattern => {
    const of = [row()];
    while (take('|')) of.push(row());
    return of.length === 1 ? of[0]! : { is: 'choice', of };
  };
  const row = (): Pattern => {
    const of: Pattern[] = [];
    while (at < source.length && !'|)'.includes(source[at]!)) of.push(repeated(one()));
    return { is: 'row', of };
  };
  const repeated = (of: Pattern): Pattern => {
    const counts = take('*') ? [0, null] : take('+') ? [1, null] : take('?') ? [0, 1] : counted();
    if (!counts) return of;
    if ('*+?{'.includes(source[at] ?? ' ')) fail('unknown');
    return { is: 'repeat', of, min: counts[0]!, max: counts[1]! };
  };
  const counted = (): [number, number | null] | null => {
    const match = /^\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/.exec(source.slice(at, at + 12));
    if (!match) return null;
    const min = Number(match[1]);
    const max = match[3] !== undefined ? Number(match[3]) : match[2] ? null : min;
    if (max !== null && max < min) fail();
    at += match[0].length;
    return [min, max];
  };
  const one = (): Pattern => {
    if (take('(')) {
      if (source[at] === '?' && !take('?:')) fail('unknown');
      const inside = choice();
      if (!take(')')) fail();
      return inside;
    }
    if (take('[')) return { is: 'set', set: bracket() };
    if (take('.')) return { is: 'set', set: without([[10, 10]]) };
    if (take('\\')) return { is: 'set', set: escaped() };
    if ('^$'.includes(source[at]!)) fail('unknown');
    if ('*+?{}]'.includes(source[at]!)) fail();
    return { is: 'set', set: [unit()] };
  };
  const unit = (): Interval => {
    const code = source.charCodeAt(at++);
    return [code, code];
  };
  const escaped = (): Interval[] => {
    const letter = source[at] ?? fail();
    const control = 'tnrfv'.indexOf(letter);
    const hex = /^(?:x([\da-f]{2})|u([\da-f]{4}))/i.exec(source.slice(at, at + 5));
    if (hex) {
      at += hex[0].length;
      const code = Number.parseInt(hex[1] ?? hex[2]!, 16);
      return [[code, code]];
    }
    if (!/[A-Za-z0-9]/.test(letter)) return [unit()];
    const set = control >= 0 ? ([[9, 10, 13, 12, 11][control]!].map((code) => [code, code]) as Interval[]) : named[letter];
    if (!set) fail('unknown');
    at++;
    return set!;
  };
  const bracket = (): Interval[] => {
    const negated = take('^');
    const set: Interval[] = [];
    while (source[at] !== ']') {
      if (at >= source.length) fail();
      const low = take('\\') ? escaped() : [unit()];
      if (source[at] !== '-' || source[at + 1] === ']' || low.length !== 1) {
        set.push(...low);
        continue;
      }
      at++;
      const high = take('\\') ? escaped() : [unit()];
      if (high.length !== 1 || high[0]![1] < low[0]![0]) fail();
      set.push([low[0]![0], high[0]![1]]);
    }
    at++;
    return negated ? without(set) : set;
  };

  const pattern = choice();
  if (at < source.length) fail();
  return pattern;
}

/** All units but those of a set; never the one that stands for what is masked. */
function without(set: Interval[]): Interval[] {
  const rest: Interval[] = [];
  let next = 1;
  for (const [low, high] of set.toSorted((a, b) => a[0] - b[0])) {
    if (low > next) rest.push([next, low - 1]);
    next = Math.max(next, high + 1);
  }
  return next <= 0xffff ? [...rest, [next, 0xffff]] : rest;
}

const digit: Interval[] = [[48, 57]];
const space: Interval[] = [
  [9, 13],
  [32, 32],
];
const word: Interval[] = [...digit, [65, 90], [95, 95], [97, 122]];
/** As in the usual syntax; texts are searched with the digits and spaces of all scripts as ASCII. */
const named: Record<string, Interval[]> = { d: digit, D: without(digit), s: space, S: without(space), w: word, W: without(word) };
