/**
 * Where acts of two tabs meet. An act is made on what its tab showed; meanwhile something else may have been said. What touches different fields goes
 * together; where both touch one, one counts and the other is kept beside it until the person chooses.
 */
import { emptyJudgement, type Flag, type Judgement, type Other, type Review, type ReviewChange, type Said } from '../model/review.ts';
import { applyChange, isEmpty, judgementOf, sameJudgement } from './apply.ts';
import { stepsTo } from './steps.ts';

type Step = Other['change'];

/** How an act came to what is stored. */
export interface Meeting {
  /** What the person saw who acted; null: no review. Absent: what is stored. */
  seen?: Said | null;
  /** What the revision said that an `undo` goes back to. */
  earlier?: Judgement | null;
  /** RFC 3339, UTC. */
  at: string;
}

/** What the review says after an act, with what waits to be chosen from. The same act again changes nothing. */
export function meet(current: Said, change: ReviewChange, { seen, earlier = null, at }: Meeting): Said {
  const base = seen === undefined ? current : (seen ?? emptyJudgement());
  const before = plain(base);
  const meant = plain(applyChange(base, change, earlier));
  const theirs = new Map(stepsTo(before, plain(current)).map((step) => [fieldOf(step), step]));
  const kept = chosen(current.others ?? [], change, base);
  if (theirs.size === 0) return withOthers(applyChange(current, change, earlier), superseded(kept, before, stepsTo(before, meant), theirs));

  const steps = stepsTo(before, meant);
  let now: Judgement = judgementOf(current);
  const others = superseded(kept, before, steps, theirs);
  for (const step of steps) {
    const rival = theirs.get(fieldOf(step));
    const mine = rival ? joined(step, rival, before) : step;
    if (!rival || same(mine, rival) || !clashes(step, rival, before)) now = applyChange(now, mine);
    // Whoever takes something away has not seen what it has become: that stays until they say so.
    else if (isEmptying(step)) others.push({ change: step, at });
    else {
      now = applyChange(now, mine);
      others.push({ change: rival, at });
    }
  }
  return withOthers(now, others);
}

/** What an act is about: two acts on different fields never meet. */
export function fieldOf(change: Step): string {
  switch (change.kind) {
    case 'flag':
      return `flag:${change.flag.id}`;
    case 'unflag':
      return `flag:${change.flagId}`;
    case 'score':
      return `score:${change.criterion}`;
    case 'tag':
    case 'untag':
      return `tag:${change.tag}`;
    case 'escalate':
      return 'decide';
    default:
      return change.kind;
  }
}

/** A review as it leaves: what waits to be chosen from stays here. */
export function withoutOthers(review: Review): Review {
  const { others: _others, ...left } = review;
  return left;
}

/** What a review says, with all that one from elsewhere says otherwise to be chosen from: where two computers made the same revision. */
export function beside(now: Review, other: Review, from: NonNullable<Other['from']>): Review {
  // Where the other one says nothing there is nothing to choose.
  const rivals = stepsTo(plain(now), plain(other)).filter((step) => !isEmptying(step));
  return {
    ...withoutOthers(now),
    ...withOthers(now, [...(now.others ?? []), ...rivals.map((change) => ({ change, at: other.updatedAt, from }))]),
  };
}

/** What counts in the field of an act, as the act that says it. */
export function standing({ rating, correction, note, scores, flags, decision, escalation }: Judgement, other: Step): Step {
  switch (other.kind) {
    case 'rate':
      return { kind: 'rate', rating };
    case 'correct':
      return { kind: 'correct', markdown: correction?.markdown ?? null };
    case 'note':
      return { kind: 'note', note };
    case 'score':
      return { kind: 'score', criterion: other.criterion, points: scores[other.criterion] ?? null };
    case 'flag':
    case 'unflag': {
      const flagId = other.kind === 'flag' ? other.flag.id : other.flagId;
      const flag = flags.find(({ id }) => id === flagId);
      return flag ? { kind: 'flag', flag } : { kind: 'unflag', flagId };
    }
    default:
      if (escalation) return { kind: 'escalate', ...escalation };
      return { kind: 'decide', decision: decision === 'edit' || decision === 'escalate' ? 'approve' : decision };
  }
}

