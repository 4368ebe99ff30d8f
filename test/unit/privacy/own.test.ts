/** What people add themselves: expressions, which must end on any text, and word lists. */
import { describe, expect, test } from 'vitest';
import { longestFind, patternFinder } from '../../../lib/privacy/automaton.ts';
import { PatternFault } from '../../../lib/privacy/pattern.ts';
import { longestPhrase, phraseFinder } from '../../../lib/privacy/phrases.ts';

class Counted extends String {
  looks = 0;
  override charCodeAt(at: number): number {
    this.looks++;
    return super.charCodeAt(at);
  }
}

const found = (pattern: string, text: string, anyCase = false): string[] =>
  patternFinder(pattern, anyCase)(text).map(({ start, end }) => text.slice(start, end));

describe('expressions', () => {
  test.each([
    ['CUST-\\d{6}', 'CUST-123456, CUST-12345 and CUST-1234567', ['CUST-123456']],
    ['[A-Z]{2,3}-\\d+', 'see AB-1 and ABCD-2 and XYZ-99.', ['AB-1', 'XYZ-99']],
    ['(?:foo|food|bar)s?', 'foods food fo bars', ['foods', 'food', 'bars']],
    ['[^\\s,]+@corp', 'a,bob@corp', ['bob@corp']],
    ['K\\u0041\\x42[\\d\\-x]?', 'KAB KAB- KABx KABy', ['KAB', 'KAB-', 'KABx']],
    ['项目\\d+', '我的项目12号', ['项目12']],
    ['a.c', 'abc a\nc a-c', ['abc', 'a-c']],
    ['#\\d*', 'x#12 # y', ['#12', '#']],
    ['(ab|a)(bc|c)?', 'abc ab a', ['abc', 'ab', 'a']],
    ['', 'abc', null],
    ['a*', 'abc', null],
  ] as const)('%s', (pattern, text, expected) => {
    if (expected === null) expect(() => patternFinder(pattern)).toThrow(new PatternFault('empty', 0));
    else expect(found(pattern, text)).toEqual(expected);
  });

  test('in any case', () => {
    expect(found('straße-[a-c]x', 'STRASSE-BX Straße-BX', true)).toEqual(['Straße-BX']);
  });

  test.each([
    ['(a', 'syntax', 2],
    ['a)', 'syntax', 1],
    ['[a', 'syntax', 2],
    ['[b-a]', 'syntax', 4],
    ['*a', 'syntax', 0],
    ['a{3,2}', 'syntax', 1],
    ['a\\', 'syntax', 2],
    ['^a', 'unknown', 0],
    ['a$', 'unknown', 1],
    ['(?=a)b', 'unknown', 1],
    ['(a)\\1', 'unknown', 4],
    ['\\bfoo', 'unknown', 1],
    ['a*?', 'unknown', 2],
    ['a{9999}', 'big', 0],
    ['((a{50}){50}){50}', 'big', 0],
    ['[ab]*a[ab]{14}', 'big', 0],
  ] as const)('%s is refused: %s at %i', (pattern, code, at) => {
    expect(() => patternFinder(pattern)).toThrow(new PatternFault(code, at));
  });

  test('what is masked is no sign to any of them', () => {
    expect(found('[^a]+', '\0\0')).toEqual([]);
    expect(found('a\\x00?b', 'a\0b')).toEqual([]);
  });

  test.each([
    ['(a+)+b', 'a'],
    ['(a|aa)+b', 'a'],
    ['(a|a)*b', 'a'],
    ['(\\w+\\s?)*b', 'a '],
    ['(.*)*x{2}', 'y'],
    ['[a-z]+[a-z]+[a-z]+1', 'a'],
    ['(([a-z])+.)+[A-Z]([a-z])+', 'a'],
    ['(\\d+,?)+x', '1,'],
    ['[ab]*a[ab]{7}', 'ab'],
  ])('%s ends on 30,000 signs that lead it on', (pattern, unit) => {
    // The browser's own engine needs more than the age of the world for most of these. Counted is each look at the text.
    const text = new Counted(unit.repeat(30_000 / unit.length));
    patternFinder(pattern)(text as unknown as string);
    expect(text.looks).toBeGreaterThan(text.length / 2);
    expect(text.looks).toBeLessThanOrEqual(text.length * (longestFind + 1));
  });

  test('a find is at most as long as is said', () => {
    expect(found('a+', 'a'.repeat(longestFind))).toHaveLength(1);
    expect(found('a+', 'a'.repeat(longestFind + 1))).toEqual([]);
    expect(found('[a ]+', 'a '.repeat(300))[0]).toHaveLength(longestFind);
  });
});

describe('word lists', () => {
  const words = (phrases: string[], text: string): string[] => phraseFinder(phrases)(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    [['Jane Miller', 'Miller'], 'Miss jane  MILLER, Miller and Millers', ['jane  MILLER', 'Miller']],
    [['Max'], 'Maximum max Max2 max. _max', ['max', 'max']],
    [['李雷'], '我是李雷的朋友', ['李雷']],
    [['김철수'], '김철수는 학생', ['김철수']],
    [['สมชาย'], 'คุณสมชายมา', ['สมชาย']],
    [['علي'], 'عليه علي', ['علي']],
    [['Élodie'], 'élodie ÉLODIE Elodie', ['élodie', 'ÉLODIE']],
    [['Zoë'], 'Zoe\u0308 Zoë Zoe', ['Zoe\u0308', 'Zoë']],
    [['Zoe\u0308'], 'Zoë', ['Zoë']],
    [['İzmir'], 'İzmir', ['İzmir']],
    [['C++', '.NET'], 'C++ and .NET, C++17', ['C++', '.NET', 'C++']],
    [['', '  ', 'a'.repeat(longestPhrase + 1)], `x ${'a'.repeat(longestPhrase + 1)}`, []],
    [['a b'], 'a\n\tb', ['a\n\tb']],
  ])('%j', (phrases, text, expected) => {
    expect(words(phrases, text)).toEqual(expected);
  });
});
