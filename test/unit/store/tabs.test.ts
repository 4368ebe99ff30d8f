/** Two tabs, and two computers, at one review as it is stored: every tab ends with what is stored, and nothing that was said is lost. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyJudgement, type Review, type ReviewChange } from '../../../lib/model/review.ts';
import { applyChange, isFinal, judgementOf } from '../../../lib/review/apply.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import type { Store } from '../../../lib/store/open.ts';
import { openPrivate } from '../../../lib/store/private.ts';
import type { PrivateArea } from '../../../lib/store/privateArea.ts';
import { putRevisions, restoredTables } from '../../../lib/store/restored.ts';
import { findReviews } from '../../../lib/store/reviews.ts';
import type { ChangeRequest } from '../../../lib/store/next.ts';
import { act, answer, freshStore, isoAt, noon, review } from '../sample.ts';

const { id, origin } = answer();
const text = fc.constantFrom('one', 'two', 'three');
const change: fc.Arbitrary<ReviewChange> = fc.oneof(
  fc.record({ kind: fc.constant('rate' as const), rating: fc.constantFrom(-1 as const, 1 as const, null) }),
  fc.record({ kind: fc.constant('correct' as const), markdown: fc.option(text) }),
  fc.record({ kind: fc.constant('note' as const), note: fc.oneof(text, fc.constant('')) }),
  fc.constant({ kind: 'finish' as const }),
);
const steps = fc.array(fc.record({ tab: fc.constantFrom(0, 1), act: fc.option(change) }), { maxLength: 14 });
type Steps = { tab: number; act: ReviewChange | null }[];

/** The texts that a review says, or keeps to be chosen from. */
const textsOf = (one: Review | null): string[] => {
  const all = one ? [one, ...(one.others ?? []).map(({ change: other }) => applyChange(judgementOf(one), other))] : [];
  return all.flatMap(({ correction, note }) => [`correct ${correction?.markdown ?? ''}`, `note ${note}`]);
};

/** Runs acts of two tabs, each of which hears late of the other's; returns what is stored and what was written and never replaced knowingly. */
async function run(all: Steps, perform: (request: ChangeRequest) => Promise<{ review: Review | null }>) {
  const shown: [Review | null, Review | null] = [null, null];
  let stored: Review | null = null;
  const written = new Set<string>();
  const replaced = new Set<string>();
  for (const [at, { tab, act: what }] of all.entries()) {
    const own = tab === 0 ? 0 : 1;
    if (what === null) {
      shown[own] = stored;
      continue;
    }
    const seen = shown[own];
    const [was, meant] = [judgementOf(seen ?? emptyJudgement()), applyChange(judgementOf(seen ?? emptyJudgement()), what)];
    if (was.correction?.markdown !== meant.correction?.markdown) {
      written.add(`correct ${meant.correction?.markdown ?? ''}`);
      replaced.add(`correct ${was.correction?.markdown ?? ''}`);
    }
    if (was.note !== meant.note) {
      written.add(`note ${meant.note}`);
      replaced.add(`note ${was.note}`);
    }
    ({ review: stored } = await perform(act({ change: what, seen, final: isFinal(what), now: noon + at * 1000 })));
    shown[own] = stored;
  }
  return { stored, open: [...written].filter((one) => !replaced.has(one)) };
}

test('what two tabs write is there at the end, as what counts or to be chosen from; drafts and revisions alike', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const store = freshStore();
      const { stored, open } = await run(all, (request) => changeReview(store, request));
      const found = (await findReviews(store, origin, [{ id }]))[id] ?? null;
      // A review of which nothing was ever final and nothing is left is none.
      expect(found).toEqual(stored);
      const there = new Set(textsOf(found));
      expect(open.filter((one) => !there.has(one) && !one.endsWith(' '))).toEqual([]);
      await store.close();
    }),
    { numRuns: 60 },
  );
});

test('a private window makes of the same acts the same review', async () => {
  const area = (): PrivateArea => {
    const kept = new Map<string, unknown>();
    return {
      all: async () => Object.fromEntries(structuredClone([...kept])),
      set: async (key, value) => void kept.set(key, structuredClone(value)),
      remove: async (key) => void kept.delete(key),
    };
  };
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const store = freshStore();
      const kept = openPrivate(area());
      const one = await run(all, (request) => changeReview(store, request));
      const other = await run(all, (request) => kept.change(request));
      const said = (now: Review | null) => now && { ...now, id: '' };
      expect(said(other.stored)).toEqual(said(one.stored));
      await store.close();
    }),
    { numRuns: 30 },
  );
});

test('a backup that says otherwise under the same number is kept beside, once', async () => {
  const store = freshStore();
  await changeReview(store, act());
  const mine = (await findReviews(store, origin, [{ id }]))[id]!;
  const theirs = review({ id: mine.id, answerId: id, rating: -1, note: 'From the other computer.', updatedAt: isoAt(60_000) });
  const bring = (into: Store) => into.write([...restoredTables], (tx, sound) => putRevisions(tx, sound, 'reviews', [theirs]));
  expect(await bring(store)).toBe(2);
  const now = (await findReviews(store, origin, [{ id }]))[id];
  expect(now).toMatchObject({ revision: 3, rating: -1, note: 'From the other computer.' });
  expect(now?.others).toEqual([{ change: { kind: 'rate', rating: 1 }, at: isoAt(0), from: 'backup' }]);
  expect(await bring(store)).toBe(0);
  const settled = await changeReview(store, act({ answer: undefined, answerId: id, seen: now!, change: { kind: 'rate', rating: 1 } }));
  expect(settled.review).toMatchObject({ revision: 4, rating: 1, note: 'From the other computer.' });
  expect(settled.review?.others).toBeUndefined();
});
