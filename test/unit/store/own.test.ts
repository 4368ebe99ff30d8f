/** Others may have said something of the same answer: what one sees and changes is one's own. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { changeReview } from '../../../lib/store/changes.ts';
import { passagesAt } from '../../../lib/store/passages.ts';
import { findReviews, readReview } from '../../../lib/store/reviews.ts';
import { changeSettings } from '../../../lib/store/settings.ts';
import type { Store } from '../../../lib/store/open.ts';
import { act, answer, freshStore, noon } from '../sample.ts';

const id = answer().id;
const later = { answer: undefined, answerId: id };
const ada = { id: 'ada', role: 'reviewer' as const };
const ben = { id: 'ben', role: 'lead' as const };

/** Ada's, with three revisions of hers on an answer. */
async function adas(): Promise<Store> {
  const store = freshStore();
  await changeSettings(store, (settings) => ({ ...settings, reviewer: ada }), noon);
  for (const change of [
    { kind: 'rate', rating: 1 },
    { kind: 'note', note: 'Yes' },
    { kind: 'note', note: 'Or no' },
  ] as const)
    await changeReview(store, act({ change, reviewer: ada }));
  return store;
}

test('a first word counts from one whatever others said, and each sees only their own', async () => {
  const store = await adas();
  const { review } = await changeReview(store, act({ ...later, change: { kind: 'decide', decision: 'reject' }, reviewer: ben }));
  expect(review).toMatchObject({ revision: 1, rating: null, note: '', decision: 'reject', reviewer: ben });
  expect((await findReviews(store, answer().origin, [{ id }]))[id]).toMatchObject({ revision: 3, note: 'Or no', reviewer: ada });
  expect((await changeReview(store, act({ ...later, change: { kind: 'rate', rating: -1 }, reviewer: ada }))).review?.revision).toBe(4);
  const undone = await changeReview(store, act({ ...later, change: { kind: 'undo', toRevision: 1 }, reviewer: ada }));
  expect(undone.review).toMatchObject({ revision: 5, rating: 1, note: '' });
  await expect(changeReview(store, act({ ...later, change: { kind: 'undo', toRevision: 2 }, reviewer: ben }))).rejects.toMatchObject({
    code: 'revision-unknown',
  });
});

test('of an answer that only others reviewed there is nothing of one’s own', async () => {
  const store = await adas();
  await changeSettings(store, (settings) => ({ ...settings, reviewer: ben }), noon);
  expect(await findReviews(store, answer().origin, [{ id }])).toEqual({});
});

test('a draft of one’s own is no part of another’s review, and thrown away it leaves the answer to the others', async () => {
  const store = await adas();
  const theirs = (await findReviews(store, answer().origin, [{ id }]))[id]!;
  const begun = await changeReview(store, act({ ...later, change: { kind: 'note', note: 'Hm' }, reviewer: ben, final: false }));
  expect(begun.review).toMatchObject({ revision: 1, status: 'draft' });
  expect(await readReview(store, theirs.id)).toMatchObject({ draft: null, revisions: [{}, {}, { reviewer: ada }] });
  await changeReview(store, act({ ...later, change: { kind: 'note', note: '' }, reviewer: ben, final: false }));
  expect((await readReview(store, theirs.id))?.answer.id).toBe(id);
});

test('a passage that another selected is not looked for', async () => {
  const store = await adas();
  const detectedBy = { kind: 'selection' as const, id: 'selection', score: 0, reasons: [] };
  const passage = answer({ site: 'page', text: 'A passage.', detectedBy });
  await changeReview(store, act({ answer: passage, reviewer: ben }));
  expect(await passagesAt(store, passage.origin, passage.url)).toEqual([]);
  await changeReview(store, act({ answer: undefined, answerId: passage.id, reviewer: ada }));
  expect(await passagesAt(store, passage.origin, passage.url)).toEqual(['A passage.']);
});
