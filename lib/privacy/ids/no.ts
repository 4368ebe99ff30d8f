/** Norway: fødselsnummer and D-nummer (day plus 40), two check digits by eleven (Skatteetaten). */
import { isDate, weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const no: NationalId[] = [
  {
    id: 'no-fodselsnummer',
    shape: /\d{6} ?\d{5}/g,
    isValid: (value) =>
      [0, 40].some((day) => isDate(value, 'DDMMYY', { day })) &&
      weighed(value, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
      weighed(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    alone: /^/,
    words: ['fødselsnummer', 'personnummer', 'fnr', 'd-nummer'],
  },
];
