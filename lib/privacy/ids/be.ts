/** Belgium: rijksregisternummer, numéro de registre national, BIS numbers too; born from 2000 on, a 2 stands before. */
import { isDate, rest97 } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const be: NationalId[] = [
  {
    id: 'be-nrn',
    shape: /\d{2}[. -]?\d{2}[. -]?\d{2}[. -]?\d{3}[. -]?\d{2}/g,
    isValid: (value) =>
      [0, 20, 40].some((month) => isDate(value, 'YYMMDD', { month })) &&
      ['', '2'].some((century) => 97 - rest97(century + value.slice(0, 9)) === Number(value.slice(9))),
    alone: /^/,
    words: ['rijksregisternummer', 'insz', 'niss', 'registre national', 'numéro national', 'nrn', 'rrn'],
  },
];
