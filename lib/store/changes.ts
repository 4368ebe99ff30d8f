/** The one way in which reviews change. */
import type { Answer } from '../model/answer.ts';
import { Refusal } from '../model/result.ts';
import { emptyJudgement, type Review, type ReviewChange, type Reviewer } from '../model/review.ts';
import { uuid7 } from '../model/uuid.ts';
import { applyChange, isEmpty, judgementOf, sameJudgement } from '../review/apply.ts';
import { reviewSchema } from '../schema/review.ts';
import { placeAnswer } from './answers.ts';
import { headOf } from './heads.ts';
import type { Sound, Store, Writing } from './open.ts';
import { enqueueChange } from './outbox.ts';

/** One act and what the background knows about it. */
export interface ChangeRequest {
  answerId: string;
  /** Needed the first time only. */
  answer?: Answer;
  change: ReviewChange;
  /** False keeps it in the draft. */
  final: boolean;
  reviewer: Reviewer;
  rubric: { id: string; version: string };
  policyVersion?: string | null;
  timing?: { shownAt: string | null; startedAt: string; activeMs: number };
  /** Epoch ms. */
  now: number;
  /** Where it has to go; null: nowhere. */
  destinationId: string | null;
  /** How long it stays here so that undo costs nothing; 10 s if absent. */
  undoMs?: number;
}

/** What became of it. `answerId` is the stored answer's, which may be known under the asked id as an alias. */
export interface Changed {
  answerId: string;
  /** The review as it is now: the draft, or the newest revision, withdrawn ones included; null: nothing was ever final and nothing is left. */
  review: Review | null;
}

/**
 * Applies one act to the newest state, in one strict transaction: answer, draft or new revision, list row and outbox
 * row stand or fall together. A final act takes the draft in. What changes nothing writes no revision.
 * Refusals: `answer-missing`, `revision-unknown`, and those of the store.
 */
export function changeReview(store: Store, request: ChangeRequest): Promise<Changed> {
  const tables = ['answers', 'reviews', 'drafts', 'heads', 'outbox', 'receipts', 'meta'] as const;
  return store.write([...tables], async (tx, sound) => {
    const answer = await placeAnswer(tx, sound, request.answerId, request.answer);
    if (!answer) {
      // An editor that was closed with nothing typed: there is nothing to end.
      if (request.change.kind === 'finish') return { answerId: request.answerId, review: null };
      throw new Refusal('answer-missing');
    }
    const past = await pastOf(tx, sound, answer.id, request.reviewer.id);
    const draft = sound('drafts', answer.id, reviewSchema, await tx.objectStore('drafts').get(answer.id));
    const newest = past.revisions.at(-1) ?? null;
    const said = newest ? judgementOf(newest) : emptyJudgement();
    const change = withoutEcho(request.change, answer);
    const judgement = applyChange(draft ?? said, change, earlierOf(past.revisions, change));

    if (sameJudgement(judgement, said)) {
      await dropDraft(tx, answer, draft, past);
      return { answerId: answer.id, review: newest };
    }
    const review = nextRevision(request, judgement, { answerId: answer.id, draft, newest, number: past.highest + 1 });
    if (!request.final) {
      await tx.objectStore('drafts').put(review);
      await tx.objectStore('heads').put(headOf(answer, newest ?? review, true));
      return { answerId: answer.id, review };
    }
    await tx.objectStore('reviews').add(review);
    await tx.objectStore('drafts').delete(answer.id);
    await tx.objectStore('heads').put(headOf(answer, review, false));
    if (request.destinationId !== null) {
      const undoneTo = change.kind === 'undo' ? change.toRevision : review.status === 'withdrawn' ? 0 : null;
      const { destinationId, now, undoMs = 10_000 } = request;
      await enqueueChange(tx, sound, { review, destinationId, undoneTo, now, undoMs });
    }
    return { answerId: answer.id, review };
  });
}

/** The revisions that can be read, oldest first, and the highest number that is taken, readable or not. */
async function pastOf(tx: Writing, sound: Sound, answerId: string, reviewerId: string): Promise<{ revisions: Review[]; highest: number }> {
  const range = IDBKeyRange.bound([answerId], [answerId, []]);
  const records = await tx.objectStore('reviews').index('byAnswer').getAll(range);
  const revisions = records
    .flatMap((record) => sound('reviews', [record.id, record.revision], reviewSchema, record) ?? [])
    .filter(({ reviewer }) => reviewer.id === reviewerId);
  return { revisions, highest: Math.max(0, ...records.map(({ revision }) => revision)) };
}

/** The original as it is, left in the editor, is no correction. */
const withoutEcho = (change: ReviewChange, answer: Answer): ReviewChange =>
  change.kind === 'correct' && change.markdown?.trim() === answer.markdown.trim() ? { ...change, markdown: null } : change;

function earlierOf(revisions: Review[], change: ReviewChange): Review | null {
  if (change.kind !== 'undo' || change.toRevision === 0) return null;
  const earlier = revisions.find(({ revision }) => revision === change.toRevision);
  if (!earlier) throw new Refusal('revision-unknown', { revision: change.toRevision });
  return earlier;
}

/** Throws a draft away, and an answer that was kept for it alone. */
async function dropDraft(tx: Writing, answer: Answer, draft: Review | null, past: { revisions: Review[]; highest: number }): Promise<void> {
  const newest = past.revisions.at(-1);
  await tx.objectStore('drafts').delete(answer.id);
  if (newest) await tx.objectStore('heads').put(headOf(answer, newest, false));
  else if (draft) await tx.objectStore('heads').delete(draft.id);
  if (past.highest === 0) await tx.objectStore('answers').delete(answer.id);
}

function nextRevision(
  request: ChangeRequest,
  judgement: ReturnType<typeof judgementOf>,
  before: { answerId: string; draft: Review | null; newest: Review | null; number: number },
): Review {
  const at = new Date(request.now).toISOString();
  const begun = before.draft?.timing;
  const timing = request.timing ?? begun ?? { shownAt: null, startedAt: at, activeMs: 0 };
  return reviewSchema.parse({
    ...judgementOf(judgement),
    id: (before.draft ?? before.newest)?.id ?? uuid7(request.now),
    answerId: before.answerId,
    revision: before.number,
    reviewer: request.reviewer,
    timing: {
      shownAt: begun?.shownAt ?? timing.shownAt,
      startedAt: begun?.startedAt ?? timing.startedAt,
      decidedAt: request.final ? at : null,
      activeMs: Math.max(begun?.activeMs ?? 0, timing.activeMs),
    },
    rubric: request.rubric,
    policyVersion: request.policyVersion ?? null,
    status: !request.final ? 'draft' : isEmpty(judgement) ? 'withdrawn' : 'final',
    createdAt: before.draft?.createdAt ?? before.newest?.createdAt ?? at,
    updatedAt: at,
  });
}
