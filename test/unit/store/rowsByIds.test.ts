import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { changeReview } from '../../../lib/store/changes.ts';
import { readRows } from '../../../lib/store/list.ts';
import { act, answer, freshStore } from '../sample.ts';

test('rows are read by their ids, in that order; one that is gone is left out', async () => {
  const store = freshStore();
  const ids: string[] = [];
  for (const text of ['One.', 'Two.']) {
    const { review } = await changeReview(store, act({ answer: answer({ text }) }));
    if (review) ids.push(review.id);
  }
  const rows = await readRows(store, [ids[1] ?? '', 'gone', ids[0] ?? '']);
  expect(rows.map(({ excerpt }) => excerpt)).toEqual(['Two.', 'One.']);
});
