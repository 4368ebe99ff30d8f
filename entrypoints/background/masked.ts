/** Masks what a person says, and what they say it of, before it is stored: where a policy wants that. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Answer } from '../../lib/model/answer.ts';
import { conversationOf, type Ledger, type PrivacyInForce } from '../../lib/model/privacy.ts';
import { emptyJudgement, type Other, type Review, type ReviewChange } from '../../lib/model/review.ts';
import { createFinder, type Finder } from '../../lib/privacy/find.ts';
import { maskLeaving } from '../../lib/privacy/leaving.ts';
import type { ParsePhone } from '../../lib/privacy/phones.ts';
import { findAnswer, hash } from '../../lib/store/answers.ts';
import { mergeMasks, readMasks } from '../../lib/store/masks.ts';
import type { MaskAbout } from '../../lib/store/maskStored.ts';
import type { Store } from '../../lib/store/open.ts';
import { privacyOf } from './privacy.ts';

/** One act, or the reason of a comparison: texts, and the answers that they are about. */
interface Said {
  answerId: string;
  /** As it was read in the page; absent: the stored one counts. */
  answer?: Answer | undefined;
  change?: ReviewChange;
  reason?: string;
}

/**
 * The same, masked, where the policy says `store: masked`. The answer keeps its id: under that the page asks for its review. What stands behind a
 * placeholder is kept as a salted hash only, by which the same thing is known again.
 */
export async function maskedToStore<S extends Said>(store: Store, said: S): Promise<S> {
  const privacy = await privacyOf(store);
  if (privacy.store !== 'masked') return said;
  const about = said.answer ?? (await store.read(['answers'], (tx, sound) => findAnswer(tx, sound, said.answerId)));
  if (!about) return said;
  const kept = await readMasks(store, conversationOf(about));
  const find = unnamed(finderOf(privacy), JSON.stringify(kept.conversation));
  const review = reviewOf(said);
  const { answers, ledger } = maskLeaving({ answers: [{ answer: about, reviews: [review] }] }, { find, hash, ledger: kept.ledger });
  await mergeMasks(store, [{ ...kept, ledger }]);
  const [masked] = answers;
  const [left] = masked?.reviews ?? [];
  if (!masked || !left) throw new Error('an act was lost on its way through the masks');
  return {
    ...said,
    ...(said.answer && { answer: masked.answer }),
    ...(said.change && { change: changeOf(said.change, left) }),
    ...(said.reason !== undefined && { reason: left.note }),
  };
}

/** Rows that were stored before the policy, masked as `maskedToStore` masks an act. What was kept of the conversation in clear is kept as hashes from then on. */
export const maskAbout =
  (privacy: PrivacyInForce): MaskAbout =>
  ({ answer, reviews, preferences }, kept) => {
    const salt = JSON.stringify(kept.conversation);
    const find = unnamed(finderOf(privacy), salt);
    // What waits to be chosen from is an act each: it is masked as a review that says it.
    const others = reviews.flatMap((review) => (review.others ?? []).map(({ change }) => reviewOf({ answerId: answer.id, change })));
    const before = { answers: [{ answer, reviews: [...reviews, ...others] }], preferences };
    const masked = maskLeaving(before, { find, hash, ledger: hashedIn(kept.ledger, salt) });
    const [one] = masked.answers;
    if (!one) throw new Error('an answer was lost on its way through the masks');
    const chosen = one.reviews.slice(reviews.length);
    return {
      about: {
        answer: one.answer,
        reviews: one.reviews.slice(0, reviews.length).map((review, at) => {
          const { escalation, others: waiting } = reviews[at]!;
          return {
            ...review,
            ...(escalation && review.escalation && { escalation: { ...review.escalation, to: escalation.to } }),
            ...(waiting && { others: waiting.map((other) => ({ ...other, change: otherOf(other.change, chosen.shift()) })) }),
          };
        }),
        preferences: masked.preferences,
      },
      kept: { ...kept, ledger: masked.ledger, shown: [], hidden: kept.hidden.filter((words) => find([words])[0]?.length === 0) },
    };
  };

const otherOf = (change: Other['change'], masked: Review | undefined): Other['change'] =>
  masked ? (changeOf(change, masked) as Other['change']) : change;

/** A ledger that knows things again by a salted hash alone. A name that stands for itself is taken and stands for nobody any more. */
const hashedIn = (ledger: Ledger, salt: string): Ledger =>
  Object.fromEntries(
    Object.entries(ledger).map(([name, value]) => [name, value === name || /^[\da-f]{64}$/.test(value) ? value : hash(`${salt} ${value}`)]),
  );

/** The rules that find, as one string: other rules, another string. */
export const rulesOf = ({ off, regions, own, words, allowed }: PrivacyInForce): string =>
  JSON.stringify({ off, regions, own, words, allowed });

/** The rules of a policy seldom change: their finder is made once. */
let last: { rules: string; find: Finder } | null = null;
function finderOf(privacy: PrivacyInForce): Finder {
  const rules = rulesOf(privacy);
  const { off, regions, own, words, allowed } = privacy;
  if (last?.rules !== rules)
    last = { rules, find: createFinder({ off, regions, own, words, allowed }, parsePhoneNumberFromString as ParsePhone) };
  return last.find;
}

/** Finds whose values say nothing but that they are the same. */
const unnamed =
  (find: Finder, salt: string): Finder =>
  (texts, choices) =>
    find(texts, choices).map((finds) => finds.map((one) => ({ ...one, value: hash(`${salt} ${one.value}`) })));

/** A review that says what the act says. */
function reviewOf({ answerId, change, reason = '' }: Said): Review {
  const said = emptyJudgement();
  if (change?.kind === 'flag') said.flags = [change.flag];
  if (change?.kind === 'correct' && change.markdown !== null) said.correction = { markdown: change.markdown };
  if (change?.kind === 'escalate') said.escalation = { to: '', reason: change.reason };
  if (change?.kind === 'tag') said.tags = [change.tag];
  said.note = change?.kind === 'note' ? change.note : reason;
  const at = new Date(0).toISOString();
  return {
    ...said,
    id: answerId,
    answerId,
    revision: 1,
    reviewer: { id: '', role: '' },
    timing: { shownAt: null, startedAt: at, decidedAt: null, activeMs: 0 },
    rubric: { id: '', version: '' },
    policyVersion: null,
    status: 'draft',
    createdAt: at,
    updatedAt: at,
  };
}

/** The act with the masked words. To whom it is escalated stays: that is a colleague, whom the policy names. */
function changeOf(change: ReviewChange, { note, correction, escalation, flags: [flag], tags: [tag] = [] }: Review): ReviewChange {
  if (change.kind === 'flag' && flag) return { ...change, flag };
  if (change.kind === 'tag' && tag !== undefined) return { ...change, tag };
  if (change.kind === 'correct') return { ...change, markdown: correction?.markdown ?? null };
  if (change.kind === 'escalate') return { ...change, reason: escalation?.reason ?? '' };
  return change.kind === 'note' ? { ...change, note } : change;
}
