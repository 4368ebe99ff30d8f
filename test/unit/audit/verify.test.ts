import { assert, asyncProperty, integer, nat } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonical } from '../../../lib/audit/canonical.ts';
import { signedBytes } from '../../../lib/audit/countersign.ts';
import { committed, linked, lineOf, origin } from '../../../lib/audit/entry.ts';
import { verify, type Known } from '../../../lib/audit/verify.ts';
import type { AuditEntry, AuditReport, Countersignature, LinkedEntry } from '../../../lib/model/audit.ts';
import { isoAt } from '../sample.ts';
import { chain, chainId, linesOf } from './chain.ts';

const check = (lines: string[], known: Known = { saved: true }): Promise<AuditReport> => verify(lines, known);
const entries = chain(1000);
const lines = linesOf(entries);

describe('a record that is whole', () => {
  test('is intact, from its first entry to the one of its saving', async () => {
    expect(await check(lines)).toEqual({
      entries: 1000,
      since: isoAt(1000),
      until: isoAt(1_000_000),
      head: { chain: chainId, seq: 1000, hash: entries.at(-1)!.hash },
      broken: null,
      troubles: 0,
      holes: [],
      resets: [],
      lost: [],
      anchor: null,
      unanchored: 1000,
      badReceipts: [],
    } satisfies AuditReport);
  });

  test('holds an entry that was noted long ago', async () => {
    expect((await check(lines, { head: entries[499]! })).broken).toBeNull();
    expect((await check(lines, { head: { seq: 500, hash: 'f'.repeat(64) } })).broken).toMatchObject({ seq: 500, trouble: 'replaced' });
  });
});

describe('a single bit', () => {
  /** The bytes of the file with one bit turned, as lines. */
  function flipped(lines: string[], index: number, bit: number): string[] {
    const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
    const start = new TextEncoder().encode(
      lines
        .slice(0, index)
        .map((line) => `${line}\n`)
        .join(''),
    ).length;
    const length = new TextEncoder().encode(lines[index]).length + 1;
    const at = start * 8 + (bit % (length * 8));
    bytes[at >> 3]! ^= 1 << (at & 7);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/\n$/, '').split('\n');
  }

  test('turned anywhere in any of 1,000 entries is found, at that entry', { timeout: 300_000 }, async () => {
    await assert(
      asyncProperty(integer({ min: 0, max: 999 }), nat(1_000_000), async (index, bit) => {
        const report = await check(flipped(lines, index, bit));
        expect(report.broken).toMatchObject({ line: index + 1, seq: index + 1 });
      }),
    );
  });

  test('every bit of one entry, its line end included', async () => {
    const few = linesOf(chain(4));
    const bits = (new TextEncoder().encode(few[1]).length + 1) * 8;
    for (let bit = 0; bit < bits; bit++) {
      const report = await check(flipped(few, 1, bit));
      expect(report.broken, `bit ${bit}`).toMatchObject({ line: 2, seq: 2 });
    }
  });
});

