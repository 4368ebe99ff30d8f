/** What an act makes of a review, wherever that is kept. */
import type { Answer } from '../model/answer.ts';
import { emptyJudgement, tagLimit, type Judgement, type Review, type ReviewChange, type Reviewer, type Said } from '../model/review.ts';
import { Refusal } from '../model/result.ts';
import { uuid7 } from '../model/uuid.ts';
import { isEmpty, judgementOf } from '../review/apply.ts';
import { meet, sameSaid } from '../review/meet.ts';
import { reviewSchema } from '../schema/review.ts';

/** One act and what the background knows about it. */
export interface ChangeRequest {
  answerId: string;
  /** Needed the first time only. */
  answer?: Answer;
  change: ReviewChange;
  /** The review that the act was made on, as its tab showed it; null: none. Absent: whatever is stored. */
  seen?: Review | null;
  /** What the act comes to under the policy, asked inside the transaction; it throws where the act is not allowed. */
  obey?: (before: Judgement, after: Judgement) => Judgement;
  /** False keeps it in the draft. */
  final: boolean;
  reviewer: Reviewer;
  rubric: { id: string; version: string };
  policyVersion?: string | null;
  timing?: { shownAt: string | null; startedAt: string; activeMs: number };
  /** Epoch ms. */
  now: number;
  /** Where it has to go. */
  destinationIds: string[];
  /** How long it stays here so that undo costs nothing; 10 s if absent. */
  undoMs?: number;
}

/** What became of it. `answerId` is the stored answer's, which may be known under the asked id as an alias. */
export interface Changed {
  answerId: string;
  /** The review as it is now: the draft, or the newest revision, withdrawn ones included; null: nothing was ever final and nothing is left. */
  review: Review | null;
}

/** What is kept of the review until now. */
export interface Before {
  answer: Answer;
  draft: Review | null;
  newest: Review | null;
  /** The highest number that is taken. */
  highest: number;
  /** The revision that an undo goes back to. */
  earlier: Review | null;
}

/** The draft or the revision that comes of an act, and the act as it counts; null: the newest revision says all of it. Throws what `obey` refuses. */
export function nextOf(request: ChangeRequest, before: Before): { change: ReviewChange; review: Review | null } {
  const { answer, draft, newest, earlier } = before;
  const said: Said = newest ?? emptyJudgement();
  const change = withoutEcho(request.change, answer);
  const now = draft ?? said;
  const after = meet(now, change, { seen: request.seen, earlier, at: new Date(request.now).toISOString() });
  const judgement: Said = request.obey ? { ...after, ...request.obey(now, after) } : after;
  if (change.kind === 'tag' && (judgement.tags?.length ?? 0) > tagLimit) throw new Refusal('too-many-tags', { most: tagLimit });
  return { change, review: sameSaid(judgement, said) ? null : nextRevision(request, judgement, before) };
}

/** The original as it is, left in the editor, is no correction. */
const withoutEcho = (change: ReviewChange, answer: Answer): ReviewChange =>
  change.kind === 'correct' && change.markdown?.trim() === answer.markdown.trim() ? { ...change, markdown: null } : change;

function nextRevision(request: ChangeRequest, judgement: Said, { answer, draft, newest, highest }: Before): Review {
  const at = new Date(request.now).toISOString();
  const begun = draft?.timing;
  const timing = request.timing ?? begun ?? { shownAt: null, startedAt: at, activeMs: 0 };
  return reviewSchema.parse({
    ...judgementOf(judgement),
    others: judgement.others,
    id: (draft ?? newest)?.id ?? uuid7(request.now),
    answerId: answer.id,
    revision: highest + 1,
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
    createdAt: draft?.createdAt ?? newest?.createdAt ?? at,
    updatedAt: at,
  });
}
