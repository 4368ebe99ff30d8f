/** Whatever was done to a review, taking back gives what was said before, step by step to the beginning. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisions, emptyJudgement, severities, type Judgement, type ReviewChange } from '../../../lib/model/review.ts';
import { applyChange, isEmpty, sameJudgement } from '../../../lib/review/apply.ts';
import { stepsTo } from '../../../lib/review/steps.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const flagId = fc.constantFrom('f1', 'f2', 'f3');
const change: fc.Arbitrary<ReviewChange> = fc.oneof(
  fc.record({ kind: fc.constant('rate' as const), rating: fc.constantFrom(-1 as const, 1 as const, null) }),
  fc.record({
    kind: fc.constant('flag' as const),
    flag: fc.record({ id: flagId, category: fc.constantFrom('wrong', 'other'), severity: fc.constantFrom(...severities), note: words }),
  }),
  fc.record({ kind: fc.constant('unflag' as const), flagId }),
  fc.record({ kind: fc.constant('correct' as const), markdown: fc.option(words) }),
  fc.record({ kind: fc.constant('note' as const), note: words }),
  fc.record({ kind: fc.constantFrom('tag' as const, 'untag' as const), tag: fc.constantFrom('a', 'b') }),
  fc.record({
    kind: fc.constant('score' as const),
    criterion: fc.constantFrom('helpful', 'true'),
    points: fc.option(fc.integer({ min: 1, max: 5 })),
  }),
  fc.record({
    kind: fc.constant('decide' as const),
    decision: fc.option(fc.constantFrom(...decisions.filter((one) => one !== 'escalate'))),
  }),
  fc.record({ kind: fc.constant('escalate' as const), to: words, reason: words }),
  fc.constant({ kind: 'withdraw' as const }),
  fc.constant({ kind: 'finish' as const }),
);

/** What each revision said, from 0, as the store keeps it. */
function history(changes: ReviewChange[]): Judgement[] {
  const said = [emptyJudgement()];
  for (const one of changes) said.push(applyChange(said.at(-1)!, one));
  return said;
}

test('undo after any acts gives exactly what each revision said; an undo can be undone', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
      const said = history(changes);
      const now = said.at(-1)!;
      for (const [toRevision, before] of said.entries()) {
        const undone = applyChange(now, { kind: 'undo', toRevision }, toRevision === 0 ? null : before);
        expect(sameJudgement(undone, before)).toBe(true);
        // An undo is an act like another.
        expect(sameJudgement(applyChange(undone, { kind: 'undo', toRevision: changes.length }, now), now)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('the same act twice is the same act once, and no act changes what it was given', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), change, (changes, last) => {
      const before = history(changes).at(-1)!;
      const copy = structuredClone(before);
      const once = applyChange(before, last);
      expect(applyChange(once, last)).toEqual(once);
      expect(before).toEqual(copy);
      expect(isEmpty(applyChange(once, { kind: 'withdraw' }))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('steps lead from anything that was said to anything else', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.array(change, { maxLength: 12 }), (some, others) => {
      const from = history(some).at(-1)!;
      const to = history(others).at(-1)!;
      const steps = stepsTo(from, to);
      const arrived = steps.reduce((now, step) => applyChange(now, step), from);
      // Flags that stay keep their place, new ones come after them.
      const sorted = (one: Judgement): Judgement => ({ ...one, flags: one.flags.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
      expect(sameJudgement(sorted(arrived), sorted(to))).toBe(true);
      expect(stepsTo(arrived, to)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
