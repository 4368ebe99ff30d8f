/** Denmark: CPR number. Its check by eleven is given up since 2007, so that only the date can be wrong (cpr.dk). */
import { isDate } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const dk: NationalId[] = [
  {
    id: 'dk-cpr',
    shape: /\d{6}[- ]?\d{4}/g,
    isValid: (value) => isDate(value, 'DDMMYY'),
    words: ['cpr(?:-?(?:nr|nummer))?', 'personnummer', 'cpr number'],
  },
];
