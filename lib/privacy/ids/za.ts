/** South Africa: identity number, day of birth, citizenship and Luhn (Identification Act). */
import { isDate, luhn } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const za: NationalId[] = [
  {
    id: 'za-id',
    shape: /\d{6} ?\d{4} ?\d{3}/g,
    isValid: (value) => isDate(value, 'YYMMDD') && /^\d{10}[0-2]/.test(value) && luhn(value),
    alone: /^\d{6} \d{4} \d{3}$/,
    words: ['rsa id', 'sa id', 'id (?:no|number)', 'identity number', 'identiteitsnommer'],
  },
];
