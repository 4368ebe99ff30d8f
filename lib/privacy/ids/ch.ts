/** Switzerland: AHV number (AVS, NAVS13), 756 and a check digit as EAN-13 has it. */
import { weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const ch: NationalId[] = [
  {
    id: 'ch-ahv',
    shape: /756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}/g,
    isValid: (value) => weighed(value, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
    alone: /^/,
    words: ['ahv', 'avs', 'navs13', 'ahv-?nummer'],
  },
];
