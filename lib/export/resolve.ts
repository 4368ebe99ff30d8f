/** Which review of an answer, or preference about a pair, counts in an export, where its reviewers do not say the same. */
import type { Answer } from '../model/answer.ts';
import type { ComparedAnswers, Preference } from '../model/preference.ts';
import type { Reviewer } from '../model/review.ts';
import type { Exported } from './format.ts';
import { standOf } from './mapping.ts';

/**
 * `latest`: the newest review, whatever the others say · `majority`: what most say, the newest of those; no row where as many say
 * something else · `adjudicated`: where they differ, only the word of a reviewer whose role is `adjudicator`.
 */
export const conflictRules = ['latest', 'majority', 'adjudicated'] as const;
export type ConflictRule = (typeof conflictRules)[number];

/** The role, in a policy or of a person's own, whose word settles what others dispute. */
export const adjudicator = 'adjudicator';

/** How the reviewers of an answer or a pair agree: one alone has nobody to agree with. */
export type Agreement = 'alone' | 'agreed' | 'differ';

/** Reviews that say nothing about the answer, notes and flags alone, neither agree nor differ. */
export const agreementOf = (item: Exported): Agreement =>
  'preference' in item ? agreementBy(item.preferences ?? [item.preference], betterOf) : agreementBy(item.reviews, standOf);

/** The thing with the review or preference that counts under the rule; null: its reviewers differ and nothing settles it. */
export function resolve<Item extends Exported>(item: Item, rule: ConflictRule): Item | null {
  if ('preference' in item) {
    const { preference: newest, preferences } = item;
    const counts = preferences ? countsUnder(preferences, betterOf, rule) : newest;
    return counts && (counts === newest ? item : { ...item, preference: counts, answers: inOrder(item, counts) });
  }
  const counts = countsUnder(item.reviews, standOf, rule);
  return counts && (counts === item.counts ? item : { ...item, counts });
}

/** The answers of a pair as one of its preferences names them. */
export const inOrder = ({ preference, answers: [one, other] }: ComparedAnswers, { answerIds }: Preference): [Answer, Answer] =>
  answerIds[0] === preference.answerIds[0] ? [one, other] : [other, one];

/** Which answer is better; an id is never this word. */
const betterOf = ({ better }: Preference): string => better ?? 'same';

function agreementBy<Said>(all: readonly Said[], standOf: (said: Said) => string): Agreement {
  const said = all.map(standOf).filter((stand) => stand !== 'none');
  if (said.length < 2) return 'alone';
  return new Set(said).size === 1 ? 'agreed' : 'differ';
}

/** `all` stand oldest first. */
function countsUnder<Said extends { reviewer: Reviewer }>(
  all: readonly Said[],
  stand: (said: Said) => string,
  rule: ConflictRule,
): Said | null {
  const newest = all.at(-1) ?? null;
  const saying = all.filter((one) => stand(one) !== 'none');
  if (rule === 'latest' || saying.length === 0) return newest;
  if (agreementBy(all, stand) !== 'differ') return saying.at(-1) ?? newest;
  if (rule === 'adjudicated') return saying.findLast(({ reviewer }) => reviewer.role === adjudicator) ?? null;
  const votes = new Map<string, number>();
  for (const one of saying) votes.set(stand(one), (votes.get(stand(one)) ?? 0) + 1);
  const [first, second] = [...votes].toSorted(([, one], [, other]) => other - one);
  if (!first || first[1] === second?.[1]) return null;
  return saying.findLast((one) => stand(one) === first[0]) ?? null;
}
