/** India: Aadhaar (UIDAI, Verhoeff) and PAN (Income Tax Department); the fourth letter of a person's PAN is P. */
import { verhoeff } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const india: NationalId[] = [
  {
    id: 'in-aadhaar',
    shape: /[2-9]\d{3}[- ]?\d{4}[- ]?\d{4}/g,
    isValid: (value) => verhoeff(value) && !/^(\d)\1+$/.test(value),
    words: ['aadhaar', 'aadhar', 'adhaar', 'uidai', 'uid', 'आधार'],
  },
  {
    id: 'in-pan',
    shape: /[A-Za-z]{3}[ABCFGHJLPTabcfghjlpt][A-Za-z]\d{4}[A-Za-z]/g,
    isValid: (value) => !/0000.$/.test(value),
    alone: /^[A-Z]{3}P[A-Z]\d{4}[A-Z]$/,
    words: ['pan', 'pan (?:no|number|card)', 'permanent account', 'income tax', 'पैन'],
  },
];