/** True when two say the same, and leave the same to choose from. */
export const sameSaid = (one: Said, other: Said): boolean =>
  sameJudgement(one, other) && JSON.stringify(one.others ?? []) === JSON.stringify(other.others ?? []);

/** To approve with an edit follows from the correction: the person said "approve". */
const plain = (judgement: Judgement): Judgement => ({
  ...judgementOf(judgement),
  decision: judgement.decision === 'edit' ? 'approve' : judgement.decision,
});

/** What is still to be chosen from after an act that chooses. */
function chosen(others: Other[], change: ReviewChange, seen: Said): Other[] {
  const known = (other: Other): boolean => (seen.others ?? []).some((one) => same(one.change, other.change));
  if (change.kind === 'settle') return others.filter((other) => fieldOf(other.change) !== change.field || !known(other));
  if (change.kind === 'withdraw') return others.filter((other) => !known(other));
  // Who was told and presses again has chosen; who writes on has not.
  if (change.kind === 'rate' || change.kind === 'score' || change.kind === 'decide' || change.kind === 'escalate')
    return others.filter((other) => fieldOf(other.change) !== fieldOf(change) || !known(other));
  return others;
}

/** Without what the same hand goes on from: its older text is no version of its own, unless a part of it counts nowhere else. */
const superseded = (others: Other[], before: Judgement, steps: Step[], theirs: Map<string, Step>): Other[] =>
  others.filter(({ change }) => {
    const step = steps.find((one) => fieldOf(one) === fieldOf(change));
    if (!step || !sameJudgement(applyChange(before, change), before)) return true;
    const rival = theirs.get(fieldOf(step));
    return rival !== undefined && !same(joined(step, rival, before), step);
  });

/** What counts already is nothing to choose, and nothing is offered twice. */
function withOthers(judgement: Judgement, others: Other[]): Said {
  const open = others.filter(
    ({ change }, at) =>
      !sameJudgement(plain(applyChange(judgement, change)), plain(judgement)) &&
      others.findIndex((other) => same(other.change, change)) === at,
  );
  const last = open.at(-1);
  // Nothing is said against it: it counts.
  if (last && isEmpty(judgement)) return withOthers(applyChange(judgement, last.change), open);
  return { ...judgementOf(judgement), ...(open.length > 0 ? { others: open } : {}) };
}

/** Of a flag each part is a field of its own: its note may be written in one tab and how much it matters set in another. */
function joined(step: Step, rival: Step, before: Judgement): Step {
  const was = flagBefore(step, rival, before);
  if (!was || step.kind !== 'flag' || rival.kind !== 'flag') return step;
  const flag: Flag = { ...rival.flag };
  for (const part of flagParts) if (!same(step.flag[part], was[part])) Object.assign(flag, { [part]: step.flag[part] });
  return { kind: 'flag', flag };
}

/** True where both changed the same. */
function clashes(step: Step, rival: Step, before: Judgement): boolean {
  const was = flagBefore(step, rival, before);
  if (!was || step.kind !== 'flag' || rival.kind !== 'flag') return true;
  return flagParts.some(
    (part) => !same(step.flag[part], was[part]) && !same(rival.flag[part], was[part]) && !same(step.flag[part], rival.flag[part]),
  );
}

const flagParts = ['category', 'severity', 'span', 'note'] as const;

const flagBefore = (step: Step, rival: Step, { flags }: Judgement): Flag | undefined =>
  step.kind === 'flag' && rival.kind === 'flag' ? flags.find(({ id }) => id === step.flag.id) : undefined;

function isEmptying(step: Step): boolean {
  switch (step.kind) {
    case 'rate':
      return step.rating === null;
    case 'correct':
      return step.markdown === null;
    case 'note':
      return step.note.trim() === '';
    case 'score':
      return step.points === null;
    case 'decide':
      return step.decision === null;
    default:
      return step.kind === 'unflag';
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Stored records and fresh ones may order their members differently. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, part]) => [name, sorted(part)]),
      )
    : value;
