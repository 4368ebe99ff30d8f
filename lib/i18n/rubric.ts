/** The words of a rubric and of roles: their own first, then ours where they are loaded, then the id. */
import type { Role } from '../model/policy.ts';
import type { Decision } from '../model/review.ts';
import { scoresOf, type Rubric } from '../model/rubric.ts';
import { listed } from './numbers.ts';
import { knows, text } from './text.ts';

/** How a category is called, what belongs in it, and one case of it; null where nobody says. */
export interface CategoryWords {
  label: string;
  definition: string | null;
  example: string | null;
}

/** How a criterion is called, and what its scores mean: those that somebody explained, keyed by the score. */
export interface CriterionWords {
  label: string;
  anchors: Record<number, string>;
}

export interface RubricWords {
  /** Of any category, also one that only an older rubric had. */
  category: (id: string) => CategoryWords;
  criterion: (id: string) => CriterionWords;
  /** Markdown. */
  guidelines: string | null;
}

/** All words of a rubric. */
export function wordsOf(rubric: Rubric): RubricWords {
  return {
    category(id) {
      const own = rubric.categories.find((category) => category.id === id);
      return {
        label: own?.label ?? ours(`category.${id}`) ?? id,
        // Our explanation goes with our name: a category that an organisation named is not explained by us.
        definition: own?.definition ?? (own?.label === undefined ? ours(`category.${id}.definition`) : null),
        example: own?.example ?? (own?.label === undefined ? ours(`category.${id}.example`) : null),
      };
    },
    criterion(id) {
      const own = rubric.criteria.find((criterion) => criterion.id === id);
      const label = own?.label ?? ours(`criterion.${id}`) ?? id;
      const explained = scoresOf(own?.scale ?? 'points').flatMap((score) => {
        const words =
          own?.anchors?.[score] ??
          (own?.label === undefined ? ours(`criterion.${id}.${score}`) : null) ??
          (own?.scale === 'yes-no' ? ours(`score.${score}`) : null);
        return words === null ? [] : [[score, words] as const];
      });
      return { label, anchors: Object.fromEntries(explained) };
    },
    guidelines: rubric.guidelines ?? ours('guidelines.default'),
  };
}

/** How a role is called. */
export const roleWords = ({ id, label }: Role): string => label ?? ours(`role.${id}`) ?? id;

/** What fills the sentence of `error.not-authorized`: whose role may not take which decision, and who may. */
export function lockedParams(role: Role, who: Role[], decision: Decision): { role: string; decision: string; who: string } {
  return {
    role: roleWords(role),
    decision: text(`decision.${decision}`),
    who: who.length === 0 ? text('decision.nobody') : listed(who.map(roleWords)),
  };
}

/** Why a decision is locked: "Your role (Reviewer) may not approve. Lead may." */
export const lockedWords = (role: Role, who: Role[], decision: Decision): string =>
  text('error.not-authorized', lockedParams(role, who, decision));

const ours = (key: string): string | null => (knows(key) ? text(key) : null);
