/** United States: Social Security Number and Individual Taxpayer Identification Number (SSA; IRS publication 1915). */
import type { NationalId } from './nationalId.ts';

const words = ['ssn', 'ss#', 'social', 'social sec(?:urity)?', 'soc sec', 'itin', 'w-?9', 'w-?2'];
const shape = /\d{3}[- ]?\d{2}[- ]?\d{4}/g;
const alone = /^\d{3}-\d{2}-\d{4}$/;

export const us: NationalId[] = [
  {
    id: 'us-ssn',
    shape,
    // Areas, groups and serials that are never given, and the numbers of a wallet card and of advertisements.
    isValid: (value) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(value) && !/^(?:078051120|219099999|(\d)\1{8})$/.test(value),
    alone,
    words,
  },
  { id: 'us-itin', shape, isValid: (value) => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(value), alone, words },
];
