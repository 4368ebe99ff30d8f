/** United Kingdom: NHS number (check by eleven) and National Insurance number (HMRC NIM39110). */
import { weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const gb: NationalId[] = [
  {
    id: 'gb-nhs',
    shape: /\d{3}[- ]?\d{3}[- ]?\d{4}/g,
    isValid: (value) => weighed(value, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && !/^(\d)\1+$/.test(value),
    words: ['nhs(?: (?:no|number))?', 'health service'],
  },
  {
    id: 'gb-nino',
    shape: /[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]/g,
    isValid: (value) => /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(value),
    alone: /^[A-Z]{2} \d{2} \d{2} \d{2} [A-D]$/,
    words: ['nino', 'n\\.?i\\.? (?:no|number)', 'national insurance(?: (?:no|number))?'],
  },
];
