/** Turkey: T.C. kimlik numarası, two check digits. */
import type { NationalId } from './nationalId.ts';
import { digitsOf } from './nationalId.ts';

export const tr: NationalId[] = [
  {
    id: 'tr-kimlik',
    shape: /[1-9]\d{10}/g,
    isValid: (value) => {
      const digits = digitsOf(value);
      const sum = (first: number, step: number, end: number): number =>
        digits.reduce((total, digit, at) => total + (at >= first && at < end && (at - first) % step === 0 ? digit : 0), 0);
      return (sum(0, 2, 9) * 7 + 10 * 9 - sum(1, 2, 8)) % 10 === digits[9] && sum(0, 1, 10) % 10 === digits[10];
    },
    words: ['t\\.?c\\.?', 'kimlik', 'kimlik (?:no|numarası)', 'tckn', 'tc no', 'vatandaşlık'],
  },
];
