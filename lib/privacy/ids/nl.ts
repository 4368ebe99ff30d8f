/** Netherlands: burgerservicenummer, with the test by eleven (Besluit bsn). */
import { weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const nl: NationalId[] = [
  {
    id: 'nl-bsn',
    shape: /\d{4}[. ]?\d{2}[. ]?\d{3}|\d{3}[. ]\d{3}[. ]\d{3}/g,
    isValid: (value) => weighed(value, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !/^(\d)\1+$/.test(value),
    words: ['bsn', 'burgerservicenummer', 'sofi(?:-?nummer)?', 'burgernummer'],
  },
];
