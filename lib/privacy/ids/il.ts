/** Israel: mispar zehut, nine digits with Luhn. */
import { luhn } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const il: NationalId[] = [
  {
    id: 'il-id',
    shape: /\d{8}-?\d/g,
    isValid: (value) => luhn(value) && !/^(\d)\1+$/.test(value),
    words: ['teudat zehut', 'mispar zehut', 'israeli id', 'תעודת זהות', 'מספר זהות', 'ת[."״]?ז'],
  },
];
