/** Canada: social insurance number, Luhn (Service Canada). */
import { luhn } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const ca: NationalId[] = [
  {
    id: 'ca-sin',
    shape: /\d{3}[- ]?\d{3}[- ]?\d{3}/g,
    isValid: (value) => luhn(value) && !/^(\d)\1+$/.test(value),
    words: ['sin', 's\\.i\\.n', 'social insurance', 'nas', "numéro d'assurance sociale", 'assurance sociale'],
  },
];
