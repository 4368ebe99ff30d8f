import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../../lib/model/review.ts';
import type { OutboxRow } from '../../../lib/model/sync.ts';
import { nextBatch } from '../../../lib/store/batches.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { reviewedAnswers } from '../../../lib/store/reviewed.ts';
import { findReviews, readReview } from '../../../lib/store/reviews.ts';
import { listReviews } from '../../../lib/store/list.ts';
import type { Store } from '../../../lib/store/open.ts';
import { act, all, answer, flag, freshStore, isoAt, noon } from '../sample.ts';

const rows = (store: Store): Promise<OutboxRow[]> => store.read(['outbox'], (tx) => tx.objectStore('outbox').getAll());
const count = (store: Store, table: 'answers' | 'reviews' | 'drafts' | 'heads'): Promise<number> =>
  store.read([table], (tx) => tx.objectStore(table).count());
const mine = answer().id;
const later = { answer: undefined, answerId: mine };

describe('changeReview', () => {
  test('one click is a whole review: answer, revision, list row, outbox row', async () => {
    const store = freshStore();
    const { review } = await changeReview(store, act({ destinationIds: ['d'] }));
    expect(review).toMatchObject({ revision: 1, rating: 1, status: 'final', answerId: mine, timing: { decidedAt: isoAt(0) } });
    expect(await rows(store)).toMatchObject([{ eventId: `${review?.id}.1`, state: 'pending', notBefore: noon + 10_000, seq: 1 }]);
    expect((await listReviews(store)).rows).toMatchObject([{ id: review?.id, verdict: 'up', prompt: 'What is the capital of Australia?' }]);
  });

  test('acts of two tabs at once are both kept', async () => {
    const store = freshStore();
    await changeReview(store, act());
    await Promise.all([
      changeReview(store, act({ ...later, change: { kind: 'flag', flag: flag() } })),
      changeReview(store, act({ ...later, change: { kind: 'decide', decision: 'approve' } })),
    ]);
    const now = (await findReviews(store, answer().origin, [{ id: mine }]))[mine];
    expect(now).toMatchObject({ revision: 3, rating: 1, decision: 'approve', flags: [{ id: 'f1' }] });
  });

  test('what two editors wrote is both kept, as a draft and when it is final, and does not leave', async () => {
    const store = freshStore();
    const typed = (markdown: string, seen: Review | null) => act({ change: { kind: 'correct', markdown }, seen, final: false });
    const first = await changeReview(store, typed('here', null));
    const second = await changeReview(store, typed('there', null));
    expect(second.review).toMatchObject({ correction: { markdown: 'there' }, others: [{ change: { kind: 'correct', markdown: 'here' } }] });
    // The first goes on writing: its new text takes the place of its old one.
    const third = await changeReview(store, typed('here too', first.review));
    const others = [{ change: { kind: 'correct', markdown: 'there' }, at: isoAt(0) }];
    expect(third.review).toMatchObject({ correction: { markdown: 'here too' }, others });
    const final = await changeReview(store, act({ ...later, change: { kind: 'finish' }, destinationIds: ['d'] }));
    expect(final.review).toMatchObject({ revision: 1, others });
    const leaves = await nextBatch(store, {
      destinationId: 'd',
      maxEvents: 9,
      maxBytes: 1e6,
      now: noon,
      leave: { rules: 'none', mask: null },
    });
    expect(leaves?.events[0]).toMatchObject({ review: { correction: { markdown: 'here too' } } });
    expect(leaves?.events[0]).not.toHaveProperty('review.others');
    expect((await all(reviewedAnswers(store)))[0]?.counts).not.toHaveProperty('others');
    // The choice is a revision, though the text is as it was.
    const settle = act({ ...later, change: { kind: 'settle', field: 'correct' }, seen: final.review });
    expect((await changeReview(store, settle)).review).toMatchObject({ revision: 2, correction: { markdown: 'here too' } });
    expect((await changeReview(store, settle)).review).not.toHaveProperty('others.0');
  });

  test('what is typed is one row that is overwritten, and goes nowhere', async () => {
    const store = freshStore();
    for (const markdown of ['S', 'Sy', 'Syd']) {
      await changeReview(store, act({ change: { kind: 'correct', markdown }, final: false, destinationIds: ['d'] }));
    }
    expect(await count(store, 'reviews')).toBe(0);
    expect(await rows(store)).toEqual([]);
    expect((await findReviews(store, answer().origin, [{ id: mine }]))[mine]).toMatchObject({
      status: 'draft',
      correction: { markdown: 'Syd' },
    });
    expect((await listReviews(store)).rows).toMatchObject([{ status: 'draft', hasDraft: true, verdict: 'corrected' }]);
  });

  test('a final act takes the draft in; the review keeps its id and its first times', async () => {
    const store = freshStore();
    const draft = await changeReview(
      store,
      act({
        change: { kind: 'correct', markdown: 'better' },
        final: false,
        timing: { shownAt: isoAt(-9000), startedAt: isoAt(-5000), activeMs: 4000 },
      }),
    );
    const final = await changeReview(store, act({ ...later, now: noon + 1000 }));
    expect(final.review).toMatchObject({ id: draft.review?.id, revision: 1, rating: 1, correction: { markdown: 'better' } });
    expect(final.review?.timing).toEqual({ shownAt: isoAt(-9000), startedAt: isoAt(-5000), decidedAt: isoAt(1000), activeMs: 4000 });
    expect(await count(store, 'drafts')).toBe(0);
  });

  test('the original left as it is in the editor is no correction, and leaves nothing behind', async () => {
    const store = freshStore();
    const untouched = await changeReview(store, act({ change: { kind: 'correct', markdown: `${answer().markdown}\n` }, final: false }));
    expect(untouched.review).toBeNull();
    expect([await count(store, 'answers'), await count(store, 'drafts'), await count(store, 'heads')]).toEqual([0, 0, 0]);
  });

  test('the same act twice makes one revision', async () => {
    const store = freshStore();
    await changeReview(store, act({ destinationIds: ['d'] }));
    const { review } = await changeReview(store, act({ ...later, destinationIds: ['d'] }));
    expect(review?.revision).toBe(1);
    expect(await rows(store)).toHaveLength(1);
  });

  test('undo before anything left sends nothing at all', async () => {
    const store = freshStore();
    await changeReview(store, act({ destinationIds: ['d'] }));
    const { review } = await changeReview(store, act({ ...later, destinationIds: ['d'], change: { kind: 'undo', toRevision: 0 } }));
    expect(review).toMatchObject({ revision: 2, status: 'withdrawn', rating: null });
    expect(await rows(store)).toEqual([]);
    expect((await listReviews(store)).rows).toEqual([]);
  });

  test('undo of the second act leaves the first one waiting', async () => {
    const store = freshStore();
    await changeReview(store, act({ destinationIds: ['d'] }));
    await changeReview(store, act({ ...later, destinationIds: ['d'], change: { kind: 'rate', rating: -1 } }));
    const { review } = await changeReview(store, act({ ...later, destinationIds: ['d'], change: { kind: 'undo', toRevision: 1 } }));
    expect(review).toMatchObject({ revision: 3, rating: 1, status: 'final' });
    expect((await rows(store)).map(({ revision }) => revision)).toEqual([1]);
  });

  test('deleting what was sent sends a tombstone without content; undoing the delete brings it back', async () => {
    const store = freshStore();
    const { review } = await changeReview(store, act({ destinationIds: ['d'], change: { kind: 'correct', markdown: 'better' } }));
    const receipt = {
      key: `d/${review?.id}.1`,
      destinationId: 'd',
      eventId: `${review?.id}.1`,
      reviewId: review?.id ?? '',
      revision: 1,
      acknowledgedAt: noon,
      status: 'stored' as const,
    };
    await store.write(['outbox', 'receipts'], async (tx) => {
      await tx.objectStore('outbox').clear();
      await tx.objectStore('receipts').put(receipt);
    });
    const gone = await changeReview(store, act({ ...later, destinationIds: ['d'], change: { kind: 'withdraw' } }));
    expect(gone.review).toMatchObject({ revision: 2, status: 'withdrawn', correction: null });
    expect((await rows(store)).map(({ revision }) => revision)).toEqual([2]);
    const back = await changeReview(store, act({ ...later, destinationIds: ['d'], change: { kind: 'undo', toRevision: 1 } }));
    expect(back.review).toMatchObject({ revision: 3, status: 'final', correction: { markdown: 'better' } });
    expect(await rows(store)).toEqual([]);
    expect((await readReview(store, review?.id ?? ''))?.revisions.map(({ status }) => status)).toEqual(['final', 'withdrawn', 'final']);
  });

  test('what cannot be done changes nothing', async () => {
    const store = freshStore();
    await expect(changeReview(store, act({ answer: undefined, answerId: 'x' }))).rejects.toMatchObject({ code: 'answer-missing' });
    await expect(changeReview(store, act({ change: { kind: 'undo', toRevision: 7 } }))).rejects.toMatchObject({ code: 'revision-unknown' });
    expect((await changeReview(store, act({ answer: undefined, answerId: 'x', change: { kind: 'finish' } }))).review).toBeNull();
    expect(await count(store, 'answers')).toBe(0);
  });

  test('an answer of 2 MB is kept whole', async () => {
    const store = freshStore();
    const text = 'A long answer. '.repeat(140_000);
    const { answerId } = await changeReview(store, act({ answer: answer({ text }) }));
    const found = await listReviews(store);
    expect((await readReview(store, found.rows[0]?.id ?? ''))?.answer.text).toHaveLength(text.length);
    expect(answerId).toBe(answer({ text }).id);
  });
});

