/** Two tabs on one review: what each does goes together, and where both do the same otherwise, nothing is lost. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyJudgement, severities, type Judgement, type ReviewChange, type Said } from '../../../lib/model/review.ts';
import { applyChange } from '../../../lib/review/apply.ts';
import { meet, sameSaid } from '../../../lib/review/meet.ts';
import { flag, isoAt } from '../sample.ts';

const at = isoAt(0);
const empty = emptyJudgement();
const by = (current: Said, change: ReviewChange, seen: Said | null = empty): Said => meet(current, change, { seen, at });

describe('meet', () => {
  test('a flag here and a thumb there are both said', () => {
    const both = by(by(empty, { kind: 'flag', flag: flag() }), { kind: 'rate', rating: -1 });
    expect(both).toEqual({ ...empty, flags: [flag()], rating: -1 });
  });

  test('two corrections: the later one counts, the other waits beside it', () => {
    const here = by(empty, { kind: 'correct', markdown: 'here' });
    const both = by(here, { kind: 'correct', markdown: 'there' });
    expect(both).toEqual({ ...empty, correction: { markdown: 'there' }, others: [{ change: { kind: 'correct', markdown: 'here' }, at }] });
  });

  test('two that write on do not heap up: each has one version', () => {
    const both = ['a', 'ab', 'abc'].reduce<{ now: Said; a: Said; b: Said }>(
      ({ now, a, b }, text) => {
        const mine = by(now, { kind: 'correct', markdown: `A ${text}` }, a);
        const theirs = by(mine, { kind: 'correct', markdown: `B ${text}` }, b);
        return {
          now: theirs,
          a: { ...empty, correction: { markdown: `A ${text}` } },
          b: { ...empty, correction: { markdown: `B ${text}` } },
        };
      },
      { now: empty, a: empty, b: empty },
    );
    expect(both.now.correction).toEqual({ markdown: 'B abc' });
    expect(both.now.others).toEqual([{ change: { kind: 'correct', markdown: 'A abc' }, at }]);
  });

  test('the note of a flag in one tab and its severity in the other are both set', () => {
    const seen = { ...empty, flags: [flag({ severity: 'major' })] };
    const noted = by(seen, { kind: 'flag', flag: flag({ note: 'It is Canberra.' }) }, seen);
    const both = by(noted, { kind: 'flag', flag: flag({ severity: 'critical' }) }, seen);
    expect(both).toEqual({ ...empty, flags: [flag({ severity: 'critical', note: 'It is Canberra.' })] });
  });

  test('a flag that goes on from what does not count loses nothing of it', () => {
    const seen = { ...empty, flags: [flag({ category: 'wrong' })] };
    const mine = by(seen, { kind: 'flag', flag: flag({ category: 'outdated' }) }, seen);
    const both = by(mine, { kind: 'flag', flag: flag({ category: 'unsafe' }) }, seen);
    const noted = by(both, { kind: 'flag', flag: flag({ category: 'outdated', note: 'It is Canberra.' }) }, mine);
    expect(noted.flags).toEqual([flag({ category: 'unsafe', note: 'It is Canberra.' })]);
    expect(noted.others).toEqual([{ change: { kind: 'flag', flag: flag({ category: 'outdated' }) }, at }]);
  });

  test('a tag is a field of its own: what is added and taken off in two tabs goes together', () => {
    const seen: Said = { ...empty, tags: ['old'] };
    const added = by(seen, { kind: 'tag', tag: 'here' }, seen);
    const both = by(by(added, { kind: 'tag', tag: 'there' }, seen), { kind: 'untag', tag: 'old' }, seen);
    expect(both).toEqual({ ...empty, tags: ['here', 'there'] });
    expect(by(both, { kind: 'tag', tag: 'here' }, seen)).toEqual(both);
  });

  test('who takes away what they have not seen changed, takes nothing away unasked', () => {
    const seen = { ...empty, correction: { markdown: 'one' } };
    const written = by(seen, { kind: 'correct', markdown: 'one and two' }, seen);
    const both = by(written, { kind: 'correct', markdown: null }, seen);
    expect(both.correction).toEqual({ markdown: 'one and two' });
    expect(both.others).toEqual([{ change: { kind: 'correct', markdown: null }, at }]);
    expect(by(both, { kind: 'correct', markdown: null }, both)).toEqual(empty);
  });

  test('an undo takes back its own act alone', () => {
    const seen: Said = { ...empty, rating: 1 };
    const flagged = by(seen, { kind: 'flag', flag: flag() }, seen);
    expect(meet(flagged, { kind: 'undo', toRevision: 0 }, { seen, earlier: empty, at })).toEqual({ ...empty, flags: [flag()] });
  });

  test('approving here and correcting there is approving with that edit', () => {
    const both = by(by(empty, { kind: 'correct', markdown: 'better' }), { kind: 'decide', decision: 'approve' });
    expect(both).toEqual({ ...empty, correction: { markdown: 'better' }, decision: 'edit' });
  });

  test('choosing ends it: the other by its act, this one by `settle`', () => {
    const both = by(by(empty, { kind: 'note', note: 'here' }), { kind: 'note', note: 'there' });
    expect(by(both, both.others![0]!.change, both)).toEqual({ ...empty, note: 'here' });
    expect(by(both, { kind: 'settle', field: 'note' }, both)).toEqual({ ...empty, note: 'there' });
    expect(by(both, { kind: 'settle', field: 'rate' }, both)).toEqual(both);
  });

  test('a thumb pressed again by who knows of the other is the choice', () => {
    const both = by(by(empty, { kind: 'rate', rating: 1 }), { kind: 'rate', rating: -1 });
    expect(both.others).toHaveLength(1);
    expect(by(both, { kind: 'rate', rating: null }, both)).toEqual(empty);
  });

  test('what is left when all else was taken away counts', () => {
    const both = by(by(empty, { kind: 'note', note: 'here' }), { kind: 'note', note: 'there' });
    expect(by(both, { kind: 'note', note: '' }, both)).toEqual({ ...empty, note: 'here' });
  });
});

const words = fc.constantFrom('', 'one', 'two', 'three');
const change: fc.Arbitrary<ReviewChange> = fc.oneof(
  fc.record({ kind: fc.constant('rate' as const), rating: fc.constantFrom(-1 as const, 1 as const, null) }),
  fc.record({
    kind: fc.constant('flag' as const),
    flag: fc.record({
      id: fc.constantFrom('f1', 'f2'),
      category: fc.constantFrom('wrong', 'other'),
      severity: fc.constantFrom(...severities),
      note: words,
    }),
  }),
  fc.record({ kind: fc.constant('unflag' as const), flagId: fc.constantFrom('f1', 'f2') }),
  fc.record({ kind: fc.constant('correct' as const), markdown: fc.constantFrom('one', 'two', 'three', null) }),
  fc.record({ kind: fc.constant('note' as const), note: words }),
  fc.record({ kind: fc.constant('score' as const), criterion: fc.constant('true'), points: fc.constantFrom(1, 2, null) }),
  fc.record({ kind: fc.constant('decide' as const), decision: fc.constantFrom('approve' as const, 'reject' as const, null) }),
  fc.record({ kind: fc.constant('escalate' as const), to: words, reason: words }),
  fc.record({ kind: fc.constant('settle' as const), field: fc.constantFrom('correct', 'note', 'rate', 'flag:f1') }),
  fc.constant({ kind: 'withdraw' as const }),
);

/** What is said in each field, one by one. That an approval is one with an edit follows from the correction. */
function values({ rating, scores, flags, correction, decision, escalation, note }: Judgement): Map<string, string> {
  const all: [string, unknown][] = [
    ['rating', rating],
    ['correction', correction],
    ['decision', [decision === 'edit' ? 'approve' : decision, escalation]],
    ['note', note],
    ['score', scores.true ?? null],
  ];
  for (const id of ['f1', 'f2']) {
    const known = flags.find((one) => one.id === id);
    for (const part of ['category', 'severity', 'note'] as const) all.push([`${id} ${part}`, known?.[part] ?? null]);
  }
  return new Map(all.map(([field, value]) => [field, JSON.stringify(value)]));
}

