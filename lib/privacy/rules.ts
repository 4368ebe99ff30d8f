/** Are rules such that they can be followed? */
import type { PrivacyRules } from '../model/privacy.ts';
import { Refusal } from '../model/result.ts';
import { patternFinder } from './automaton.ts';
import { PatternFault } from './pattern.ts';

/** Throws `pattern-syntax`, `-unknown`, `-big` or `-empty` for the first own pattern that is wrong, with its `label` and where in it, from 1. */
export function checkRules({ own = [] }: PrivacyRules): void {
  for (const { label, pattern, anyCase } of own) {
    try {
      patternFinder(pattern, anyCase);
    } catch (error) {
      if (!(error instanceof PatternFault)) throw error;
      throw new Refusal(`pattern-${error.code}`, { label, pattern, at: error.at + 1 });
    }
  }
}