describe('what was done to it is said rightly', () => {
  const cases: [string, (lines: string[]) => string[], Partial<AuditReport['broken'] & object>, AuditReport['holes']][] = [
    ['one entry taken out', (all) => all.toSpliced(9, 1), { line: 10, seq: 11, trouble: 'missing' }, [{ from: 10, to: 10 }]],
    ['several taken out', (all) => all.toSpliced(9, 5), { line: 10, seq: 15, trouble: 'missing' }, [{ from: 10, to: 14 }]],
    ['the beginning taken out', (all) => all.slice(3), { line: 1, seq: 4, trouble: 'missing' }, [{ from: 1, to: 3 }]],
    ['two in each other’s place', (all) => all.with(9, all[10]!).with(10, all[9]!), { line: 10, trouble: 'order' }, []],
    ['one moved far', (all) => [...all.toSpliced(4, 1).slice(0, 14), all[4]!, ...all.slice(15)], { line: 5, trouble: 'order' }, []],
    ['one twice', (all) => all.toSpliced(9, 0, all[8]!), { line: 10, seq: 9, trouble: 'duplicate' }, []],
    ['the end cut off', (all) => all.slice(0, 15), { line: 16, seq: 16, trouble: 'cut' }, []],
    [
      'a line cut in two',
      (all) => all.toSpliced(9, 1, all[9]!.slice(0, 50), all[9]!.slice(50)),
      { line: 10, seq: 10, trouble: 'unreadable' },
      [],
    ],
    [
      'one taken out and the next changed',
      (all) => all.toSpliced(9, 2, all[10]!.replace('r11', 'r12')),
      { line: 10, seq: 11, trouble: 'missing' },
      [{ from: 10, to: 10 }],
    ],
    ['spaces put in', (all) => all.with(9, all[9]!.replace(':', ': ')), { line: 10, seq: 10, trouble: 'unreadable' }, []],
    ['the same key twice', (all) => all.with(9, all[9]!.replace('{"at"', '{"at":"","at"')), { line: 10, trouble: 'unreadable' }, []],
    ['a blank line put in', (all) => all.toSpliced(9, 0, ''), { line: 10, trouble: 'unreadable' }, []],
    ['nothing left', () => [], { line: 1, seq: 1, trouble: 'cut' }, []],
  ];
  test.each(cases)('%s', async (_, change, broken, holes) => {
    const report = await check(change(linesOf(chain(20))));
    expect(report).toMatchObject({ broken, holes });
    expect(report.troubles).toBeGreaterThan(0);
  });

  test('the end cut off a record whose end is known', async () => {
    const all = chain(20);
    expect(await check(linesOf(all.slice(0, 15)), { head: all.at(-1)! })).toMatchObject({
      broken: { seq: 16, trouble: 'cut' },
      holes: [{ from: 16, to: 20 }],
    });
  });

  test('an entry rewritten with a hash of its own no longer fits the next', async () => {
    const all = chain(20);
    const { hash: _, ...tenth } = all[9]!;
    const forged = linked({ ...tenth, at: isoAt(0) }, all[8]!.hash);
    expect((await check(linesOf(all.with(9, forged)))).broken).toMatchObject({ line: 11, seq: 11, trouble: 'unlinked' });
  });

  test('a beginning that no chain has', async () => {
    const [first, ...rest] = chain(3, (entry) => (entry.seq === 1 ? { ...entry, type: 'erase' } : entry));
    expect((await check(linesOf([first!, ...rest]))).broken).toMatchObject({ seq: 1, trouble: 'unlinked' });
  });

  test('a number as high as there are does not stop it', async () => {
    const [first, ...rest] = chain(3);
    const far = linked({ ...rest[0]!, seq: Number.MAX_SAFE_INTEGER }, first!.hash);
    expect((await check(linesOf([first!, far]))).holes).toEqual([{ from: 2, to: Number.MAX_SAFE_INTEGER - 1 }]);
  });

  test.each([['[]'], ['null'], ['{}'], ['['.repeat(100_000)], ['{"__proto__":1}'], ['1e999']])('%.20s is no entry', async (line) => {
    expect((await check([...lines.slice(0, 3), line], {})).broken).toMatchObject({ line: 4, trouble: 'unreadable' });
  });

  test('a new beginning is said, and what comes after it is checked', async () => {
    const old = chain(5).slice(0, 4);
    const reset: AuditEntry = { v: 1, seq: 8, type: 'chain.reset', at: isoAt(0), by: null, facts: { chain: 'other' }, content: {} };
    const begun = linked(reset, origin);
    const next = linked({ ...old[2]!, seq: 9 }, begun.hash);
    const report = await check(linesOf([...old, begun, next]), {});
    expect(report).toMatchObject({ resets: [{ seq: 8, at: isoAt(0) }], holes: [{ from: 5, to: 7 }], head: { chain: 'other', seq: 9 } });
    expect(report.broken).toMatchObject({ seq: 8, trouble: 'missing' });
    expect((await check(linesOf([...old, begun, { ...next, at: isoAt(1) }]), {})).troubles).toBe(2);
  });
});

