import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Exported } from '../../../lib/export/format.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { unsent } from '../../../lib/store/unsent.ts';
import { act, answer, compare, freshStore, hashOf, named, preferring } from '../sample.ts';

const idsOf = async (items: AsyncIterable<Exported>): Promise<string[]> => {
  const ids: string[] = [];
  for await (const item of items) ids.push('preference' in item ? item.preference.id : item.counts.id);
  return ids.toSorted();
};

test('each review and comparison that waits is given once, as it is now, and those of other destinations are not', async () => {
  const store = freshStore();
  const expected: string[] = [];
  for (let n = 0; n < 70; n++) {
    const about = named(answer({ id: hashOf(`a${n}`), message: { id: `m${n}`, ordinal: n, variant: null } }));
    const { review } = await changeReview(store, act({ ...about, destinationIds: n === 69 ? ['other'] : ['d', 'other'] }));
    if (n < 69) expected.push(review!.id);
    // Whichever ends the first page: what waits of it goes on in the second.
    for (const note of ['first', 'last'])
      await changeReview(store, act({ ...about, change: { kind: 'note', note: `${note} ${n}` }, destinationIds: n === 69 ? [] : ['d'] }));
  }
  const preference = await changePreference(store, compare({}, { destinationIds: ['d'] }));
  expect(await idsOf(unsent(store, 'd'))).toEqual([...expected, preference.id].toSorted());
  expect(await idsOf(unsent(store, 'other'))).toHaveLength(70);
  for await (const item of unsent(store, 'd')) if ('counts' in item) expect(item.counts.note).toMatch(/^last/);
});

test('what was taken back says nothing any more', async () => {
  const store = freshStore();
  const about = named(answer());
  await changeReview(store, act({ ...about, destinationIds: ['d'] }));
  await changeReview(store, act({ ...about, change: { kind: 'withdraw' }, destinationIds: ['d'] }));
  const preference = await changePreference(store, compare({}, { destinationIds: ['d'] }));
  await changePreference(store, preferring({ kind: 'withdraw', id: preference.id }, { destinationIds: ['d'] }));
  expect(await idsOf(unsent(store, 'd'))).toEqual([]);
});
