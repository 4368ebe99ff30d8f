/** The one way in which reviews change. */
import type { Answer } from '../model/answer.ts';
import { Refusal } from '../model/result.ts';
import type { Review } from '../model/review.ts';
import { reviewSchema } from '../schema/review.ts';
import { placeAnswer } from './answers.ts';
import { dropHead, headOf, headTables, putHead } from './heads.ts';
import { nextOf, type Changed, type ChangeRequest } from './next.ts';
import { reviewNoted } from './noted.ts';
import type { Sound, Store, Writing } from './open.ts';
import { enqueueChange } from './outbox.ts';
import { pastOf, type Past } from './own.ts';
import { endOf, note, recordTables } from './record.ts';
import { unawaited } from './unawaited.ts';

/**
 * Applies one act to the newest state, in one strict transaction: answer, draft or new revision, list row, entry
 * of the record and outbox row stand or fall together. A final act takes the draft in. What changes nothing writes no revision.
 * Refusals: `answer-missing`, `revision-unknown`, `too-many-tags`, those of `obey`, and those of the store.
 */
export function changeReview(store: Store, request: ChangeRequest): Promise<Changed> {
  const tables = ['answers', 'reviews', 'preferences', 'drafts', 'outbox', 'receipts', ...headTables, ...recordTables] as const;
  return store.write([...tables], async (tx, sound) => {
    // All that will be needed is asked for at once: an act costs a few turns of the browser's loop instead of fifteen.
    const end = endOf(tx, sound);
    const asked = aboutOf(tx, sound, request.answerId, request.reviewer.id);
    unawaited(end, asked);
    const answer = await placeAnswer(tx, sound, request.answerId, request.answer);
    if (!answer) {
      // An editor that was closed with nothing typed: there is nothing to end.
      if (request.change.kind === 'finish') return { answerId: request.answerId, review: null };
      throw new Refusal('answer-missing');
    }
    const { past, draft } = await (answer.id === request.answerId ? asked : aboutOf(tx, sound, answer.id, request.reviewer.id));
    const { newest } = past;
    const earlier = await earlierOf(tx, sound, request, answer.id);
    const { change, review } = nextOf(request, { answer, draft, newest, highest: past.highest, earlier });
    if (!review) {
      await dropDraft(tx, sound, { answer, draft, past });
      return { answerId: answer.id, review: newest };
    }
    if (!request.final) {
      unawaited(tx.objectStore('drafts').put(review));
      await putHead(tx, sound, headOf(answer, newest ?? review, true));
      return { answerId: answer.id, review };
    }
    unawaited(tx.objectStore('reviews').add(review), tx.objectStore('drafts').delete(answer.id));
    const listed = putHead(tx, sound, headOf(answer, review, false), newest && headOf(answer, newest, false));
    // Hashed while the list row before is on its way.
    const noted = note(tx, sound, [reviewNoted(change, review, newest, answer)], request.now, end);
    await Promise.all([listed, noted]);
    if (request.destinationIds.length > 0) {
      const undoneTo = change.kind === 'undo' ? change.toRevision : review.status === 'withdrawn' ? 0 : null;
      const { destinationIds, now, undoMs = 10_000 } = request;
      await enqueueChange(tx, sound, { record: review, destinationIds, undoneTo, now, undoMs });
    }
    return { answerId: answer.id, review };
  });
}

async function aboutOf(tx: Writing, sound: Sound, answerId: string, reviewerId: string): Promise<{ past: Past; draft: Review | null }> {
  const [past, draft] = await Promise.all([pastOf(tx, sound, answerId, reviewerId), tx.objectStore('drafts').get(answerId)]);
  return { past, draft: sound('drafts', answerId, reviewSchema, draft) };
}

async function earlierOf(tx: Writing, sound: Sound, request: ChangeRequest, answerId: string): Promise<Review | null> {
  const { change, reviewer } = request;
  if (change.kind !== 'undo' || change.toRevision === 0) return null;
  const records = await tx.objectStore('reviews').index('byAnswer').getAll([answerId, change.toRevision]);
  const read = records.map((record) => sound('reviews', [record.id, record.revision], reviewSchema, record));
  const earlier = read.find((review) => review?.reviewer.id === reviewer.id);
  if (!earlier) throw new Refusal('revision-unknown', { revision: change.toRevision });
  return earlier;
}

/** Throws a draft away, and an answer that was kept for it alone. */
async function dropDraft(
  tx: Writing,
  sound: Sound,
  { answer, draft, past }: { answer: Answer; draft: Review | null; past: Past },
): Promise<void> {
  await tx.objectStore('drafts').delete(answer.id);
  if (past.newest) await putHead(tx, sound, headOf(answer, past.newest, false));
  else if (draft) await dropHead(tx, sound, draft.id);
  const reviewed = await tx
    .objectStore('reviews')
    .index('byAnswer')
    .getKey(IDBKeyRange.bound([answer.id], [answer.id, []]));
  if (reviewed ?? (await tx.objectStore('preferences').index('byAnswer').getKey(answer.id))) return;
  await tx.objectStore('answers').delete(answer.id);
}
