/** What of everything an export takes, beyond the filters of the list, and which review of it counts. */
import type { Answer } from '../model/answer.ts';
import type { Rating } from '../model/review.ts';
import { idsOf, type Exported, type RefusalReason } from './format.ts';
import { agreementOf, resolve, type Agreement, type ConflictRule } from './resolve.ts';
import { isDrawn, type Sample } from './split.ts';

/** What is absent does not restrict. */
export interface Choice {
  /** `latest` if absent. */
  conflicts?: ConflictRule;
  /** The thumb of the review that counts; comparisons have none and are left out. */
  rating?: Rating[];
  /** How the reviewers agree. */
  agreement?: Agreement[];
  /** Providers whose models may train others, the person says which; an empty one stands for answers whose provider is not known. */
  providers?: string[];
  /** Only answers before which the whole conversation was read. */
  wholeContext?: boolean;
  sample?: Sample;
  /** Rows that hold more, about, are refused: trainers cut them, or drop them without a word. Formats for people hold all. */
  maxTokens?: number;
}

/** The thing with the review that counts, why it gives no row, or null where it was not asked for. */
export function choose(item: Exported, choice: Choice): Exported | RefusalReason | null {
  const { rating, agreement, providers, wholeContext, sample } = choice;
  if (sample && !isDrawn('preference' in item ? firstOf(item) : item.answer.id, sample)) return null;
  const answers: readonly Answer[] = 'preference' in item ? item.answers : [item.answer];
  if (agreement && !agreement.includes(agreementOf(item))) return null;
  const resolved = resolve(item, choice.conflicts ?? 'latest');
  if (!resolved) return 'conflicting';
  if (rating && ('preference' in resolved || resolved.counts.rating === null || !rating.includes(resolved.counts.rating))) return null;
  if (providers && !answers.every(({ provider }) => providers.includes(provider ?? ''))) return 'other-provider';
  return wholeContext && !answers.every(({ promptComplete }) => promptComplete) ? 'incomplete-context' : resolved;
}

/** Of a pair the preference that was made first: it stays the first, whoever speaks later. */
const firstOf = (item: Exported): string => idsOf(item).toSorted()[0] ?? '';