describe('countersignatures', () => {
  let keys: CryptoKeyPair;
  let key: string;
  const base64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');
  beforeAll(async () => {
    keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    key = base64(await crypto.subtle.exportKey('raw', keys.publicKey));
  });
  async function receiptFor({ seq, hash: head }: Pick<LinkedEntry, 'seq' | 'hash'>, parts: Partial<Countersignature> = {}) {
    const said = { chain: chainId, seq, head, at: isoAt(5) };
    return { ...said, key, signature: base64(await crypto.subtle.sign('Ed25519', keys.privateKey, signedBytes(said))), ...parts };
  }
  /** A chain of ten in which entry 6 is the receipt. */
  const anchored = (receipt: Countersignature): string[] =>
    linesOf(chain(10, (entry) => (entry.seq === 6 ? { ...entry, type: 'chain.anchored', facts: { receipt: { ...receipt } } } : entry)));

  test('vouch for the entries up to theirs; the rest is the unanchored tail', async () => {
    const report = await check(anchored(await receiptFor(chain(10)[4]!)));
    expect(report).toMatchObject({ broken: null, anchor: { seq: 5, at: isoAt(5), key }, unanchored: 5, badReceipts: [] });
  });

  test('that are of another signature, chain or future vouch for nothing', async () => {
    const good = await receiptFor(chain(10)[4]!);
    for (const wrong of [
      { at: isoAt(6) },
      { chain: 'other' },
      { key: key.replace(/^./, key.startsWith('A') ? 'B' : 'A') },
      { signature: '' },
    ])
      expect(await check(anchored({ ...good, ...wrong }))).toMatchObject({ anchor: null, unanchored: 10, badReceipts: [6] });
    expect(await check(anchored(await receiptFor(chain(10)[6]!)))).toMatchObject({ anchor: null, badReceipts: [6] });
  });

  test('of another entry than the one that stands there show that it was replaced', async () => {
    const report = await check(anchored(await receiptFor({ seq: 5, hash: 'f'.repeat(64) })));
    expect(report).toMatchObject({ broken: { seq: 5, trouble: 'signed-otherwise' }, anchor: null });
  });
});

test('canonical JSON is that of RFC 8785', () => {
  // The example of its section 3.2.3, and numbers of 3.2.2.3.
  const value = {
    '€': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '😀': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    ö: 'Latin Small Letter O With Diaeresis',
  };
  expect(Object.values(JSON.parse(canonical(value)) as object)).toHaveLength(7);
  expect([...canonical(value).matchAll(/:"([\w:]+)/g)].map(([, word]) => word)).toEqual([
    'Carriage',
    'One',
    'Control',
    'Latin',
    'Euro',
    'Emoji:',
    'Hebrew',
  ]);
  expect(canonical([1e21, 333333333.3333333, 1e-7, -0, 0.000001])).toBe('[1e+21,333333333.3333333,1e-7,0,0.000001]');
  expect(canonical({ a: undefined, b: ['\u000f', '\ud83d'] })).toBe(String.raw`{"b":["\u000f","\ud83d"]}`);
  expect(() => canonical(Number.NaN)).toThrow(RangeError);
});

test('a commitment shows a change to whoever has the salt, and nothing else to anybody', () => {
  const [one, other] = ['00'.repeat(16), '01'.repeat(16)];
  expect(committed(one, { text: 'a' })).toBe(committed(one, { text: 'a' }));
  expect(new Set([committed(one, { text: 'a' }), committed(other, { text: 'a' }), committed(one, { text: 'b' })]).size).toBe(3);
});

test('a line is the entry and the entry is the line', () => {
  expect(lineOf(entries[1]!)).toMatch(/^\{"at":"2026-03-12T10:00:02\.000Z","by":\{"id":"reviewer-1","role":"reviewer"\},"content":/);
});
