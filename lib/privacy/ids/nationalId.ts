/** What a national number is: one file a country, one line in `index.ts`. */

/** One number that a state gives to a person. */
export interface NationalId {
  /** Country and number: `us-ssn`. */
  id: string;
  /** Where one may stand: global, of bounded length, no look around; letters, digits and separators. */
  shape: RegExp;
  /** Check digits, dates and reserved numbers. `value`: letters in capitals and digits alone. */
  isValid: (value: string) => boolean;
  /**
   * Of the forms as they are written, those that need no word near: at most one in 200 random rows of that form is valid, or nothing
   * else is written with these separators. Absent: none.
   */
  alone?: RegExp;
  /** The words of the country for it, in lower case, as expressions; `words.ts` has those that all countries share. */
  words: string[];
}

/** The digits of a value as numbers. */
export const digitsOf = (value: string): number[] => Array.from(value, Number);
