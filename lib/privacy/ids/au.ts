/** Australia: tax file number (check by eleven) and Medicare card number (check by ten at the ninth place). */
import { weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const au: NationalId[] = [
  {
    id: 'au-tfn',
    shape: /\d{3}[- ]?\d{3}[- ]?\d{3}/g,
    isValid: (value) => weighed(value, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 && !/^(\d)\1+$/.test(value),
    words: ['tfn', 'tax file(?: (?:no|number))?'],
  },
  {
    id: 'au-medicare',
    shape: /[2-6]\d{3}[- ]?\d{5}[- ]?\d(?:[-/ ]?\d)?/g,
    isValid: (value) => weighed(value, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(value[8]) && /^\d{9}[1-9]/.test(value),
    words: ['medicare(?: card)?(?: (?:no|number))?'],
  },
];