const wordsOf = (judgement: Judgement): string[] => [...values(judgement)].map(([field, value]) => `${field} ${value}`);
const offered = (said: Said): string[] => (said.others ?? []).flatMap((other) => wordsOf(applyChange(said, other.change)));

test('any acts of two tabs, heard of late or soon: both end with what is stored, and nothing that was entered is lost', () => {
  const step = fc.oneof(
    fc.record({ tab: fc.constantFrom(0, 1), act: change }),
    // One more of the pushes that are on their way to a tab arrives.
    fc.record({ tab: fc.constantFrom(0, 1), act: fc.constant(null) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let stored: Said = empty;
      const shown: [Said, Said] = [empty, empty];
      const underway: [Said[], Said[]] = [[], []];
      const entered = new Set<string>();
      /** Whoever replaced these had them before their eyes. */
      const replaced = new Set<string>();
      for (const { tab, act } of steps) {
        const seen = shown[tab];
        if (act === null) {
          shown[tab] = underway[tab].shift() ?? seen;
          continue;
        }
        const [was, meant] = [values(seen), values(applyChange(seen, act))];
        for (const [field, value] of meant) {
          if (value === was.get(field)) continue;
          entered.add(`${field} ${value}`);
          replaced.add(`${field} ${was.get(field)}`);
        }
        if (!['flag', 'unflag', 'correct', 'note'].includes(act.kind)) for (const said of offered(seen)) replaced.add(said);
        stored = meet(stored, act, { seen, at });
        // Its own reply, and a push to the other, in the order of what was stored.
        for (const to of underway) to.push(stored);
        if (underway[tab].length === 1) shown[tab] = underway[tab].shift()!;
      }
      for (const tab of [0, 1] as const) shown[tab] = underway[tab].at(-1) ?? shown[tab];
      expect(shown).toEqual([stored, stored]);
      const there = new Set([...wordsOf(stored), ...offered(stored), ...replaced]);
      expect([...entered].filter((said) => !there.has(said))).toEqual([]);
    }),
    { numRuns: 10000 },
  );
});

test('an act that comes twice is as once', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), fc.array(change, { maxLength: 4 }), change, (before, meanwhile, act) => {
      const seen = before.reduce<Said>((said, one) => by(said, one, said), empty);
      const current = meanwhile.reduce<Said>((said, one) => by(said, one, said), seen);
      const once = by(current, act, seen);
      expect(sameSaid(by(once, act, seen), once)).toBe(true);
    }),
  );
});
