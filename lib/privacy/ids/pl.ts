/** Poland: PESEL; the month carries the century (Ustawa o ewidencji ludności, art. 15). */
import { isDate, weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const pl: NationalId[] = [
  {
    id: 'pl-pesel',
    shape: /\d{11}/g,
    isValid: (value) =>
      [0, 20, 40, 60, 80].some((month) => isDate(value, 'YYMMDD', { month })) &&
      weighed(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
    words: ['pesel[a-z]*'],
  },
];
