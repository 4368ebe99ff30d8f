/** Austria: Sozialversicherungsnummer, check by eleven at the fourth place; the month may be 13 to 15 where a day ran out. */
import { isDate, weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const at: NationalId[] = [
  {
    id: 'at-svnr',
    shape: /[1-9]\d{3}[ -]?\d{6}/g,
    isValid: (value) =>
      (isDate(value.slice(4), 'DDMMYY') || /^.{4}(?:0[1-9]|[12]\d|3[01])1[3-5]/.test(value)) &&
      weighed(value, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(value[3]),
    alone: /^\d{4} \d{6}$/,
    words: ['svnr', 'sv-?nr', 'sv-?nummer', 'sozialversicherungsnummer', 'versicherungsnummer', 'e-?card'],
  },
];
