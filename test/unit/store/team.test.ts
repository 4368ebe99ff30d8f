/** What is meant for whom, and what nobody may see yet. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBy, isFor, veiledIn } from '../../../lib/model/team.ts';
import { meOf } from '../../../lib/oversight/team.ts';
import { defaultPolicy, type Policy } from '../../../lib/model/policy.ts';
import type { ReviewChange, Reviewer } from '../../../lib/model/review.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { listReviews } from '../../../lib/store/list.ts';
import type { Store } from '../../../lib/store/open.ts';
import { reviewedAnswers } from '../../../lib/store/reviewed.ts';
import { forYou, markTold, veiled } from '../../../lib/store/team.ts';
import { act, all, answer, freshStore, noon } from '../sample.ts';

const policy: Policy = {
  ...defaultPolicy,
  roles: [
    { id: 'agent', may: ['escalate'] },
    { id: 'lead', label: 'Team lead', may: ['approve', 'reject'] },
    { id: 'auditor', may: [], seesAll: true },
  ],
};
const ada: Reviewer = { id: 'a', name: 'Ada', role: 'agent' };
const ben: Reviewer = { id: 'b', name: 'Ben', role: 'lead' };
const cyd: Reviewer = { id: 'c', role: 'auditor' };
const me = (reviewer: Reviewer) => meOf(policy, reviewer);
const answerId = answer().id;
let minute = 0;
const say = (store: Store, reviewer: Reviewer, change: ReviewChange, final = true) =>
  changeReview(store, act({ reviewer, change, final, now: noon + ++minute * 60_000 }));
const escalated = (to: string): ReviewChange => ({ kind: 'escalate', to, reason: 'Is this so?' });
const waits = async (store: Store, who: Reviewer) => {
  const { asked, answered } = await forYou(store, me(who), policy);
  return [asked, answered].map((some) => some.map(({ review }) => `${review.reviewer.name} ${review.decision}`));
};

describe('who is meant', () => {
  test.each(['Ben', ' ben ', 'lead', 'Team Lead'])('"%s" is Ben', (to) => {
    expect(isFor(to, me(ben))).toBe(true);
    expect(isBy(to, { reviewer: ben }, policy)).toBe(true);
    expect(isFor(to, me(ada))).toBe(false);
  });

  test('nobody is meant by nothing', () => {
    expect(isFor('', me(cyd))).toBe(false);
    expect(isFor(' ', me({ ...cyd, name: ' ' }))).toBe(false);
  });
});

describe('forYou', () => {
  test('who is named is asked until they have decided; the verdict comes to who asked, until it is read', async () => {
    const store = freshStore();
    await say(store, ada, escalated('team lead'));
    expect([await waits(store, ben), await waits(store, ada), await waits(store, cyd)]).toEqual([
      [['Ada escalate'], []],
      [[], []],
      [[], []],
    ]);
    await say(store, ben, { kind: 'note', note: 'Let me see' });
    expect(await waits(store, ben)).toEqual([['Ada escalate'], []]);
    const { review } = await say(store, ben, { kind: 'decide', decision: 'reject' });
    expect([await waits(store, ben), await waits(store, ada)]).toEqual([
      [[], []],
      [[], ['Ben reject']],
    ]);
    await markTold(store, review!);
    await markTold(store, review!);
    expect(await waits(store, ada)).toEqual([[], []]);
    // Another verdict is news, another question too.
    await say(store, ben, { kind: 'decide', decision: 'approve' });
    expect(await waits(store, ada)).toEqual([[], ['Ben approve']]);
    await say(store, ada, escalated('Ben'));
    expect((await waits(store, ben))[0]).toEqual(['Ada escalate']);
  });

  test('what somebody else says is no verdict, and what was taken back asks nobody', async () => {
    const store = freshStore();
    await say(store, ada, escalated('lead'));
    await say(store, cyd, { kind: 'decide', decision: 'approve' });
    expect(await waits(store, ada)).toEqual([[], []]);
    await say(store, ada, { kind: 'withdraw' });
    expect(await waits(store, ben)).toEqual([[], []]);
  });
});

describe('veiled', () => {
  const seen = async (store: Store, who: Reviewer) => {
    const { rows } = await listReviews(store);
    const hidden = await veiled(store, rows, me(who));
    return rows.filter(({ id }) => !hidden.has(id)).map(({ by }) => by);
  };

  test('a colleague’s review is hidden until one’s own is final, except to who sees all', async () => {
    const store = freshStore();
    await say(store, ada, { kind: 'rate', rating: 1 });
    expect([await seen(store, ada), await seen(store, ben), await seen(store, cyd)]).toEqual([['a'], [], ['a']]);
    await say(store, ben, { kind: 'note', note: 'Hm' }, false);
    expect(await seen(store, ben)).toEqual(['b']);
    await say(store, ben, { kind: 'finish' });
    expect(await seen(store, ben)).toEqual(['b', 'a']);
    // Whoever takes their own back is blind again.
    await changeReview(store, act({ answer: undefined, answerId, reviewer: ben, change: { kind: 'withdraw' }, now: noon + 9e6 }));
    expect(await seen(store, ben)).toEqual([]);
  });

  test('who is asked sees the question, others do not', async () => {
    const store = freshStore();
    await say(store, ada, escalated('Ben'));
    const dan: Reviewer = { id: 'd', name: 'Dan', role: 'agent' };
    expect([await seen(store, ben), await seen(store, dan)]).toEqual([['a'], []]);
  });

  test('an export hides the same reviews as the list, whatever was said', async () => {
    const changes: ReviewChange[] = [
      { kind: 'rate', rating: 1 },
      escalated('Ben'),
      { kind: 'decide', decision: 'approve' },
      { kind: 'withdraw' },
    ];
    const acts = fc.array(fc.record({ who: fc.constantFrom(ada, ben, cyd), change: fc.constantFrom(...changes) }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(acts, fc.boolean(), async (those, hasDraft) => {
        const store = freshStore();
        for (const { who, change } of those) await say(store, who, change);
        // A draft is that of the person at this computer, and opens nothing.
        if (hasDraft) await say(store, ben, { kind: 'note', note: 'Hm' }, false);
        const { rows } = await listReviews(store, { filter: { status: ['final'] } });
        const items = await all(reviewedAnswers(store));
        for (const who of hasDraft ? [ben] : [ada, ben, cyd]) {
          const inExport = items.flatMap((item) => veiledIn(item, me(who)));
          expect(inExport.toSorted()).toEqual([...(await veiled(store, rows, me(who)))].toSorted());
        }
      }),
      { numRuns: 60 },
    );
  });
});
