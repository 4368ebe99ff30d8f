/** Italy: codice fiscale (DM 23 December 1976), also with letters for digits where two people would have the same. */
import type { NationalId } from './nationalId.ts';

/** What a letter or digit counts at an odd place; a digit counts as the letter that stands for its number. */
const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const place = (unit: string): number => (/\d/.test(unit) ? Number(unit) : unit.charCodeAt(0) - 65);

export const it: NationalId[] = [
  {
    id: 'it-cf',
    shape:
      /[A-Za-z]{3} ?[A-Za-z]{3} ?[0-9L-NP-Vl-np-v]{2}[A-EHLMPR-Ta-ehlmpr-t][0-9L-NP-Vl-np-v]{2} ?[A-Za-z][0-9L-NP-Vl-np-v]{3}[A-Za-z]/g,
    isValid: (value) =>
      Array.from(value.slice(0, 15)).reduce((sum, unit, at) => sum + (at % 2 === 0 ? odd[place(unit)]! : place(unit)), 0) % 26 ===
      place(value[15]!),
    alone: /\d/,
    words: ['codice fiscale', 'c\\.?f', 'cod\\.? fisc'],
  },
];
