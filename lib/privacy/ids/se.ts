/** Sweden: personnummer and samordningsnummer (day plus 60), Luhn over the last ten digits (Skatteverket SKV 704, 707). */
import { isDate, luhn } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const se: NationalId[] = [
  {
    id: 'se-personnummer',
    shape: /(?:18|19|20)?\d{6}[-+]?\d{4}/g,
    isValid: (value) => {
      const ten = value.slice(-10);
      return [0, 60].some((day) => isDate(ten, 'YYMMDD', { day })) && luhn(ten);
    },
    alone: /^\d{6}[-+]\d{4}$/,
    words: ['personnummer', 'person-?nr', 'pnr', 'samordningsnummer'],
  },
];