describe('the same answer under another id', () => {
  const text = 'Canberra has been the capital of Australia since 1913, when it was founded for that purpose. '.repeat(5);
  const message = { id: 'm1', ordinal: 0, variant: null };

  test('a text that comes back slightly changed keeps its review', async () => {
    const store = freshStore();
    const first = answer({ text, message });
    const cited = answer({ text: `${text}[1]`, message });
    await changeReview(store, act({ answer: first }));
    const { answerId, review } = await changeReview(store, act({ answer: cited, change: { kind: 'flag', flag: flag() } }));
    expect(answerId).toBe(first.id);
    expect(review).toMatchObject({ revision: 2, rating: 1 });
    expect(Object.keys(await findReviews(store, first.origin, [{ id: cited.id }]))).toEqual([cited.id]);
    expect(await findReviews(store, 'https://other.example', [{ id: cited.id }])).toEqual({});
    expect(await count(store, 'answers')).toBe(1);
  });

  test('an adapter that knows the message id finds what the generic detector saw', async () => {
    const store = freshStore();
    await changeReview(store, act({ answer: answer({ text }) }));
    const { answerId } = await changeReview(store, act({ answer: answer({ text, message }) }));
    expect(answerId).toBe(answer({ text }).id);
  });

  test('a regenerated answer, another message and another thread are other answers', async () => {
    const store = freshStore();
    await changeReview(store, act({ answer: answer({ text, message }) }));
    await changeReview(store, act({ answer: answer({ text: 'It is Canberra, since 1913, and not Sydney.', message }) }));
    await changeReview(store, act({ answer: answer({ text: `${text}!`, message: { ...message, id: 'm2' } }) }));
    const elsewhere = { text: `${text}?`, message, conversation: { id: 'c2' } };
    await changeReview(store, act({ answer: answer({ text: `${text}.`, message, conversation: { id: 'c1' } }) }));
    await changeReview(store, act({ answer: answer({ ...elsewhere, id: 'elsewhere', origin: 'https://other.example' }) }));
    expect(await count(store, 'answers')).toBe(4);
  });
});
