/** Germany: Steuer-Identifikationsnummer (BZSt, ISO 7064 MOD 11,10) and Rentenversicherungsnummer (VKVV § 4). */
import { isDate, mod1110, weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const de: NationalId[] = [
  {
    id: 'de-idnr',
    shape: /[1-9]\d(?: ?\d{3}){3}/g,
    isValid: (value) => hasOneRepeat(value.slice(0, 10)) && mod1110(value),
    alone: /^/,
    words: ['steuer-?id(?:nr|entifikationsnummer)?', 'steuerliche identifikationsnummer', 'idnr', 'id-nr', 'tax id'],
  },
  {
    id: 'de-svnr',
    shape: /\d{2} ?\d{6} ?[A-Za-z] ?\d{3}/g,
    isValid: (value) => isDate(value.slice(2, 8), 'DDMMYY') && checkOf(value) === Number(value[11]),
    alone: /^[^a-z]+$/,
    words: ['sozialversicherung', 'sozialversicherungsnummer', 'rentenversicherungsnummer', 'versicherungsnummer', 'sv-?nummer', 'rvnr'],
  },
];

/** Of the first ten digits one stands twice or three times, not in a row of three, all others at most once. */
function hasOneRepeat(digits: string): boolean {
  const counts = [...new Set(digits)].map((digit) => digits.split(digit).length - 1).filter((count) => count > 1);
  return counts.length === 1 && counts[0]! < 4 && !/(\d)\1\1/.test(digits);
}

/** The letter counts as its place in the alphabet in two digits; of each product its digit sum. */
function checkOf(value: string): number {
  const digits = value.slice(0, 8) + String(value.charCodeAt(8) - 64).padStart(2, '0') + value.slice(9, 11);
  return (
    [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce(
      (sum, weight, at) => sum + weighed(String(weight * Number(digits[at])).padStart(2, '0'), [1, 1]),
      0,
    ) % 10
  );
}
